using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrategyBot.Sandbox;
using StrategyBot.Sandbox.Clock;

namespace StrategyBot.Tests.Sandbox;

/// <summary>A bot in a process of its own, attached to a world elsewhere.</summary>
public sealed class SandboxModeTests : SandboxHost
{
    [Fact]
    public async Task A_bot_takes_the_worlds_clock_at_its_start()
    {
        await PostAsync("sandbox/clock", new { advance = "P400D" });

        await using var bot = await StartBotAsync(_ => Task.FromResult<DateTimeOffset?>(null));

        Assert.True(bot.Services.GetRequiredService<SandboxClock>().GetUtcNow() >= Noon.AddDays(400));
    }

    [Fact]
    public async Task The_runner_sets_the_clock_works_and_tells_what_is_due_next()
    {
        WebApplication? bot = null;
        var worked = default(DateTimeOffset);
        bot = await StartBotAsync(_ =>
        {
            worked = bot!.Services.GetRequiredService<SandboxClock>().GetUtcNow();
            return Task.FromResult<DateTimeOffset?>(Noon.AddYears(2).AddTicks(7));
        });
        using var http = new HttpClient { BaseAddress = new Uri(bot.Services.GetRequiredService<SandboxUrls>().Bot) };
        using var content =
            new StringContent("""{"now":"2028-01-01T00:00:00.0000001Z"}""",
                new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

        using var response = await http.PostAsync(new Uri("sandbox/runner", UriKind.Relative), content);

        Assert.Equal("2028-11-24T12:00:00.0000007Z", (string?)(await Answered(response)).Body!["nextDue"]);
        Assert.True(worked >= new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1));
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_runner_with_nothing_due_says_null()
    {
        await using var bot = await StartBotAsync(_ => Task.FromResult<DateTimeOffset?>(null));
        using var http = new HttpClient { BaseAddress = new Uri(bot.Services.GetRequiredService<SandboxUrls>().Bot) };
        using var content =
            new StringContent("""{"now":"2026-11-24T12:00:00Z"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

        using var response = await http.PostAsync(new Uri("sandbox/runner", UriKind.Relative), content);

        Assert.Equal("""{"nextDue":null}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Its_Teams_and_Graph_are_the_worlds()
    {
        await using var bot = await StartBotAsync(_ => Task.FromResult<DateTimeOffset?>(null));
        var urls = bot.Services.GetRequiredService<SandboxUrls>();

        Assert.Equal(World.BaseAddress + "sandbox/connector/", urls.Connector);
        Assert.Equal(World.BaseAddress + "sandbox/graph/v1.0", urls.Graph);
        Assert.Equal(bot.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(), urls.Bot);
    }

    private async Task<WebApplication> StartBotAsync(Settle settle)
    {
        var builder =
            WebApplication.CreateBuilder(
                new WebApplicationOptions { EnvironmentName = "Production", Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Sandbox:WorldUrl"] = World.BaseAddress!.ToString() });
        builder.Services.AddSandboxMode(builder.Configuration, TimeProvider.System).AddSingleton(settle);
        var app = builder.Build();
        app.MapSandboxMode();
        await app.StartAsync();
        return app;
    }
}
