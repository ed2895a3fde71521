using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>An answer to the invitation (R11–R14).</summary>
internal enum Rsvp
{
    Coming,
    SendingDeputy,
    WrittenUpdate,
    CannotCome,
}

/// <summary>What an invitee is to the child (R133).</summary>
internal enum Acquaintance
{
    KnowsChild,
    DutyDesk,
}

/// <param name="RecordsChecked">R11: the agency's records on this child and household are at hand.</param>
/// <param name="CanDecide">R11: may decide for the agency; else <paramref name="DecisionMaker"/> says who can.</param>
/// <param name="LinkWorks">R12.</param>
/// <param name="Handover">R13: a substitute had a handover.</param>
internal sealed record InvitationAnswered(
    ParticipantId Participant, Rsvp Answer, bool RecordsChecked, bool CanDecide, string DecisionMaker, bool LinkWorks, bool Handover,
    Via Via) : AttendanceFact
{
    /// <summary><c>null</c> where they didn't say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Acquaintance? Knows { get; init; }

    public override Fact Withheld() => this with { DecisionMaker = "" };
}

/// <summary>Somebody answered in the calendar who can't be told apart: under another address, or not on the list at all.</summary>
/// <param name="Name">What the calendar calls them.</param>
/// <param name="Mail">As the calendar writes it.</param>
internal sealed record UnknownAnswered(string Name, string Mail, Rsvp Answer) : AttendanceFact
{
    /// <summary>Who named them, with an address that somebody else has here; <c>null</c> where the calendar told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ParticipantId? NamedBy { get; init; }

    public override Fact Withheld() => this with { Name = "", Mail = "" };
}

/// <summary>A written update in place of attendance (R14).</summary>
/// <param name="Part">From 1, where a long text was split into entries; 0 where it was not. The first replaces what stood there.</param>
internal sealed record WrittenUpdateGiven(ParticipantId Participant, string Text, int Part = 0) : AttendanceFact
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
internal sealed record RecordsSearched(ParticipantId Participant, string Subject, RecordsFound Result) : AttendanceFact;

/// <summary>Why a core agency is missing, who was tried, and how its information was had (R8).</summary>
internal sealed record QuorumGapExplained(Agency Agency, string Reason, string WhoWasTried, string InformationFrom) : AttendanceFact
{
    public override Fact Withheld() => this with { Reason = "", WhoWasTried = "", InformationFrom = "" };
}

/// <summary>A telephone call to an agency that had not answered (P12).</summary>
/// <param name="Outcome"><c>coming</c>, <c>no-answer</c> or <c>left-message</c>.</param>
/// <param name="Rung">Whom; <c>null</c> for the agency's duty desk.</param>
internal sealed record DutyDeskRung(Agency Agency, string Outcome, ParticipantId? Rung = null) : AttendanceFact;
