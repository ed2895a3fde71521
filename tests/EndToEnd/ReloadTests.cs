using Microsoft.Playwright;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>What somebody had come to in their own chat stands there when the page is loaded again, and after the bot was killed.</summary>
public sealed class ReloadTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task The_step_that_one_had_come_to_stands_in_the_chat_after_a_reload_and_a_restart()
    {
        await using var processes = await BotProcesses.StartAsync();
        // Once before, so that a bot that has just begun isn't late with its first answers.
        await (await new Journey(processes).BeginAsync()).PressAsync("Save and go on", ("answer", "yes"));
        await using var tab = await browser.OpenAsync($"{processes.World.BaseAddress}?as=chair#/chat");
        var cards = tab.Page.Locator(".messages .card").Last;
        await tab.Page.GetByRole(AriaRole.Textbox, new() { Name = "Message to StrategyBot" }).FillAsync("convene");
        await tab.Page.Keyboard.PressAsync("Enter");
        await cards.GetByRole(AriaRole.Button, new() { Name = "Convene another meeting" }).ClickAsync();
        await cards.GetByLabel("Yes: the meeting is the same day").CheckAsync();
        await cards.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        var second = cards.GetByRole(AriaRole.Heading, new() { Name = "The first ten minutes: where the child is now" });
        await Expect(second).ToBeVisibleAsync();

        await tab.Page.ReloadAsync();

        await Expect(second).ToBeVisibleAsync();
        await Expect(tab.Page.Locator(".messages .card")).ToHaveCountAsync(2);
        await Expect(cards.GetByLabel("Yes: the meeting is the same day")).ToHaveCountAsync(0);

        await processes.KillBotAsync();
        await processes.StartBotAsync();
        await tab.Page.ReloadAsync();

        await Expect(second).ToBeVisibleAsync();
        // And it goes on from there.
        await cards.GetByRole(AriaRole.Button, new() { Name = "Go on without it" }).ClickAsync();
        await cards.GetByLabel("New referral").CheckAsync();
        await cards.GetByLabel("Concern first identified: time").FillAsync("00:00");
        await cards.GetByLabel("Referral received: time").FillAsync("00:01");
        await cards.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        await Expect(cards.GetByRole(AriaRole.Heading, new() { Name = "What changes the limit" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_card_pressed_again_says_what_stands_and_keeps_nothing_in_silence()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        var first = await journey.BeginAsync();
        await first.PressAsync("Save and go on", ("which", "baby-injury"), ("answer", "yes"));

        var again = await first.PressAsync("Save and go on", ("answer", "no"), ("reason", "Seen by the GP."));

        Assert.Contains("Not saved. This card has opened SB-", again.Words, StringComparison.Ordinal);
        Assert.Equal("yes", (string?)again.Inputs.Single(input => (string?)input["id"] == "answer")["value"]);
        // The same answer again: on with the step that waits, and nothing is called saved.
        var same = await first.PressAsync("Save and go on", ("which", "baby-injury"), ("answer", "yes"));
        Assert.Contains("Nothing was changed on SB-", same.Words, StringComparison.Ordinal);
        Assert.Contains("The first ten minutes: where the child is now", same.Words, StringComparison.Ordinal);

        await (await Journey.FillAsync(first)).PressAsync("Call the meeting and invite");
        var called = await first.PressAsync("Save and go on", ("which", "baby-injury"), ("answer", "yes"));
        Assert.Contains("Nothing was changed on SB-", called.Words, StringComparison.Ordinal);
    }
}
