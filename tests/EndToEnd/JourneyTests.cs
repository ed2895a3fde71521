using System.Net;
using Azure.Data.Tables;
using StrategyBot.Records.Tables;
using StrategyBot.Tests.Oracles;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

public sealed class JourneyTests
{
    [Fact]
    public async Task Six_people_go_from_convening_to_the_minutes_over_http()
    {
        await using var tap = await Tap.StartAsync();
        await using var processes = await BotProcesses.StartAsync(tap: tap);
        await JourneyAsync(processes);
        MicrosoftsModelsReadAllOf(tap);
    }

    [NodeFact]
    public async Task They_go_the_same_way_where_the_record_is_in_azure_tables()
    {
        var azurite = new Azurite();
        await azurite.InitializeAsync();
        await using var processes = await BotProcesses.StartAsync(tables: azurite.ConnectionString);
        try
        {
            await JourneyAsync(processes);
            await TheIndexesAreWrittenAgainAsync(processes, azurite);
            Assert.Equal(HttpStatusCode.OK, (await processes.Bot.GetAsync("readyz")).StatusCode);
        }
        finally
        {
            await azurite.DisposeAsync();
        }

        // What it answered a moment ago holds for two seconds.
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await processes.Bot.GetAsync("readyz", deadline.Token)).StatusCode != HttpStatusCode.ServiceUnavailable)
        {
        }

        Assert.Equal(HttpStatusCode.OK, (await processes.Bot.GetAsync("healthz")).StatusCode);
    }

    private static async Task TheIndexesAreWrittenAgainAsync(BotProcesses processes, Azurite azurite)
    {
        var chair = new TeamsUser(processes.World, "chair");
        foreach (var table in new[] { "Terms", "Due" }.Select(name => TableAccount.Open(azurite.ConnectionString)
            .GetTableClient("StrategyBot" + name)))
        {
            await foreach (var row in table.QueryAsync<TableEntity>())
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
            }
        }

        Assert.DoesNotContain("Follow-up", (await chair.SayAsync("status")).Words, StringComparison.Ordinal);
        await processes.RunBotAsync("rebuild-indexes");
        Assert.Contains("Follow-up", (await chair.SayAsync("status")).Words, StringComparison.Ordinal);
    }

    /// <summary>Every activity, dialog and card's answer of the journey, with nothing left over.</summary>
    private static void MicrosoftsModelsReadAllOf(Tap tap)
    {
        Assert.Empty(tap.All.SelectMany(BotBuilderReader.LeftOver).Distinct());
        Assert.All(
            new[] { Said.Activity, "task/fetch", "task/submit", "adaptiveCard/action" },
            what => Assert.Contains(tap.All, said => said.What == what));
    }

    private static async Task JourneyAsync(BotProcesses processes)
    {
        var journey = new Journey(processes);
        await journey.WholeAsync();
        await HasArrivedAsync(journey, processes);
    }

    /// <summary>What everybody has, and nobody must have, at the journey's end.</summary>
    internal static async Task HasArrivedAsync(Journey journey, BotProcesses processes)
    {
        await EveryAgencyHasTheMinutesAsync(journey);
        await OwnersHaveTheirActionsAsync(journey);
        await NobodyReadsWhatIsNotTheirsAsync(journey);
        await NoOutletHoldsAPlantedWordAsync(journey, processes);
    }

    private static async Task EveryAgencyHasTheMinutesAsync(Journey journey)
    {
        foreach (var person in new[] { journey.Police, journey.Nurse, journey.School })
        {
            Assert.Contains((await person.MailAsync()).Select(mail => mail!["body"]!.GetValue<string>()),
                body => body.Contains("The minutes are ready for you to read.", StringComparison.Ordinal));
        }

        var read = await Journey.ReadMinutesAsync(journey.Nurse);
        Assert.Contains("PLANTED-health knows this", read, StringComparison.Ordinal);
        Assert.All(StrategyBot.Cases.Headings.All.Where(heading => heading is { IsByPhone: false, IsHidden: false }),
            heading => Assert.Contains(heading.Title, read, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Step 7: the owner sees the action, and so do the commands of those who may.</summary>
    private static async Task OwnersHaveTheirActionsAsync(Journey journey)
    {
        Assert.Contains("PLANTED-row", (await journey.SocialWorker.SayAsync("my actions")).Words, StringComparison.Ordinal);
        Assert.Contains("Follow-up", (await journey.Chair.SayAsync("status")).Words, StringComparison.Ordinal);
        Assert.Contains(await (await journey.Police.OpenHubAsync()).PartsAsync(),
            part => part.StartsWith("My actions", StringComparison.Ordinal));
    }

    private static async Task NobodyReadsWhatIsNotTheirsAsync(Journey journey)
    {
        Assert.Contains("PLANTED-police knows this", await Journey.ReadMinutesAsync(journey.Police), StringComparison.Ordinal);
        Assert.Contains("PLANTED-police knows this", await Journey.ReadMinutesAsync(journey.SocialWorker), StringComparison.Ordinal);
        await Journey.ReadMinutesAsync(journey.School);
        Assert.All([journey.Nurse, journey.School],
            person => Assert.DoesNotContain(person.Seen, seen => seen.Contains("PLANTED-police knows", StringComparison.Ordinal)));

    }

    /// <summary>P22: everything that leaves the private dialogs, searched for every planted word.</summary>
    private static async Task NoOutletHoldsAPlantedWordAsync(Journey journey, BotProcesses processes)
    {
        var chat = (await journey.Chair.MeetingChatAsync())["id"]!.GetValue<string>();
        var posted = (await journey.Chair.MessagesAsync(chat)).ToJsonString();
        var mails = string.Concat(await Task.WhenAll(journey.Everyone.Select(async person => (await person.MailAsync()).ToJsonString())));
        var calendars =
            string.Concat(await Task.WhenAll(journey.Everyone.Select(async person => (await person.CalendarAsync()).ToJsonString())));
        var summaries =
            string.Concat(
                (await Task.WhenAll(journey.Everyone.Select(person => person.ChatsAsync()))).SelectMany(
                    chats => chats.Select(chat => chat!["preview"]?.ToString())));

        foreach (var (outlet, text) in new[] { ("meeting chat", posted), ("mail", mails), ("calendar", calendars), ("previews", summaries),
            ("log", processes.BotLog) })
        {
            Assert.False(text.Contains("PLANTED", StringComparison.Ordinal), $"A planted word is in: {outlet}");
            Assert.False(text.Contains("strategy meeting", StringComparison.OrdinalIgnoreCase), $"\"Strategy meeting\" is in: {outlet}");
        }
    }
}
