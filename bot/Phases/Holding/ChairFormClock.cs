using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Holding;

/// <summary>The chair's record of the meeting, where the procedure wants it on a day of its own (R92).</summary>
internal sealed class ChairFormClock : IClock
{
    // While there is time to do it before the office closes.
    private static readonly TimeOnly Afternoon = new(16, 0);

    public static string Kind => "holding/chair-form";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that the chair's form is due";

    public static string Watches => "the chair's record of the meeting, where the procedure gives it a day of its own";

    public static string Until => "the record is complete, or what is open in it is asked for by its own clock";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "The record of a meeting is due; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        if (@case is not { Profile.Minutes.ChairForm: not null, Meeting.Attendance: { EndedAt: { } ended, CompletedAt: null } attendance })
        {
            yield break;
        }

        var (clocks, due) = (@case.Clocks, Due(@case));
        var evening = clocks.Words.At(due.On, Afternoon);
        yield return new(@case.Meeting.Id.Value, clocks.Words.At(clocks.Days.After(due.On, 1), @case.Profile.Calendar.DigestAt),
            [@case.Meeting.Chair])
        {
            Before = evening > ended ? [evening] : [],
            Stops = attendance.Gaps is { } gaps ? LateGapsClock.From(@case, gaps) : null,
        };
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        $"The chair's record of the meeting is not complete. It {(Due(@case).IsPast(now) ? "was" : "is")} due by "
            + $"{Due(@case).Say(words)}.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.Id == @case.Meeting.Chair ? [CompletionPart.Button(@case)] : to.May(Capability.TakeChair) ? [TakeoverPart.Button(@case)] : [];

    private static Deadline Due(Case @case) =>
        MinutesLimits.For(@case.Clocks, @case.Profile.Minutes, CaseClocks.On(@case.Meeting)).ChairForm;
}
