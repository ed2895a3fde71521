namespace StrategyBot.Forms;

/// <summary>A button to a part: what it says, which verb it opens, and with which form.</summary>
internal sealed record PartButton(string Title, string Verb, object? Form = null)
{
    /// <summary>On another part's card; what is typed there doesn't come along.</summary>
    public SubmitAction Send() => Actions.Send(Title, Verb, Form) with { AssociatedInputs = AssociatedInputs.None };

    /// <summary>As what waits next for the person; what is typed on the card doesn't come along.</summary>
    public SubmitAction ToNext() => (this with { Title = $"Next: {Title}" }).Send();
}
