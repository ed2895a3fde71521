using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StrategyBot.Cases;
using StrategyBot.Checking;
using StrategyBot.PartnerLinks;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

public sealed class LinkSettingsTests : IDisposable
{
    private static readonly string One = Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly string Two = Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 32)]);
    private static readonly LinkHolder Grace = new(Given.Id, Given.Grace.Id);
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void The_single_key_of_before_is_read_still_and_goes_on_behind_a_new_one_until_it_is_taken_away()
    {
        var before = Read(("PartnerLinks:Key", One));
        var token = before.Token(Grace, "letter", "nonce");
        var link = new PersonalLink(Ticket.Hash(token), Given.Grace.Id, null, default, "letter", default) { Nonce = "nonce" };
        var rotated = Read(("PartnerLinks:Key", $"2026-12:{Two},{One}"));
        var renamed = Read(("PartnerLinks:Key", $"2026-12:{Two}, 2026-06:{One}"));
        var dropped = Read(("PartnerLinks:Key", $"2026-12:{Two}"));

        Assert.Null(before.Current);
        Assert.Equal("2026-12", rotated.Current);
        Assert.Equal(token, rotated.Remake(new Case(Given.Id), link));
        Assert.Equal(token, renamed.Remake(new Case(Given.Id), link));
        Assert.Null(dropped.Remake(new Case(Given.Id), link));
    }

    [Theory]
    [InlineData("2026-12", "PartnerLinks__Key must be")]
    [InlineData("2026-12:short", "PartnerLinks__Key must be")]
    [InlineData(":AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=", "PartnerLinks__Key must be")]
    [InlineData("a:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=,a:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=", "one id to two keys")]
    [InlineData("", "PartnerLinks__Key is missing")]
    public void A_key_that_cannot_be_one_refuses_the_start(string value, string sentence) => Assert.Contains(sentence,
        Assert.Throws<StartRefusedException>(() => Read(("PartnerLinks:Key", value), ("Storage:Provider", "AzureTables"))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("", "203.0.113.9", "198.51.100.7", "203.0.113.9")]
    [InlineData("10.0.0.4", "203.0.113.9", "198.51.100.7", "203.0.113.9")]
    [InlineData("10.0.0.4", "10.0.0.4", "198.51.100.7", "198.51.100.7")]
    [InlineData("10.0.0.0/24,10.1.0.1", "10.0.0.4", "192.0.2.1, 198.51.100.7", "198.51.100.7")]
    [InlineData("10.0.0.4", "::ffff:10.0.0.4", "198.51.100.7:5123", "198.51.100.7")]
    [InlineData("10.0.0.4", "10.0.0.4", "2001:db8:1:2:3:4:5:6", "20010db800010002")]
    public async Task What_a_header_says_is_believed_of_a_known_proxy_alone_and_its_own_word_only(
        string proxies, string from, string header, string address)
    {
        var options = ClientAddress.Proxies(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [ClientAddress.Setting] = proxies }).Build());
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(from);
        http.Request.Headers["X-Forwarded-For"] = header;
        if (options.KnownIPNetworks.Count > 0)
        {
            await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(options)).Invoke(http);
        }

        Assert.Equal(address, ClientAddress.Of(http));
    }

    [Fact]
    public void A_proxy_that_is_no_address_refuses_the_start() => Assert.Contains("PartnerLinks__KnownProxies",
        Assert.Throws<StartRefusedException>(() => ClientAddress.Proxies(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [ClientAddress.Setting] = "the front door" }).Build())).Message,
        StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("")]
    [InlineData("AzureTables")]
    public void Outside_the_sandbox_no_key_is_made_beside_the_record(string provider)
    {
        var configuration = Configuration(("Storage:Provider", provider), ("StrategyBot:PublicUrl", "https://bot.council.example"));

        var refused = Assert.Throws<StartRefusedException>(() => LinkSettings.Check(configuration, new HostingEnvironment()));
        Assert.StartsWith("PartnerLinks__Key is missing", Assert.Single(refused.Sentences), StringComparison.Ordinal);
        Assert.Throws<StartRefusedException>(() => LinkSettings.ReadKey(configuration, new HostingEnvironment(), isSandbox: false));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task One_that_an_earlier_release_made_there_goes_on_and_check_says_what_to_do_until_it_is_set_apart()
    {
        var before = Read(("Storage:Provider", "Sqlite"));
        var path = Assert.Single(Directory.GetFiles(folder.Path));
        (string, string)[] live = [("Storage:Provider", "Sqlite"), ("StrategyBot:PublicUrl", "https://bot.council.example")];

        LinkSettings.Check(Configuration(live), new HostingEnvironment());
        var kept = LinkSettings.ReadKey(Configuration(live), new HostingEnvironment(), isSandbox: false);
        Assert.Equal(before.Token(Grace, "letter", "nonce"), kept.Token(Grace, "letter", "nonce"));
        var finding = Assert.Single(await CheckAsync(live));
        Assert.Equal(Verdict.SeeTo, finding.Verdict);
        Assert.Contains($"PartnerLinks__Key to what base64 -w0 {path} prints", finding.Sentence, StringComparison.Ordinal);

        // As the sentence says.
        live = [.. live, ("PartnerLinks:Key", Convert.ToBase64String(File.ReadAllBytes(path)))];
        File.Delete(path);
        kept = LinkSettings.ReadKey(Configuration(live), new HostingEnvironment(), isSandbox: false);
        Assert.Equal(before.Token(Grace, "letter", "nonce"), kept.Token(Grace, "letter", "nonce"));
        Assert.Equal(Verdict.Ok, Assert.Single(await CheckAsync(live)).Verdict);
    }

    private Task<IReadOnlyList<Finding>> CheckAsync(params (string Name, string Value)[] settings) =>
        new LinkKeyCheck(Configuration(settings), new HostingEnvironment(), new(new(() => null), IsSandbox: false)).LookAsync(default);

    private IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.Append(("Storage:Path", folder.Path)).ToDictionary(one => one.Item1, one => (string?)one.Item2)).Build();

    private LinkKey Read(params (string Name, string Value)[] settings) =>
        LinkSettings.ReadKey(Configuration(settings), new HostingEnvironment(), isSandbox: true);
}
