using StrategyBot.Conversations;
using StrategyBot.Hub;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Hub;

public sealed class DueCommandTests : IDisposable
{
    private readonly RecordedCases cases = new();

    [Fact]
    public async Task Soonest_first_and_what_is_past_is_said_to_be()
    {
        var card = await AskAsync(2);

        Assert.Contains("**Overdue: ", card, StringComparison.Ordinal);
        Assert.True(card.IndexOf("Part 2", StringComparison.Ordinal) < card.IndexOf("Part 1", StringComparison.Ordinal));
        Assert.DoesNotContain("more", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_card_cannot_hold_is_counted()
    {
        var card = await AskAsync(33);

        Assert.Contains("And 3 more, none of them sooner.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Part 1\"", card, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_meeting_chat_it_is_how_much_and_when_next_and_a_button()
    {
        var now = Given.AConvenedCase().Now;
        DueItem[] dues = [.. new[] { 2, 24 }.Select(hours => new DueItem(now.AddHours(hours), "PLANTED", new("Open", "test/open")))];

        var card = CardJson.Write(DueCommand.Counted(Given.AConvenedCase().Case, dues, Given.Words));

        Assert.Contains("2 due for you, the next Wed 25 Nov 2026, 11:00", card, StringComparison.Ordinal);
        Assert.Contains("Open my part", card, StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED", card, StringComparison.Ordinal);
    }

    public void Dispose() => cases.Dispose();

    /// <summary>Asks with so many dues, an hour between each and the next; the last written is the soonest, two hours ago.</summary>
    private async Task<string> AskAsync(int count)
    {
        await cases.HaveAsync(Given.AConvenedCase());
        var phases = new PhaseList(new Phase("test")
        {
            Dues = (_, now) => Enumerable.Range(1, count)
                .Select(i => new DueItem(now.AddHours(count - i - 2), $"Part {i}", new("Open", "test/open"))),
        });
        var due = new DueCommand(cases.Clerk, new(cases.Clerk, Given.Words, cases.Clock), phases, Given.Words, cases.Clock);
        var speaker = new Speaker("council", Given.Priya.Person!.Value.Value.Split('/')[1], "29:1", "Priya Nair", null);

        return CardJson.Write(
            Assert.IsType<Reply.Show>(
                await due.HandleAsync("", new(speaker, new(PlaceKind.Personal, new("19:x", "https://localhost/")), "1"), default)).Card);
    }
}
