using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Cases;

/// <summary>When police protection ends, on clock hours, for each child until the child is confirmed safe (P4). Pure.</summary>
internal static class ProtectionClocks
{
    public static IEnumerable<CaseClock> Of(Case @case, Clocks clocks)
    {
        var latest = @case.Children.Select(child => Latest(@case, child)).OfType<Taken>().ToList();
        // Until it is written down where a child is, what was said at convene is all there is.
        return latest.Count > 0 || @case.Circumstances is not { ImmediateActionAt: { } takenAt } given
            || !given.Has(Features.PoliceProtection)
            ? latest.Where(start => start.From is not null).Select(start => Ends(@case, clocks, start))
            : [Ends(@case, clocks, new(null, takenAt, null, Audience.Professionals))];
    }

    private static Taken? Latest(Case @case, Child child) =>
        @case.Meetings.LastOrDefault(meeting => meeting.Safety.Positions.ContainsKey(child.Id))?.Safety is { } safety
            ? new(child, From(safety.Positions[child.Id].Fact), safety.Confirmed.GetValueOrDefault(child.Id)?.At,
                safety.Positions[child.Id].Fact.Audience)
            : null;

    private static DateTimeOffset? From(PositionRecorded position) =>
        position.Basis == SafetyBasis.PoliceProtection ? position.BasisFrom : null;

    private static CaseClock Ends(Case @case, Clocks clocks, Taken start) => new(
        start.Child is { } of ? $"{of.Id.Value}/police-protection" : "police-protection",
        start.Child is { } child && @case.Children.Count > 1 ? $"{child.Number}: Police protection ends" : "Police protection ends",
        SafetyLimits.PoliceProtectionEnds(clocks, @case.Profile, start.From!.Value))
    {
        DoneAt = start.SafeAt,
        IsTracked = true,
        SaidDone = "Child confirmed safe",
        SaidOverdue = "It has ended, and the child is not confirmed safe.",
        Audience = start.Audience,
    };

    /// <param name="From"><c>null</c> where the child's position has another basis.</param>
    private sealed record Taken(Child? Child, DateTimeOffset? From, DateTimeOffset? SafeAt, Audience Audience);
}
