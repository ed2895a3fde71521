using StrategyBot.Benchmarks.Load.Seeding;
using StrategyBot.Tests.TestKit.Load;

namespace StrategyBot.Benchmarks.Load.Rows;

/// <summary><c>status</c>, typed: a message comes, and one card is posted.</summary>
internal static class StatusRow
{
    private const double Goal = 0.30;

    public static async Task MeasureAsync(Rig rig)
    {
        var work = $"status, {SeededStores.CasesOfAChair} open cases of a chair among {rig.Scale.StoreCases:N0}";
        await using var bot = await rig.BotAsync(await rig.Stores.AuthorityAsync(rig.Scale.StoreCases));
        await CheckAsync(rig, bot);
        var (before, answered) = (await rig.PostedAsync(), 0L);
        var servers = Asking(rig, bot).Select(one => one with { Done = (_, _) => Interlocked.Increment(ref answered) });
        var closed = await new Comparison(rig, [.. servers], 16).ClosedAsync();
        rig.Report.Detail(work, closed);
        var ratio = closed.Ratio(Turns.Bot, Turns.Bare);
        rig.Report.Goal(work, $"≥ {Goal:N2} of a bare endpoint that posts one card",
            $"{ratio:N4} (by CPU {closed.CpuRatio(Turns.Bot, Turns.Bare):N4})", ratio >= Goal && closed.Wrong(Turns.Bot) == 0);
        rig.Report.Beside("status: the bot, of floor B that posts the same card", $"{closed.Ratio(Turns.Bot, Turns.FloorB):N4}");
        rig.Report.Beside("status: turns answered, cards posted", $"{answered:N0}, {await rig.PostedAsync() - before:N0}");
    }

    /// <summary>That it is the chair's cases which are posted.</summary>
    private static async Task CheckAsync(Rig rig, ServerProcess bot)
    {
        using var wire = new Wire(bot.Port);
        var posted = await rig.PostedByAsync(() =>
            wire.SendAsync(rig.Requests.Status(SeededStores.Chair(0), 0), reply => reply.Status, default));
        if (posted.Split("SB-2026-").Length <= SeededStores.CasesOfAChair)
        {
            throw new InvalidOperationException($"That is no card of {SeededStores.CasesOfAChair} cases: {posted}");
        }
    }

    /// <summary>An answer to a message has no body; that a card was posted the connector counts.</summary>
    public static IReadOnlyList<Contender> Asking(Rig rig, ServerProcess bot)
    {
        byte[] Request(int connection, long number) => rig.Requests.Status(SeededStores.Chair((int)(number % SeededStores.Chairs)), number);
        return
        [
            new(Turns.Bare, rig.Bare, Request, Answers.None),
            new(Turns.FloorB, rig.FloorB, Request, Answers.None),
            new(Turns.Bot, bot, Request, Answers.None),
        ];
    }
}
