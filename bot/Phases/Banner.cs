using StrategyBot.Conversations;

namespace StrategyBot.Phases;

/// <summary>What stands above <c>help</c> for those whom it concerns, until they have seen to it.</summary>
internal interface IHelpBanner
{
    /// <returns>Nothing for everybody else, and while it can't be found out who asks.</returns>
    Task<IReadOnlyList<string>> ForAsync(Turn turn, CancellationToken cancellationToken);
}

internal static class BannerDrawing
{
    public static IReadOnlyList<CardElement> Of(IReadOnlyList<string> sentences) => sentences.Count == 0
        ? []
        : [new Container([
            .. sentences.Select(
                sentence => new TextBlock(CardText.Plain(sentence)) { Weight = TextWeight.Bolder, Color = TextColor.Attention })])
                {
                    Style = ContainerStyle.Attention,
                }];
}
