using Microsoft.Playwright;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Sandbox.Page;

public sealed class PractiseTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task A_case_is_chosen_and_its_story_and_what_to_type_stand_beside_the_chat()
    {
        await using var teams = await StubTeams.StartAsync();
        await using var tab = await browser.OpenAsync(teams.Url);
        await Link(tab.Page, "Practise").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Chair this case" }).First.ClickAsync();

        var beside = tab.Page.GetByRole(AriaRole.Complementary, new() { Name = "Practise" });
        await Expect(beside.GetByText("a bruise that nobody can explain")).ToBeVisibleAsync();
        await Expect(beside.GetByText("Mon 20 Jul 2026")).ToBeVisibleAsync();
        await Expect(beside.GetByText("type convene to StrategyBot")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByLabel("Message to StrategyBot")).ToBeVisibleAsync();
        Assert.Equal("begin bruise", teams.Practised[0]);
    }

    [BrowserFact]
    public async Task In_the_meeting_the_panel_says_what_to_say_and_opens_the_part()
    {
        await using var teams = await RunningAsync();
        await using var tab = await browser.OpenAsync(teams.Url + "/?as=chair#/chat/meeting");
        var beside = tab.Page.GetByRole(AriaRole.Complementary, new() { Name = "Practise" });
        await Expect(beside.GetByText("Where Child 1 is safe")).ToBeVisibleAsync();
        await Expect(beside.GetByText("You could say: “Where is the child now?”")).ToBeVisibleAsync();
        await Expect(beside.GetByText("Behind it: Bedford guide")).ToBeVisibleAsync();
        await Expect(beside.GetByRole(AriaRole.List, new() { Name = "What has happened" })).ToContainTextAsync("Sam Whitlock gives a view");
        await beside.GetByRole(AriaRole.Button, new() { Name = "Open it" }).ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Convene" })).ToBeVisibleAsync();
        Assert.Contains("automatic", teams.Invokes.Select(invoke => invoke["value"]!["trigger"]?.ToString()));
        Assert.Equal("stub/form",
            teams.Invokes.Last(invoke => invoke["name"]!.ToString() == "task/fetch")["value"]!["data"]!["verb"]!.ToString());
    }

    [BrowserFact]
    public async Task The_chair_asks_for_more_has_a_step_done_and_leaves()
    {
        await using var teams = await RunningAsync();
        await using var tab = await browser.OpenAsync(teams.Url + "/?as=chair#/chat/meeting");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Ask Sam Whitlock what else there is" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Do it for me" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Leave this case" }).ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Complementary, new() { Name = "Practise" })).ToBeHiddenAsync();
        Assert.Equal(["ask police", "step", "leave"], teams.Practised);
    }

    /// <summary>Issue 18.6.</summary>
    [BrowserFact]
    public async Task A_case_ends_with_what_is_counted_of_its_meeting_and_no_score()
    {
        await using var teams = await RunningAsync();
        (teams.MeetingState, teams.NothingWaits) = ("ended", true);
        await using var tab = await browser.OpenAsync(teams.Url + "/?as=chair#/chat/meeting");
        var beside = tab.Page.GetByRole(AriaRole.Complementary, new() { Name = "Practise" });
        await Expect(beside.GetByText("It is no score.")).ToBeVisibleAsync();
        await beside.GetByRole(AriaRole.Button, new() { Name = "What is counted of this meeting" }).ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Convene" })).ToBeVisibleAsync();
        var asked = teams.Invokes.Last(invoke => invoke["name"]!.ToString() == "task/fetch")["value"]!["data"]!;
        Assert.Equal(("overseeing/own-measures", "SB-2026-014"), (asked["verb"]!.ToString(), asked["case"]!.ToString()));
    }

    [BrowserFact]
    public async Task On_a_phone_it_is_a_drawer_that_the_keyboard_opens_and_closes()
    {
        await using var teams = await RunningAsync();
        await using var tab = await browser.OpenAsync(teams.Url + "/?as=chair#/chat/meeting", 390, 844);
        var open = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Practise: what next?" });
        await open.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        var drawer = tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "A bruise on a baby" });
        await Expect(drawer.GetByText("You could say")).ToBeVisibleAsync();
        await tab.Page.Keyboard.PressAsync("Escape");

        await Expect(drawer).ToBeHiddenAsync();
        await Expect(open).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Without_practise_the_page_leads_each_person_to_what_waits_for_them()
    {
        await using var teams = await RunningAsync();
        teams.Playing = null;
        await using var police = await browser.OpenAsync(teams.Url + "/?as=police#/chat/meeting");
        var guide = police.Page.GetByRole(AriaRole.Region, new() { Name = "What to do next" });
        await Expect(guide).ToContainTextAsync("Press Join");
        await police.Page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(guide).ToContainTextAsync("Next for you: Where Child 1 is safe.");
        await guide.GetByRole(AriaRole.Button, new() { Name = "Open it" }).ClickAsync();

        await Expect(police.Page.GetByRole(AriaRole.Dialog, new() { Name = "Convene" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_meeting_that_is_hours_away_is_gone_to_before_it_is_started()
    {
        await using var teams = await StubTeams.StartAsync();
        teams.StartsAt = "2026-11-25T14:00:00Z";
        await using var tab = await browser.OpenAsync(teams.Url + "/?as=chair#/chat/meeting");

        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Go to its time" })).ToBeVisibleAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Start meeting" })).ToBeHiddenAsync();
    }

    [BrowserFact]
    public Task Wide_and_light() => LookAsync(1440, 900, ColorScheme.Light);

    [MatrixFact]
    public Task Wide_and_dark() => LookAsync(1440, 900, ColorScheme.Dark);

    [MatrixFact]
    public Task On_a_phone_and_light() => LookAsync(390, 844, ColorScheme.Light);

    [BrowserFact]
    public Task On_a_phone_and_dark() => LookAsync(390, 844, ColorScheme.Dark);

    private async Task LookAsync(int width, int height, ColorScheme colours)
    {
        await using var teams = await StubTeams.StartAsync();
        await using var tab = await browser.OpenAsync(teams.Url + "/?as=chair#/practise", width, height, colours);
        var page = tab.Page;
        async Task Look(string view)
        {
            await tab.LookAsync($"practise-{(width > 1000 ? "wide" : "phone")}-{colours.ToString().ToLowerInvariant()}-{view}");
            await tab.AxeFindsNothingAsync(view);
        }

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "A teenager missing" })).ToBeVisibleAsync();
        await Look("0-choose");
        teams.Playing = StubPractise.Begun;
        teams.Change();
        await OpenAsync(page, width);
        await Expect(page.GetByText("Mon 20 Jul 2026")).ToBeVisibleAsync();
        await Look("1-begun");
        ShowRunning(teams);
        await page.GotoAsync(teams.Url + "/?as=chair#/chat/meeting");
        await page.ReloadAsync();
        await OpenAsync(page, width);
        await Expect(page.GetByText("You could say")).ToBeVisibleAsync();
        await Look("2-running");
    }

    private static Task OpenAsync(IPage page, int width) =>
        width > 1000 ? Task.CompletedTask : page.GetByRole(AriaRole.Button, new() { Name = "Practise: what next?" }).ClickAsync();

    private static async Task<StubTeams> RunningAsync()
    {
        var teams = await StubTeams.StartAsync();
        ShowRunning(teams);
        return teams;
    }

    private static void ShowRunning(StubTeams teams)
    {
        teams.Playing = StubPractise.Running;
        teams.MeetingState = "running";
        teams.Enter("chair");
        teams.Post("meeting", "bot", null, StubPractise.Hub);
    }

    private static ILocator Link(IPage page, string place) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Sandbox" }).GetByRole(AriaRole.Link, new() { Name = place });
}
