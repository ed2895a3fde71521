using StrategyBot.Rules;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Holding;

/// <summary>The rules of starting, ending and resuming the meeting (P7).</summary>
internal static class MeetingRule
{
    /// <summary>Earlier than this somebody only tries the link (R12).</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(30);

    /// <summary>Whoever comes back into an empty call within this was dropped from it.</summary>
    private static readonly TimeSpan Dropped = TimeSpan.FromMinutes(30);

    /// <summary>So long an end that was pressed too soon is taken back by one tap, and nobody is asked why.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(2);

    /// <summary>The chair begins, and is there.</summary>
    public static Decision Start(Case @case, DateTimeOffset now) =>
        !@case.Meeting.IsConvened ? new NotConvened()
        : @case.Meeting.Attendance.EndedAt is not null ? new MeetingIsOver()
        : @case.Meeting.Attendance.StartedAt is not null ? Decision.Already
        : Started(@case, Held(@case, room => room.StartsAt, now));

    /// <summary>Teams says that the call began: so did the meeting, or it goes on, unless somebody only tries the link.</summary>
    public static IReadOnlyList<Fact> CallBegan(Case @case, DateTimeOffset at)
    {
        if (!@case.Exists || @case.Meeting.Room.Convened is not { } convened)
        {
            return [];
        }

        return @case.Meeting.Attendance switch
        {
            { StartedAt: null } when at >= convened.StartsAt - Early =>
                [new MeetingStarted(Via.TeamsEvent) { Meeting = @case.Meeting.Id, HappenedAt = at }],
            { EndedVia: Via.TeamsEvent, EndedAt: { } ended } when at >= ended && at - ended <= Dropped && !IsSettled(@case) =>
                [new MeetingResumed(Via.TeamsEvent) { Meeting = @case.Meeting.Id, HappenedAt = at }],
            _ => [],
        };
    }

    /// <summary>With its first call a meeting by telephone has begun; one that was held begins when it is said that it did.</summary>
    public static IReadOnlyList<Fact> CallNoted(Case @case, DateTimeOffset from) =>
        !@case.HappenedAlready && @case.Meeting is { Attendance.StartedAt: null, Room.Convened: { } convened }
        && from >= convened.StartsAt - Early
            ? Begun(@case, from)
            : [];

    /// <summary>Teams says that the last one left. Before its time, and not begun by the chair, the meeting is not over by that.</summary>
    public static IReadOnlyList<Fact> CallEnded(Case @case, DateTimeOffset at, IReadOnlyList<Gap> gaps, DateTimeOffset now) =>
        @case.Exists && @case.Meeting.Attendance is { IsRunning: true } held
        && (at >= @case.Meeting.Room.Convened!.StartsAt || held.StartedVia == Via.Form)
            ? Ended(@case, Via.TeamsEvent, at, gaps, now)
            : [];

    /// <summary>Ends the meeting: the minutes clock starts, and what is open is listed with when it is asked for (P7).</summary>
    public static Decision End(Case @case, IReadOnlyList<Gap> gaps, DateTimeOffset now) => @case.Meeting.Attendance switch
    {
        { StartedAt: null } => new NotStarted(),
        { EndedAt: not null } => Decision.Already,
        _ => Decision.Of(Ended(@case, Via.Form, Held(@case, room => room.EndsAt, now), gaps, now)),
    };

    /// <summary>The end was pressed too soon, a moment ago.</summary>
    public static Decision Resume(Case @case, DateTimeOffset now) =>
        @case.Meeting.Attendance is { StartedAt: not null, EndedAt: null } ? Decision.Already
        : WhyNotOn(@case) is { } not ? not
        : !IsAtOnce(@case, now) ? new CannotBe("The meeting ended a while ago. Say why it goes on: whoever was there is told.")
        : new MeetingResumed(Via.Form) { Meeting = @case.Meeting.Id };

    /// <summary>It was not over, and why it goes on (15.1).</summary>
    public static Decision GoOn(Case @case, Participant me, ResumeCause? cause, string? why, Readers readers)
    {
        var text = (why ?? "").Trim();
        var resumed = new MeetingResumed(Via.Form)
        {
            Meeting = @case.Meeting.Id,
            Cause = cause,
            Why = text.Length > 0 ? text : null,
            Audience = readers.Audience,
        };
        return @case.Meeting.Attendance is { EndedAt: null, GoneOn: [.., { Said: var said }] } && said.Fact == resumed && me.Is(said.By)
            ? Decision.Already
            : WhyNotOn(@case) is { } not ? not
            : new Unsaid().If(cause is null, "cause", "Choose why it goes on.")
                .Text("why", text, cause == ResumeCause.Other ? "Say why it goes on, in a line." : null).Why is { } missing ? missing
            : resumed;
    }

    public static Refusal? WhyNotOn(Case @case) => @case.Meeting.Attendance.StartedAt is null ? new NotStarted()
        : @case.Meeting.Attendance.EndedAt is null ? new CannotBe("The meeting goes on already.")
        : IsSettled(@case) ? new TooLateToResume()
        : null;

    /// <summary>The end was written down a moment ago: one tap takes it back.</summary>
    public static bool IsAtOnce(Case @case, DateTimeOffset now) => now - @case.Meeting.Attendance.EndWrittenAt <= AtOnce;

    public static Decision ReadConfidentiality(Case @case) =>
        @case.Meeting.Attendance.StartedAt is null ? new NotStarted()
        : @case.Meeting.Attendance.ConfidentialityReadAt is not null ? Decision.Already
        : new ConfidentialityRead { Meeting = @case.Meeting.Id };

    /// <summary>The mandatory parts are answered, or the chair says why the record is complete without them (P7).</summary>
    public static Decision Complete(Case @case, IReadOnlyList<Gap> gaps, string overrideReason, Readers? readers = null)
    {
        var reason = overrideReason.Trim();
        return @case.Meeting.Attendance.StartedAt is null ? new NotStarted()
            : @case.Meeting.Attendance is { CompletedAt: not null, OverrideReason: var stands }
            ? reason.Length == 0 || reason == stands
                ? Decision.Already
                : new CannotBe("The record was completed already, so this reason has no place in it.") { Field = "reason" }
            : reason.Length > FormCard.LongText ? new TooLong(FormCard.LongText) { Field = "reason" }
            : gaps.Count > 0 && reason.Length == 0 ? new GapsStand([.. gaps.Select(gap => gap.Sentence)]) { Field = "reason" }
            : gaps.Count == 0 ? new RecordCompleted("") { Meeting = @case.Meeting.Id }
            : new RecordCompleted(reason)
            {
                Meeting = @case.Meeting.Id,
                WithGaps = true,
                Audience = readers?.Audience ?? Audience.Professionals,
            };
    }

    /// <summary>A meeting that was held before it was typed in began and ended when it did (P13); any other does so now.</summary>
    private static DateTimeOffset? Held(Case @case, Func<MeetingConvened, DateTimeOffset> at, DateTimeOffset now) =>
        @case.HappenedAlready && at(@case.Meeting.Room.Convened!) is var happened && happened < now
            ? happened
            : null;

    /// <summary>From here on nobody takes the end back.</summary>
    public static bool IsSettled(Case @case) => @case.Meeting is { Attendance.CompletedAt: not null } or { Minutes.Approved: not null };

    private static Decision Started(Case @case, DateTimeOffset? at) => Decision.Of(Begun(@case, at));

    private static IReadOnlyList<Fact> Begun(Case @case, DateTimeOffset? at) =>
    [
        new MeetingStarted(Via.Form) { Meeting = @case.Meeting.Id, HappenedAt = at },
        new ArrivalNoted(@case.HappenedAlready ? @case.Meeting.HeldBy : @case.Meeting.Chair, Via.Chair)
        {
            Meeting = @case.Meeting.Id,
            HappenedAt = at,
        },
    ];

    private static IReadOnlyList<Fact> Ended(Case @case, Via via, DateTimeOffset? at, IReadOnlyList<Gap> gaps, DateTimeOffset now) =>
    [
        new MeetingEnded(via) { Meeting = @case.Meeting.Id, HappenedAt = at },
        .. gaps.Count == 0 ? (IReadOnlyList<Fact>)[] :
        [
            new GapsListed(gaps.Select(gap => gap.Sentence).ToValueList(), GapsDue(@case, now)) { Meeting = @case.Meeting.Id },
        ],
    ];

    /// <summary>Today 17:00 while that lies ahead, else the next working day at noon.</summary>
    private static DateTimeOffset GapsDue(Case @case, DateTimeOffset now) => ActionDue.Choices(@case.Clocks, now, null)[0].At;
}

internal sealed record NotConvened : Refusal
{
    public override string Say(Words words) => "This meeting is not convened yet. Convene it first; then it can be held.";
}

internal sealed record NotStarted : Refusal
{
    public override string Say(Words words) => "The meeting has not started. Type `start`, or press Start, when you begin.";
}

/// <summary>From here on the minutes are settled by it.</summary>
internal sealed record TooLateToResume : Refusal
{
    public override string Say(Words words) =>
        "The record of this meeting is complete or its minutes are approved. Convene another meeting to go on.";
}

/// <summary>Mandatory parts are open and nobody said why the record should be complete without them (P7).</summary>
internal sealed record GapsStand(IReadOnlyList<string> Gaps) : Refusal
{
    public override string Say(Words words) => Gaps.Count == 1
        ? "1 part is still to answer. Answer it, or say why the record is complete without it."
        : $"{Gaps.Count} parts are still to answer. Answer them, or say why the record is complete without them.";

    public bool Equals(GapsStand? other) => other is not null && Gaps.SequenceEqual(other.Gaps);

    public override int GetHashCode() => Gaps.Count;
}
