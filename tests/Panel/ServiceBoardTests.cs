using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StrategyBot.Cases;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Panel;

/// <summary>Issue 18.1: the board of a service in the app's own tab, on Tue 1 Dec 2026 at 09:10 as the picture has it: three cases that
/// Helen Marsh is on, and one that is restricted and not hers.</summary>
public sealed class ServiceBoardTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private AService service = null!;

    public async Task InitializeAsync()
    {
        service = await AService.StartAsync(browser);
        await service.HaveAsync("SB-2026-912", "Plover", Given.AConvenedCase());
        await service.HaveAsync("SB-2026-871", "Siskin", AMeeting.Ended(2));
        await service.HaveAsync("SB-2026-811", "Dunlin", AService.Seen(AnEnquiry.Begun("2026-11-30")));
        await service.HaveAsync("SB-2026-829", "Teal", AService.Seen(AnEnquiry.Begun("2026-11-30")), isHers: false);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [BrowserFact]
    public async Task A_manager_reads_what_is_late_first_opens_a_row_and_its_case_and_goes_back()
    {
        await using var tab = await service.OpenAsync(1280, 860);
        var frame = AService.Frame(tab);
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("4 open cases");
        await Expect(frame.Locator(".summary-line")).ToContainTextAsync("2 late");
        Assert.Equal(["Late 2", "Next 2"], await frame.Locator("tr.group").AllInnerTextsAsync());
        await Expect(frame.Locator("tr.case").First).ToContainTextAsync("SB-2026-871 Siskin");
        await Expect(frame.Locator("tr.case").Last).ToContainTextAsync("Restricted: ask the team manager");
        // A row is 40 high.
        Assert.Equal(40, (await frame.Locator("tr.case").First.BoundingBoxAsync())!.Height, 1.5);
        await AService.LookAsync(tab, "board", 1280);

        await frame.GetByRole(AriaRole.Button, new() { NameRegex = new("SB-2026-871 Siskin") }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(frame.Locator("tr.opened")).ToContainTextAsync("Next");
        await Expect(frame.Locator(".small-timeline svg.wide")).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Link, new() { Name = "Ask Tom" })).ToHaveAttributeAsync("href", new Regex("users=tom"));
        await AService.LookAsync(tab, "board-opened", 1280);
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(frame.Locator("tr.opened")).ToHaveCountAsync(0);

        await tab.Page.Keyboard.PressAsync("Enter");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Open case" }).ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("SB-2026-871 Siskin");
        await Expect(frame.Locator(".card")).ToContainTextAsync("SB-2026-871 Siskin");
        // Nobody who looks at the screen reads a name on it.
        Assert.DoesNotContain("Lindley", await frame.InnerTextAsync("body"), StringComparison.Ordinal);
        await AService.LookAsync(tab, "board-case", 1280);
        await frame.GetByRole(AriaRole.Button, new() { Name = "‹ Board" }).ClickAsync();
        await Expect(frame.Locator("tr.case")).ToHaveCountAsync(4);

        await service.Host.StopAsync();
        var read = (await service.Host.Record.AccessesAsync("cases/SB-2026-871", default)).Select(one => one.What).ToList();
        Assert.Contains("panel/service", read);
    }

    /// <summary>By the form that gives a place on a case to somebody else, about whoever has it.</summary>
    [BrowserFact]
    public async Task Who_has_it_is_changed_from_an_opened_row_by_whoever_may()
    {
        await using var tab = await service.OpenAsync(1280, 860);
        var frame = AService.Frame(tab);
        await frame.GetByRole(AriaRole.Button, new() { NameRegex = new("SB-2026-871 Siskin") }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Change who has it" }).ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("SB-2026-871 Siskin");
        await Expect(frame.Locator(".card")).ToContainTextAsync("Who takes it over?");
        await Expect(frame.GetByLabel("Whose part?")).ToHaveValueAsync(Given.Tom.Id.Value);
        await AService.LookAsync(tab, "board-change", 1280);
        await frame.GetByRole(AriaRole.Button, new() { Name = "‹ Board" }).ClickAsync();
        await Expect(frame.Locator("tr.case")).ToHaveCountAsync(4);
    }

    [BrowserFact]
    public async Task Tabs_and_filters_leave_what_is_wanted_and_say_what_they_left()
    {
        await using var tab = await service.OpenAsync(1280, 860);
        var frame = AService.Frame(tab);
        await frame.GetByRole(AriaRole.Tab, new() { NameRegex = new("^Before") }).ClickAsync();
        await Expect(frame.Locator("tr.case")).ToHaveCountAsync(1);
        await Expect(frame.GetByRole(AriaRole.Tab, new() { NameRegex = new("^All") })).ToContainTextAsync("4");

        await frame.GetByLabel("Chair").SelectOptionAsync("Priya Nair");
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Clear", Exact = true })).ToBeVisibleAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Clear", Exact = true }).ClickAsync();
        await Expect(frame.GetByLabel("Chair")).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task On_a_phone_in_the_dark_and_for_whoever_has_no_right_to_the_cases()
    {
        foreach (var (width, colours) in new[] { (390, ColorScheme.Light), (390, ColorScheme.Dark), (1280, ColorScheme.Dark) })
        {
            await using var tab = await service.OpenAsync(width, 844, colours);
            await Expect(AService.Frame(tab).Locator("tr.case")).ToHaveCountAsync(4);
            await AService.LookAsync(tab, $"board-{colours}", width);
            await AService.Frame(tab).Locator("tr.case").Nth(1).ClickAsync();
            await Expect(AService.Frame(tab).Locator("tr.opened")).ToHaveCountAsync(1);
            await Expect(AService.Frame(tab).Locator($".small-timeline svg.{(width < 760 ? "tall" : "wide")}")).ToBeVisibleAsync();
            await AService.LookAsync(tab, $"board-opened-{colours}", width);
        }

        var jo = service.Jo;
        await using var other = await service.OpenAsync(390, 844, ColorScheme.Light, jo);
        await Expect(AService.Frame(other).GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("c open cases");
        await Expect(AService.Frame(other).Locator("main")).ToContainTextAsync("You see counts, not cases.");
        Assert.DoesNotContain("SB-2026", await AService.Frame(other).InnerTextAsync("body"), StringComparison.Ordinal);
        await AService.LookAsync(other, "board-counts", 390);
    }

    /// <summary>Issue 18.2, 18.4.</summary>
    [BrowserFact]
    public async Task Measures_are_lines_a_table_of_the_same_numbers_and_a_spreadsheet()
    {
        await service.MeasuredAsync();
        foreach (var (width, colours) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light) })
        {
            await using var tab = await service.OpenAsync(width, 844, colours);
            var frame = AService.Frame(tab);
            await frame.GetByRole(AriaRole.Button, new() { Name = "Measures", Exact = true }).ClickAsync();
            await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("What an inspector asks");
            var first = frame.Locator("tr.measure").First;
            await Expect(first).ToContainTextAsync("Meetings held in time");
            await Expect(first.Locator("svg.line .last")).ToHaveCountAsync(1);
            await Expect(frame.Locator("tr.measure")).ToHaveCountAsync(11);
            await Expect(frame.Locator("tr.measure").Nth(1).Locator("svg.line text").First).ToHaveTextAsync("c");
            await Expect(frame.Locator("tr.measure").Nth(9)).ToContainTextAsync("by quarter: months are too small");
            await Expect(frame.Locator("tr.of-measure").First).ToContainTextAsync("Police not available");
            await Expect(frame.Locator("table.groups tbody tr").First).ToContainTextAsync("Under 1");
            await frame.GetByRole(AriaRole.Button, new() { Name = "Ethnicity" }).ClickAsync();
            await Expect(frame.Locator("table.groups tbody tr").First).ToContainTextAsync("White");
            await frame.GetByRole(AriaRole.Button, new() { Name = "Age", Exact = true }).ClickAsync();
            await AService.LookAsync(tab, $"measures-{colours}", width);
            await tab.Page.SetViewportSizeAsync(width, 2300);
            await tab.LookAsync($"service-measures-{colours}-{width}-whole");
            await frame.GetByRole(AriaRole.Button, new() { Name = "Table", Exact = true }).ClickAsync();
            await Expect(frame.Locator("table.numbers")).ToHaveCountAsync(10);
            await AService.LookAsync(tab, $"measures-table-{colours}", width);
            var download = await tab.Page.RunAndWaitForDownloadAsync(
                () => frame.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }).ClickAsync());
            Assert.Equal("measures.csv", download.SuggestedFilename);
            var paper = await tab.Page.RunAndWaitForDownloadAsync(
                () => frame.GetByRole(AriaRole.Button, new() { Name = "Document", Exact = true }).ClickAsync());
            Assert.Equal("measures-2026-12.docx", paper.SuggestedFilename);
            await frame.GetByRole(AriaRole.Button, new() { Name = "Board", Exact = true }).ClickAsync();
            await Expect(frame.Locator("tr.case")).ToHaveCountAsync(4);
        }

        Assert.Contains("Meetings held in time", (await service.Helen.SayAsync("measures")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_typed_line_over_HTTP_it_is_a_card_whose_rows_open()
    {
        var card = (await service.Helen.SayAsync("board")).Card!.ToJsonString();
        Assert.Contains("4 open cases", card, StringComparison.Ordinal);
        Assert.Contains("2 late", card, StringComparison.Ordinal);
        Assert.Contains("Restricted: ask the team manager", card, StringComparison.Ordinal);
        Assert.Contains("Open SB-2026-871 Siskin", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Open SB-2026-829", card, StringComparison.Ordinal);
    }
}
