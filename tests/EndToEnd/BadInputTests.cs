using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>A clear sentence, nothing lost, nothing twice: what people and services get wrong, over HTTP.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task What_is_wrong_gets_a_sentence_and_loses_nothing()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        await BodiesThatAreNoActivityAsync(processes);
        await OutageWhileInvitingAsync(processes, journey);
        await OldCardsAndUnknownWordsAsync(journey);
        await ContentInTheMeetingChatAsync(journey);
        await TwoPeopleOneFieldAsync(journey);
        await FiveClicksAsync(processes, journey);
    }

    private static async Task BodiesThatAreNoActivityAsync(BotProcesses processes)
    {
        foreach (var body in new[] { "{", "[]", "\"text\"", "null", new string('x', 1024 * 1024) })
        {
            using var response = await processes.Bot.PostAsync("api/messages", new StringContent(body, Encoding.UTF8, "application/json"));
            Assert.InRange((int)response.StatusCode, 400, 499);
        }
    }

    private static async Task OutageWhileInvitingAsync(BotProcesses processes, Journey journey)
    {
        var form = await journey.PrepareAsync();
        foreach (var (service, path, status, after) in new[] { ("graph", "/events", 503, false), ("graph", "/send", 504, true),
            ("graph", "installedApps", 404, false), ("connector", "/activities", 429, false) })
        {
            (await processes.World.PostAsJsonAsync("sandbox/faults",
                new
                {
                    service,
                    method = "POST",
                    path,
                    status,
                    times = 1,
                    after,
                    retryAfter = status is 503 or 429 ? 1 : (int?)null
                })).EnsureSuccessStatusCode();
        }

        Assert.Contains("is called", (await form.PressAsync("Call the meeting and invite")).Words, StringComparison.Ordinal);
        await processes.MoveClockAsync(TimeSpan.FromMinutes(30));

        Assert.Single(await journey.Police.CalendarAsync());
        Assert.Single((await journey.Police.MailAsync()).Select(mail => mail!["body"]!.GetValue<string>()),
            body => body.Contains("Please join a short meeting", StringComparison.Ordinal));
        Assert.Contains("Open my part",
            (await journey.Nurse.LastCardAsync((await journey.Nurse.MeetingChatAsync())["id"]!.GetValue<string>())).Buttons);
    }

    private static async Task OldCardsAndUnknownWordsAsync(Journey journey)
    {
        var chat = await journey.Chair.PersonalChatAsync();
        var answer =
            await journey.Chair.InvokeAsync(chat, "task/submit",
                new JsonObject { ["data"] = new JsonObject { ["verb"] = "release-one/gone" } }, null);
        Assert.Contains("out of date", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("nothing was saved", (await journey.Chair.SayAsync("frobnicate")).Words, StringComparison.Ordinal);
        Assert.Contains("no case for you", (await journey.Chair.SayAsync("status SB-2026-999 Heron")).Words, StringComparison.Ordinal);
    }

    private static async Task ContentInTheMeetingChatAsync(Journey journey)
    {
        var chat = (await journey.Nurse.MeetingChatAsync())["id"]!.GetValue<string>();
        Assert.Contains("Please delete that", (await journey.Nurse.SayInAsync(chat, "@StrategyBot note health: PLANTED in the open")).Words,
            StringComparison.Ordinal);
    }

    private static async Task TwoPeopleOneFieldAsync(Journey journey)
    {
        var hers = await (await journey.Chair.OpenHubAsync()).PartAsync("The concern");
        var his = await (await journey.SocialWorker.OpenHubAsync()).PartAsync("The concern");
        await hers.PressAsync("Save", ("text-cause", "**her** <b>words</b>"));
        await his.PressAsync("Save", ("text-cause", "his words"));

        var both = await (await journey.Chair.OpenHubAsync()).PartAsync("The concern");
        var compared = await both.PressAsync("Compare");
        Assert.Contains("**her** <b>words</b>", compared.Words, StringComparison.Ordinal);
        Assert.Contains("his words", compared.Words, StringComparison.Ordinal);
    }

    private static async Task FiveClicksAsync(BotProcesses processes, Journey journey)
    {
        var form = await (await journey.Chair.OpenHubAsync()).PartAsync("Contingency");
        for (var click = 0; click < 5; click++)
        {
            await form.PressAsync("Save", ("text", "pressed five times"));
        }

        Assert.Single(await processes.FactsAsync(), fact => fact.Contains("pressed five times", StringComparison.Ordinal));
    }
}
