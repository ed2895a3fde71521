using Microsoft.Playwright;
using StrategyBot.Cases.Facts;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.PartnerLinks;

/// <summary>What a partner's page shows first: what is asked, what was answered and when, one thing to do next, and an end.</summary>
public sealed class TasksTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const string School = "school";

    private LinksHost host = null!;

    public async Task InitializeAsync()
    {
        host = await LinksHost.StartAsync();
        var ends = Dates.Local("2026-11-25 15:15");
        await host.HaveAsync(Given.AConvenedCase().Fact(Begun.Circumstances,
            new WhereaboutsSaid(PlaceNow.School, "Mill Lane Primary", "The head", ends) { Child = Given.Child1 }));
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [BrowserFact]
    public Task From_the_first_of_four_tasks_to_done() => ToDoneAsync(390, 844, ColorScheme.Light);

    [BrowserFact]
    public Task The_same_in_the_dark() => ToDoneAsync(390, 844, ColorScheme.Dark);

    [BrowserFact]
    public async Task Back_leads_to_what_was_shown_before_and_stays_on_the_page()
    {
        await using var tab = await EnterAsync(390, 844, ColorScheme.Light);
        var page = tab.Page;
        await PressAsync(page, "Go on: say if you're coming");
        await Expect(page.GetByText("Will you come?")).ToBeVisibleAsync();
        await PressAsync(page, "Conflict of interest");
        await Expect(page.GetByText("Family: Lindley, Northgate")).ToBeVisibleAsync();

        await page.GoBackAsync();
        await Expect(page.GetByText("Will you come?")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(Title(page, "Your 4 tasks, 0 done")).ToBeVisibleAsync();
        await page.GoForwardAsync();
        await Expect(page.GetByText("Will you come?")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task What_was_opened_before_the_tasks_came_stays()
    {
        await using var tab = await browser.OpenAsync(await host.LinkOfAsync(School), 390, 844, ColorScheme.Light);
        var (page, tasks) = (tab.Page, new TaskCompletionSource());
        await page.RouteAsync("**/p/api/tasks", async route =>
        {
            await tasks.Task;
            await route.ContinueAsync();
        });
        await PressAsync(page, "Send me a code");
        await page.GetByLabel("Code from the mail").FillAsync(await host.CodeOfAsync(School));
        await PressAsync(page, "Go on");
        await PressAsync(page, "Conflict of interest");
        await Expect(page.GetByText("Family: Lindley, Northgate")).ToBeVisibleAsync();

        var came = page.WaitForResponseAsync("**/p/api/tasks");
        tasks.SetResult();
        await (await came).FinishedAsync();
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done))");
        await Expect(page.GetByText("Family: Lindley, Northgate")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Another_letters_link_asks_for_no_second_code_on_the_same_device_and_for_one_on_any_other()
    {
        await using var tab = await EnterAsync(390, 844, ColorScheme.Light);
        var first = await host.LinkOfAsync(School);
        await host.Clerk.RecordAsync(Given.Id, "again", _ => [new LinkAskedFor(Given.Ruth.Id)], default);
        await host.SettleAsync();
        var second = await host.LinkOfAsync(School);
        Assert.NotEqual(first, second);

        await tab.Page.GotoAsync("about:blank");
        await tab.Page.GotoAsync(second);
        await Expect(Title(tab.Page, "Your 4 tasks, 0 done")).ToBeVisibleAsync();

        await using var other = await browser.OpenAsync(second, 390, 844);
        await Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "Send me a code" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_door_is_in_the_councils_name_and_says_how_to_ask_whether_it_is_true()
    {
        await using var tab = await browser.OpenAsync(await host.LinkOfAsync(School), 390, 844);
        await Expect(tab.Page.GetByText("Northgate Council", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(tab.Page.GetByText("Find Northgate Council's switchboard on its website, 01632 960000")).ToBeVisibleAsync();
        await tab.LookAsync("partner-door");
    }

    private async Task ToDoneAsync(int width, int height, ColorScheme colours)
    {
        await using var tab = await EnterAsync(width, height, colours);
        var page = tab.Page;
        await Expect(page.GetByText("Before school ends, 15:15")).ToBeVisibleAsync();
        await PressAsync(page, "Go on: say if you're coming");
        await page.GetByLabel("I am coming", new() { Exact = true }).CheckAsync();
        await PressAsync(page, "Save");
        // What comes next opens by itself, with what was saved above it.
        await Expect(page.GetByText("Saved 09:05 on SB-2026-014 Heron: Coming")).ToBeVisibleAsync();
        await PressAsync(page, "Back to your tasks");
        await Expect(Title(page, "Your 4 tasks, 1 done")).ToBeVisibleAsync();
        await Expect(page.GetByText("Coming, 09:05")).ToBeVisibleAsync();
        await PressAsync(page, "Go on: check your records");
        await PressAsync(page, "Found: all");
        await PressAsync(page, "Back to your tasks");
        await Expect(page.GetByText("Checked, 09:05")).ToBeVisibleAsync();
        Assert.DoesNotContain("ot saved yet", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        await LookAsync(tab, $"partner-{colours}");

        await PressAsync(page, "Change: Say if you're coming");
        await Expect(page.GetByLabel("I am coming", new() { Exact = true })).ToBeCheckedAsync();
        Assert.DoesNotContain("ot saved yet", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        await PressAsync(page, "Back to your tasks");
        await PressAsync(page, "Go on: what your school knows");
        await page.GetByLabel("What you know").FillAsync("Often late in October.");
        await PressAsync(page, "Save");
        await Expect(page.GetByText("Saved 09:05").First).ToBeVisibleAsync();
        if (await page.GetByRole(AriaRole.Button, new() { Name = "Back to your tasks" }).IsVisibleAsync())
        {
            await PressAsync(page, "Back to your tasks");
        }

        await Expect(Title(page, "Your 4 tasks, 3 done")).ToBeVisibleAsync();
        var teams = page.Context.WaitForPageAsync();
        await PressAsync(page, "Go on: try the meeting link");
        await (await teams).CloseAsync();

        await Expect(Title(page, "You're done")).ToBeVisibleAsync();
        await Expect(page.GetByText("All 4 tasks, 09:05.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Wed 25 Nov, 14:00")).ToBeVisibleAsync();
        await Expect(page.GetByText("This device stays signed in until 17:00.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Join" })).ToBeVisibleAsync();
        await LookAsync(tab, $"partner-done-{colours}");
        await PressAsync(page, "See or change");
        await Expect(page.GetByText("Coming, 09:05")).ToBeVisibleAsync();
    }

    private async Task<Tab> EnterAsync(int width, int height, ColorScheme colours)
    {
        var tab = await browser.OpenAsync(await host.LinkOfAsync(School), width, height, colours);
        await PressAsync(tab.Page, "Send me a code");
        await tab.Page.GetByLabel("Code from the mail").FillAsync(await host.CodeOfAsync(School));
        await PressAsync(tab.Page, "Go on");
        await Expect(Title(tab.Page, "Your 4 tasks, 0 done")).ToBeVisibleAsync();
        return tab;
    }

    private static ILocator Title(IPage page, string text) => page.GetByRole(AriaRole.Heading, new() { Name = text, Exact = true });

    private static async Task PressAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
            .Or(page.GetByRole(AriaRole.Button, new() { Name = $"{button} and next", Exact = true })).First.ClickAsync();
        await Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>Kept, held against axe, not wider than its window, and nothing that is pressed lower than a finger.</summary>
    private static async Task LookAsync(Tab tab, string state)
    {
        await tab.LookAsync(state);
        await tab.AxeFindsNothingAsync(state);
        Assert.True(await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var low = await tab.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('button, a')].filter(one => one.getClientRects().length"
                + " && one.getBoundingClientRect().height < 44).map(one => one.textContent)");
        Assert.Empty(low);
    }
}
