using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;
using StrategyBot.Benchmarks.Load.Seeding;
using StrategyBot.Conversations;
using StrategyBot.Obligations;
using StrategyBot.Protocols.Teams;
using StrategyBot.Starting;

namespace StrategyBot.Benchmarks.Load.Serving;

/// <summary>The product, put together as <c>Program</c> does it for an authority's tenant. Five things are the rig's: the channel's key,
/// where the connector and Graph are, the bot's own token, and what time it is.</summary>
internal static class BotServer
{
    /// <summary>Times one sweep of the obligations where nothing is due.</summary>
    public const string Sweep = "/rig/sweep";

    public static WebApplication Build(Served served)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(served.Port));
        builder.Configuration.AddInMemoryCollection(Settings(served));
        foreach (var room in Rooms.Of(builder, Mode.Live))
        {
            room();
        }

        builder.Services
            .AddSingleton<TimeProvider>(new ClockFrom(Samples.Now))
            .AddSingleton<TokenCredential>(DelegatedTokenCredential.Create((_, _) => new("bot-token", DateTimeOffset.MaxValue)))
            .AddSingleton(at => new TeamsGate(at.GetRequiredService<TeamsSettings>(),
                ChannelKey.Validator(served.Keys, at.GetRequiredService<ILogger<ChannelTokenValidator>>())))
            .AddSingleton(at => Connector(served, at.GetRequiredService<ILogger<ConnectorClient>>()));
        var app = builder.Build();
        Rooms.Map(app, Mode.Live, hostsWorld: false);
        app.MapGet(Sweep, SweepAsync);
        RoundTrips.Count(served);
        return app;
    }

    /// <summary>The product's client, sending to the fake connector.</summary>
    public static ConnectorClient Connector(Served served, ILogger<ConnectorClient> logger) => new(
        new ConnectorClientOptions { Transport = new HttpClientTransport(Serve.ToFake(served)) },
        DelegatedTokenCredential.Create((_, _) => new("bot-token", DateTimeOffset.MaxValue)), new Hurried(), logger);

    private static Dictionary<string, string?> Settings(Served served)
    {
        var isFolder = !served.Store.Contains("AccountKey=", StringComparison.Ordinal);
        return new()
        {
            ["Teams:AppId"] = ChannelKey.AppId,
            ["Teams:TenantId"] = ChannelKey.Tenant,
            ["Teams:Credential"] = "not used",
            ["Teams:CatalogAppId"] = "catalogue",
            ["Graph:BaseUrl"] = $"http://127.0.0.1:{served.Connector}/v1.0",
            ["Graph:DirectoryMailbox"] = "directory@council.example",
            ["Graph:OrganiserMailbox"] = "meetings@council.example",
            ["Graph:MinutesMailbox"] = "minutes@council.example",
            ["Access:ConvenersGroup"] = "conveners",
            ["Access:AdministratorsGroup"] = "administrators",
            [PublicAddress.Setting] = "https://strategy.council.example",
            ["PartnerLinks:Key"] = Convert.ToBase64String(new byte[32]),
            ["Storage:Provider"] = isFolder ? "Sqlite" : "AzureTables",
            [isFolder ? "Storage:Path" : "Storage:ConnectionString"] = served.Store,
        };
    }

    private static async Task<double> SweepAsync(Runner runner, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        await runner.SettleAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    /// <summary>The case clock: it begins in the middle of the seeded meetings, and goes on as any clock.</summary>
    private sealed class ClockFrom(DateTimeOffset start) : TimeProvider
    {
        private readonly long since = Stopwatch.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start + Stopwatch.GetElapsedTime(since);
    }

    /// <summary>Lifts the limit of seven messages a second in one chat, which is Teams' and not what is measured: twenty chairs ask as
    /// often as thousands would.</summary>
    private sealed class Hurried : TimeProvider
    {
        private const long Faster = 10_000;

        public override long GetTimestamp() => System.GetTimestamp() * Faster;
    }
}
