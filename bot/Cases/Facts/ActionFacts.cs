namespace StrategyBot.Cases.Facts;

internal enum ActionKind
{
    Action,

    /// <summary>A row of the interim safety plan (R61).</summary>
    SafetyPlan,
}

/// <summary>Who does what by when, for what purpose, and what happens if it fails (R41, R62, R69).
/// Agreed again under one id means changed.</summary>
internal sealed record ActionAgreed(
    ActionId Action, ActionKind Kind, string What, ParticipantId Owner, DateTimeOffset DueAt, string Purpose,
    string IfThisFails) : PlanningFact
{
    public override Fact Withheld() => this with { What = "", Purpose = "", IfThisFails = "" };
}

/// <summary>Taken back, by undo or by the chair.</summary>
internal sealed record ActionWithdrawn(ActionId Action, string Reason) : PlanningFact
{
    public override Fact Withheld() => this with { Reason = "" };
}
