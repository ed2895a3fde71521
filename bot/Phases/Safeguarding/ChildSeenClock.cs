namespace StrategyBot.Phases.Safeguarding;

/// <summary>By when each child is to be seen in an enquiry (P29).</summary>
internal sealed class ChildSeenClock : IClock
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(4);

    public static string Kind => "safeguarding/child-seen";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a child is to be seen";

    public static string Watches => "each child to be seen, once an enquiry is decided on, or a meeting is called for the same day";

    public static string Until => "the child is seen, or it is said why the child is safeguarded without";

    public static Climb Climb => Climb.Safety;

    public static string Sentence => "Something about a child's safety is due; open your part now.";

    /// <summary>A visit that failed has a clock of its own.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from child in @case.Children
        let due = SeenRule.Due(@case, child)
        where due is not null
        select new RunningClock($"{@case.Meeting.Id.Value}/{child.Id.Value}/{due.At.UtcDateTime:yyyyMMddHHmm}", due.At,
            DecideByClock.Owners(@case))
        {
            Child = child.Id,
            Before = [due.At - Ahead],
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var child = @case.Find(running.Child!.Value)!;
        return step == ClockStep.Before
            ? $"{child.Number} is to be seen by {words.When(running.EndsAt)}. Nobody has said that the child was."
            : $"{child.Number} was to be seen by {words.When(running.EndsAt)}. Nobody has said that the child was.";
    }

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        @case.Find(running.Child!.Value) is { } child ? [ChildSeenPart.Button(@case, child)] : [];
}
