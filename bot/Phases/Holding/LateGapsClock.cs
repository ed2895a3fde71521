namespace StrategyBot.Phases.Holding;

/// <summary>A record that is still open two working days after what was open at the end was asked for (P7).</summary>
internal sealed class LateGapsClock : IClock
{
    // The chair is asked when it is due, the manager on the first.
    private const int Days = 2;

    public static string Kind => "holding/gaps-late";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a record is still open";

    public static string Watches => "what was open at the end of the meeting, two working days after it was asked for";

    public static string Until => "the record is complete, or it is said why it is complete without";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "The record of a meeting is not complete; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        if (@case.Meeting.Attendance is { Gaps: { } gaps, EndedAt: not null, CompletedAt: null })
        {
            yield return new(@case.Meeting.Id.Value, From(@case, gaps), [@case.Meeting.Chair]);
        }
    }

    public static DateTimeOffset From(Case @case, GapsListed gaps) => @case.Clocks.Words.At(
        @case.Clocks.Days.After(@case.Clocks.Words.LocalDate(gaps.DueAt), Days), @case.Profile.Calendar.DigestAt);

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        $"The record of the meeting is not complete. It was to be by {words.When(@case.Meeting.Attendance.Gaps!.DueAt)}.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.Id == @case.Meeting.Chair ? [CompletionPart.Button(@case)] : to.May(Capability.TakeChair) ? [TakeoverPart.Button(@case)] : [];
}
