using System.Globalization;
using StrategyBot.Benchmarks.Load.Serving;
using StrategyBot.Tests.TestKit.Load;

namespace StrategyBot.Benchmarks.Load.Rows;

/// <summary><c>board</c>, typed by the head of a service: small against large (issue 18.5).</summary>
internal static class ServiceRow
{
    private const double Most = 1.5;
    private const string Few = "bot, small service", Many = "bot, large service";

    public static async Task MeasureAsync(Rig rig)
    {
        var (open, closed) = rig.Scale.Service;
        var (small, large) = (await rig.Stores.ServiceAsync(open / 100, closed / 100), await rig.Stores.ServiceAsync(open, closed));
        await using var few = await rig.BotAsync(small);
        await using var many = await rig.BotAsync(large);
        var (first, firstOfMany) = (await FirstAsync(rig, few, open / 100), await FirstAsync(rig, many, open));
        var work = $"board of {open:N0} open and {closed:N0} closed cases, against a hundredth of them";
        byte[] Request(int connection, long number) => rig.Requests.Typed("board", Cast.Head, number);
        Contender[] both = [new(Few, few, Request, Answers.None), new(Many, many, Request, Answers.None)];
        var asked = await new Comparison(rig, both, 4).ClosedAsync();
        rig.Report.Detail(work, asked);
        var ratio = 1 / asked.Ratio(Many, Few);
        rig.Report.Goal(work, string.Create(CultureInfo.InvariantCulture, $"≤ {Most:N1} × as long"),
            $"{Report.Number(ratio, "N2")} × (by CPU {Report.Number(1 / asked.CpuRatio(Many, Few), "N2")})",
            ratio <= Most && asked.Wrong(Many) == 0);
        rig.Report.Beside("board: the first one of a day, which reads the shelves", $"{Report.Number(first, "N0")} ms, "
            + $"{Report.Number(firstOfMany, "N0")} ms of the large service");
        rig.Stores.Forget(small);
        rig.Stores.Forget(large);
    }

    /// <summary>That it is their cases that are counted.</summary>
    /// <returns>Milliseconds.</returns>
    private static async Task<double> FirstAsync(Rig rig, ServerProcess bot, int open)
    {
        using var wire = new Wire(bot.Port);
        var since = System.Diagnostics.Stopwatch.StartNew();
        var posted = await rig.PostedByAsync(() =>
            wire.SendAsync(rig.Requests.Typed("board", Cast.Head, open), reply => reply.Status, default));
        return posted.Contains($"{open} open cases", StringComparison.Ordinal) ? since.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"That is no board of {open} cases: {posted}");
    }
}
