using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of the interim safety plan's own life: whether it is the right thing, what the family says to it, what happens to it, and
/// its end (R61–R87).</summary>
internal abstract record SafetyPlanFact : Fact, IOfMeeting;

/// <summary>Whether a safety plan is the right thing (R68).</summary>
internal enum PlanFit
{
    SafetyPlan,

    /// <summary>The risk is so great that legal action is needed at once.</summary>
    LegalAction,

    AdviceFirst,

    /// <summary>A conversation, direct work or a family meeting does it.</summary>
    Otherwise,
}

/// <summary>It was considered whether a safety plan is right here (R68), what it is for (R69), and what wider family and friends do (R70).
/// </summary>
/// <param name="Purpose">What the worry is, and what has to be done.</param>
/// <param name="Because">Where it is no safety plan: why, and what instead.</param>
/// <param name="FamilyRole">What they do, or why they can't.</param>
internal sealed record SafetyPlanConsidered(PlanFit Fit, string Purpose, string Because, YesNo? Family, string FamilyRole) : SafetyPlanFact
{
    public override Fact Withheld() => this with { Purpose = "", Because = "", FamilyRole = "" };
}

/// <summary>A manager's advice on whether a safety plan is right (R68).</summary>
internal sealed record PlanAdviceGiven(string What) : SafetyPlanFact
{
    public override Fact Withheld() => this with { What = "" };
}

/// <summary>What somebody of the family says to the plan (R72–R78).</summary>
internal enum PlanAnswer
{
    Signed,
    Agrees,

    /// <summary>There was no time for advice, nor to speak with the family network (R73).</summary>
    AgreesInEmergency,

    Unwilling,

    /// <summary>Nobody signs before legal advice (R74).</summary>
    CapacityInDoubt,

    /// <summary>Nobody signs before management advice (R75).</summary>
    NotUnderstood,

    NotShared,
}

/// <summary>The plan was spoken about with somebody of the family, or was not (R72, R78); when, stands in the envelope.</summary>
/// <param name="Adult">With whom; <c>null</c>: with the child of the envelope, or with somebody whom the words name.</param>
/// <param name="Advice">Of an earlier release: whether they were offered time and independent advice.</param>
/// <param name="What">What they say, or why they were not asked.</param>
internal sealed record PlanDiscussed(AdultId? Adult, PlanAnswer Answer, YesNo? Advice, string What) : SafetyPlanFact
{
    /// <summary>What they asked to change, and what came of it (R72).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Asked { get; init; }

    public override Fact Withheld() => this with { What = "", Asked = Asked is null ? null : "" };
}

/// <summary>How somebody of the family agreed (R78).</summary>
internal enum AgreedHow
{
    OnPaper,
    Electronically,
    InWords,
}

/// <summary>Somebody of the family agreed, and how (R72, R76, R78).</summary>
/// <param name="Of">The number of the fact that said so.</param>
/// <param name="Time">Whether they were offered time to think.</param>
/// <param name="Advice">Whether they were offered independent advice.</param>
/// <param name="Free">Whether nobody pressed them (R76).</param>
internal sealed record PlanConsentSaid(int Of, YesNo Time, YesNo Advice, YesNo Free, AgreedHow How) : SafetyPlanFact;

/// <summary>Which services and support there are until the conference (R43), or that none is needed.</summary>
/// <param name="What">Which, or why none.</param>
internal sealed record PlanSupportSaid(YesNo Needed, string What) : SafetyPlanFact
{
    public override Fact Withheld() => this with { What = "" };
}

/// <summary>A manager's oversight where somebody doesn't agree, may not be able to, or was not asked (R77, R78).</summary>
/// <param name="Of">The number of the fact that said so.</param>
/// <param name="SafeWithout">Whether the child is safe without it (P31).</param>
internal sealed record PlanOverseen(int Of, YesNo SafeWithout, string Because) : SafetyPlanFact
{
    public override Fact Withheld() => this with { Because = "" };
}

/// <summary>What may make the plan another (R86).</summary>
internal enum PlanEvent
{
    NewPerson,
    Moved,
    FamilyChanged,
    Arrest,
    Other,
}

/// <summary>Something happened that may make the plan another (R86).</summary>
internal sealed record SignificantEventSaid(PlanEvent Kind, string What) : SafetyPlanFact
{
    // Of which kind it is may tell as much as its words.
    public override Fact Withheld() => this with { Kind = PlanEvent.Other, What = "" };
}

/// <summary>A version of the plan stands on the children's file (R80).</summary>
/// <param name="Iro">Whether the independent reviewing officer has a copy; <c>null</c> where the children have none.</param>
internal sealed record PlanPutOnFile(int Version, YesNo? Iro) : SafetyPlanFact;

/// <summary>How the interim safety plan ends (R87).</summary>
internal enum PlanEnd
{
    /// <summary>It is part of the child protection, child in need or care plan now.</summary>
    ChildsPlan,

    NoLongerNeeded,

    EarlyHelp,

    /// <summary>The family and universal services keep it up.</summary>
    WithoutSocialCare,
}

/// <summary>The interim safety plan ended (R87); its rows are taken back with it.</summary>
/// <param name="Letter">Whether the parents have the closure letter.</param>
/// <param name="Understood">Whether the family understands what stands now.</param>
/// <param name="Why">Why, who was asked, and who watches over it from now on.</param>
internal sealed record SafetyPlanEnded(PlanEnd How, YesNo? Letter, YesNo Understood, string Why) : SafetyPlanFact
{
    public override Fact Withheld() => this with { Why = "" };
}

/// <summary>The conference has decided, and the interim safety plan stays for now (R65).</summary>
/// <param name="LookAt">When it is looked at again; <c>null</c>: at the plan's own review.</param>
/// <param name="Why">Why, and who was asked.</param>
internal sealed record SafetyPlanGoesOn(DateOnly? LookAt, string Why) : SafetyPlanFact
{
    public override Fact Withheld() => this with { Why = "" };
}

/// <summary>Once the plan has ended: what goes along to whoever goes on, and who was told (R87).</summary>
/// <param name="Met">The day of early help's meeting that the social worker went to; <c>null</c> where it takes nothing over.</param>
/// <param name="Told">Who of the universal services was told, when and how.</param>
internal sealed record PlanHandedOn(DateOnly? Met, YesNo? Papers, YesNo? Letter, string Told) : SafetyPlanFact
{
    public override Fact Withheld() => this with { Told = "" };
}
