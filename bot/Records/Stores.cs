using StrategyBot.Starting;

namespace StrategyBot.Records;

/// <summary>A place that a record can be kept in.</summary>
/// <param name="Name">As <c>Storage__Provider</c> names it.</param>
/// <param name="Where">The setting that says where it is.</param>
/// <param name="Add">Adds its record and its leases, or refuses the start in a sentence that names the setting that is wrong.</param>
internal sealed record Store(string Name, Func<IConfiguration, string> Where, Action<IServiceCollection, Store.Site> Add)
{
    /// <param name="IsSandbox">The sandbox believes whoever speaks to it, so its record is on this machine.</param>
    internal sealed record Site(IConfiguration Configuration, IHostEnvironment Environment, bool IsSandbox);
}

internal static class Stores
{
    /// <summary>One more store is a line here, a file, and the contracts' tests.
    /// The sandbox takes the first where no setting names one.</summary>
    public static IReadOnlyList<Store> All { get; } = [SqliteStore.Store, TablesStore.Store];

    /// <exception cref="StartRefusedException">It names no store, or nothing is named outside the sandbox: a file that goes with its
    /// container would be lost with it.</exception>
    public static Store Chosen(IConfiguration configuration, bool isSandbox) => configuration["Storage:Provider"] is { Length: > 0 } named
        ? All.FirstOrDefault(store => store.Name.Equals(named, StringComparison.OrdinalIgnoreCase))
            ?? throw new StartRefusedException($"Storage__Provider must be {string.Join(" or ", All.Select(store => store.Name))}.")
        : isSandbox
            ? All[0]
            : throw new StartRefusedException("Storage__Provider is missing: AzureTables, or Sqlite for one instance whose disk is kept.");
}
