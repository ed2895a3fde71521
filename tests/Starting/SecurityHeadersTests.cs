using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Starting;

/// <summary>The bot as an authority runs it: plain http to us, from a proxy that ends https.</summary>
public sealed class SecurityHeadersTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        app = Live(("StrategyBot:SecurityContact", "mailto:security@council.example"));
        await app.StartAsync();
    }

    [Theory]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/readyz", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.NotFound)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/documents/x", HttpStatusCode.NotFound)]
    [InlineData("/p/assets/nothing.js", HttpStatusCode.NotFound)]
    [InlineData("/p/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/messages", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/.well-known/security.txt", HttpStatusCode.OK)]
    public async Task Every_path_carries_them_whatever_comes_of_it(string path, HttpStatusCode status)
    {
        var answer = await app.GetTestClient().GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("max-age=31536000", Only(answer, "Strict-Transport-Security"));
        Assert.Equal("nosniff", Only(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Only(answer, "Referrer-Policy"));
        Assert.StartsWith("default-src 'none';", Only(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Only(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task The_partners_page_keeps_its_own_policy()
    {
        var answer = await app.GetTestClient().GetAsync("/p");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("script-src 'self'", Only(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", Only(answer, "Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task Security_txt_says_whom_to_tell_and_holds_for_less_than_a_year()
    {
        var text = await app.GetTestClient().GetStringAsync("/.well-known/security.txt");
        var lines = text.Trim().Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1]);

        Assert.Equal("mailto:security@council.example", lines["Contact"]);
        Assert.Equal("https://bot.council.example/.well-known/security.txt", lines["Canonical"]);
        var expires = DateTimeOffset.Parse(lines["Expires"], System.Globalization.CultureInfo.InvariantCulture);
        var now = TimeProvider.System.GetUtcNow();
        Assert.InRange(expires, now.AddDays(30), now.AddDays(364));
    }

    [Fact]
    public async Task Without_a_contact_there_is_no_security_txt()
    {
        await using var silent = Live();
        await silent.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await silent.GetTestClient().GetAsync("/.well-known/security.txt")).StatusCode);
    }

    [Fact]
    public void A_contact_that_is_no_address_refuses_the_start() =>
        Assert.Equal("StrategyBot__SecurityContact must begin with mailto:, https: or tel:.",
            Assert.Throws<StartRefusedException>(() => Live(("StrategyBot:SecurityContact", "security@council.example"))).Message);

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => folder.Dispose();

    private WebApplication Live(params IReadOnlyList<(string Name, string Value)> settings) => Live(folder.Path, settings);

    /// <summary>The bot as an authority has it, not started.</summary>
    internal static WebApplication Live(string folder, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "Sqlite",
            ["Storage:Path"] = folder,
            ["Teams:AppId"] = "00000000-0000-4000-8000-000000000001",
            ["Teams:TenantId"] = "00000000-0000-4000-8000-000000000002",
            ["Teams:CatalogAppId"] = "00000000-0000-4000-8000-000000000003",
            ["Teams:Credential"] = "ManagedIdentity",
            ["Graph:DirectoryMailbox"] = "directory@council.example",
            ["Graph:OrganiserMailbox"] = "organiser@council.example",
            ["Graph:MinutesMailbox"] = "minutes@council.example",
            ["Access:ConvenersGroup"] = "00000000-0000-4000-8000-000000000004",
            ["Access:AdministratorsGroup"] = "00000000-0000-4000-8000-000000000005",
            ["StrategyBot:PublicUrl"] = "https://bot.council.example",
            ["PartnerLinks:Key"] = Convert.ToBase64String(new byte[32]),
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value));
        foreach (var room in Rooms.Of(builder, Mode.Live))
        {
            room();
        }

        var built = builder.Build();
        Rooms.Map(built, Mode.Live, hostsWorld: false);
        return built;
    }

    private static string Only(HttpResponseMessage answer, string header) => answer.Headers.GetValues(header).Single();
}
