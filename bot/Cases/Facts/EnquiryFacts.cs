namespace StrategyBot.Cases.Facts;

/// <summary>Facts of the way from the section 47 enquiry to the conference (R92–R113). Each is about one child, and of the case: a
/// further meeting leaves them as they are.</summary>
internal abstract record EnquiryFact : Fact;

/// <summary>A step was done that asks for nothing else; when, stands in the envelope.</summary>
/// <param name="Step">Its id in the procedure.</param>
/// <param name="How">By which way, or where it is found; empty for nothing.</param>
internal sealed record EnquiryStepDone(string Step, string How) : EnquiryFact
{
    public override Fact Withheld() => this with { How = "" };
}

/// <summary>What was said last of a step is taken back; what was said before stands again.</summary>
internal sealed record EnquiryStepUndone(string Step) : EnquiryFact;

/// <summary>How the enquiry goes, on the day of the check (R98).</summary>
internal enum EnquiryProgress
{
    Finished,
    OnTime,
    Late,
}

/// <summary>Manager and social worker looked at the enquiry, the safety plan and whether a conference is needed (R98).</summary>
/// <param name="PlanHolds">Whether the interim safety plan keeps the child safe.</param>
/// <param name="Conference">Whether one is held.</param>
/// <param name="Note">The management case note.</param>
internal sealed record ProgressChecked(EnquiryProgress Progress, YesNo PlanHolds, Conference Conference, string Note) : EnquiryFact
{
    public override Fact Withheld() => this with { Note = "" };
}

/// <summary>What the family knows of the decision to hold a conference (R99).</summary>
internal enum FamilyTold
{
    Told,

    /// <summary>Contact with them is held.</summary>
    Held,
}

/// <summary>Whether the child is to have an advocate, and who consents (R99, P40).</summary>
internal enum Advocacy
{
    NotNeeded,
    ParentConsents,

    /// <summary>The young person's own consent does.</summary>
    ChildConsents,

    /// <summary>Needed, and nobody was asked yet.</summary>
    ConsentAwaited,

    Refused,
}

/// <summary>The request for a conference is complete (R99): seven working days count from it (R110).</summary>
/// <param name="ToldAt">When the family was told; <c>null</c> where contact with them is held.</param>
/// <param name="Area">Whose team takes it, where the procedure has several (R100); empty for none.</param>
/// <param name="Note">Who was told and how, or why not.</param>
internal sealed record ConveningFormCompleted(
    FamilyTold Family, DateOnly? ToldAt, Advocacy Advocacy, string Area, string Note) : EnquiryFact
{
    public override Fact Withheld() => this with { Note = "" };
}

/// <summary>Who chairs the conference (R101).</summary>
internal sealed record ConferenceChairAssigned(ParticipantId Participant) : EnquiryFact;

/// <summary>The conference has a time (R55, R104).</summary>
/// <param name="Where">Place or link; empty where that isn't known yet.</param>
/// <param name="Because">Why it leaves less notice than it should, or comes after its limit; empty where it doesn't.</param>
internal sealed record ConferenceArranged(DateTimeOffset At, string Where, string Because) : EnquiryFact
{
    public override Fact Withheld() => this with { Where = "", Because = "" };
}

/// <summary>Who is invited to the conference by calendar (R103, R104); whoever isn't named any more is taken out of it.</summary>
internal sealed record ConferenceInvited(Rules.ValueList<ParticipantId> Participants) : EnquiryFact;

/// <summary>The conference stands in the calendars. It is of the first of its children.</summary>
/// <param name="At">The time with which it was put there.</param>
/// <param name="Invitees">Who was in it from the start.</param>
internal sealed record ConferenceEventCreated(string EventId, DateTimeOffset At, Rules.ValueList<ParticipantId> Invitees) : EnquiryFact;

/// <summary>What somebody answered to it in their calendar; tentative is none.</summary>
internal sealed record ConferenceAnswered(ParticipantId Participant, Rsvp Answer) : EnquiryFact;

/// <summary>The conference was held; what came of it is of what follows.</summary>
internal sealed record ConferenceHeld(DateOnly On) : EnquiryFact;

/// <summary>What the conference decided on one child (R113).</summary>
/// <param name="Category">Of harm, by the ids of the assessment's heading; empty without a plan.</param>
/// <param name="Words">How the family gets the outline plan (earlier releases: how everybody did); without one, what follows.</param>
internal sealed record ConferenceOutcomeSaid(YesNo Plan, string Category, string Words) : EnquiryFact
{
    public override Fact Withheld() => this with { Category = "", Words = "" };
}

/// <summary>What the enquiry came to (R112).</summary>
internal enum EnquiryResult
{
    ContinuingRisk,
    NoContinuingRisk,
    NotSubstantiated,
}

/// <summary>What follows, as the returns count it (SSD <c>s47_outcome_json</c>); several may.</summary>
internal enum EnquirySupport
{
    NoFurtherAction,
    LegalAction,
    ChildInNeed,
    ShortBreaks,
    ContinueAssessment,
    MonitoredByOther,
    EarlyHelp,
    UniversalServices,
}

/// <summary>What the enquiry came to, on one child (R112).</summary>
/// <param name="Support">What follows on; empty where only the conference does.</param>
/// <param name="Words">Why, what was agreed, and who was told.</param>
internal sealed record EnquiryConcluded(EnquiryResult Result, Rules.ValueList<EnquirySupport> Support, string Words) : EnquiryFact
{
    /// <summary>Whether the interim safety plan stays until the conference (R65, paper 000 §6); <c>null</c> where there is none.</summary>
    [System.Text.Json.Serialization.JsonIgnore(
        Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public YesNo? PlanStays { get; init; }

    public override Fact Withheld() => this with { Words = "" };
}

/// <summary>Why a conference comes after its limit (R108).</summary>
internal enum LatenessCause
{
    EnquiryNotFinished,
    NoChairFree,
    FamilyUnavailable,
    AgencyUnavailable,
    NoticeTooShort,
    InformationAwaited,
    ConfirmedLate,
    Other,
}

/// <summary>The team manager says that the conference will be out of timescale (R108).</summary>
/// <param name="Expected">When it is to be; <c>null</c> where nobody knows yet.</param>
internal sealed record OutOfTimescaleSaid(LatenessCause Cause, string Words, DateOnly? Expected) : EnquiryFact
{
    public override Fact Withheld() => this with { Words = "" };
}

/// <summary>The area manager agrees or not, and why (R109).</summary>
internal sealed record OutOfTimescaleAnswered(YesNo Agrees, string Rationale) : EnquiryFact
{
    public override Fact Withheld() => this with { Rationale = "" };
}

/// <summary>The conference can't be had within the days that its service has (R106, R110): the operations manager says why, and what
/// was found.</summary>
/// <param name="On">The new date; <c>null</c> where there is none yet.</param>
internal sealed record CapacityReviewed(string Reasons, DateOnly? On) : EnquiryFact
{
    public override Fact Withheld() => this with { Reasons = "" };
}

/// <summary>What the child wants, and what was explained to them (P42).</summary>
/// <param name="Wants">In their own words where they said it.</param>
/// <param name="Explained">What was explained; empty where nothing was yet.</param>
/// <param name="By">Who spoke with them.</param>
internal sealed record ChildHeard(string Wants, string Explained, string By) : EnquiryFact
{
    public override Fact Withheld() => this with { Wants = "", Explained = "", By = "" };
}

/// <summary>How somebody of the family takes part in the conference (P40).</summary>
internal enum ConferencePlace
{
    Attends,
    Separately,
    Excluded,
    ViewsBrought,
}

/// <summary>How an adult, or the child of the envelope, takes part in the conference (P40).</summary>
/// <param name="Words">Why, or who brings their views.</param>
internal sealed record ConferencePlaceSaid(AdultId? Adult, ConferencePlace Place, string Words) : EnquiryFact
{
    public override Fact Withheld() => this with { Words = "" };
}

/// <summary>The social worker can't come to the conference, and who comes in their place (R105).</summary>
/// <param name="Who">A suitably qualified and experienced worker or manager; empty while the manager has yet to name one.</param>
/// <param name="Because">Why they can't come.</param>
internal sealed record StandInSaid(string Who, string Because) : EnquiryFact
{
    public override Fact Withheld() => this with { Who = "", Because = "" };
}
