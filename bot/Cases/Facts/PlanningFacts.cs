namespace StrategyBot.Cases.Facts;

/// <summary>Facts of Part 2: decisions per child, actions and what became of them.</summary>
public abstract record PlanningFact : Fact;

/// <summary>The decision on one child (P3, P9).</summary>
public sealed record ReasonableCauseDecided(ReasonableCause Answer, string Rationale) : PlanningFact
{
    public override Fact Withheld() => this with { Rationale = "" };
}

public enum Section47
{
    Start,
    Continue,
    NotStart,
}

/// <summary>Who investigates (R42, R56).</summary>
public enum Conduct
{
    Single,
    Joint,
}

/// <summary>What follows where no section 47 enquiry starts (R58).</summary>
public enum FollowOn
{
    ContinueAssessment,
    ChildInNeed,
    EarlyHelp,
    UniversalServices,
    NoFurtherAction,
}

/// <summary>The section 47 enquiry on one child (R45, R58).</summary>
public sealed record Section47Decided(Section47 Answer, Conduct? Conduct, FollowOn? FollowOn, string Rationale) : PlanningFact
{
    public override Fact Withheld() => this with { Rationale = "" };
}

/// <summary>The last decision on the section 47 enquiry on one child is taken back; the one before it stands again.</summary>
public sealed record Section47Undone : PlanningFact;

/// <summary>Whether an initial child protection conference is held (R55).</summary>
public enum Conference
{
    Yes,
    No,
    AtEndOfEnquiry,
}

public sealed record ConferenceDecided(Conference Answer, string Rationale) : PlanningFact
{
    public override Fact Withheld() => this with { Rationale = "" };
}

public enum ActionKind
{
    Action,

    /// <summary>A row of the interim safety plan (R61).</summary>
    SafetyPlan,
}

/// <summary>Who does what by when, for what purpose, and what happens if it fails (R41, R62, R69).
/// Agreed again under one id means changed.</summary>
public sealed record ActionAgreed(
    ActionId Action, ActionKind Kind, string What, ParticipantId Owner, DateTimeOffset DueAt, string Purpose,
    string IfThisFails) : PlanningFact
{
    public override Fact Withheld() => this with { What = "", Purpose = "", IfThisFails = "" };
}

/// <summary>Taken back, by undo or by the chair.</summary>
public sealed record ActionWithdrawn(ActionId Action, string Reason) : PlanningFact
{
    public override Fact Withheld() => this with { Reason = "" };
}

/// <summary>The one overall contingency (R41).</summary>
public sealed record ContingencyAgreed(string Text) : PlanningFact
{
    public override Fact Withheld() => this with { Text = "" };
}

/// <summary>The manager is satisfied that the interim safety plan is appropriate and robust (R66).</summary>
public sealed record AuthorisedToStart : PlanningFact;

/// <summary>The first of the three taps: what must happen now goes out now (P7, R53, R90).</summary>
public sealed record ImmediatePlanAgreed : PlanningFact;

/// <summary>Who holds a child says that they know the outcome (R53).</summary>
public sealed record OutcomeAcknowledged(ParticipantId Participant) : PlanningFact;
