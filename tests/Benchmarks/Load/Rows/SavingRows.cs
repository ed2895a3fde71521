namespace StrategyBot.Benchmarks.Load.Rows;

/// <summary><c>task/submit</c>, on the disk before the answer.</summary>
internal static class SavingRows
{
    private const double OverMeetings = 0.12, OnOne = 0.05;
    private const int Connections = 64;

    public static Task MeetingsAsync(Rig rig) => MeasureAsync(rig, rig.Scale.Meetings, OverMeetings, mostMilliseconds: 25);

    public static Task OneCaseAsync(Rig rig) => MeasureAsync(rig, 1, OnOne, mostMilliseconds: 50);

    private static async Task MeasureAsync(Rig rig, int cases, double goal, int mostMilliseconds)
    {
        var work = $"save, {Connections} connections, {(cases == 1 ? "one case" : $"{cases} cases")} of {rig.Scale.Facts} facts at first";
        await using var bot = await rig.BotAsync(await rig.Stores.MeetingsAsync(cases, rig.Scale.Facts));
        var saves = await Saves.PrepareAsync(rig, bot, Turns.Cases(cases), rig.Scale.Facts);
        var servers = Turns.Saving(rig, bot, saves);
        var closed = await new Comparison(rig, servers, Connections).ClosedAsync();
        rig.Report.Detail(work, closed);
        var (ratio, p99) = (closed.Ratio(Turns.Bot, Turns.Bare), closed.Milliseconds(Turns.Bot, 99));
        rig.Report.Goal(work, $"≥ {goal:N2} of the bare floor; p99 ≤ {mostMilliseconds} ms",
            $"{ratio:N4} (by CPU {closed.CpuRatio(Turns.Bot, Turns.Bare):N4}); p99 {p99:N1} ms",
            ratio >= goal && p99 <= mostMilliseconds && closed.Wrong(Turns.Bot) == 0);
        rig.Report.Detail($"{work}, at half of its own rate", await new Comparison(rig, [servers[1]], Connections)
            .OpenAsync(one => closed.PerSecond(one.Name) / 2));
        rig.Report.Beside($"{work}: acknowledged, found on the disk",
            $"{saves.Acknowledged:N0}, {await saves.OnTheDiskAsync(bot.Store):N0}");
    }
}
