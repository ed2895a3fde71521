namespace StrategyBot.Forms;

/// <summary>A button to a part: what it says, which verb it opens, and with which form.</summary>
internal sealed record PartButton(string Title, string Verb, object? Form = null)
{
    /// <summary>As what waits next for the person; what is typed on the card doesn't come along.</summary>
    public SubmitAction ToNext() =>
        Actions.Send($"Next: {Title}", Verb, Form) with { AssociatedInputs = AssociatedInputs.None };
}
