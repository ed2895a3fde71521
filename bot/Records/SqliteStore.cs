using StrategyBot.Rules;
using StrategyBot.Starting;

namespace StrategyBot.Records;

/// <summary>A file in the storage folder.</summary>
internal static class SqliteStore
{
    private const string Setting = "Storage__Path";

    public static Store Store { get; } = new("Sqlite", _ => Setting, (services, site) =>
    {
        var path = Path.Combine(StorageFolder.Open(site.Configuration, site.Environment), "record.db");
        services.AddSingleton<IRecord>(_ => Open(path))
            .AddSingleton<ILeases>(at => new SqliteLeases(path, at.GetRequiredService<WallClock>().Time));
    });

    private static SqliteRecord Open(string path)
    {
        try
        {
            return new SqliteRecord(path);
        }
        catch (Exception failure) when (StoreStart.Why(failure) is { } why)
        {
            throw new StartRefusedException($"{Setting} names a store that can't be read and written: {why}.");
        }
    }
}
