namespace StrategyBot.Phases;

/// <summary>What the card's button may open in the place of a person's own part, and the way back to it.</summary>
internal static class OwnPart
{
    /// <summary>What was opened at once knows it by this, and has the button.</summary>
    public const string AtOnce = "atOnce";

    /// <summary>Always the whole list.</summary>
    public static SubmitAction Button(Case @case) =>
        Actions.Send("My part", PartIds.MyPart, CaseForm.With(@case, new { Whole = true })) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };
}
