using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>What was decided on one child (P9).</summary>
internal abstract record DecisionFact : PlanningFact
{
    /// <summary>Why it was decided otherwise once the meeting was over; <c>null</c> where the meeting decided it (design §3.1).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChangedBecause { get; init; }

    public override Fact Withheld() => this with { ChangedBecause = ChangedBecause is null ? null : "" };
}

/// <summary>The decision on one child (P3, P9).</summary>
internal sealed record ReasonableCauseDecided(ReasonableCause Answer, string Rationale) : DecisionFact
{
    public override Fact Withheld() => ((ReasonableCauseDecided)base.Withheld()) with { Rationale = "" };
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
internal enum FollowOn
{
    ContinueAssessment,
    ChildInNeed,
    EarlyHelp,
    UniversalServices,
    NoFurtherAction,
}

/// <summary>The section 47 enquiry on one child (R45, R58).</summary>
internal sealed record Section47Decided(Section47 Answer, Conduct? Conduct, FollowOn? FollowOn, string Rationale) : DecisionFact
{
    public override Fact Withheld() => ((Section47Decided)base.Withheld()) with { Rationale = "" };
}

/// <summary>Since which day an enquiry runs that began before this case, and that a meeting lets go on: it keeps its start (R45).</summary>
internal sealed record EnquiryStartGiven(DateOnly On) : PlanningFact;

/// <summary>The last decision on the section 47 enquiry on one child is taken back; the one before it stands again.</summary>
internal sealed record Section47Undone : PlanningFact;

/// <summary>Whether an initial child protection conference is held (R55).</summary>
internal enum Conference
{
    Yes,
    No,
    AtEndOfEnquiry,
}

internal sealed record ConferenceDecided(Conference Answer, string Rationale) : DecisionFact
{
    public override Fact Withheld() => ((ConferenceDecided)base.Withheld()) with { Rationale = "" };
}
