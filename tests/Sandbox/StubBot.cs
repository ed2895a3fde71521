using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace StrategyBot.Tests.Sandbox;

/// <summary>A bot on real HTTP that keeps what it is sent and answers as it is told.</summary>
internal sealed class StubBot : IAsyncDisposable
{
    private readonly WebApplication app;

    private StubBot(WebApplication app) => this.app = app;

    public ConcurrentQueue<JsonObject> Received { get; } = new();

    public ConcurrentQueue<DateTimeOffset> RunnerTurns { get; } = new();

    /// <summary>The answer to an activity; its number counts every delivery from 1.</summary>
    public Func<JsonObject, int, Task<IResult>> Answer { get; set; } = (_, _) => Task.FromResult(Results.Ok());

    /// <summary>When something is due after the given instant.</summary>
    public Func<DateTimeOffset, DateTimeOffset?> NextDue { get; set; } = _ => null;

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public IEnumerable<string?> Types => Received.Select(activity => (string?)activity["type"]);

    public static async Task<StubBot> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var bot = new StubBot(builder.Build());
        bot.app.MapPost("/api/messages", async (JsonObject activity) =>
        {
            bot.Received.Enqueue(activity);
            return await bot.Answer(activity, bot.Received.Count);
        });
        bot.app.MapPost("/sandbox/runner", (JsonObject turn) =>
        {
            var now = (DateTimeOffset)turn["now"]!;
            bot.RunnerTurns.Enqueue(now);
            return new { nextDue = bot.NextDue(now) };
        });
        await bot.app.StartAsync();
        return bot;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
