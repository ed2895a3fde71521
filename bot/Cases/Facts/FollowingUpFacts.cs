namespace StrategyBot.Cases.Facts;

/// <summary>What its owner says of an action (R82, R93, R121).</summary>
public enum ActionProgress
{
    Accepted,
    Declined,
    Done,
    CannotDo,
}

/// <param name="Told">How its owner said it to the chair, who wrote it down; <c>null</c> where the owner, or who stands in for them, typed
/// it, and in facts of before it was asked.</param>
internal sealed record ActionAnswered(ActionId Action, ActionProgress Progress, string Note, Via? Told = null) : PlanningFact, IOfOneAuthor
{
    public override Fact Withheld() => this with { Note = "" };
}
