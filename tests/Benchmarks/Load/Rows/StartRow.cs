using System.Diagnostics;
using System.Net.Sockets;
using StrategyBot.Benchmarks.Load.Seeding;
using StrategyBot.Benchmarks.Load.Serving;
using StrategyBot.Tests.TestKit.Load;

namespace StrategyBot.Benchmarks.Load.Rows;

/// <summary>From before the process is begun until the first form is open.</summary>
internal static class StartRow
{
    private const double Goal = 2;

    public static async Task MeasureAsync(Rig rig)
    {
        var work = $"start to the first answered turn, {rig.Scale.StoreCases:N0} cases in the store";
        var (bot, floor, ratio) = await InTurnAsync(rig, await rig.Stores.AuthorityAsync(rig.Scale.StoreCases));
        rig.Report.Goal(work, $"≤ {Goal:N0} × the bare floor's", $"{ratio:N2} × ({bot:N0} ms, the floor {floor:N0} ms)", ratio <= Goal);
    }

    /// <returns>Medians in milliseconds, and the median of the rounds' ratios.</returns>
    public static async Task<(double Bot, double Floor, double Ratio)> InTurnAsync(Rig rig, string store)
    {
        var copy = rig.Stores.Copy(store);
        var (bots, floors) = (new List<double>(), new List<double>());
        for (var round = 0; round < rig.Scale.Rounds; round++)
        {
            floors.Add(await StartAsync(rig, Servers.Bare, "-"));
            bots.Add(await StartAsync(rig, Servers.Bot, copy));
        }

        SeededStores.Drop(copy);
        return (Latencies.Median(bots), Latencies.Median(floors), Latencies.Median(bots.Zip(floors, (bot, floor) => bot / floor)));
    }

    private static async Task<double> StartAsync(Rig rig, string what, string store)
    {
        await using var server = ServerProcess.Begin(what, rig, store);
        var request = rig.Requests.Fetch(SeededStores.Chair(0), SeededStores.Id(1), 1);
        while (true)
        {
            server.CheckLives();
            try
            {
                using var wire = new Wire(server.Port);
                var isAnswered = await wire.SendAsync(request, reply => reply.Status == 200, default);
                var took = Stopwatch.GetElapsedTime(server.StartedAt);
                return isAnswered ? took.TotalMilliseconds : throw new InvalidOperationException($"{what} didn't answer its first turn.");
            }
            catch (SocketException)
            {
                // It doesn't listen yet.
                await Task.Delay(1);
            }
        }
    }
}
