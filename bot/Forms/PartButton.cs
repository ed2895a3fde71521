namespace StrategyBot.Forms;

/// <summary>A button to a part: what it says, which verb it opens, and with which form.</summary>
internal sealed record PartButton(string Title, string Verb, object? Form = null);
