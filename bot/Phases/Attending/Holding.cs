using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Rules;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Attending;

/// <summary>The rules of starting, ending and resuming the meeting (P7).</summary>
public static class Holding
{
    /// <summary>Earlier than this somebody only tries the link (R12).</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(30);

    /// <summary>Whoever comes back into an empty call within this was dropped from it.</summary>
    private static readonly TimeSpan Dropped = TimeSpan.FromMinutes(30);

    /// <summary>The chair begins, and is there.</summary>
    public static Decision Start(Case @case, DateTimeOffset now) =>
        !@case.Meeting.IsConvened ? new NotConvened()
        : @case.Meeting.Attendance.EndedAt is not null ? new MeetingIsOver()
        : @case.Meeting.Attendance.StartedAt is not null ? Decision.Already
        : Decision.Of(
            new MeetingStarted(Via.Form) { Meeting = @case.Meeting.Id, HappenedAt = Held(@case, room => room.StartsAt, now) },
            new ArrivalNoted(@case.Meeting.Chair, Via.Chair) { Meeting = @case.Meeting.Id, HappenedAt = Held(@case, room => room.StartsAt, now) });

    /// <summary>Teams says that the call began: the meeting did, unless somebody only tries the link, or it goes on after everybody was dropped.</summary>
    public static IReadOnlyList<Fact> CallBegan(Case @case, DateTimeOffset at)
    {
        if (!@case.Exists || @case.Meeting.Room.Convened is not { } convened)
        {
            return [];
        }

        var held = @case.Meeting.Attendance;
        return held switch
        {
            { StartedAt: null } when at >= convened.StartsAt - Early => [new MeetingStarted(Via.TeamsEvent) { Meeting = @case.Meeting.Id, HappenedAt = at }],
            { EndedVia: Via.TeamsEvent, EndedAt: { } ended } when at >= ended && at - ended <= Dropped && !IsSettled(@case) => [new MeetingResumed(Via.TeamsEvent) { Meeting = @case.Meeting.Id, HappenedAt = at }],
            _ => [],
        };
    }

    /// <summary>Teams says that the last one left. Before its time, and not begun by the chair, the meeting is not over by that.</summary>
    public static IReadOnlyList<Fact> CallEnded(Case @case, DateTimeOffset at, IReadOnlyList<Gap> gaps, DateTimeOffset now) =>
        @case.Exists && @case.Meeting.Attendance is { IsRunning: true } held && (at >= @case.Meeting.Room.Convened!.StartsAt || held.StartedVia == Via.Form)
            ? Ended(@case, Via.TeamsEvent, at, gaps, now)
            : [];

    /// <summary>Ends the meeting: the minutes clock starts, and what is open is listed with the time by which it is asked for (P7).</summary>
    public static Decision End(Case @case, IReadOnlyList<Gap> gaps, DateTimeOffset now) => @case.Meeting.Attendance switch
    {
        { StartedAt: null } => new NotStarted(),
        { EndedAt: not null } => Decision.Already,
        _ => Decision.Of(Ended(@case, Via.Form, Held(@case, room => room.EndsAt, now), gaps, now)),
    };

    public static Decision Resume(Case @case) =>
        @case.Meeting.Attendance.StartedAt is null ? new NotStarted()
        : @case.Meeting.Attendance.EndedAt is null ? Decision.Already
        : IsSettled(@case) ? new TooLateToResume()
        : new MeetingResumed(Via.Form) { Meeting = @case.Meeting.Id };

    public static Decision ReadConfidentiality(Case @case) =>
        @case.Meeting.Attendance.StartedAt is null ? new NotStarted()
        : @case.Meeting.Attendance.ConfidentialityReadAt is not null ? Decision.Already
        : new ConfidentialityRead { Meeting = @case.Meeting.Id };

    /// <summary>The mandatory parts are answered, or the chair says why the record is complete without them (P7).</summary>
    public static Decision Complete(Case @case, IReadOnlyList<Gap> gaps, string overrideReason)
    {
        var reason = overrideReason.Trim();
        return @case.Meeting.Attendance.StartedAt is null ? new NotStarted()
            : @case.Meeting.Attendance.CompletedAt is not null ? Decision.Already
            : reason.Length > FormCard.LongText ? new TooLong(FormCard.LongText)
            : gaps.Count > 0 && reason.Length == 0 ? new GapsStand([.. gaps.Select(gap => gap.Sentence)])
            : new RecordCompleted(gaps.Count == 0 ? "" : reason) { Meeting = @case.Meeting.Id };
    }

    /// <summary>A meeting that was held before it was typed in began and ended when it did (P13); any other does so now.</summary>
    private static DateTimeOffset? Held(Case @case, Func<MeetingConvened, DateTimeOffset> at, DateTimeOffset now) =>
        @case.Circumstances?.Mode == MeetingMode.AlreadyHappened && at(@case.Meeting.Room.Convened!) is var happened && happened < now ? happened : null;

    private static bool IsSettled(Case @case) => @case.Meeting.Attendance.CompletedAt is not null || @case.Meeting.Minutes.Approved is not null;

    private static IReadOnlyList<Fact> Ended(Case @case, Via via, DateTimeOffset? at, IReadOnlyList<Gap> gaps, DateTimeOffset now) =>
    [
        new MeetingEnded(via) { Meeting = @case.Meeting.Id, HappenedAt = at },
        .. gaps.Count == 0 ? (IReadOnlyList<Fact>)[] : [new GapsListed(gaps.Select(gap => gap.Sentence).ToValueList(), GapsDue(@case, now)) { Meeting = @case.Meeting.Id }],
    ];

    /// <summary>Today 17:00 while that lies ahead, else the next working day at noon.</summary>
    private static DateTimeOffset GapsDue(Case @case, DateTimeOffset now) => ActionDue.Choices(@case.Clocks, now, null)[0].At;
}
