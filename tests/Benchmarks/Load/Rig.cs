using StrategyBot.Benchmarks.Load.Seeding;
using StrategyBot.Benchmarks.Load.Serving;
using StrategyBot.Tests.TestKit.Load;

namespace StrategyBot.Benchmarks.Load;

/// <summary>What all rows share: the floors and the connector, which run throughout, the stores, and the load driver.</summary>
internal sealed class Rig(Scale scale, string bearer) : IAsyncDisposable
{
    private ServerProcess connector = null!;

    public Scale Scale => scale;

    public SeededStores Stores { get; } = new();

    public Report Report { get; } = new();

    public Driver Driver { get; } = new(TimeProvider.System);

    public Requests Requests { get; } = new(bearer);

    public int ConnectorPort { get; private set; }

    public ServerProcess Bare { get; private set; } = null!;

    public ServerProcess FloorB { get; private set; } = null!;

    public ServerProcess Echo { get; private set; } = null!;

    public static async Task<Rig> StartAsync(Scale scale)
    {
        var rig = new Rig(scale, await ChannelKey.BearerAsync());
        await ChannelKey.WriteAsync(rig.Stores.Keys);
        rig.connector = await ServerProcess.StartAsync(Servers.Connector, rig);
        rig.ConnectorPort = rig.connector.Port;
        rig.Bare = await ServerProcess.StartAsync(Servers.Bare, rig);
        rig.FloorB = await ServerProcess.StartAsync(Servers.FloorB, rig);
        rig.Echo = await ServerProcess.StartAsync(Servers.BotBuilder, rig);
        return rig;
    }

    /// <summary>How many messages were posted to the connector up to now.</summary>
    public async Task<long> PostedAsync() => (await connector.CountersAsync()).Outside;

    /// <summary>What the next turn posts.</summary>
    public async Task<string> PostedByAsync(Func<Task> turn)
    {
        await connector.Line.GetStringAsync(new Uri(FakeConnector.Keep, UriKind.Relative));
        await turn();
        return await connector.Line.GetStringAsync(new Uri(FakeConnector.Kept, UriKind.Relative));
    }

    /// <summary>A bot on a copy of a store, which goes with it.</summary>
    public Task<ServerProcess> BotAsync(string store)
    {
        var copy = Stores.Copy(store);
        return ServerProcess.StartAsync(Servers.Bot, this, copy, copy);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { Bare, FloorB, Echo, connector })
        {
            await server.DisposeAsync();
        }

        Stores.Dispose();
    }
}
