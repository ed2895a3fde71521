using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.Phases.Minuting;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.PartnerLinks;

/// <summary>Every state of the page, looked at by axe: on a phone, and in the matrix on a desk in the dark and at 200 %.</summary>
public sealed class PageStatesTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private LinksHost host = null!;

    public async Task InitializeAsync() => host = await LinksHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    // A browser at 200 % shows a 1280 pixel window as one of 640.
    public static TheoryData<int, int, ColorScheme> Larger => new() { { 1280, 800, ColorScheme.Dark }, { 640, 400, ColorScheme.Light } };

    [BrowserFact]
    public Task The_door() => DoorAsync(390, 844, ColorScheme.Light);

    [MatrixTheory]
    [MemberData(nameof(Larger))]
    public Task The_door_in_larger_windows(int width, int height, ColorScheme colours) =>
        DoorAsync(width, height, colours);

    private async Task DoorAsync(int width, int height, ColorScheme colours)
    {
        await host.HaveAsync(Given.AConvenedCase());
        await using var tab = await browser.OpenAsync(await host.LinkOfAsync("health"), width, height, colours);
        tab.Expected.Add("403");
        var page = tab.Page;
        await PressAsync(page, "Send me a code");
        await LookAsync(tab, "code");
        await page.GetByLabel("Code from the mail").FillAsync("000");
        await PressAsync(page, "Go on");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That did not work.");
        await LookAsync(tab, "wrong-code");
        await EnterAsync(page, "health");
        await PressAsync(page, "Conflict of interest");
        await Expect(page.GetByText("Family: Lindley")).ToBeVisibleAsync();
        await LookAsync(tab, "conflict");
        await PressAsync(page, "I know them");
        await Expect(page.GetByText("Thank you for saying so.")).ToBeVisibleAsync();
        Assert.DoesNotContain("SB-", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        await LookAsync(tab, "knows-family");
    }

    [BrowserFact]
    public Task Without_a_line_refused_and_signed_out() => WithoutALineAsync(390, 844, ColorScheme.Light);

    [MatrixTheory]
    [MemberData(nameof(Larger))]
    public Task Without_a_line_refused_and_signed_out_in_larger_windows(int width, int height, ColorScheme colours) =>
        WithoutALineAsync(width, height, colours);

    private async Task WithoutALineAsync(int width, int height, ColorScheme colours)
    {
        await host.HaveAsync(Given.AConvenedCase());
        await using var tab = await browser.OpenAsync(await host.LinkOfAsync("health"), width, height, colours);
        tab.Expected.Add("ERR_INTERNET_DISCONNECTED");
        var page = tab.Page;
        await EnterAsync(page, "health");
        await OpenPartAsync(page, "What your agency knows");
        await PressAsync(page, "Save");
        await Expect(page.GetByText("There is nothing to save yet.").First).ToBeVisibleAsync();
        await LookAsync(tab, "refused");
        await page.Context.SetOfflineAsync(true);
        await page.GetByLabel("What you know").FillAsync("typed without a line");
        await PressAsync(page, "Save");
        await Expect(page.GetByText("It is sent by itself when the line is back.")).ToBeVisibleAsync();
        await LookAsync(tab, "offline");
        await PressAsync(page, "Sign out");
        await LookAsync(tab, "sign-out");
        await PressAsync(page, "Stay");
        await page.Context.SetOfflineAsync(false);
        await Expect(page.GetByText("Saved 09:05")).ToBeVisibleAsync();
        await host.Clerk.RecordAsync(Given.Id, "revoke", _ => [new LinksRevoked(Given.Grace.Id)], default);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your personal page" })).ToBeVisibleAsync();
        Assert.DoesNotContain("SB-", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        await LookAsync(tab, "over");
    }

    [BrowserFact]
    public Task A_duty_inbox() => DutyInboxAsync(390, 844, ColorScheme.Light);

    [MatrixTheory]
    [MemberData(nameof(Larger))]
    public Task A_duty_inbox_in_larger_windows(int width, int height, ColorScheme colours) =>
        DutyInboxAsync(width, height, colours);

    private async Task DutyInboxAsync(int width, int height, ColorScheme colours)
    {
        await host.HaveAsync(Given.AConvenedCase()
            .Fact(new ParticipantAdded(Given.Grace with { IsInbox = true, Person = null, Name = "Health duty desk" })));
        await using var tab = await browser.OpenAsync(await host.LinkOfAsync("health"), width, height, colours);
        await EnterAsync(tab.Page, "health", "Send them their own link");
        await LookAsync(tab, "inbox");
        await tab.Page.GetByLabel("Their name").FillAsync("Amy Lund");
        await tab.Page.GetByLabel("Their own mail address").FillAsync("amy.lund@nhs.example");
        await PressAsync(tab.Page, "Send them their own link");
        await Expect(tab.Page.GetByText("a link of their own is on its way to Amy Lund")).ToBeVisibleAsync();
        await LookAsync(tab, "inbox-named");
        Assert.DoesNotContain("Lindley", await tab.Page.ContentAsync(), StringComparison.Ordinal);
        // It is on its way, as the page says: this waits for it.
        await host.LinkOfAsync("midwife");
    }

    [BrowserFact]
    public Task A_discussion_at_night() => NightAsync(390, 844, ColorScheme.Light);

    [MatrixTheory]
    [MemberData(nameof(Larger))]
    public Task A_discussion_at_night_in_larger_windows(int width, int height, ColorScheme colours) => NightAsync(width, height, colours);

    private async Task NightAsync(int width, int height, ColorScheme colours)
    {
        await host.MoveClockAsync(TimeSpan.FromHours(14));
        await host.HaveAsync(Begun.ACase(urgent: null).At("2026-11-25 23:00")
            .Decided(@case => NightRule.Send(@case, "Kim Doyle", "kim.doyle@nextcounty.example")));
        await using var tab = await browser.OpenAsync(await host.LinkOfAsync("night"), width, height, colours);
        var page = tab.Page;
        await EnterAsync(page, "night", "Go on: write down what was said by telephone");
        await LookAsync(tab, "night-tasks");
        await PressAsync(page, "Go on: write down what was said by telephone");
        await page.GetByLabel("Which child?").FillAsync("Ash Lindley");
        await page.GetByLabel("Where is the child, and with whom?").FillAsync("Ward 4");
        await page.GetByLabel("What happened?").FillAsync("A broken arm.");
        await LookAsync(tab, "night-form");
        await page.GetByLabel("What is done now, and by whom?").FillAsync("The ward keeps Ash.");
        await PressAsync(page, "Save and go on");
        await PressAsync(page, "Call the meeting and invite");
        await Expect(page.GetByText("Hand the case over")).ToBeVisibleAsync();
        await LookAsync(tab, "night-called");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open: Hand the case over" }).ClickAsync();
        await Expect(page.GetByLabel("To whom?")).ToBeVisibleAsync();
        await LookAsync(tab, "night-over");
        await page.GetByLabel("To whom?").SelectOptionAsync(
            new SelectOptionValue { Label = "Martin Hale, Deputy team manager, Children's social care" });
        await PressAsync(page, "Hand over");
        await Expect(page.GetByText("handed over to Martin Hale")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public Task Everything_that_a_police_officer_may_open() => EverythingAsync(390, 844, ColorScheme.Light);

    [MatrixTheory]
    [MemberData(nameof(Larger))]
    public Task Everything_that_a_police_officer_may_open_in_larger_windows(int width, int height, ColorScheme colours) =>
        EverythingAsync(width, height, colours);

    private async Task EverythingAsync(int width, int height, ColorScheme colours)
    {
        var approved = ApprovalRuleTests.Approved();
        // Agreed after the end, so that his actions are there beside the minutes.
        approved.By(Given.Priya)
            .Fact(AMeeting.In(
                new ActionAgreed(new("action-9"), ActionKind.Action, "Check the address again", Given.Sam.Id,
                    Dates.Local("2026-11-27 12:00"), "", "")));
        await host.HaveAsync(approved);
        // The minutes, and the link with them.
        await host.MoveClockAsync(TimeSpan.FromHours(7));
        await using var tab = await browser.OpenAsync(await host.LinkOfAsync("police"), width, height, colours);
        var page = tab.Page;
        await EnterAsync(page, "police");
        await PressAsync(page, "My part");
        await Expect(page.Locator("#parts")).ToBeVisibleAsync();
        var parts = (await page.Locator("#parts [role=button]")
            .EvaluateAllAsync<string[]>("rows => rows.map(row => row.getAttribute('aria-label'))"))
            .Select(row => row.Split(" – ")[0]).ToList();
        Assert.Superset(new HashSet<string> { "Read the minutes", "My actions", "Changed after the meeting", "What everyone knows" },
            parts.ToHashSet());
        foreach (var part in parts)
        {
            await OpenPartAsync(page, part);
            await LookAsync(tab, $"part-{part.Replace(' ', '-')}");
        }

        await OpenPartAsync(page, "Read the minutes");
        await PressAsync(page, "Something is wrong");
        await Expect(page.GetByLabel("What is wrong, and what would be right?")).ToBeVisibleAsync();
        await LookAsync(tab, "something-is-wrong");
    }

    private async Task EnterAsync(IPage page, string person, string first = "My part")
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Send (me a code|the code again)$") }).ClickAsync();
        await page.GetByLabel("Code from the mail").FillAsync(await host.CodeOfAsync(person));
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = first })).ToBeVisibleAsync();
    }

    private static async Task OpenPartAsync(IPage page, string part)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "My part", Exact = true }).ClickAsync();
        await Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await page.Locator("#parts").GetByRole(AriaRole.Button, new() { NameRegex = new("^" + Regex.Escape(part)) }).ClickAsync();
        await Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await Expect(page.Locator("#parts")).ToHaveCountAsync(0);
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Regex.Escape(button)}( and next)?$") }).ClickAsync();

    private static async Task LookAsync(Tab tab, string state)
    {
        var width = tab.Page.ViewportSize!.Width;
        await tab.LookAsync($"state-{width}-{state}");
        await tab.AxeFindsNothingAsync($"{state} at {width}");
        Assert.True(await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"{state} scrolls sideways at {width}.");
    }
}
