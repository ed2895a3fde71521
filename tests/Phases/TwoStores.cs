using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Phases;
using StrategyBot.Records;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases;

/// <summary>Scenes that are played on each store, with every phase's parts and commands.</summary>
public abstract class TwoStores : IDisposable
{
    private readonly List<PartHost> hosts = [];

    public void Dispose()
    {
        hosts.ForEach(host => host.Dispose());
        GC.SuppressFinalize(this);
    }

    /// <returns><c>null</c>: a new one of SQLite.</returns>
    private protected virtual Task<IRecord?> CreateAsync() => Task.FromResult<IRecord?>(null);

    private protected async Task<PartHost> HostAsync(Given given)
    {
        var host = new PartHost(services =>
        {
            PartHost.FakeOutside(services);
            services.AddSingleton<CommandCase>();
        }, cases: new RecordedCases(record: await CreateAsync()));
        hosts.Add(host);
        await host.Cases.HaveAsync(given);
        return host;
    }
}
