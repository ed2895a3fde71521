namespace StrategyBot.Cases;

/// <summary>What a reader was told, bound to the number of the last fact that changed it for them (design §3.2). Pure.</summary>
/// <remarks>There and back again is a change each time; the same again, and other words for it, are none.</remarks>
/// <param name="Number">Of that fact.</param>
/// <param name="At">When it was written.</param>
internal sealed record Telling(int Number, DateTimeOffset At)
{
    // Earlier changes were never told apart: what was told then counts as told.
    private static readonly DateTimeOffset Since = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What becomes of the children whom somebody holds, and where they are safe, changed after the plan was agreed.</summary>
    /// <returns><c>null</c> where it stands as it was agreed.</returns>
    public static Telling? OfOutcome(Case @case, IEnumerable<Child> children) => children
        .SelectMany(child => new[]
        {
            @case.Meeting.Plan.Section47.GetValueOrDefault(child.Id) is { } decided ? Of(Told(decided)) : null,
            @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id) is { } position ? Of(position) : null,
        })
        .OfType<Telling>()
        .Where(change => change.Number > @case.Meeting.Plan.AgreedVersion && change.At >= Since)
        .MaxBy(change => change.Number);

    /// <summary>Who is to be checked, and where they live, changed since somebody was told.</summary>
    /// <returns><c>null</c> where it stands as it was told.</returns>
    public static Telling? OfPeople(Case @case, Participant reader, DateTimeOffset told) => @case.Children
        .SelectMany(child => child.Last?.For(reader, child.Address) ?? [])
        .Concat(@case.Adults.SelectMany(adult => adult.Last?.For(reader, adult.Address) ?? []))
        .Where(said => said.At > told && !reader.Is(said.By))
        .Select(said => new Telling(said.Number, said.At)).MaxBy(change => change.Number);

    /// <summary>Whether somebody has confirmed what stands now.</summary>
    public static bool IsConfirmed(Case @case, ParticipantId holder, IEnumerable<Child> children) =>
        IsRung(@case, children)
        || (@case.Meeting.Plan.Acknowledged.TryGetValue(holder, out var seen) && seen >= (OfOutcome(@case, children)?.Number ?? 0));

    /// <summary>Whether the place that holds them was rung with what stands now (P35).</summary>
    public static bool IsRung(Case @case, IEnumerable<Child> children) => children.Any()
        && (OfOutcome(@case, children)?.Number ?? 0) is var now
        && children.All(child => @case.Meeting.Safety.RungFor(child.Id) is { } rung && rung.Fact.Number >= now);

    private static Decided<Section47Decided> Told(Decided<Section47Decided> decided)
    {
        while (decided.Before is { } before && Says(before) == Says(decided))
        {
            decided = before;
        }

        return decided;
    }

    private static (Section47, Conduct?, FollowOn?) Says(Decided<Section47Decided> decided) =>
        (decided.Fact.Answer, decided.Fact.Conduct, decided.Fact.FollowOn);

    private static Telling Of<T>(Decided<T> decided) => new(decided.Seq, decided.At);
}
