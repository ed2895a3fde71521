using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>A review meeting was decided on, and nobody has opened it (R54, R60).</summary>
internal sealed class FurtherMeetingClock : IClock
{
    // As often as the manager looks at it (R60).
    private const int WorkingDays = 2;

    public static string Kind => "convening/further-meeting";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a further meeting is to be opened";

    public static string Watches => "a review meeting that was decided on, from two working days after";

    public static string Until => "another meeting is opened on the case, or the decision is taken back";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A further meeting has to be opened; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        if (@case.Meeting.Attendance.EndedAt is { } ended && @case.Meetings[^1].Id == @case.Meeting.Id
            && AnotherMeetingRule.IsDecided(@case))
        {
            var clocks = @case.Clocks;
            yield return new(@case.Meeting.Id.Value, clocks.Words.At(clocks.Days.After(clocks.Words.LocalDate(ended), WorkingDays),
                @case.Profile.Calendar.DigestAt), Owners(@case));
        }
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        "The meeting decided that there is a review meeting. Nobody has opened it yet.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(AnotherMeetingPart.Needs) ? [AnotherMeetingPart.Button(@case)] : [];

    /// <summary>Who sees to it that there is one: chair and managers.</summary>
    internal static ValueList<ParticipantId> Owners(Case @case) =>
    [
        @case.Meeting.Chair,
        .. @case.Participants.Where(person => !person.IsTakenOff && person.Id != @case.Meeting.Chair && person.Roles.Contains(Role.Manager))
            .Select(person => person.Id),
    ];
}
