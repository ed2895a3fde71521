namespace StrategyBot.Forms;

/// <summary>One page of a list that is longer than a card.</summary>
/// <param name="Number">From 1.</param>
internal sealed record Paged<T>(int Number, int Count, IReadOnlyList<T> Items)
{
    public bool IsLast => Number == Count;

    /// <summary>Which page it is, where there are several.</summary>
    public IReadOnlyList<TextBlock> Line => Count > 1 ? [new TextBlock($"Page {Number} of {Count}") { IsSubtle = true }] : [];

    /// <summary>The buttons that turn to the next page and back.</summary>
    /// <param name="turn">The button of this title to the page of this number.</param>
    public IReadOnlyList<SubmitAction> Turns(Func<string, int, SubmitAction> turn) =>
    [
        .. Number < Count ? (IReadOnlyList<SubmitAction>)[turn("Next page", Number + 1)] : [],
        .. Number > 1 ? (IReadOnlyList<SubmitAction>)[turn("Previous page", Number - 1)] : [],
    ];
}
