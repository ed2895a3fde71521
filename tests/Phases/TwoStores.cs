using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Phases;
using StrategyBot.Records;
using StrategyBot.Records.Anchors;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases;

/// <summary>Scenes that are played on each store, with every phase's parts and commands.</summary>
public abstract class TwoStores : IDisposable
{
    private readonly List<PartHost> hosts = [];

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool isDisposing) => hosts.ForEach(host => host.Dispose());

    /// <returns><c>null</c>: a new one of SQLite.</returns>
    private protected virtual Task<IRecord?> CreateAsync() => Task.FromResult<IRecord?>(null);

    private protected async Task<PartHost> HostAsync(Given given, AnchorNotes? notes = null)
    {
        var host = new PartHost(services =>
        {
            PartHost.FakeOutside(services);
            services.AddSingleton<CommandCase>();
        }, cases: new RecordedCases(record: await CreateAsync(), notes: notes));
        hosts.Add(host);
        await host.Cases.HaveAsync(given);
        return host;
    }
}
