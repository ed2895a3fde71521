namespace StrategyBot.Phases;

/// <summary>The way to <em>Who to check</em> (P1): answering has the part, and convening, which names the people, leads to it.</summary>
internal static class WhoToCheck
{
    public const string Title = "Who to check";

    public static PartId Id => new(PartIds.WhoToCheck);

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public static SubmitAction Send(Case @case) => Id.Send(Title, CaseForm.Of(@case));

    /// <summary>The way back, to the children and adults as they are named.</summary>
    public static SubmitAction Correct(Case @case) =>
        Actions.Send("Add or correct", "convening/step", CaseForm.With(@case, new { Step = "people" })) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };
}
