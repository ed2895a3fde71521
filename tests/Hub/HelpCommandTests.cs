using StrategyBot.Conversations;
using StrategyBot.Hub;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Tests.Hub;

public sealed class HelpCommandTests
{
    private const string Sentence = "The procedure should have been reviewed by Thu 31 Aug 2023.";

    [Theory]
    [InlineData(PlaceKind.Personal, true)]
    [InlineData(PlaceKind.MeetingChat, false)]
    public async Task A_banner_stands_above_help_in_ones_own_chat_only(PlaceKind kind, bool isShown)
    {
        var help = new HelpCommand(new(() => new Commands()), [new Hung()]);

        var card =
            CardJson.Write(
                Assert.IsType<Reply.Show>(
                    await help.HandleAsync("",
                        new(new("council", "object-6", "29:object-6", "Helen Marsh", null),
                            new Place(kind, new("19:x", "https://localhost/")), "1"), default)).Card);

        Assert.Equal(isShown, card.Contains(Sentence, StringComparison.Ordinal));
    }

    private sealed class Hung : IHelpBanner
    {
        public Task<IReadOnlyList<string>> ForAsync(Turn turn, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>([Sentence]);
    }
}
