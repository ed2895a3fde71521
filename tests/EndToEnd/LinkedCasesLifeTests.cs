using System.Text.Json.Nodes;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>A second child's own case begins beside the first, and both name each other (15.2, R3); a meeting that is called is
/// cancelled, and called again (15.1).</summary>
public sealed class LinkedCasesLifeTests
{
    [Fact]
    public async Task A_case_that_is_begun_beside_another_is_linked_in_both()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        await journey.PrepareAsync();
        var page = await (await (await journey.Chair.SayAsync("status")).PressAsync("Open my part")).PartAsync("Cases of other children");
        var first = await page.PressAsync("Convene for a brother or sister");
        var opened = await first.PressAsync("Save and go on", ("answer", "no"), ("reason", "Seen by the GP."));
        Assert.Contains("the case is open", opened.Words, StringComparison.Ordinal);
        await processes.SettleAsync();
        var links = (await processes.FactsAsync()).Select(content => JsonNode.Parse(content) as JsonObject)
            .Where(fact => fact?["other"] is not null && fact["kind"] is not null)
            .Select(fact => ((string?)fact!["other"], (string?)fact["kind"])).ToList();
        Assert.Equal(2, links.Count);
        Assert.All(links, link => Assert.Equal("sibling", link.Item2));
        Assert.Equal(2, links.Select(link => link.Item1).Distinct().Count());
    }

    [Fact]
    public async Task A_meeting_that_is_cancelled_leaves_every_calendar_and_another_can_be_called()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        await journey.ConveneAsync();
        await processes.SettleAsync();
        Assert.Single(await journey.Police.CalendarAsync());

        var next = await (await (await journey.Chair.OpenHubAsync()).PartAsync("Cancel the meeting"))
            .PressAsync("Cancel the meeting", ("reason", "PLANTED-reason"));
        Assert.Contains("the meeting is cancelled", next.Words, StringComparison.Ordinal);
        await processes.SettleAsync();
        Assert.Empty(await journey.Police.CalendarAsync());
        await Lives.HearsAsync(journey.SocialWorker, "does not take place");

        await next.PressAsync("Save and go on");
        var part = await (await journey.Chair.SayAsync("status")).PressAsync("Open my part");
        await (await part.PartAsync("Check your answers")).PressAsync("Call the meeting and invite");
        await processes.SettleAsync();
        Assert.Single(await journey.Police.CalendarAsync());
        Assert.Single(await journey.Nurse.CalendarAsync());
    }
}
