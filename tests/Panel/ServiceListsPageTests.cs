using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StrategyBot.Cases.Facts;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Panel;

/// <summary>Issue 18.3: the lists of a service beside its board, wide and on a phone, light and dark, for whoever may see the cases and for
/// whoever may not.</summary>
public sealed class ServiceListsPageTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private AService service = null!;

    public async Task InitializeAsync()
    {
        service = await AService.StartAsync(browser);
        await service.HaveAsync("SB-2026-871", "Siskin", AMeeting.Ended(2).Fact(AMeeting.In(new ImmediatePlanAgreed())));
        await service.HaveAsync("SB-2026-811", "Dunlin", AnEnquiry.Begun("2026-10-30").Held("2026-11-26"));
        await service.HaveAsync("SB-2026-829", "Teal", AMeeting.Ended(), isHers: false);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [BrowserFact]
    public async Task Each_list_is_a_tab_with_its_lines_its_sums_and_a_spreadsheet_and_a_line_opens_its_case()
    {
        foreach (var (width, colours) in new[]
            { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await using var tab = await service.OpenAsync(width, 844, colours);
            var frame = AService.Frame(tab);
            await frame.GetByRole(AriaRole.Button, new() { Name = "Lists", Exact = true }).ClickAsync();
            await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Conferences out of timescale");
            await Expect(frame.Locator("table.listed tbody tr")).ToHaveCountAsync(1);
            await Expect(frame.Locator("table.listed tbody tr")).ToContainTextAsync("SB-2026-811 Dunlin");
            await AService.LookAsync(tab, $"lists-late-{colours}", width);
            foreach (var (name, lines) in new[]
            {
                ("Not held", 0), ("Attendance", 6), ("Overdue", 3), ("No conference day", 2), ("Disagreements", 2),
            })
            {
                await frame.GetByRole(AriaRole.Tab, new() { NameRegex = new($"^{name}") }).ClickAsync();
                await Expect(frame.GetByRole(AriaRole.Tab, new() { NameRegex = new($"^{name}"), Selected = true })).ToHaveCountAsync(1);
                await Expect(frame.Locator("table.listed tbody tr")).ToHaveCountAsync(lines);
                await AService.LookAsync(tab, $"lists-{name.Replace(' ', '-')}-{colours}", width);
            }

            Assert.DoesNotContain("Lindley", await frame.InnerTextAsync("body"), StringComparison.Ordinal);
            await frame.GetByRole(AriaRole.Tab, new() { NameRegex = new("^Overdue") }).ClickAsync();
            await Expect(frame.Locator("table.listed tbody tr").Filter(new() { HasText = "SB-2026-829" }))
                .ToContainTextAsync("Restricted: ask the team manager");
            var download = await tab.Page.RunAndWaitForDownloadAsync(
                () => frame.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }).ClickAsync());
            Assert.Equal("overdue.csv", download.SuggestedFilename);
            await frame.GetByRole(AriaRole.Button, new() { Name = "SB-2026-871 Siskin" }).First.ClickAsync();
            await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("SB-2026-871 Siskin");
            await frame.GetByRole(AriaRole.Button, new() { Name = "‹ Lists" }).ClickAsync();
            await Expect(frame.Locator("table.listed tbody tr")).ToHaveCountAsync(3);
            await frame.GetByRole(AriaRole.Button, new() { Name = "Board", Exact = true }).ClickAsync();
            await Expect(frame.Locator("tr.case")).ToHaveCountAsync(3);
        }
    }

    [BrowserFact]
    public async Task A_month_and_an_area_leave_what_is_wanted_and_on_paper_it_is_black()
    {
        await using var tab = await service.OpenAsync(1280, 860);
        var frame = AService.Frame(tab);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Lists", Exact = true }).ClickAsync();
        await frame.GetByLabel("Period").SelectOptionAsync("December 2026");
        await Expect(frame.Locator(".none-listed")).ToContainTextAsync("No conference was out of timescale.");
        await frame.GetByLabel("Period").SelectOptionAsync("November 2026");
        await Expect(frame.Locator("table.listed tbody tr")).ToHaveCountAsync(1);
        await frame.GetByRole(AriaRole.Tab, new() { NameRegex = new("^Overdue") }).ClickAsync();
        await Expect(frame.GetByLabel("Period")).ToHaveCountAsync(0);
        await frame.GetByLabel("Area").SelectOptionAsync("North");
        await Expect(frame.Locator("table.listed tbody tr")).ToHaveCountAsync(1);

        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        await Expect(frame.GetByRole(AriaRole.Tablist)).ToBeHiddenAsync();
        Assert.Equal("rgb(0, 0, 0)", await frame.Locator("h1").EvaluateAsync<string>("one => getComputedStyle(one).color"));
        await tab.LookAsync("service-lists-print-1280");
    }

    [BrowserFact]
    public async Task A_measure_leads_to_its_cases_and_a_month_stands_by_itself()
    {
        await using var tab = await service.OpenAsync(1280, 860);
        var frame = AService.Frame(tab);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Measures", Exact = true }).ClickAsync();
        await frame.GetByLabel("Period").SelectOptionAsync("November 2026");
        await Expect(frame.Locator(".service-title .caption")).ToHaveTextAsync("November 2026");
        await Expect(frame.GetByRole(AriaRole.Columnheader, new() { Name = "November 2026" })).ToHaveCountAsync(1);
        await Expect(frame.Locator("tr.of-measure")).ToHaveCountAsync(0);
        await AService.LookAsync(tab, "measures-month", 1280);
        await frame.GetByRole(AriaRole.Button, new() { NameRegex = new("^Actions done in time") }).ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("6 Actions done in time: late");
        await Expect(frame.GetByLabel("Period")).ToHaveValueAsync("2026-11");
        await Expect(frame.Locator("table.listed tbody tr")).ToHaveCountAsync(3);
        await Expect(frame.Locator("table.listed tbody")).ToContainTextAsync("Restricted: ask the team manager");
        await AService.LookAsync(tab, "lists-of-measure", 1280);
        await frame.GetByRole(AriaRole.Tab, new() { NameRegex = new("^Overdue") }).ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Actions overdue");
    }

    [BrowserFact]
    public async Task Whoever_has_no_right_to_the_cases_reads_counts()
    {
        foreach (var width in new[] { 1280, 390 })
        {
            await using var tab = await service.OpenAsync(width, 844, ColorScheme.Light, service.Jo);
            var frame = AService.Frame(tab);
            await frame.GetByRole(AriaRole.Button, new() { Name = "Lists", Exact = true }).ClickAsync();
            await Expect(frame.Locator("main")).ToContainTextAsync("You see counts, not cases.");
            await Expect(frame.Locator("main")).ToContainTextAsync("c: 1 to 5, hidden");
            await Expect(frame.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Actions overdue") })).ToHaveTextAsync(new Regex("c$"));
            Assert.DoesNotContain("SB-2026", await frame.InnerTextAsync("body"), StringComparison.Ordinal);
            await AService.LookAsync(tab, "lists-counts", width);
            await frame.GetByRole(AriaRole.Button, new() { Name = "Measures", Exact = true }).ClickAsync();
            await Expect(frame.Locator("tr.measure")).ToHaveCountAsync(11);
            await Expect(frame.GetByRole(AriaRole.Columnheader, new() { Name = "Cases" })).ToHaveCountAsync(0);
        }
    }
}
