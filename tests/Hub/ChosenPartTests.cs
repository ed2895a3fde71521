using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Phases.Planning;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Hub;

public sealed class ChosenPartTests : IDisposable
{
    private readonly PartHost host = new();

    [Fact]
    public void What_is_missing_is_a_row_each_with_its_own_button_and_the_readers_own_first()
    {
        var given = AConvenedCase();
        var gaps = Program.Phases.Gaps(given.Case);

        var nurse = MissingDrawing.Of(given.SeenBy(Grace), Program.Phases, Words, given.Now);
        var chair = Enumerable.Range(1, 9).Select(page => MissingDrawing.Of(given.SeenBy(Priya), Program.Phases, Words, given.Now, page))
            .DistinctBy(page => CardJson.Write(FormCard.Of(page))).ToList();

        Assert.Equal(WordTables.WhoFills.InList(WhoFills.Health), nurse.Body.OfType<TextBlock>().First().Text);
        var rows = chair.SelectMany(page => page.Body.OfType<Container>()).ToList();
        Assert.Equal(gaps.Select(gap => gap.Sentence).Order(), rows.Select(row => row.Items.OfType<TextBlock>().Single().Text).Order());
        Assert.All(rows, row => Assert.Single(row.Items.OfType<ActionSet>().Single().Actions));
        Assert.True(chair.Count > 1);
        Assert.Contains(nurse.Body.OfType<Container>(), row => !row.Items.OfType<ActionSet>().Any());
        Assert.All(chair, page => Assert.InRange(CardSize.Utf16Bytes(FormCard.Of(page)), 1, CardSize.LimitInBytes));
    }

    [Fact]
    public async Task The_part_that_was_chosen_opens_by_its_own_verb()
    {
        await host.Cases.HaveAsync(AConvenedCase());

        var part = await host.PressAsync(Priya, "hub/go", new() { ["case"] = Id.Value, ["part"] = PartIds.Contingency });
        var missing = Program.Phases.Gaps(AConvenedCase().Case).First(gap => host.Table.Openers.Contains(gap.Open.Verb));
        var gap = await host.PressAsync(Priya, "hub/go-to-gap", new() { ["case"] = Id.Value, ["gap"] = missing.Id });

        Assert.Contains(part.Buttons, button => button.Verb == ContingencyPart.Id.Save);
        Assert.DoesNotContain(gap.Buttons, button => button.Verb == ChosenGapPage.Id.Open);
    }

    [Fact]
    public async Task Where_nothing_was_chosen_that_there_is_the_list_comes_again()
    {
        await host.Cases.HaveAsync(AConvenedCase());

        var part = await host.PressAsync(Priya, "hub/go", new() { ["case"] = Id.Value, ["part"] = "nothing/like-that" });
        var gap = await host.PressAsync(Priya, "hub/go-to-gap", new() { ["case"] = Id.Value });

        Assert.Equal(("My part", "Missing"), (part.Title, gap.Title));
        Assert.True(part.ListsParts);
        Assert.Contains(gap.Buttons, button => button.Verb == ChosenGapPage.Id.Open);
    }

    [Fact]
    public async Task What_is_listed_to_choose_from_is_a_reading_and_so_is_what_opens()
    {
        await host.Cases.HaveAsync(AConvenedCase());
        await host.PressAsync(Priya, "hub/go", new() { ["case"] = Id.Value });
        await host.PressAsync(Priya, "hub/go", new() { ["case"] = Id.Value, ["part"] = PartIds.Contingency });
        await host.Cases.CloseAccessLogAsync();

        Assert.Equal(["hub/go", "hub/go", ContingencyPart.Id.Open],
            (await host.Cases.Record.AccessesAsync($"cases/{Id}", default)).Select(access => access.What));
    }

    public void Dispose() => host.Dispose();
}
