using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Reviewing;

/// <summary>Whoever was at the conference is sent the outline plan, and each later version of it (R113, paper 002).</summary>
internal sealed class TellOutlinePlanDuty(Reach reach) : IDuty<bool>
{
    // As long as a link in such a letter opens.
    private static readonly TimeSpan Worth = TimeSpan.FromDays(28);

    public static string Kind => OutlinePlan.TellKind;

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the outline plan";

    public static IEnumerable<Owed<bool>> Owes(Case @case) =>
        from outline in OutlinePlan.Of(@case)
        where outline.Plans.Any(plan => plan.Runs)
        from to in outline.Said.Fact.To
        where @case.Find(to) is { IsTakenOff: false } person && !person.Is(outline.Said.By)
        let since = outline.Since(to)!.Value
        let key = OutlinePlan.KeyFor(to, since)
        // Siblings on whom it was said together are one message, also once one of them has another plan.
        group (since, outline.WasChanged(to), to) by key into one
        select new Owed<bool>(one.Key, one.First().since, one.First().Item2)
        {
            To = one.First().to,
            WorthUntil = one.First().since + Worth,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<bool> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt, new(Card(@case, owed.About), owed.About
            ? "A plan you have was changed; open your part." : "A plan you helped to make is there; open your part."), cancellationToken);

    /// <summary>That it is there, and none of its words.</summary>
    internal static AdaptiveCard Card(Case @case, bool isChanged) => FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock(isChanged ? "The outline plan of the conference was changed. What you have of it no longer stands."
                : "The outline plan of the conference is there.")
            {
                Weight = TextWeight.Bolder,
            },
            new TextBlock("Read what you have agreed to do, and by when. If something is wrong, tell the social worker."),
        ],
        [OutlinePlanPage.Button(@case).Send() with { Title = "Read the outline plan" }]);
}
