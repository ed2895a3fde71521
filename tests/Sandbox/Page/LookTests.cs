using Microsoft.Playwright;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Sandbox.Page;

/// <summary>Every view, wide and on a phone, light and dark, held against axe.</summary>
public sealed class LookTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public Task Wide_and_light() => LookAsync(1440, 900, ColorScheme.Light);

    [MatrixFact]
    public Task Wide_and_dark() => LookAsync(1440, 900, ColorScheme.Dark);

    [MatrixFact]
    public Task On_a_phone_and_light() => LookAsync(390, 844, ColorScheme.Light);

    [BrowserFact]
    public Task On_a_phone_and_dark() => LookAsync(390, 844, ColorScheme.Dark);

    [BrowserFact]
    public async Task The_keyboard_alone_does_it_all()
    {
        await using var teams = await StubTeams.StartAsync();
        await using var tab = await browser.OpenAsync(teams.Url);
        var (page, keys) = (tab.Page, tab.Page.Keyboard);
        await TabToAsync(page, page.GetByLabel("Message to StrategyBot"));
        await keys.TypeAsync("convene");
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Open the form" })).ToBeVisibleAsync();

        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Open the form" }), "Shift+Tab");
        await keys.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Convene" });
        await Expect(dialog.GetByLabel("An injury")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Open the form" })).ToBeFocusedAsync();

        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "You are" }), "Shift+Tab");
        await keys.PressAsync("Enter");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "You are: Sam Whitlock" })).ToBeFocusedAsync();
        await TabToAsync(page, Rail(page, "Calendar"));
        await keys.PressAsync("Enter");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Accept" }));
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Accepted" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    private async Task LookAsync(int width, int height, ColorScheme colours)
    {
        await using var teams = await StubTeams.StartAsync();
        await using var tab = await browser.OpenAsync(teams.Url + "/?as=chair#/chat", width, height, colours);
        var page = tab.Page;
        async Task Look(string view)
        {
            await tab.LookAsync($"{(width > 1000 ? "wide" : "phone")}-{colours.ToString().ToLowerInvariant()}-{view}");
            await tab.AxeFindsNothingAsync(view);
        }

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Chats", Exact = true })).ToBeVisibleAsync();
        await Look("0-list");
        await page.Locator(".row").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "convene" }).ClickAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Tell me" })).ToBeVisibleAsync();
        await Look("1-card");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the form" }).ClickAsync();
        await Expect(page.GetByLabel("Concern")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Look("2-dialog");
        await page.GetByLabel("Concern").FillAsync("a bruise");
        await page.Keyboard.PressAsync("Escape");
        await Look("2-leaving");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close without saving" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "You are" }).ClickAsync();
        await Look("3-people");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ruth Carver Designated" }).ClickAsync();
        await VisitAsync(page, "Calendar", "Accept");
        await Look("4-calendar");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "End for all" })).ToBeVisibleAsync();
        await Look("5-meeting");
        await Rail(page, "Mail").ClickAsync();
        await page.Locator(".row").First.ClickAsync();
        await Expect(page.GetByText("minutes.docx")).ToBeVisibleAsync();
        await Look("6-mail");
        await VisitAsync(page, "Clock", "+1 hour");
        await page.GetByRole(AriaRole.Button, new() { Name = "+1 hour" }).ClickAsync();
        await Expect(page.GetByText("What happened")).ToBeVisibleAsync();
        await Look("7-clock");
    }

    private static async Task VisitAsync(IPage page, string place, string button)
    {
        await Rail(page, place).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = button })).ToBeVisibleAsync();
    }

    private static ILocator Rail(IPage page, string place) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Sandbox" }).GetByRole(AriaRole.Link, new() { Name = place });

    // Tab, as often as a person would bear.
    private static async Task TabToAsync(IPage page, ILocator wanted, string key = "Tab")
    {
        for (var n = 0; n < 40; n++)
        {
            await page.Keyboard.PressAsync(key);
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"Pressing {key} does not reach {wanted}.");
    }
}
