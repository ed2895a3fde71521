namespace StrategyBot.Cases.Facts;

/// <summary>What its owner says of an action (R82, R93, R121).</summary>
public enum ActionProgress
{
    Accepted,
    Declined,
    Done,
    CannotDo,
}

public sealed record ActionAnswered(ActionId Action, ActionProgress Progress, string Note) : PlanningFact
{
    public override Fact Withheld() => this with { Note = "" };
}
