using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Forms;

/// <summary>Where something comes from, behind an <em>(i)</em>: there for whoever asks, and in nobody's way.</summary>
internal static class SourceNote
{
    private const string Title = "(i) Where this comes from";

    /// <summary>Who set the limits that a card says, each once, in the paper's own words.</summary>
    public static IReadOnlyList<CardElement> Of(string id, IEnumerable<Deadline?> limits) => Of(id, string.Join('\n',
        limits.OfType<Deadline>().Select(limit => limit.Source).Distinct()
            .Select(source => $"{CardText.Plain(source.Guide)}: “{CardText.Plain(source.Quote)}”")));

    /// <summary>The same of one.</summary>
    public static IReadOnlyList<CardElement> Of(Deadline limit) => Of("limit-source", [limit]);

    /// <param name="id">Its own on the card.</param>
    /// <param name="source">In our own words; what somebody typed goes through <see cref="CardText.Plain"/> first.</param>
    public static IReadOnlyList<CardElement> Of(string id, string source) => source.Length == 0 ? [] :
    [
        new TextBlock(source) { Id = id, IsVisible = false, IsSubtle = true, Size = TextSize.Small },
        new ActionSet(new ToggleVisibilityAction(Title, id)),
    ];
}
