using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks.Load.Rows;

/// <summary><c>task/fetch</c> of a form.</summary>
internal static class OpeningRows
{
    private const double OfFloorB = 0.70, OfTheBare = 0.44, OldestOfFloorB = 0.60;

    public static async Task MeetingsAsync(Rig rig)
    {
        var work = $"open a form, {rig.Scale.Meetings} cases of {rig.Scale.Facts} facts";
        var cases = Turns.Cases(rig.Scale.Meetings);
        await using var bot = await rig.BotAsync(await rig.Stores.MeetingsAsync(rig.Scale.Meetings, rig.Scale.Facts));
        await CheckAsync(rig, bot, cases[0]);
        foreach (var connections in Scale.Connections)
        {
            var servers = Turns.Opening(rig, bot, cases);
            var closed = await new Comparison(rig, connections == 16 ? [.. servers, Turns.Echoing(rig, cases)] : servers, connections)
                .ClosedAsync(isWarm: connections != Scale.Connections[0]);
            rig.Report.Detail(work, closed);
            if (connections == 16)
            {
                var (b, bare) = (closed.Ratio(Turns.Bot, Turns.FloorB), closed.Ratio(Turns.Bot, Turns.Bare));
                rig.Report.Goal(work, $"≥ {OfFloorB:N2} of floor B, ≥ {OfTheBare:N2} of the bare floor",
                    $"{b:N3} of floor B (by CPU {closed.CpuRatio(Turns.Bot, Turns.FloorB):N3}), {bare:N3} of the bare "
                        + $"(by CPU {closed.CpuRatio(Turns.Bot, Turns.Bare):N3})",
                    b >= OfFloorB && bare >= OfTheBare && closed.Wrong(Turns.Bot) == 0);
                rig.Report.Beside("Floor B, of the bare floor", $"{closed.Ratio(Turns.FloorB, Turns.Bare):N3}");
                rig.Report.Beside("Bot Builder's empty echo, of the bare floor", $"{closed.Ratio(Turns.Echo, Turns.Bare):N3}");
                rig.Report.Beside("The driver's ceiling: the bare floor's turns a second", $"{closed.PerSecond(Turns.Bare):N0}");
                rig.Report.Detail($"{work}, at half of each one's own rate",
                    await new Comparison(rig, servers, 64).OpenAsync(one => closed.PerSecond(one.Name) / 2));
            }
        }
    }

    /// <summary>That floor B answers the very card that the bot answers.</summary>
    private static async Task CheckAsync(Rig rig, ServerProcess bot, CaseId id)
    {
        var (theirs, floors) = (await FilledForm.CardAsync(bot, rig.Requests, Given.Priya, id),
            await FilledForm.CardAsync(rig.FloorB, rig.Requests, Given.Priya, id));
        rig.Report.Beside("The card of the form, KB", Report.Number(floors.ToJsonString().Length / 1e3, "N1"));
        if (!JsonNode.DeepEquals(theirs, floors))
        {
            throw new InvalidOperationException($"Floor B must answer what the bot answers:\n{floors}\n{theirs}");
        }
    }

    public static async Task OldestAsync(Rig rig)
    {
        var work = $"open a form, one case of {rig.Scale.FactsOfTheOldest:N0} facts";
        await using var bot = await rig.BotAsync(await rig.Stores.MeetingsAsync(1, rig.Scale.FactsOfTheOldest));
        var closed = await new Comparison(rig, Turns.Opening(rig, bot, Turns.Cases(1)), 16).ClosedAsync();
        rig.Report.Detail(work, closed);
        var ratio = closed.Ratio(Turns.Bot, Turns.FloorB);
        rig.Report.Goal(work, $"≥ {OldestOfFloorB:N2} of floor B",
            $"{ratio:N3} (by CPU {closed.CpuRatio(Turns.Bot, Turns.FloorB):N3})", ratio >= OldestOfFloorB && closed.Wrong(Turns.Bot) == 0);
    }
}
