using System.Text.Json.Nodes;
using StrategyBot.Sandbox.People;
using static StrategyBot.Tests.EndToEnd.Lives;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>A letter that comes back did not arrive (R81): somebody hears of it, and what waits goes to the right address.</summary>
public sealed class CameBackTests
{
    [Fact]
    public async Task Whoever_typed_a_wrong_address_hears_of_it_and_the_right_one_gets_what_was_sent()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        await journey.ConveneAsync();
        await processes.SettleAsync();
        var byHand = await (await (await journey.Chair.OpenHubAsync()).PartAsync("Who is invited")).PressAsync("Add somebody by hand");
        await byHand.PressAsync("Save", ("agency", "health"), ("name", "Ivy Fern"), ("mail", "ivy.fern@gone.example"),
            ("phone", "01632 960301"));
        await processes.SettleAsync();
        Assert.Empty(await CameBackAsync(processes));

        await processes.MoveClockAsync(TimeSpan.FromMinutes(16));
        await processes.SettleAsync();
        await KilledAsync(processes);
        var returned = await CameBackAsync(processes);
        Assert.NotEmpty(returned);
        foreach (var person in new[] { journey.Chair, journey.SocialWorker })
        {
            await HearsAsync(person, "Ivy Fern, Health was not reached: the mail came back. Ring 01632 960301.");
        }

        Assert.Contains("the letter came back; check the mail address", (await journey.Chair.SayAsync("status")).Words,
            StringComparison.Ordinal);

        // It isn't sent there again.
        await processes.MoveClockAsync(TimeSpan.FromMinutes(16));
        Assert.Equal(returned, await CameBackAsync(processes));

        var form = await (await PartsAsync(journey.Chair)).PartAsync("Put a mail address right");
        var refused = await form.PressAsync("Save", ("mail", "ivy.fern@gone.example"));
        Assert.Contains("That is the address that did not reach them.", refused.Words, StringComparison.Ordinal);
        var before = (await MailboxAsync(processes)).Count;
        Assert.Contains("What waits for them is sent again now",
            (await refused.PressAsync("Save", ("mail", SandboxPeople.Midwife.Mail))).Words, StringComparison.Ordinal);
        await processes.SettleAsync();
        Assert.Equal(before + returned.Count, (await MailboxAsync(processes)).Count);

        await processes.MoveClockAsync(TimeSpan.FromMinutes(31));
        await processes.SettleAsync();
        Assert.Equal(returned, await CameBackAsync(processes));
        Assert.DoesNotContain("came back", (await journey.Chair.SayAsync("status")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Put a mail address right", await (await PartsAsync(journey.Chair)).PartsAsync());
    }

    private static async Task<Shown> PartsAsync(TeamsUser person) => await (await person.SayAsync("status")).PressAsync("Open my part");

    private static async Task<JsonArray> MailboxAsync(BotProcesses processes) =>
        await new TeamsUser(processes.World, SandboxPeople.Midwife.Id).MailAsync();

    private static async Task<IReadOnlyList<string>> CameBackAsync(BotProcesses processes) =>
    [
        .. (await processes.FactsAsync()).Select(content => JsonNode.Parse(content) as JsonObject)
            .Where(fact => fact?["receipt"]?.ToString() == "CameBack").Select(fact => fact!["key"]!.ToString()),
    ];
}
