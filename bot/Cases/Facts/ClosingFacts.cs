namespace StrategyBot.Cases.Facts;

/// <summary>Why a case is closed once all that it was for is done.</summary>
internal enum CaseEndCause
{
    NoLongerAtRisk,
    EarlyHelp,
    AnotherAuthority,
    AnotherPlan,
    Grown,
    Other,
}

/// <summary>The case is closed (paper 001).</summary>
/// <param name="Words">Why.</param>
/// <param name="GoesOn">What goes on with school, GP and other universal services, and who of them was told.</param>
/// <param name="Letter">Whether the family have the closure letter.</param>
/// <param name="Understood">What the family understand of it.</param>
internal sealed record CaseEnded(CaseEndCause Cause, string Words, string GoesOn, YesNo Letter, string Understood) : Fact
{
    public override Fact Withheld() => this with { Words = "", GoesOn = "", Understood = "" };
}

/// <summary>A closed case goes on, and why.</summary>
internal sealed record CaseReopened(string Words) : Fact
{
    public override Fact Withheld() => this with { Words = "" };
}
