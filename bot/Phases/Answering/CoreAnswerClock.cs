using System.Globalization;

namespace StrategyBot.Phases.Answering;

/// <summary>Core agencies that were invited and of which nobody has answered: they are rung, by the notice that there is (P12).</summary>
internal sealed class CoreAnswerClock : IClock
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(4), AtLeast = TimeSpan.FromMinutes(10), Day = TimeSpan.FromDays(1);

    // So long whoever was rung has to ring back.
    private static readonly TimeSpan AfterACall = TimeSpan.FromMinutes(30);

    // Nobody is rung before, for a meeting of the same morning.
    private static readonly TimeOnly Morning = new(8, 0);

    public static string Kind => "answering/core-answer";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a core agency has not answered";

    public static string Watches =>
        "the answer of each core agency that was invited: four hours before the meeting, at shorter notice once a quarter of it is over";

    public static string Until => "somebody of it answers, it is rung and comes, it is said why it is missing, or the meeting begins";

    public static Climb Climb => Climb.Safety;

    public static string Sentence => "A core agency has not answered a meeting's invitation; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        if (@case.HappenedAlready || Silent(@case).Count == 0
            || @case.Meeting is not { Room: { Convened: { } convened } room, Attendance: { StartedAt: null, EndedAt: null } held })
        {
            return [];
        }

        var invited = room.MovedAt ?? room.CalledAt;
        var quarter = invited + TimeSpan.FromTicks(Math.Max(AtLeast.Ticks, (convened.StartsAt - invited).Ticks / 4));
        var due = Awake(@case, Later(quarter, convened.StartsAt - Ahead), invited);
        var calls = held.Calls.Where(call => call.At >= invited).ToList();
        var at = calls.Count == 0 ? due : Later(due, calls[^1].At + AfterACall);
        return at >= convened.StartsAt ? [] :
        [
            new(string.Create(CultureInfo.InvariantCulture,
                $"{@case.Meeting.Id.Value}/{convened.StartsAt.UtcDateTime:yyyyMMddHHmm}{(calls.Count == 0 ? "" : $"/{calls.Count}")}"),
                at, [@case.Meeting.Chair])
            {
                Before = TheDayBefore(@case, convened.StartsAt) is var before
                    && calls.Count == 0 && before >= invited + Ahead && before < at ? [before] : [],
                Stops = convened.StartsAt,
            },
        ];
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        $"Not answered the invitation to the strategy meeting of {words.When(@case.Meeting.Room.Convened!.StartsAt)}: "
            + $"{string.Join(", ", Silent(@case).Select(agency => agency.Name()))}. "
            + $"{(step == ClockStep.Before ? "Ring them today." : "Ring now.")} Protecting a child does not wait for it.";

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) =>
        Silent(@case).Select(agency => new PlainText(CallsRule.WhomToRing(@case, agency, running.EndsAt)));

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
    [
        .. to.May(CallsPart.Needs) ? [CallsPart.Button(@case)] : (IReadOnlyList<PartButton>)[],
        .. to.May(MissingAgencyPart.Needs)
            ? Silent(@case).Take(2).Select(agency => MissingAgencyPart.Button(@case, agency)) : [],
    ];

    /// <summary>Of which somebody was invited, and nobody has said anything.</summary>
    private static IReadOnlyList<Agency> Silent(Case @case) =>
    [
        .. Quorum.Missing(@case).Where(agency =>
            @case.Invited.Where(person => person.Agency == agency).ToList() is { Count: > 0 } people
            && people.TrueForAll(person => !@case.Meeting.Attendance.Standing.ContainsKey(person.Id))
            && !@case.Meeting.Attendance.Calls.Any(call => call.Call.Agency == agency && call.Call.Outcome == CallsRule.Coming)),
    ];

    private static DateTimeOffset TheDayBefore(Case @case, DateTimeOffset starts)
    {
        var (clocks, day) = (@case.Clocks, @case.Clocks.Words.LocalDate(starts).AddDays(-1));
        while (!clocks.Days.IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return clocks.Words.At(day, @case.Profile.Calendar.DigestAt);
    }

    /// <summary>Where there was a day for it, nobody is woken for it.</summary>
    private static DateTimeOffset Awake(Case @case, DateTimeOffset at, DateTimeOffset invited)
    {
        var words = @case.Clocks.Words;
        return at - invited < Day || words.LocalTime(at) >= Morning ? at : words.At(words.LocalDate(at), Morning);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
