namespace StrategyBot.Forms;

/// <summary>The verbs of a part: <c>phase/x</c> opens it, <c>phase/save-x</c> takes it back.
/// Cards already sent keep them, so never reuse one.</summary>
internal readonly record struct PartId(string Open)
{
    public string Save => Open.Insert(Open.IndexOf('/', StringComparison.Ordinal) + 1, "save-");

    /// <summary>A button to the part.</summary>
    /// <param name="asked">The form that it opens with: the case, and what chooses the subject.</param>
    public PartButton Button(string title, ICaseForm asked) => new(title, Open, asked);

    /// <summary>The same on another part's card; what is typed there doesn't come along.</summary>
    public SubmitAction Send(string title, ICaseForm asked) =>
        Actions.Send(title, Open, asked) with { AssociatedInputs = AssociatedInputs.None };
}
