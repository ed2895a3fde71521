using StrategyBot.Conversations;
using StrategyBot.Phases;

namespace StrategyBot.Hub;

/// <summary>Every command in a line. Read from the commands themselves, so that it can't fall behind.</summary>
internal sealed class HelpCommand(Lazy<Commands> commands, IEnumerable<IHelpBanner> banners) : ICommand
{
    public static string Word => "help";

    public static string Help => "`help` – this list";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        new Reply.Show("Help", FormCard.Of("What you can type", null,
        [
            .. BannerDrawing.Of(await BannersAsync(turn, cancellationToken)),
            .. commands.Value.Help.Select(line => new TextBlock(CardText.Bold(line))),
            new TextBlock("Commands with names or stories in them are for our own chat only; in a meeting chat use the card's button.")
            {
                IsSubtle = true,
            },
        ]));

    /// <summary>In a chat of their own only: in a meeting it would be for everybody.</summary>
    private async Task<IReadOnlyList<string>> BannersAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.At.IsPrivate
            ? [.. (await Task.WhenAll(banners.Select(banner => banner.ForAsync(turn, cancellationToken)))).SelectMany(
                sentences => sentences)]
            : [];
}
