using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Panel;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Forms;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Hub;

/// <summary>Many parts stand in the panel's groups, few at once (issue 11.2): whoever has no panel finds them by the same names.</summary>
public sealed class PartGroupsTests : IDisposable
{
    private readonly PartHost host = new(PartHost.FakeOutside);

    public void Dispose() => host.Dispose();

    [Fact]
    public void Every_part_stands_in_one_group_at_every_stage_and_for_every_reader() => Assert.All(EachView(), one =>
    {
        var entries = Program.Phases.Entries(one.View, one.Now);
        Assert.Equal(entries.Select(entry => entry.Id).Order(StringComparer.Ordinal),
            PartGroup.Of(one.View, entries).SelectMany(group => group.Parts).Select(entry => entry.Id).Order(StringComparer.Ordinal));
    });

    [Fact]
    public async Task Whoever_has_few_parts_sees_them_all_and_opens_what_waits_by_one_tap()
    {
        await host.Cases.HaveAsync(AConvenedCase());
        var own = await host.OpenAsync(Ruth, Own());
        var entries = Program.Phases.Entries(AConvenedCase().SeenBy(Ruth), host.Clock.GetUtcNow());

        Assert.Equal(entries.Select(entry => $"{entry.Title} – {entry.State}"), own.Rows.Select(row => row.Title));
        var waits = entries.First(entry => entry.IsOpen);
        Assert.Equal(waits.Open.Verb, own.Rows.First(row => row.Title.StartsWith(waits.Title, StringComparison.Ordinal)).Verb);
    }

    [Fact]
    public async Task The_group_of_what_waits_first_is_open_and_the_others_say_what_is_done_as_the_panel_does()
    {
        var running = AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });
        await host.Cases.HaveAsync(running);
        var board = BoardDrawing.Of(running.SeenBy(Priya), [], Program.Phases, Words, host.Clock.GetUtcNow());

        var own = await host.OpenAsync(Priya, Own());

        var waits = board.Groups.Single(group => group.Parts.Any(part => part.Id == board.Next));
        Assert.Contains($"▾ {waits.Name} {waits.Done}/{waits.Of}", own.Text, StringComparison.Ordinal);
        Assert.Superset(waits.Parts.Select(part => $"{part.Title} – {part.State}").ToHashSet(),
            own.Rows.Select(row => row.Title).ToHashSet());
        Assert.Equal(board.Groups.Where(group => group != waits).Select(group => group.Name),
            own.Rows.Where(row => row.Verb == OpenMyPart.Verb).Select(row => row.Title.Split(' ')[0]));
    }

    [Fact]
    public async Task A_part_of_another_group_is_two_taps_away()
    {
        await host.Cases.HaveAsync(AConvenedCase());
        var own = await host.OpenAsync(Priya, Own());

        var plan = await own.PressAsync(own.Rows.Single(row => row.Title.StartsWith("Plan", StringComparison.Ordinal)).Title);
        var form = await plan.PressAsync(
            plan.Rows.Single(row => row.Title.StartsWith("Contingency", StringComparison.Ordinal)).Title);

        Assert.Contains("▾ Plan", plan.Text, StringComparison.Ordinal);
        Assert.Contains(form.Inputs, input => input.Id == "text");
    }

    [Fact]
    public async Task A_group_that_is_no_more_there_leads_to_what_waits()
    {
        await host.Cases.HaveAsync(AConvenedCase());

        var own = await host.PressAsync(Priya, PartIds.MyPart, new() { ["case"] = Id.Value, ["whole"] = true, ["group"] = "Gone" });

        Assert.Equal((await host.OpenAsync(Priya, Own())).Text, own.Text);
    }

    [Fact]
    public void Each_open_group_fits_on_a_card() => Assert.All(EachView(), one =>
        Assert.All(PartGroup.Of(one.View, Program.Phases.Entries(one.View, one.Now)), group => Assert.InRange(
            CardSize.Utf16Bytes(FormCard.Of(MyPartDrawing.Of(one.View, Program.Phases, Words, one.Now, group: group.Name))),
            1, CardSize.LimitInBytes)));

    [Fact]
    public void In_a_chat_a_row_is_pressed_as_a_chats_buttons_are()
    {
        var card = FormCard.Of(MyPartDrawing.Of(AConvenedCase().SeenBy(Ruth), Program.Phases, Words, AConvenedCase().Now));

        Assert.Contains("\"selectAction\":{\"type\":\"Action.Submit\"", CardJson.Write(card), StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Submit", CardJson.Write(card.Inline()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_group_of_what_waits_first_is_open_also_behind_one_that_is_not_done()
    {
        var seen = (
            from one in EachView()
            let entries = Program.Phases.Entries(one.View, one.Now)
            let next = entries.FirstOrDefault(entry => entry.IsOpen)
            where next is not null
            let groups = PartGroup.Of(one.View, entries)
            let waits = groups.First(tab => tab.Parts.Contains(next))
            where waits != groups.FirstOrDefault(tab => tab.Done < tab.Total)
            let card = CardJson.Write(FormCard.Of(MyPartDrawing.Of(one.View, Program.Phases, Words, one.Now)))
            where card.Contains('▾', StringComparison.Ordinal)
            select (waits.Name, Card: card)).ToList();

        Assert.NotEmpty(seen);
        Assert.All(seen, one => Assert.Contains($"▾ {one.Name}", one.Card, StringComparison.Ordinal));
    }

    private static IEnumerable<(CaseView View, DateTimeOffset Now)> EachView() =>
        from walked in WalkedCases.All
        from reader in walked.Told.Case.Participants
        select (walked.Told.SeenBy(reader), Dates.Local(walked.Now));

    private static PartButton Own() => new("", PartIds.MyPart, new OpenMyPart.Form(Id.Value, Whole: true));
}
