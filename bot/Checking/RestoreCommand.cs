using StrategyBot.Records;
using StrategyBot.Records.Backups;
using StrategyBot.Starting;

namespace StrategyBot.Checking;

/// <summary><c>dotnet run --project bot -- restore --file FILE</c>: puts a copy into an empty store. No bot runs meanwhile: one that was
/// started on a store that holds half a copy says so and ends.</summary>
internal static class RestoreCommand
{
    // Beyond these a number says it.
    private const int MostNamed = 50;

    /// <returns>0, or 1 where the record isn't whole or not all that it lacks is known.</returns>
    public static async Task<int> RunAsync(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var path = CopyFile.Of(configuration, StartedFor.Restore);
        var keys = BackupKeys.Read(configuration, services.GetRequiredService<IHostEnvironment>());
        await StoreStart.OpenAsync(services.GetRequiredService<IRecord>(), configuration, default);
        var restored = await services.GetRequiredService<Restore>().RunAsync(() => CopyFile.Open(path), keys, default);
        IReadOnlyList<Finding> found =
        [
            .. Say(restored, services.GetRequiredService<Words>()),
            .. await ActivatorUtilities.CreateInstance<RecordCheck>(services).LookAsync(default),
        ];
        await Checks.SayAsync(found);
        return Checks.Code(found);
    }

    internal static IEnumerable<Finding> Say(RestoredCopy restored, Words words)
    {
        yield return new(Verdict.Ok, "copy", $"{restored.Count.Say()}, as it stood "
            + $"{words.When(restored.TakenAt)}. What the bot has sent since, it doesn't know of, and may send again.");
        if (restored.Again > 0)
        {
            yield return new(Verdict.Ok, "sealed", $"what was sealed or deleted since is so again, of {Cases(restored.Again)}.");
        }

        if (restored.Lost is null)
        {
            yield return new(Verdict.SeeTo, "lost", "nothing outside the record tells what is missing, nor what was sealed or deleted "
                + "since: seal and delete it again. Every open case says so to whoever leads it.");
        }
        else
        {
            foreach (var lost in restored.Lost.Take(MostNamed))
            {
                yield return new(Verdict.SeeTo, lost.Name, $"{lost.Count} {(lost.Count == 1 ? "line is" : "lines are")} missing, "
                    + "written after the copy was taken.");
            }

            if (restored.Lost.Count > MostNamed)
            {
                yield return new(Verdict.SeeTo, "lost", $"and {restored.Lost.Count - MostNamed:N0} more.");
            }
        }

        foreach (var left in restored.LeftAlone)
        {
            yield return new(Verdict.Wrong, left.About, $"it {left.Why}; nothing was sealed in it again.");
        }

        foreach (var stream in restored.Short)
        {
            yield return new(Verdict.Wrong, CaseCodec.NameOf(stream), "lines of it are missing in the copy, so it ends before them.");
        }
    }

    private static string Cases(int count) => count == 1 ? "one case" : $"{count:N0} cases";
}
