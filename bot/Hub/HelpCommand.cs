using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Hub;

/// <summary>Every command in a line. Read from the commands themselves, so that it can't fall behind.</summary>
internal sealed class HelpCommand(Lazy<Commands> commands) : ICommand
{
    public static string Word => "help";

    public static string Help => "`help` – this list";

    public static bool HoldsContent => false;

    public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        Task.FromResult<Reply>(new Reply.Show("Help", FormCard.Of("What you can type", null,
        [
            .. commands.Value.Help.Select(line => new TextBlock(CardText.Bold(line))),
            new TextBlock("Commands with names or stories in them are for our own chat only; in a meeting chat use the card's button.") { IsSubtle = true },
        ])));
}
