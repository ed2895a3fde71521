using StrategyBot.Benchmarks.Load.Serving;
using StrategyBot.Tests.TestKit.Load;

namespace StrategyBot.Benchmarks.Load.Rows;

/// <summary>What a server that did nothing else has in memory after many turns over many cases. Of each five turns one saves.</summary>
internal static class MemoryRow
{
    private const double Goal = 2;
    private const int Connections = 16, Facts = 50;

    public static async Task MeasureAsync(Rig rig)
    {
        var (cases, turns) = rig.Scale.Memory;
        var work = $"memory after {turns:N0} turns over {cases:N0} cases";
        var ids = Turns.Cases(cases);
        await using var floor = await ServerProcess.StartAsync(Servers.Bare, rig);
        await using var bot = await rig.BotAsync(await rig.Stores.MeetingsAsync(cases, Facts));
        var (idleFloor, idleBot) = (await floor.CountersAsync(), await bot.CountersAsync());
        var saves = await Saves.PrepareAsync(rig, bot, ids, Facts);
        var wrong = 0L;
        foreach (var server in new[] { floor, bot })
        {
            var wires = Enumerable.Range(0, Connections).Select(_ => new Wire(server.Port)).ToArray();
            var round = await rig.Driver.CountedAsync(Connections, turns, (connection, number, cancellationToken) =>
            {
                var (request, marker) = number / cases % 5 == 2
                    ? (saves.Request(connection, number), Answers.Saved)
                    : (rig.Requests.Fetch(Turns.Person(connection), ids[(int)(number % cases)], number), Answers.Form);
                return wires[connection].SendAsync(
                    request, reply => Answers.Says(reply, server == bot ? marker : Answers.Constant), cancellationToken);
            }, default);
            wrong += round.Wrong;
            Array.ForEach(wires, wire => wire.Dispose());
        }

        var (afterFloor, afterBot) = (await floor.CountersAsync(), await bot.CountersAsync());
        var ratio = (double)afterBot.WorkingSet / afterFloor.WorkingSet;
        rig.Report.Goal(work, $"≤ {Goal:N0} × the bare floor's",
            $"{ratio:N2} × ({Megabytes(afterBot.WorkingSet)}, the floor {Megabytes(afterFloor.WorkingSet)}; {wrong} wrong answers)",
            ratio <= Goal);
        rig.Report.Beside("Of it private: bot, floor", $"{Megabytes(afterBot.Private)}, {Megabytes(afterFloor.Private)}");
        rig.Report.Beside("Memory before the first turn: bot, floor",
            $"{Megabytes(idleBot.WorkingSet)}, {Megabytes(idleFloor.WorkingSet)}");
    }

    private static string Megabytes(long bytes) => $"{Report.Number(bytes / 1e6, "N0")} MB";
}
