namespace StrategyBot.Phases.Safeguarding;

/// <summary>A child could not be seen, and nobody has said what legal advice came to (section 47(6), P29).</summary>
internal sealed class AccessClock : IClock
{
    public static string Kind => "safeguarding/access-refused";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a child could not be seen";

    public static string Watches => "a child who could not be seen: access refused, not found, whereabouts withheld";

    public static string Until => "an order is applied for, it is said why the child is safeguarded without, or the child is seen";

    public static Climb Climb => Climb.Safety;

    public static string Sentence => "Something about a child's safety can't wait; open your part now.";

    public static bool IsDanger => true;

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from child in @case.Children
        let failed = SeenRule.Refused(@case, child)
        where failed is not null
        select new RunningClock(FormattableString.Invariant($"{@case.Meeting.Id.Value}/{child.Id.Value}/{failed.Seq}"), failed.At,
            DecideByClock.Owners(@case))
        {
            Child = child.Id,
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var child = @case.Find(running.Child!.Value)!;
        return SeenRule.Refused(@case, child) is { } failed
            ? $"{child.Number}: {WordTables.Visit.InList(failed.Fact.Outcome)}, {SeenRule.Say(failed, words)}. "
                + "Nobody has said what legal advice came to."
            : $"{child.Number}: the child could not be seen.";
    }

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) =>
        SeenDrawing.Law(@case).Skip(1);

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        @case.Find(running.Child!.Value) is { } child
            ? [LegalAdvicePart.Button(@case, child), ChildSeenPart.Button(@case, child)]
            : [];
}
