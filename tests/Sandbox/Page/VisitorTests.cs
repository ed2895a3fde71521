using Microsoft.Playwright;
using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.Sandbox.Practise;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Sandbox.Page;

/// <summary>The page before a real bot: what a first-time visitor is told, from the empty world to the approved minutes.</summary>
public sealed class VisitorTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task Each_person_is_told_what_comes_next_until_the_minutes_are_read()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        await using var chair = await browser.OpenAsync($"{processes.World.BaseAddress}?as=chair#/chat");
        await using var nurse = await browser.OpenAsync($"{processes.World.BaseAddress}?as=health#/chat");
        await SaysAsync(chair, "Type convene to call a meeting");
        await SaysAsync(nurse, "be Priya Nair");

        await journey.ConveneAsync();
        await processes.SettleAsync();
        await SaysAsync(chair, "Answer the invitation");
        await SaysAsync(nurse, "Next for you: Answer the invitation.");
        await journey.AnswerInvitationsAsync();
        await AllCheckTheirRecordsAsync(journey);
        await SaysAsync(chair, "go to the meeting's time and press Start meeting");

        await journey.MeetAsync();
        await SaysAsync(chair, "Next for you: Confidentiality line.");
        await SaysAsync(nurse, "Next for you: What your agency knows.");
        await journey.ShareAsync();
        await journey.FillHeadingsAsync();
        await journey.PlanAsync();
        await (await (await journey.Chair.OpenHubAsync()).PartAsync("Confidentiality line")).PressAsync("I have read it out");
        await SaysAsync(nurse, "Next for you:");
        await journey.EndAsync();
        await SaysAsync(chair, "Next for you: Draft of the minutes.");
        await chair.Page.GetByRole(AriaRole.Region, new() { Name = "What to do next" })
            .GetByRole(AriaRole.Button, new() { Name = "Open it" }).ClickAsync();
        await Expect(chair.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Draft");

        await journey.ApproveAsync();
        await SaysAsync(nurse, "Next for you: Read the minutes.");
    }

    [BrowserFact]
    public async Task A_practised_case_is_begun_on_the_page_and_its_first_form_is_filled_there()
    {
        await using var processes = await BotProcesses.StartAsync();
        await using var tab = await browser.OpenAsync($"{processes.World.BaseAddress}?as=chair#/practise", 1440, 1000);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Chair this case" }).First.ClickAsync();
        var beside = tab.Page.GetByRole(AriaRole.Complementary, new() { Name = "Practise" });
        await Expect(beside).ToContainTextAsync("Rowan Pell");
        await beside.GetByRole(AriaRole.Button, new() { Name = "Do it for me" }).ClickAsync();
        await Expect(beside).ToContainTextAsync("The agencies answer by themselves");
        await tab.LookAsync("visitor-1-called");

        await processes.SettleAsync();
        await CastAsync(processes);
        await beside.GetByRole(AriaRole.Button, new() { Name = "Do it for me" }).ClickAsync();
        await Expect(beside).ToContainTextAsync("You could say: “What is said here is shared to protect this child.");
        await CastAsync(processes);
        await beside.GetByRole(AriaRole.Button, new() { Name = "Open it" }).ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "I have read it out" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("the confidentiality line was read out");
        await Expect(dialog).ToContainTextAsync("Tick everybody who is, or was, there");
        await tab.LookAsync("visitor-2-dialog");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close dialog" }).ClickAsync();
        await Expect(beside).ToContainTextAsync("Please say your name and your agency");
        await tab.LookAsync("visitor-3-running");
    }

    private static Task SaysAsync(Tab tab, string words) =>
        Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "What to do next" })).ToContainTextAsync(words);

    private static async Task AllCheckTheirRecordsAsync(Journey journey)
    {
        foreach (var person in journey.Attendees)
        {
            await (await (await person.OpenHubAsync()).PartAsync("Who to check")).PressAsync("No match: all");
        }
    }

    /// <summary>Lets the cast do all that it can, faster than people would.</summary>
    private static async Task CastAsync(BotProcesses processes)
    {
        while (await UnattendedTests.StepAsync(processes, chair: false) is not null)
        {
        }
    }
}
