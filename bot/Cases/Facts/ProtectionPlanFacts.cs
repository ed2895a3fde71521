using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of a child's conferences and of the plan that one decided on (R113–R121). Each is about one child, and of the case.
/// What is said again of the same core group or review takes the place of what was said.</summary>
internal abstract record ProtectionPlanFact : Fact;

/// <summary>How a child takes part in its core group (R114).</summary>
internal enum ChildInGroup
{
    Comes,
    ViewsBrought,
    TooYoung,
}

/// <summary>Who is in the core group, as the conference said (R114).</summary>
/// <param name="Professionals">People on the case; they are told of each date.</param>
/// <param name="Family">Adults of the case; the social worker tells them.</param>
/// <param name="Words">Others, and who brings the child's views.</param>
internal sealed record CoreGroupSaid(
    ValueList<ParticipantId> Professionals, ValueList<AdultId> Family, ChildInGroup ChildIs, string Words) : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Words = "" };
}

/// <summary>The outline plan that the conference agreed (R113). Its core group works it out further.</summary>
/// <param name="Change">What has to change for the child.</param>
/// <param name="Does">What each has agreed to do, and by when.</param>
/// <param name="Otherwise">What happens where it isn't done, or the child is less safe.</param>
/// <param name="To">Professionals who were there; each is sent it.</param>
internal sealed record OutlinePlanSaid(string Change, string Does, string Otherwise, ValueList<ParticipantId> To) : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Change = "", Does = "", Otherwise = "" };
}

/// <summary>A core group has a time.</summary>
/// <param name="Number">1 is the first after the conference.</param>
/// <param name="Because">Why it comes after its limit; empty where it doesn't.</param>
internal sealed record CoreGroupArranged(int Number, DateTimeOffset At, string Where, string Because) : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Where = "", Because = "" };
}

/// <summary>How a child protection plan goes, as its core group sees it.</summary>
internal enum PlanGoing
{
    OnTrack,
    Behind,
    NotSafer,
}

/// <summary>A core group was held.</summary>
/// <param name="Came">Of its professionals.</param>
/// <param name="Words">What it agreed, also on what somebody can't do (R121).</param>
internal sealed record CoreGroupHeld(int Number, DateOnly On, ValueList<ParticipantId> Came, PlanGoing Going, string Words)
    : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Words = "" };
}

/// <summary>Why a core group was not held.</summary>
internal enum NotHeldCause
{
    FamilyAway,
    TooFewCame,
    WorkerAway,
    NotArranged,
    Other,
}

/// <summary>A core group was not held on its day, and why: its limit stays.</summary>
internal sealed record CoreGroupNotHeld(int Number, DateOnly On, NotHeldCause Cause, string Words) : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Words = "" };
}

/// <summary>A review conference has a time, or another one (R116–R118).</summary>
/// <param name="Because">Why it was moved, and who talked it over; empty for the first time.</param>
internal sealed record ReviewArranged(int Number, DateTimeOffset At, string Where, string Because) : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Where = "", Because = "" };
}

/// <summary>A review conference will be after its limit (R119): the operations manager is asked first.</summary>
/// <param name="Expected">When it is to be; <c>null</c> where nobody knows yet.</param>
internal sealed record ReviewLateSaid(int Number, LatenessCause Cause, string Words, DateOnly? Expected) : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Words = "" };
}

/// <summary>Who answers on a review that will be late, one after the other (R119).</summary>
internal enum LateAnswerOf
{
    OperationsManager,
    AreaManager,
}

/// <summary>Whether a review conference may be late.</summary>
/// <param name="Words">The operations manager's is the management case note.</param>
internal sealed record ReviewLateAnswered(int Number, LateAnswerOf Whose, YesNo Agrees, string Words) : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Words = "" };
}

/// <summary>What a review conference decides on one child's plan (R117).</summary>
internal enum ReviewOutcome
{
    GoesOn,
    Changed,
    Ends,
}

/// <summary>A review conference was held.</summary>
/// <param name="Category">Of harm, by the ids of the assessment's heading; empty where the plan ends.</param>
/// <param name="Words">What was changed; where the plan ends, why, and what follows.</param>
internal sealed record ReviewHeld(int Number, DateOnly On, ReviewOutcome Outcome, string Category, string Words) : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Category = "", Words = "" };
}

/// <summary>That a review conference was held was a slip: it is to be held by its limit, and what it decided does not stand.</summary>
internal sealed record ReviewNotHeld(int Number, string Words) : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Words = "" };
}

/// <summary>A child with a plan moves to another authority, which is asked to take it over (R4).</summary>
/// <param name="On">Since when the child lives there.</param>
/// <param name="Contact">Whom there one speaks with.</param>
internal sealed record MovedOut(string Authority, DateOnly On, string Contact) : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Authority = "", Contact = "" };
}

/// <summary>That authority has the plan now, or will not take it; until it has, it is ours.</summary>
/// <param name="Who">Who there said so.</param>
internal sealed record MoveAnswered(YesNo TakesOver, DateOnly On, string Who) : ProtectionPlanFact
{
    public override Fact Withheld() => this with { Who = "" };
}
