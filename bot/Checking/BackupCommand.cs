using StrategyBot.Records;
using StrategyBot.Records.Backups;
using StrategyBot.Rules;
using StrategyBot.Starting;

namespace StrategyBot.Checking;

/// <summary><c>dotnet run --project bot -- backup --file FILE</c>: a copy of the whole record, locked; the bots may run.</summary>
internal static class BackupCommand
{
    /// <returns>0, or 1 where something in it isn't as it was written.</returns>
    public static async Task<int> RunAsync(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var path = CopyFile.Of(configuration, StartedFor.Backup);
        var keys = BackupKeys.Read(configuration, services.GetRequiredService<IHostEnvironment>());
        await StoreStart.OpenAsync(services.GetRequiredService<IRecord>(), configuration, default);
        var found = new List<Finding>();
        await CopyFile.WriteAsync(path, async to =>
        {
            var (count, faulty) = await services.GetRequiredService<Backup>()
                .TakeAsync(to, keys, services.GetRequiredService<WallClock>().Time.GetUtcNow(), default);
            found.AddRange(faulty.Select(stream => new Finding(Verdict.Wrong, CaseCodec.NameOf(stream),
                "copied as it stands, though it isn't as it was written: run verify.")));
            found.Add(new(Verdict.Ok, "copy", $"{count.Say()}, locked with key {keys.Current}. "
                + "Keep that key apart from the copy: without it nobody opens it."));
        });
        await Checks.SayAsync(found);
        return Checks.Code(found);
    }
}
