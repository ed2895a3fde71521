using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of who comes, who came, and when the meeting began and ended.</summary>
public abstract record AttendanceFact : Fact;

/// <summary>An answer to the invitation (R11–R14).</summary>
public enum Rsvp
{
    Coming,
    SendingDeputy,
    WrittenUpdate,
    CannotCome,
}

/// <summary>How something came to be known; kept beside attendance and answers (design §8).</summary>
public enum Via
{
    Form,
    Outlook,
    TeamsEvent,
    Roster,
    Report,
    Chair,
    Telephone,
    InPerson,
    Mail,
}

/// <param name="RecordsChecked">R11: the agency's records on this child and household are at hand.</param>
/// <param name="CanDecide">R11: may decide for the agency; else <paramref name="DecisionMaker"/> says who can.</param>
/// <param name="LinkWorks">R12.</param>
/// <param name="Handover">R13: a substitute had a handover.</param>
public sealed record InvitationAnswered(
    ParticipantId Participant, Rsvp Answer, bool RecordsChecked, bool CanDecide, string DecisionMaker, bool LinkWorks, bool Handover,
    Via Via) : AttendanceFact;

/// <summary>Somebody answered in the calendar who can't be told apart: under another address, or not on the list at all.</summary>
/// <param name="Name">What the calendar calls them.</param>
/// <param name="Mail">As the calendar writes it.</param>
public sealed record UnknownAnswered(string Name, string Mail, Rsvp Answer) : AttendanceFact;

/// <summary>A written update in place of attendance (R14).</summary>
/// <param name="Part">From 1, where a long text was split into entries; 0 where it was not. The first replaces what stood there.</param>
public sealed record WrittenUpdateGiven(ParticipantId Participant, string Text, int Part = 0) : AttendanceFact
{
    public override Fact Withheld() => this with { Text = "" };
}

/// <summary>What an agency found of one person's records (P1).</summary>
public enum RecordsFound
{
    Found,
    NoMatch,
    NeedMoreDetail,
}

/// <param name="Subject">The child's or adult's id.</param>
public sealed record RecordsSearched(ParticipantId Participant, string Subject, RecordsFound Result) : AttendanceFact;

public sealed record MeetingStarted(Via Via) : AttendanceFact;

/// <summary>The confidentiality statement was read out.</summary>
public sealed record ConfidentialityRead : AttendanceFact;

public sealed record ArrivalNoted(ParticipantId Participant, Via Via) : AttendanceFact;

public sealed record DepartureNoted(ParticipantId Participant, Via Via) : AttendanceFact;

/// <summary>The chair says who was there; anybody else whom the roster took for there was not.</summary>
public sealed record AttendanceConfirmed(ValueList<ParticipantId> Present) : AttendanceFact;

/// <summary>Why a core agency is missing, who was tried, and how its information was had (R8).</summary>
public sealed record QuorumGapExplained(Agency Agency, string Reason, string WhoWasTried, string InformationFrom) : AttendanceFact
{
    public override Fact Withheld() => this with { Reason = "", WhoWasTried = "", InformationFrom = "" };
}

/// <summary>A telephone call to an agency that had not answered (P12).</summary>
/// <param name="Outcome"><c>coming</c>, <c>no-answer</c> or <c>left-message</c>.</param>
/// <param name="Rung">Whom; <c>null</c> for the agency's duty desk.</param>
public sealed record DutyDeskRung(Agency Agency, string Outcome, ParticipantId? Rung = null) : AttendanceFact;

/// <summary>Another chair (P8); earlier decisions keep their author.</summary>
public sealed record ChairTaken(ParticipantId Participant, string Reason) : AttendanceFact
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>The meeting is over: the minutes clock starts (R88, P7).</summary>
public sealed record MeetingEnded(Via Via) : AttendanceFact;

/// <summary>It was not over: everybody had dropped out of the call, or End was pressed too soon.</summary>
public sealed record MeetingResumed(Via Via) : AttendanceFact;

/// <summary>The read-back before the end (P15).</summary>
public sealed record ReadBackAnswered(ParticipantId Participant, bool Agreed, string Objection) : AttendanceFact
{
    public override Fact Withheld() => this with { Objection = "" };
}

/// <summary>Nobody has to say again what these mandatory parts were; the named list stays on the record (P7).</summary>
public sealed record GapsListed(ValueList<string> Gaps, DateTimeOffset DueAt) : AttendanceFact;

/// <summary>The mandatory parts are answered, or the chair gave a reason for going without.</summary>
public sealed record RecordCompleted(string OverrideReason) : AttendanceFact
{
    public override Fact Withheld() => this with { OverrideReason = "" };
}
