using StrategyBot.Benchmarks.Load.Seeding;
using StrategyBot.Cases;

namespace StrategyBot.Benchmarks.Load.Rows;

/// <summary>The same work at 1, 10 and 100 times the data. What a person waits for must not grow with it.</summary>
internal static class GrowthRows
{
    private const int Cases = 20, Connections = 16;

    public static async Task MeasureAsync(Rig rig)
    {
        await ByAgeAsync(rig);
        await ByCasesAsync(rig);
        await ByClosedAsync(rig);
        await BySweepAsync(rig);
    }

    private static async Task ByAgeAsync(Rig rig)
    {
        var (opens, saves) = (new List<string>(), new List<string>());
        foreach (var facts in rig.Scale.FactsGrow)
        {
            await using var bot = await rig.BotAsync(await rig.Stores.MeetingsAsync(Cases, facts));
            opens.Add(Say(await OpenAsync(rig, bot, Turns.Cases(Cases))));
            saves.Add(Say(await SaveAsync(rig, bot, Turns.Cases(Cases), facts)));
        }

        var data = $"{string.Join(", ", rig.Scale.FactsGrow.Select(facts => $"{facts:N0}"))} facts a case";
        rig.Report.Growth("open a form", data, opens);
        rig.Report.Growth("save", data, saves);
    }

    private static async Task ByCasesAsync(Rig rig)
    {
        var (opens, statuses, starts) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var cases in rig.Scale.CasesGrow)
        {
            var store = await rig.Stores.AuthorityAsync(cases);
            starts.Add($"{(await StartRow.InTurnAsync(rig, store)).Bot:N0} ms");
            await using var bot = await rig.BotAsync(store);
            opens.Add(Say(await new Comparison(rig, [OpeningOwn(rig, bot)], Connections).ClosedAsync()));
            statuses.Add(Say(await new Comparison(rig, [StatusRow.Asking(rig, bot)[^1]], Connections).ClosedAsync()));
        }

        var data = $"{string.Join(", ", rig.Scale.CasesGrow.Select(cases => $"{cases:N0}"))} cases in the store";
        rig.Report.Growth("open a form", data, opens);
        rig.Report.Growth("status", data, statuses);
        rig.Report.Growth("start to the first answered turn", data, starts);
    }

    private static async Task ByClosedAsync(Rig rig)
    {
        var statuses = new List<string>();
        foreach (var closed in rig.Scale.ClosedGrow)
        {
            var store = await rig.Stores.AuthorityAsync(SeededStores.Chairs * (SeededStores.CasesOfAChair + closed), closed);
            await using var bot = await rig.BotAsync(store);
            statuses.Add(Say(await new Comparison(rig, [StatusRow.Asking(rig, bot)[^1]], Connections).ClosedAsync()));
        }

        rig.Report.Growth("status", $"{string.Join(", ", rig.Scale.ClosedGrow)} closed cases of the same chair", statuses);
    }

    private static async Task BySweepAsync(Rig rig)
    {
        var sweeps = new List<string>();
        var (open, closed) = rig.Scale.Sweep;
        foreach (var part in new[] { 100, 10, 1 })
        {
            // The closed ones grow to a tenth of the goal's row, which has them all.
            var store = await rig.Stores.OwingAsync(open / part, closed / part / 10);
            sweeps.Add($"{(await SweepRow.InTurnAsync(rig, store, store)).First:N2} ms");
            rig.Stores.Forget(store);
        }

        rig.Report.Growth("sweep of the obligations", $"{open / 100:N0}, {open / 10:N0}, {open:N0} open cases", sweeps);
    }

    private static Contender OpeningOwn(Rig rig, ServerProcess bot) => new(Turns.Bot, bot, (_, number) =>
    {
        var at = (int)(number % (SeededStores.Chairs * SeededStores.CasesOfAChair));
        return rig.Requests.Fetch(SeededStores.Chair(at / SeededStores.CasesOfAChair), SeededStores.Id(at + 1), number);
    }, Answers.Form);

    private static Task<Comparison> OpenAsync(Rig rig, ServerProcess bot, IReadOnlyList<CaseId> cases) =>
        new Comparison(rig, [Turns.Opening(rig, bot, cases)[^1]], Connections).ClosedAsync();

    private static async Task<Comparison> SaveAsync(Rig rig, ServerProcess bot, IReadOnlyList<CaseId> cases, int version)
    {
        var saves = await Saves.PrepareAsync(rig, bot, cases, version);
        return await new Comparison(rig, [Turns.Saving(rig, bot, saves)[^1]], Connections).ClosedAsync();
    }

    private static string Say(Comparison one) =>
        $"{one.PerSecond(Turns.Bot):N0}/s, p99 {one.Milliseconds(Turns.Bot, 99):N1} ms, "
            + $"{one.Median(Turns.Bot, sample => sample.Cpu * 1e6):N0} µs"
            + (one.Wrong(Turns.Bot) is > 0 and var wrong ? $", {wrong} wrong" : "");
}
