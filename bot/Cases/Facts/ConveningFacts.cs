using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of convening: the case, its people, the meeting and its rooms.</summary>
internal abstract record ConveningFact : Fact;

internal enum YesNo
{
    Yes,
    No,
}

/// <summary>The first question at convene (P2). Unanswered counts as yes:
/// the same-day limit holds until someone says no, by name and with a reason.</summary>
internal sealed record UrgentQuestion(YesNo? Answer, ValueList<string> Which, string Reason);

/// <summary>Teams, telephone, one room, or a meeting that was held already (P13).</summary>
internal enum MeetingMode
{
    Teams,
    Phone,
    InRoom,
    AlreadyHappened,
}

/// <summary>Somebody who referred and is no agency.</summary>
internal enum PrivateReferrer
{
    Family,
    Public,
    Anonymous,
}

/// <summary>Why meetings are later than their limit (R132).</summary>
internal enum LateCause
{
    PoliceNotAvailable,
    HealthNotAvailable,
    ChairNotFree,
    RecognisedLate,
    PassedOnLate,
    AssessedFirst,
    HandedOver,
    WeekendOrHoliday,
    InformationAwaited,
    WhereaboutsUnknown,

    /// <summary>Received at night, and protection came first: counted apart.</summary>
    ProtectedFirst,
    Other,
}

/// <summary>Why no meeting is called (returns §6, <c>not-called</c>).</summary>
internal enum NotCalledCause
{
    NoReasonableCause,
    OfAnotherCase,
    OfAnotherAuthority,
    Other,
}

/// <summary>The first fact of a case.</summary>
/// <param name="Reference">The case's own reference, <c>SB-yyyy-nnn</c>.</param>
/// <param name="CheckWord">Said and typed beside the reference, so that a slip of one digit opens nothing (P22).</param>
/// <param name="ProfileJson">The whole resolved procedure profile, so that a later change re-dates nothing (design §7).</param>
/// <param name="CalendarVersion">Which bank-holiday data was known.</param>
/// <param name="Convener">Who convened: the chair until another takes over.</param>
internal sealed record CaseOpened(
    string Reference, string CheckWord, string ProfileJson, string CalendarVersion, Participant Convener,
    UrgentQuestion Urgent) : ConveningFact
{
    public override Fact Withheld() => this with { Urgent = Urgent with { Reason = "" } };
}

/// <summary>The urgent question answered again, before or after convening.</summary>
internal sealed record UrgencyAnswered(UrgentQuestion Urgent) : ConveningFact
{
    public override Fact Withheld() => this with { Urgent = Urgent with { Reason = "" } };
}

/// <summary>A child moves in with a plan of another area (R4).</summary>
/// <param name="NotifiedOn">When that authority told us: the conference's days count from it.</param>
/// <param name="Keeps">Whether they keep responsibility; <c>null</c> while nobody has said.</param>
/// <param name="ConfirmedBy">Who there said so; empty unless they keep it.</param>
internal sealed record TransferInSaid(
    string Authority, DateOnly NotifiedOn, YesNo? Keeps, string ConfirmedBy, DateTimeOffset? ConfirmedAt) : ConveningFact
{
    public override Fact Withheld() => this with { Authority = "", ConfirmedBy = "" };
}

/// <summary>Why the meeting is called and when its clocks began (R1, R2).</summary>
/// <param name="Circumstances">Ids of the profile's list (R2).</param>
/// <param name="ConcernIdentifiedAt">When the concern was identified: the general limit starts here (R17, R18).</param>
/// <param name="ReferralReceivedAt">When the referral came: the same-day limits start here (R19).</param>
/// <param name="ImmediateActionAt">When police or social care acted at once, if they did (R21).</param>
/// <param name="Features">Ids that change the limit (R20–R23): <c>sexual-abuse</c>, <c>forensic</c>, <c>forensic-not-needed</c>,
/// <c>complex</c>, <c>staff</c>, <c>protection-needed</c>, <c>protection-not-needed</c>, and what the immediate action was.</param>
/// <param name="Reason">Why there is reasonable cause to suspect significant harm.</param>
internal sealed record CircumstancesGiven(
    ValueList<string> Circumstances,
    string Other,
    DateTimeOffset ConcernIdentifiedAt,
    DateTimeOffset ReferralReceivedAt,
    DateTimeOffset? ImmediateActionAt,
    ValueList<string> Features,
    string Area,
    MeetingMode Mode,
    string Reason) : ConveningFact, IMarkedInParts
{
    /// <summary>Why a longer limit may be used, in the words of who said no to the shorter one (R20, R22).</summary>
    public string LimitReason { get; init; } = "";

    /// <summary>When the immediate action was is to be confirmed: the clocks run from the earliest that it can have been.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ActionToConfirm { get; init; }

    /// <summary>Which authority's area it is, where that is another's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Authority { get; init; }

    /// <summary>Who referred, so that they are invited (R10); <c>null</c> for family, public, or not known.</summary>
    public Agency? Referrer { get; init; }

    /// <summary>Who may read <see cref="Reason"/>; <c>null</c> in facts of before that it was asked: as the rest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Audience? CauseFor { get; init; }

    /// <summary>Who may read <see cref="LimitReason"/>; <c>null</c> as above.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Audience? LimitFor { get; init; }

    [JsonIgnore]
    public Audience CauseAudience => CauseFor ?? Audience;

    [JsonIgnore]
    public Audience LimitAudience => LimitFor ?? Audience;

    /// <summary>Who referred, where that is no agency: never invited, never named to anybody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PrivateReferrer? ReferredPrivately { get; init; }

    /// <summary>Only the day is known: the clocks run from the earliest that it can have been (P30).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ConcernToConfirm { get; init; }

    /// <inheritdoc cref="ConcernToConfirm"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ReferralToConfirm { get; init; }

    /// <summary>Which category of harm it is about, as the heading of the assessment has them (R1).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Category { get; init; }

    public override Fact Withheld() => this with { Other = "", Reason = "", LimitReason = "" };

    public override Fact CutFor(Participant reader)
    {
        var (other, cause, limit) = (Kept(Audience, Other), Kept(CauseAudience, Reason), Kept(LimitAudience, LimitReason));
        return (other, cause, limit) == (Other, Reason, LimitReason)
            ? this
            : this with { Other = other, Reason = cause, LimitReason = limit };

        string Kept(Audience audience, string text) => audience.Admits(reader.Agency) ? text : "";
    }
}

/// <summary>What is done at once, as it was agreed by telephone before there was a plan (P36).</summary>
internal sealed record WhatNowSaid(string Text) : ConveningFact
{
    public override Fact Withheld() => this with { Text = "" };
}

/// <summary>When it is to be, before it is called: the last answer that is checked before anybody is invited.</summary>
internal sealed record TimeChosen(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string LateReason) : RoomFact
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LateCause? LateCause { get; init; }

    /// <summary>Why someone else chairs than the procedure asks for (R6).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChairReason { get; init; }

    public override Fact Withheld() => this with { LateReason = "", ChairReason = null };
}

/// <summary>The meeting is called: from here the invitations are owed.</summary>
/// <param name="HoldBy">The last instant at which it is in time.</param>
/// <param name="HoldByRule">The rule in the field's words, with its source.</param>
/// <param name="LateReason">Why it is later than <paramref name="HoldBy"/>, where it is.</param>
internal sealed record MeetingConvened(
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset HoldBy, string HoldByRule, string LateReason)
    : RoomFact, IMarkedInParts
{
    /// <summary>Which of the usual reasons it is (R132); the words beside it say more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LateCause? LateCause { get; init; }

    /// <summary>Why someone else chairs than the procedure asks for in a complex case (R6).</summary>
    public string ChairReason { get; init; } = "";

    public override Fact Withheld() => this with { LateReason = "", ChairReason = "" };

    // Who calls it need not have written them.
    public override Fact CutFor(Participant reader) => Audience.Admits(reader.Agency) ? this : Withheld();
}

/// <summary>Why somebody else chairs than the procedure asks for, said once the meeting was called (R6).</summary>
internal sealed record ChairExplained(string Reason) : RoomFact
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>The meeting has another time; the invitation moves with it.</summary>
internal sealed record MeetingMoved(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Reason) : RoomFact
{
    /// <summary>The limit as it was when it was moved; <c>null</c> in facts of before that was judged again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? HoldBy { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HoldByRule { get; init; }

    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>Why the meeting is later than its limit, said after it was called.</summary>
/// <param name="HoldBy">The limit that it misses.</param>
/// <param name="StartsAt">The start that misses it.</param>
internal sealed record MeetingLateExplained(DateTimeOffset HoldBy, DateTimeOffset StartsAt, string Reason) : RoomFact
{
    /// <summary>Which of the usual reasons it is (R132); the words beside it say more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LateCause? Cause { get; init; }

    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>What another meeting on a case is for (R54, R60, P14).</summary>
internal enum MeetingPurpose
{
    Further,
    Review,

    /// <summary>What came in afterwards brings everybody together again.</summary>
    Reconvened,
}

/// <summary>A manager looked at a further meeting that is to be held (R60).</summary>
/// <param name="TimeStands">No: it has to be sooner.</param>
internal sealed record FurtherMeetingReviewed(YesNo TimeStands, string Words) : RoomFact
{
    public override Fact Withheld() => this with { Words = "" };
}

/// <summary>Another meeting, which was opened and never called, is not needed after all: the one before is the last again.</summary>
internal sealed record MeetingNotNeeded(string Reason) : ConveningFact
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>A meeting that was called does not take place (R54): another stands in its place, which nobody has called. What was written
/// for it meanwhile is that one's.</summary>
internal sealed record MeetingCancelled(string Reason) : ConveningFact
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>Another meeting on the case, further or review (R54, R60); the one before goes on owing what it owes.</summary>
/// <param name="Chair">Who chairs this one. The meeting before keeps its own.</param>
/// <param name="Reason">Why there is another.</param>
internal sealed record MeetingOpened(ParticipantId Chair, string Reason) : ConveningFact
{
    /// <summary>What it is for; <c>null</c> of an earlier release.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MeetingPurpose? Purpose { get; init; }

    /// <summary>By when it is held (R60); <c>null</c> of an earlier release.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? By { get; init; }

    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>Begun by mistake: nothing of the case is owed and no list has it. Never once a meeting was called.</summary>
/// <remarks>No marking: a case that was never called is open to nobody of another agency.</remarks>
internal sealed record CaseCancelled(string Reason) : ConveningFact
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>Considered, and no meeting is held (P39): what stands of it is the record. Never once a meeting was called.</summary>
/// <remarks>No marking, as <see cref="CaseCancelled"/>.</remarks>
/// <param name="DecidedBy">Who decided, by name.</param>
/// <param name="Instead">What is done instead.</param>
internal sealed record NoMeetingDecided(string Reason, string DecidedBy, string Instead) : ConveningFact
{
    /// <summary>Which of the usual reasons it is, to be counted; the words beside it say more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NotCalledCause? Cause { get; init; }

    public override Fact Withheld() => this with { Reason = "", DecidedBy = "", Instead = "" };
}
