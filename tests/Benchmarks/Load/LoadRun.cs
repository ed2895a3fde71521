using System.Diagnostics;
using StrategyBot.Benchmarks.Load.Rows;

namespace StrategyBot.Benchmarks.Load;

/// <summary><c>load</c>: every row of the table, one after another, and the table in the end.</summary>
internal static class LoadRun
{
    private static readonly IReadOnlyList<(string Name, Func<Rig, Task> Measure)> Rows =
    [
        ("open", OpeningRows.MeetingsAsync),
        ("oldest", OpeningRows.OldestAsync),
        ("submit", SavingRows.MeetingsAsync),
        ("one case", SavingRows.OneCaseAsync),
        ("status", StatusRow.MeasureAsync),
        ("board", ServiceRow.MeasureAsync),
        ("start", StartRow.MeasureAsync),
        ("memory", MemoryRow.MeasureAsync),
        ("sweep", SweepRow.MeasureAsync),
        ("growth", GrowthRows.MeasureAsync),
        ("tables", TablesRow.MeasureAsync),
    ];

    public static async Task<int> RunAsync(Scale scale)
    {
        var since = Stopwatch.StartNew();
        var failed = 0;
        await using var rig = await Rig.StartAsync(scale);
        foreach (var (name, measure) in Rows.Where(row => row.Name.Contains(scale.Only, StringComparison.OrdinalIgnoreCase)))
        {
            Terminal.Note($"{since.Elapsed:hh\\:mm\\:ss} {name}");
            try
            {
                await measure(rig);
            }
            catch (Exception failure)
            {
                // The other rows took their time too.
                rig.Report.Beside($"**{name} could not be measured**", failure.Message.ReplaceLineEndings(" "));
                failed++;
            }
        }

        rig.Report.Print(scale);
        Terminal.Note($"{since.Elapsed:hh\\:mm\\:ss} done");
        return failed;
    }
}
