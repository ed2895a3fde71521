using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of convening: the case, its people, the meeting and its rooms.</summary>
public abstract record ConveningFact : Fact;

public enum YesNo
{
    Yes,
    No,
}

/// <summary>The first question at convene (P2). Unanswered counts as yes:
/// the same-day limit holds until someone says no, by name and with a reason.</summary>
public sealed record UrgentQuestion(YesNo? Answer, ValueList<string> Which, string Reason);

/// <summary>Teams, telephone, one room, or a meeting that was held already (P13).</summary>
public enum MeetingMode
{
    Teams,
    Phone,
    InRoom,
    AlreadyHappened,
}

/// <summary>The first fact of a case.</summary>
/// <param name="Reference">The case's own reference, <c>SB-yyyy-nnn</c>.</param>
/// <param name="CheckWord">Said and typed beside the reference, so that a slip of one digit opens nothing (P22).</param>
/// <param name="ProfileJson">The whole resolved procedure profile, so that a later change re-dates nothing (design §7).</param>
/// <param name="CalendarVersion">Which bank-holiday data was known.</param>
/// <param name="Convener">Who convened: the chair until another takes over.</param>
public sealed record CaseOpened(
    string Reference, string CheckWord, string ProfileJson, string CalendarVersion, Participant Convener,
    UrgentQuestion Urgent) : ConveningFact
{
    public override Fact Withheld() => this with { Urgent = Urgent with { Reason = "" } };
}

/// <summary>The urgent question answered again, before or after convening.</summary>
public sealed record UrgencyAnswered(UrgentQuestion Urgent) : ConveningFact
{
    public override Fact Withheld() => this with { Urgent = Urgent with { Reason = "" } };
}

/// <summary>Why the meeting is called and when its clocks began (R1, R2).</summary>
/// <param name="Circumstances">Ids of the profile's list (R2).</param>
/// <param name="ConcernIdentifiedAt">When the concern was identified: the general limit starts here (R17, R18).</param>
/// <param name="ReferralReceivedAt">When the referral came: the same-day limits start here (R19).</param>
/// <param name="ImmediateActionAt">When police or social care acted at once, if they did (R21).</param>
/// <param name="Features">Ids that change the limit (R20–R23): <c>sexual-abuse</c>, <c>forensic</c>, <c>forensic-not-needed</c>,
/// <c>complex</c>, <c>staff</c>, <c>protection-needed</c>, <c>protection-not-needed</c>, and what the immediate action was.</param>
/// <param name="Reason">Why there is reasonable cause to suspect significant harm.</param>
public sealed record CircumstancesGiven(
    ValueList<string> Circumstances,
    string Other,
    DateTimeOffset ConcernIdentifiedAt,
    DateTimeOffset ReferralReceivedAt,
    DateTimeOffset? ImmediateActionAt,
    ValueList<string> Features,
    string Area,
    MeetingMode Mode,
    string Reason) : ConveningFact
{
    /// <summary>Why a longer limit may be used, in the words of who said no to the shorter one (R20, R22).</summary>
    public string LimitReason { get; init; } = "";

    /// <summary>Who referred, so that they are invited (R10); <c>null</c> for family, public, or not known.</summary>
    public Agency? Referrer { get; init; }

    public override Fact Withheld() => this with { Other = "", Reason = "", LimitReason = "" };
}

/// <summary>A child on the case, as agencies need them to find their records (P1). Named again means corrected.</summary>
public sealed record ChildNamed(ChildDetails Details) : ConveningFact;

/// <summary>An adult whose records are checked (P1). Named again means corrected.</summary>
public sealed record AdultNamed(AdultId Adult, AdultDetails Details) : ConveningFact;

/// <summary>Someone put on the case: an invitee, a deputy, a manager of the profile.</summary>
public sealed record ParticipantAdded(Participant Participant) : ConveningFact;

/// <summary>Someone taken off the list of invitees; what they wrote stays.</summary>
public sealed record ParticipantRemoved(ParticipantId Participant, string Reason) : ConveningFact;

/// <summary>Whom a verified identity belongs to (design §6).</summary>
/// <param name="ChannelId">The channel's own id of the person, for the participant endpoint.</param>
public sealed record PersonRecognised(ParticipantId Participant, PersonId Person, string ChannelId) : ConveningFact;

/// <summary>The meeting is called: from here the invitations are owed.</summary>
/// <param name="HoldBy">The last instant at which it is in time.</param>
/// <param name="HoldByRule">The rule in the field's words, with its source.</param>
/// <param name="LateReason">Why it is later than <paramref name="HoldBy"/>, where it is.</param>
public sealed record MeetingConvened(
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset HoldBy, string HoldByRule, string LateReason) : ConveningFact
{
    /// <summary>Why someone else chairs than the procedure asks for in a complex case (R6).</summary>
    public string ChairReason { get; init; } = "";
}

/// <summary>The meeting has another time; the invitation moves with it.</summary>
public sealed record MeetingMoved(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Reason) : ConveningFact;

public sealed record EventCreated(string EventId) : ConveningFact
{
    /// <summary>Whom the event invites; whoever is put on the case later is invited besides.</summary>
    public ValueList<ParticipantId> Invitees { get; init; } = [];
}

/// <summary>The online meeting and its chat, as Graph told them; never parsed from a link (design §8).</summary>
public sealed record ChatFound(string OnlineMeetingId, string ThreadId, string JoinUrl) : ConveningFact;

/// <summary>The bot is in the meeting chat.</summary>
public sealed record AppInstalled(string ThreadId) : ConveningFact;

/// <summary>Where the meeting chat is reached and what Teams calls the meeting.</summary>
public sealed record ChatReachable(string ConversationId, string ServiceUrl, string? TeamsMeetingId) : ConveningFact;

/// <summary>A hub card stands in a conversation; a later fact for the same <paramref name="Place"/> replaces it.</summary>
/// <param name="Place"><c>chat</c>, or the participant whose own chat it is.</param>
/// <param name="Face">What the card shows, so that an equal card is not sent again.</param>
/// <param name="Serial">From 1 in each place.</param>
public sealed record HubShown(
    string Place, string ConversationId, string ServiceUrl, string ActivityId, string Face, int Serial) : ConveningFact;
