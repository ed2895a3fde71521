using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Cases;

/// <summary>When police protection ends, on clock hours, for each child until the child is confirmed safe (P4). Pure.</summary>
internal static class ProtectionClocks
{
    /// <summary>The id of what was said at convening, of no child yet.</summary>
    public const string OfCase = "police-protection";

    public static IEnumerable<CaseClock> Of(Case @case, Clocks clocks)
    {
        var latest = @case.Children.Select(child => Latest(@case, child)).OfType<Taken>().ToList();
        // Until it is written down where a child is, what was said at convene is all there is.
        return latest.Count > 0 || @case.Circumstances?.Has(Features.PoliceProtection) != true
            ? latest.Where(start => start.From is not null).Select(start => Ends(@case, clocks, start))
            : [Ends(@case, clocks, new(null, Earliest(@case), null, Audience.Professionals) { IsToConfirm = IsToConfirm(@case) })];
    }

    /// <summary>Whether the time of the immediate action, as it was said at convene, is not certain.</summary>
    public static bool IsToConfirm(Case @case) => @case.Circumstances is { } given
        && (given.ActionToConfirm == true || (given.Has(Features.PoliceProtection) && given.ImmediateActionAt is null));

    /// <summary>Since when a child is under police protection: where that isn't certain, the earliest possible.</summary>
    /// <returns><c>null</c> where the position has another basis.</returns>
    public static (DateTimeOffset From, bool IsToConfirm)? Since(Case @case, PositionRecorded position) =>
        position.Basis != SafetyBasis.PoliceProtection ? null
        : position.BasisFrom is { } since ? (since, position.SinceToConfirm == true)
        : (Earliest(@case), true);

    private static DateTimeOffset Earliest(Case @case) => @case.Circumstances is { } given
        ? given.Has(Features.PoliceProtection) && given.ImmediateActionAt is { } at ? at : given.ConcernIdentifiedAt
        : @case.OpenedAt;

    private static Taken? Latest(Case @case, Child child)
    {
        if (@case.Meetings.LastOrDefault(meeting => meeting.Safety.Positions.ContainsKey(child.Id))?.Safety is not { } safety)
        {
            return null;
        }

        var (position, since) = (safety.Positions[child.Id].Fact, Since(@case, safety.Positions[child.Id].Fact));
        return new(child, since?.From, safety.Confirmed.GetValueOrDefault(child.Id)?.At, position.Audience)
        {
            IsToConfirm = since?.IsToConfirm == true,
        };
    }

    private static CaseClock Ends(Case @case, Clocks clocks, Taken start) => new(
        start.Child is { } of ? $"{of.Id.Value}/{OfCase}" : OfCase,
        (start.Child is { } child && @case.Children.Count > 1 ? $"{child.Number}: Police protection ends" : "Police protection ends")
            + (start.IsToConfirm ? " (since when: to be confirmed)" : ""),
        SafetyLimits.PoliceProtectionEnds(clocks, @case.Profile, start.From!.Value))
    {
        DoneAt = start.SafeAt,
        IsTracked = true,
        SaidDone = "Child confirmed safe",
        SaidOverdue = "It has ended, and the child is not confirmed safe.",
        Audience = start.Audience,
    };

    /// <param name="From"><c>null</c> where the child's position has another basis.</param>
    private sealed record Taken(Child? Child, DateTimeOffset? From, DateTimeOffset? SafeAt, Audience Audience)
    {
        /// <summary>It runs from the earliest possible.</summary>
        public bool IsToConfirm { get; init; }
    }
}
