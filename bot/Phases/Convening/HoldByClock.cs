using System.Globalization;

namespace StrategyBot.Phases.Convening;

/// <summary>A case that was begun and whose meeting nobody has called: while its limit can still be met, and once it can't
/// (R18–R24, P27).</summary>
internal sealed class HoldByClock : IClock
{
    // A meeting that is called later than this on its last day is hardly held in time.
    private static readonly TimeOnly Noon = new(12, 0);

    // So long somebody fills in the form.
    private static readonly TimeSpan Filling = TimeSpan.FromHours(1);

    public static string Kind => "convening/uncalled";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a meeting is not called";

    public static string Watches => "the limit to hold the meeting, of a case that nobody has called";

    public static string Until => "the meeting is called, the case is closed, or another authority keeps it";

    public static Climb Climb => Climb.Safety;

    public static string Sentence => "A meeting has to be called; open your part now.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        var limit = MeetingDue.Of(@case, @case.OpenedAt);
        if ((@case.IsFurther && @case.Meeting.Opened?.Fact.By is null) || @case.Meeting.IsConvened
            || @case.Meeting.Attendance.StartedAt is not null || limit.NotNeeded is not null)
        {
            yield break;
        }

        var (clocks, due) = (@case.Clocks, limit.Due);
        var key = string.Create(CultureInfo.InvariantCulture, $"{@case.Meeting.Id.Value}/{due.At.UtcDateTime:yyyyMMddHHmm}");
        var filled = Begun(@case) + Filling;
        if (IsSameDay(@case, due))
        {
            yield return new(key, Earliest(filled, due.At), [@case.Meeting.Chair]) { Stops = due.At };
        }
        else
        {
            var last = clocks.Words.At(due.On, Noon);
            DateTimeOffset[] before =
            [
                clocks.Words.At(clocks.Days.Before(due.On, 1), @case.Profile.Calendar.DigestAt),
                clocks.Words.At(due.On, @case.Profile.Calendar.DigestAt),
            ];
            yield return new(key, last, [@case.Meeting.Chair])
            {
                // Whoever is to chair a further meeting, and did not open it, hears of it at once.
                Before =
                [
                    .. @case.Meeting.Opened is { } opened && !@case.Chair.Is(opened.By) && opened.At < last ? [opened.At]
                        : (IReadOnlyList<DateTimeOffset>)[],
                    .. before.Where(at => at > filled && at < last),
                ],
                Stops = due.At,
            };
        }

        var passed = due.At.AddMinutes(1);
        yield return new($"{key}/passed",
            IsSameDay(@case, due) ? passed : clocks.NextAt(passed, @case.Profile.Calendar.DigestAt), [@case.Meeting.Chair]);
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var due = MeetingDue.Of(@case, @case.OpenedAt).Due;
        if (@case.IsFurther)
        {
            return due.IsPast(now)
                ? $"{Purpose(@case)} was to be held by {due.Date(words)}, and nobody has called it."
                : $"{Purpose(@case)} is to be held by {due.Date(words)}. You chair it, and it is not called yet.";
        }

        return due.IsPast(now)
            ? $"The limit to hold a strategy meeting has passed, and nobody has called it. It was {due.Date(words)}."
            : $"A strategy meeting must be held by {due.Date(words)}. The case was begun {words.When(@case.OpenedAt)}, "
                + "and nobody has called the meeting.";
    }

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) =>

        [
            // Why it holds tells something of the child.
            new TextBlock(CardText.Plain($"The limit: {MeetingDue.Of(@case, @case.OpenedAt).Due.Say(words)}.")),
            new TextBlock("Protecting a child does not wait for it."),
        ];

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.Id == @case.Meeting.Chair
            ? [new("Go on convening", GoOnConvening.Verb, new GoOnConvening.Form(@case.Ref.Value)),
                @case.IsFurther ? MeetingNotNeededPart.Button(@case) : ClosingPage.Button(@case)]
            : [];

    private static DateTimeOffset Begun(Case @case) => @case.Meeting.Opened?.At ?? @case.OpenedAt;

    private static string Purpose(Case @case) => WordTables.MeetingPurpose.InForm(
        @case.Meeting.Opened?.Fact.Purpose == MeetingPurpose.Review ? MeetingPurpose.Review : MeetingPurpose.Further);

    /// <summary>Due on the day on which it was begun.</summary>
    private static bool IsSameDay(Case @case, Rules.Deadlines.Deadline due) => due.On <= @case.Clocks.Words.LocalDate(Begun(@case));

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
