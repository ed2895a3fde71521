using System.Globalization;
using StrategyBot.Benchmarks.Load.Serving;
using StrategyBot.Tests.TestKit.Load;

namespace StrategyBot.Benchmarks.Load.Rows;

/// <summary>One look of the runner where nothing is due just now: what the bot does each second, whoever else is there.</summary>
internal static class SweepRow
{
    private const double MostMilliseconds = 50, MostDifference = 0.10;
    private const int Times = 60;

    public static async Task MeasureAsync(Rig rig)
    {
        var (open, closed) = rig.Scale.Sweep;
        var (full, only) = (await rig.Stores.OwingAsync(open, closed), await rig.Stores.OwingAsync(open, 0));
        var (all, without) = await InTurnAsync(rig, full, only);
        var ratio = all / without;
        rig.Report.Goal($"sweep of the obligations, {open:N0} open and {closed:N0} closed cases",
            $"≤ {MostMilliseconds:N0} ms, and the same without the closed ± {MostDifference:P0}",
            $"{all:N2} ms; {ratio:N2} × without the closed ({without:N2} ms)",
            all <= MostMilliseconds && Math.Abs(ratio - 1) <= MostDifference);
        rig.Stores.Forget(full);
        rig.Stores.Forget(only);
    }

    /// <returns>Medians in milliseconds.</returns>
    public static async Task<(double First, double Second)> InTurnAsync(Rig rig, string first, string second)
    {
        await using var one = await rig.BotAsync(first);
        await using var other = await rig.BotAsync(second);
        var (ones, others) = (new List<double>(), new List<double>());
        for (var time = 0; time < Times; time++)
        {
            // Each as often behind the other as before it.
            if (time % 2 == 0)
            {
                ones.Add(await SweepAsync(one));
            }

            others.Add(await SweepAsync(other));
            if (time % 2 == 1)
            {
                ones.Add(await SweepAsync(one));
            }
        }

        // The first few find cold code.
        return (Latencies.Median(ones.Skip(Times / 3)), Latencies.Median(others.Skip(Times / 3)));
    }

    private static async Task<double> SweepAsync(ServerProcess bot) =>
        double.Parse(await bot.Line.GetStringAsync(new Uri(BotServer.Sweep, UriKind.Relative)), CultureInfo.InvariantCulture);
}
