namespace StrategyBot.Forms;

/// <summary>What a part is drawn and decided from.</summary>
/// <param name="View">Its case is cut to the reader; the whole one is for rules and counts, and a card never shows its text.</param>
/// <param name="Now">On the case's clock.</param>
/// <param name="Seen">The version of the case that the form showed.</param>
internal sealed record FormPage(CaseView View, Words Words, DateTimeOffset Now, int Seen)
{
    public Case Case => View.Case;

    public Case Whole => View.Whole;

    public Participant Me => View.Reader;

    /// <summary>It has to be kept before anything is asked: posted without a form of ours, or too long to be shown on one again.</summary>
    public bool CannotAsk { get; init; }

    /// <summary>The same page as somebody would see it from whom nothing is kept: only to find out which inputs are.</summary>
    internal FormPage Uncut => this with { View = View with { Case = View.Whole } };
}
