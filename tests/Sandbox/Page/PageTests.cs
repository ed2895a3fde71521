using Microsoft.Playwright;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Sandbox.Page;

public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task A_command_brings_a_card_whose_button_answers_in_place()
    {
        await using var teams = await StubTeams.StartAsync();
        await using var tab = await browser.OpenAsync(teams.Url);
        await SayAsync(tab.Page, "convene");

        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "SB-2026-014 Heron", Level = 3 })).ToBeVisibleAsync();
        await tab.Page.GetByLabel("Note for the minutes").FillAsync("seen by the midwife");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(tab.Page.GetByText("Saved 10:42")).ToBeVisibleAsync();
        var value = teams.Invokes.Single()["value"]!;
        Assert.Equal(("manual", "seen by the midwife"), (value["trigger"]!.ToString(), value["action"]!["data"]!["note"]!.ToString()));
    }

    [BrowserFact]
    public async Task A_message_answer_is_a_toast_and_the_card_stays()
    {
        await using var teams = await StubTeams.StartAsync();
        await using var tab = await browser.OpenAsync(teams.Url);
        await SayAsync(tab.Page, "convene");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Tell me" }).ClickAsync();

        await Expect(tab.Page.Locator(".toast")).ToHaveTextAsync("Told you");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Tell me" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_dialog_is_fetched_filled_and_submitted()
    {
        await using var teams = await StubTeams.StartAsync();
        await using var tab = await browser.OpenAsync(teams.Url);
        var dialog = await OpenDialogAsync(tab.Page);
        await dialog.GetByLabel("An injury").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog.GetByText("Say what the concern is.")).ToBeVisibleAsync();
        await dialog.GetByLabel("Concern").FillAsync("a bruise");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(dialog.GetByText("Saved. Thank you.")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        Assert.Equal(["task/fetch", "task/submit"], teams.Invokes.Select(i => i["name"]!.ToString()));
        var data = teams.Invokes[^1]["value"]!["data"]!;
        Assert.Equal(("stub/submit", "injury", "a bruise"),
            (data["verb"]!.ToString(), data["circumstance"]!.ToString(), data["concern"]!.ToString()));
    }

    [BrowserFact]
    public async Task A_dialog_that_waits_no_more_has_drawn_its_answer_and_holds_the_focus()
    {
        await using var teams = await StubTeams.StartAsync();
        await using var tab = await browser.OpenAsync(teams.Url);
        // Written down within the page, at the moment at which it says so.
        await tab.Page.EvaluateAsync("""
            () => new MutationObserver(() => {
                const shown = document.querySelector('dialog[open]');
                if (window.opened && !shown) {
                    window.gone ??= 'closed';
                } else if (shown?.ariaBusy === 'false') {
                    window.opened ??= `${shown.innerText.includes('An injury')} ${document.activeElement.closest('.dialog-card') !== null}`;
                    window.idle ??= shown.querySelector('.dialog-card') === null ? 'open' : undefined;
                }
            }).observe(document.body, { subtree: true, childList: true, attributes: true })
            """);
        var dialog = await OpenDialogAsync(tab.Page);
        await Expect(dialog.GetByLabel("Concern")).ToBeVisibleAsync();
        // Whoever presses a key at once, presses it in the answer: nothing takes the focus away afterwards.
        Assert.Equal("true true", await tab.Page.EvaluateAsync<string>("() => window.opened"));

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        Assert.Equal("closed", await tab.Page.EvaluateAsync<string>("() => window.idle ?? window.gone"));
    }

    [BrowserFact]
    public async Task When_the_bot_is_silent_the_page_says_so_and_keeps_what_was_typed()
    {
        await using var teams = await StubTeams.StartAsync();
        await using var tab = await browser.OpenAsync(teams.Url);
        var dialog = await OpenDialogAsync(tab.Page);
        await dialog.GetByLabel("Concern").FillAsync("a bruise");
        teams.Silent = true;
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Unable to reach app. Please try again.");
        await Expect(dialog.GetByLabel("Concern")).ToHaveValueAsync("a bruise");
        teams.Silent = false;
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();

        teams.Silent = true;
        await tab.Page.GetByLabel("Note for the minutes").FillAsync("a note");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tab.Page.Locator(".card .failure")).ToHaveTextAsync("Unable to reach app. Please try again.");
        await Expect(tab.Page.GetByLabel("Note for the minutes")).ToHaveValueAsync("a note");

        await SayAsync(tab.Page, "status");
        await Expect(tab.Page.Locator(".composer .failure")).ToContainTextAsync("not answering");
        await Expect(tab.Page.GetByLabel("Message to StrategyBot")).ToHaveValueAsync("status");
    }

    [BrowserFact]
    public async Task What_happens_meanwhile_leaves_typed_text_alone()
    {
        await using var teams = await StubTeams.StartAsync();
        await using var tab = await browser.OpenAsync(teams.Url);
        var dialog = await OpenDialogAsync(tab.Page);
        await dialog.GetByLabel("Concern").FillAsync("half a sent");
        teams.Post("chair", "bot", "Sam has answered.");
        await Expect(tab.Page.Locator(".message").GetByText("Sam has answered.")).ToBeAttachedAsync();

        await Expect(dialog.GetByLabel("Concern")).ToHaveValueAsync("half a sent");
        await dialog.GetByLabel("Concern").PressAsync("Escape");
        await Expect(dialog.GetByText("has not been saved")).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Keep writing" })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByLabel("Concern")).ToBeFocusedAsync();
        await Expect(dialog.GetByLabel("Concern")).ToHaveValueAsync("half a sent");
    }

    [BrowserFact]
    public async Task A_card_that_changes_under_somebody_keeps_what_they_typed_into_it()
    {
        await using var teams = await StubTeams.StartAsync();
        await using var tab = await browser.OpenAsync(teams.Url);
        await SayAsync(tab.Page, "convene");
        await tab.Page.GetByLabel("Note for the minutes").FillAsync("half a note");
        teams.Update("chair", StubCards.PostedLater);

        await Expect(tab.Page.GetByText("answered too")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByLabel("Note for the minutes")).ToHaveValueAsync("half a note");
    }

    [BrowserFact]
    public async Task An_answer_in_place_that_is_then_kept_in_the_message_leaves_the_hand_where_it_types()
    {
        await using var teams = await StubTeams.StartAsync();
        teams.Post("chair", "bot", null, StubCards.FirstStep);
        await using var tab = await browser.OpenAsync(teams.Url);
        await tab.Page.GetByLabel("First step").FillAsync("first");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        var second = tab.Page.GetByLabel("Second step");
        await second.PressSequentiallyAsync("half ");

        teams.Update("chair", StubCards.SecondStep);
        teams.Post("chair", "bot", "Kept.");
        await Expect(tab.Page.Locator(".message").GetByText("Kept.")).ToBeVisibleAsync();
        await tab.Page.Keyboard.TypeAsync("a word");
        await Expect(second).ToHaveValueAsync("half a word");

        // What was asked for before the answer and comes after it takes nothing away.
        teams.Edit("chair", StubCards.FirstStep);
        teams.Post("chair", "bot", "Late.");
        await Expect(tab.Page.Locator(".message").GetByText("Late.")).ToBeVisibleAsync();
        await tab.Page.Keyboard.TypeAsync("s");
        await Expect(second).ToHaveValueAsync("half a words");
    }

    [BrowserFact]
    public async Task A_card_refreshes_by_itself_for_those_it_names()
    {
        await using var teams = await StubTeams.StartAsync();
        teams.Post("meeting", "bot", null, StubCards.Refreshing(StubTeams.Mri("police")));
        await using var police = await browser.OpenAsync(teams.Url + "/?as=police#/chat/meeting");
        await using var school = await browser.OpenAsync(teams.Url + "/?as=school#/chat/meeting");

        await Expect(police.Page.GetByText("What you see")).ToBeVisibleAsync();
        await Expect(school.Page.GetByText("What everybody sees")).ToBeVisibleAsync();
        Assert.Equal("automatic", teams.Invokes.Single()["value"]!["trigger"]!.ToString());
    }

    [BrowserFact]
    public async Task What_one_person_does_appears_with_the_others_by_itself()
    {
        await using var teams = await StubTeams.StartAsync();
        await using var chair = await browser.OpenAsync(teams.Url + "/?as=chair#/chat/meeting");
        await using var police = await browser.OpenAsync(teams.Url + "/?as=police#/chat/meeting");
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "Start meeting" }).ClickAsync();
        await police.Page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(chair.Page.GetByRole(AriaRole.List, new() { Name = "In the meeting" })).ToContainTextAsync("Sam");

        await SayAsync(police.Page, "<b>here</b> & *now*");
        await Expect(chair.Page.GetByText("<b>here</b> & *now*")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_clock_tells_what_happened_on_the_way()
    {
        await using var teams = await StubTeams.StartAsync();
        await using var tab = await browser.OpenAsync(teams.Url + "/?as=chair#/clock");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "+1 hour" }).ClickAsync();

        await Expect(tab.Page.GetByText("From Wed 25 Nov 2026, 09:30 to Wed 25 Nov 2026, 10:30")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "What happened" }))
            .ToContainTextAsync("StrategyBot: Health has not answered.");
    }

    private static async Task<ILocator> OpenDialogAsync(IPage page)
    {
        await SayAsync(page, "convene");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the form" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Convene" });
        await Expect(dialog).ToBeVisibleAsync();
        return dialog;
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator(".composer textarea").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }
}
