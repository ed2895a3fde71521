using System.Collections.Immutable;
using System.Diagnostics;
using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>How far a meeting has come; the only stages a posted card may name (P22).</summary>
internal enum Stage
{
    Inviting,
    Meeting,
    Minutes,
    FollowUp,
}

/// <summary>One strategy meeting of a case: a record of small records, each folded by its own <c>Evolve</c>.</summary>
/// <param name="Chair">Who chairs now (P8).</param>
internal sealed record Meeting(MeetingId Id, ParticipantId Chair)
{
    /// <summary>Who is invited to this meeting, and as what.</summary>
    private ImmutableDictionary<ParticipantId, ValueList<Role>> Roles { get; init; } = [];

    /// <summary>Why each was taken off who isn't invited any more.</summary>
    public ImmutableDictionary<ParticipantId, string> WhyTakenOff { get; init; } = [];

    /// <summary>Why it was opened, where it isn't the case's first.</summary>
    public Decided<MeetingOpened>? Opened { get; init; }

    public Room Room { get; init; } = new();

    public Attendance Attendance { get; init; } = new();

    public Assessment Assessment { get; init; } = new();

    public Plan Plan { get; init; } = new();

    public Safety Safety { get; init; } = new();

    public SafetyPlan SafetyPlan { get; init; } = new();

    public Minutes Minutes { get; init; } = new();

    /// <summary>What came in once it had ended.</summary>
    public LateNews News { get; init; } = new();

    /// <summary>Who took the chair over, and why, oldest first (P8).</summary>
    public ImmutableList<Decided<ChairTaken>> Takeovers { get; init; } = [];

    /// <summary>Who chaired it as it was held: whoever takes the chair after the end only answers for its record.</summary>
    public ParticipantId HeldBy { get; init; } = Chair;

    /// <summary>Those that were cancelled and in whose place it stands.</summary>
    private ImmutableList<MeetingId> Was { get; init; } = [];

    public bool IsConvened => Room.Convened is not null;

    /// <summary>Whether what names a meeting is this one's.</summary>
    public bool Is(MeetingId? id) => id == Id || (id is { } other && Was.Contains(other));

    /// <summary>Whether what was agreed then closed with the meeting: it is changed only with a reason (design §3.1). What the meeting left
    /// open is filled until its minutes are issued.</summary>
    public bool HasClosed(DateTimeOffset agreedAt) => Minutes.Version > 0 || agreedAt < Attendance.EndedAt;

    public ValueList<Role> RolesOf(ParticipantId id) => Roles.GetValueOrDefault(id, []);

    /// <summary>Who came onto the list once it was called, and is on it still; whoever takes the chair is told of apart.</summary>
    public ImmutableList<Decided<ParticipantAdded>> Joined { get; init; } = [];

    public Meeting With(Entry entry, ParticipantAdded added)
    {
        var (id, roles) = (added.Participant.Id, added.Participant.Roles.Where(Participant.IsInvitedAs).ToValueList());
        var isNew = IsConvened && roles.Count > 0 && !roles.Contains(Role.Chair) && RolesOf(id).Count == 0;
        return this with
        {
            Roles = Roles.SetItem(id, roles),
            Joined = isNew ? Joined.Add(new(added, entry.By, entry.At) { Seq = entry.Seq }) : Joined,
        };
    }

    public Meeting Without(ParticipantId id, string why) => this with
    {
        Roles = Roles.Remove(id),
        WhyTakenOff = WhyTakenOff.SetItem(id, why),
        Joined = Joined.RemoveAll(joined => joined.Fact.Participant.Id == id),
    };

    /// <summary>The next one: its invitees are carried over, and whoever chaired this is invited like the others.</summary>
    public Meeting Then(MeetingId id, ParticipantId chair) => new(id, chair)
    {
        Roles = Roles
            .ToImmutableDictionary(invited => invited.Key, invited => invited.Key == chair || !invited.Value.Contains(Role.Chair)
                ? invited.Value
                : invited.Value.Where(role => role != Role.Chair).Append(Role.Attendee).Distinct().ToValueList())
            .SetItem(chair, RolesOf(chair).Where(role => role != Role.Attendee).Append(Role.Chair).Distinct().ToValueList()),
    };

    /// <summary>The one that stands in its place once it is cancelled: nobody is invited to it, and every answer was to the old time.
    /// </summary>
    public Meeting InPlace(MeetingId id) => this with
    {
        Id = id,
        Was = Was.Add(Id),
        Room = new(),
        Joined = [],
        Attendance = Attendance.Moved(),
    };

    public Stage Stage =>
        Minutes.Approved is not null ? Stage.FollowUp
        : Attendance.EndedAt is not null ? Stage.Minutes
        : Attendance.StartedAt is not null ? Stage.Meeting
        : Stage.Inviting;

    public static Meeting Evolve(Meeting meeting, Entry entry) => Said(meeting, entry) switch
    {
        { Attendance: { EndedAt: not null } held } next when meeting.Attendance.EndedAt is not null && entry.By != PersonId.Bot =>
            next with { Attendance = held with { WroteSince = held.WroteSince.Add(entry.By) } },
        var next => next,
    };

    private static Meeting Said(Meeting meeting, Entry entry) => entry.Fact switch
    {
        ChairTaken e => meeting with
        {
            Chair = e.Participant,
            HeldBy = meeting.Attendance.EndedAt is null ? e.Participant : meeting.HeldBy,
            Takeovers = meeting.Takeovers.Add(new(e, entry.By, entry.At)),
        },
        MeetingResumed e => meeting with { HeldBy = meeting.Chair, Attendance = Attendance.Evolve(meeting.Attendance, entry, e) },
        AttendanceFact e => meeting with { Attendance = Attendance.Evolve(meeting.Attendance, entry, e) },
        AssessingFact e => meeting with { Assessment = Assessment.Evolve(meeting.Assessment, entry, e) },
        PlanningFact e => meeting with { Plan = Plan.Evolve(meeting.Plan, entry, e, meeting.Minutes.Version > 0) },
        SafeguardingFact e => meeting with { Safety = Safety.Evolve(meeting.Safety, entry, e, meeting.Minutes.Version > 0) },
        SafetyPlanFact e => meeting with { SafetyPlan = SafetyPlan.Evolve(meeting.SafetyPlan, entry, e) },
        MinutingFact e => meeting with { Minutes = Minutes.Evolve(meeting.Minutes, entry, e) },
        _ => throw new UnreachableException($"Meeting.Evolve does not know {entry.Fact.GetType().Name}."),
    };
}
