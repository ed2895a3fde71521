using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Oversight;
using StrategyBot.Phases.Overseeing;
using StrategyBot.Records;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Panel;

/// <summary>Issue 18.1: the board of a service in the app's own tab, on Tue 1 Dec 2026 at 09:10 as the picture has it: three cases that
/// Helen Marsh is on, and one that is restricted and not hers.</summary>
public sealed class ServiceBoardTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime, IDisposable
{
    private LinksHost host = null!;
    private HttpClient world = null!;
    private TeamsUser helen = null!;

    public async Task InitializeAsync()
    {
        host = await LinksHost.StartAsync("2026-12-01 09:10");
        world = new() { BaseAddress = new(host.Url) };
        await host.InstallForAsync(SandboxPeople.HeadOfService);
        await host.InstallForAsync(SandboxPeople.BusinessSupport);
        helen = new(world, SandboxPeople.HeadOfService.Id);
        await HaveAsync("SB-2026-912", "Plover", Given.AConvenedCase());
        await HaveAsync("SB-2026-871", "Siskin", AMeeting.Ended(2));
        await HaveAsync("SB-2026-811", "Dunlin", Seen(AnEnquiry.Begun("2026-11-30")));
        await HaveAsync("SB-2026-829", "Teal", Seen(AnEnquiry.Begun("2026-11-30")), isHers: false);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose() => world.Dispose();

    [BrowserFact]
    public async Task A_manager_reads_what_is_late_first_opens_a_row_and_its_case_and_goes_back()
    {
        await using var tab = await OpenAsync(1280, 860);
        var frame = Frame(tab);
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("4 open cases");
        await Expect(frame.Locator(".summary-line")).ToContainTextAsync("2 late");
        Assert.Equal(["Late 2", "Next 2"], await frame.Locator("tr.group").AllInnerTextsAsync());
        await Expect(frame.Locator("tr.case").First).ToContainTextAsync("SB-2026-871 Siskin");
        await Expect(frame.Locator("tr.case").Last).ToContainTextAsync("Restricted: ask the team manager");
        // A row is 40 high.
        Assert.Equal(40, (await frame.Locator("tr.case").First.BoundingBoxAsync())!.Height, 1.5);
        await LookAsync(tab, "board", 1280);

        await frame.GetByRole(AriaRole.Button, new() { NameRegex = new("SB-2026-871 Siskin") }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(frame.Locator("tr.opened")).ToContainTextAsync("Next");
        await Expect(frame.Locator(".small-timeline svg.wide")).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Link, new() { Name = "Ask Tom" })).ToHaveAttributeAsync("href", new Regex("users=tom"));
        await LookAsync(tab, "board-opened", 1280);
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(frame.Locator("tr.opened")).ToHaveCountAsync(0);

        await tab.Page.Keyboard.PressAsync("Enter");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Open case" }).ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("SB-2026-871 Siskin");
        await Expect(frame.Locator(".card")).ToContainTextAsync("SB-2026-871 Siskin");
        // Nobody who looks at the screen reads a name on it.
        Assert.DoesNotContain("Lindley", await frame.InnerTextAsync("body"), StringComparison.Ordinal);
        await LookAsync(tab, "board-case", 1280);
        await frame.GetByRole(AriaRole.Button, new() { Name = "‹ Board" }).ClickAsync();
        await Expect(frame.Locator("tr.case")).ToHaveCountAsync(4);

        await host.StopAsync();
        var read = (await host.Record.AccessesAsync("cases/SB-2026-871", default)).Select(one => one.What).ToList();
        Assert.Contains("panel/service", read);
    }

    [BrowserFact]
    public async Task Tabs_and_filters_leave_what_is_wanted_and_say_what_they_left()
    {
        await using var tab = await OpenAsync(1280, 860);
        var frame = Frame(tab);
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
            await using var tab = await OpenAsync(width, 844, colours);
            await Expect(Frame(tab).Locator("tr.case")).ToHaveCountAsync(4);
            await LookAsync(tab, $"board-{colours}", width);
            await Frame(tab).Locator("tr.case").Nth(1).ClickAsync();
            await Expect(Frame(tab).Locator("tr.opened")).ToHaveCountAsync(1);
            await Expect(Frame(tab).Locator(width < 760 ? ".small-timeline svg.tall" : ".small-timeline svg.wide")).ToBeVisibleAsync();
            await LookAsync(tab, $"board-opened-{colours}", width);
        }

        var jo = new TeamsUser(world, SandboxPeople.BusinessSupport.Id);
        await using var other = await OpenAsync(390, 844, ColorScheme.Light, jo);
        await Expect(Frame(other).GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("c open cases");
        await Expect(Frame(other).Locator("main")).ToContainTextAsync("You see counts, not cases.");
        Assert.DoesNotContain("SB-2026", await Frame(other).InnerTextAsync("body"), StringComparison.Ordinal);
        await LookAsync(other, "board-counts", 390);
    }

    /// <summary>Issue 18.2, 18.4.</summary>
    [BrowserFact]
    public async Task Measures_are_lines_a_table_of_the_same_numbers_and_a_spreadsheet()
    {
        await MeasuredAsync();
        foreach (var (width, colours) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light) })
        {
            await using var tab = await OpenAsync(width, 844, colours);
            var frame = Frame(tab);
            await frame.GetByRole(AriaRole.Button, new() { Name = "Measures", Exact = true }).ClickAsync();
            await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("What an inspector asks");
            var first = frame.Locator("table.measures tbody tr").First;
            await Expect(first).ToContainTextAsync("Meetings held in time");
            await Expect(first.Locator("svg.line .last")).ToHaveCountAsync(1);
            await Expect(frame.Locator("table.measures tbody tr")).ToHaveCountAsync(10);
            await Expect(frame.Locator("table.measures tbody tr").Nth(1).Locator("svg.line text").First).ToHaveTextAsync("c");
            await Expect(frame.Locator("table.measures tbody tr").Nth(9)).ToContainTextAsync("by quarter: months are too small");
            await LookAsync(tab, $"measures-{colours}", width);
            await tab.Page.SetViewportSizeAsync(width, 1500);
            await tab.LookAsync($"service-measures-{colours}-{width}-whole");
            await frame.GetByRole(AriaRole.Button, new() { Name = "Table", Exact = true }).ClickAsync();
            await Expect(frame.Locator("table.numbers")).ToHaveCountAsync(10);
            await LookAsync(tab, $"measures-table-{colours}", width);
            var download = await tab.Page.RunAndWaitForDownloadAsync(
                () => frame.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }).ClickAsync());
            Assert.Equal("measures.csv", download.SuggestedFilename);
            await frame.GetByRole(AriaRole.Button, new() { Name = "Board", Exact = true }).ClickAsync();
            await Expect(frame.Locator("tr.case")).ToHaveCountAsync(4);
        }

        Assert.Contains("Meetings held in time", (await helen.SayAsync("measures")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_typed_line_over_HTTP_it_is_a_card_whose_rows_open()
    {
        var card = (await helen.SayAsync("board")).Card!.ToJsonString();
        Assert.Contains("4 open cases", card, StringComparison.Ordinal);
        Assert.Contains("2 late", card, StringComparison.Ordinal);
        Assert.Contains("Restricted: ask the team manager", card, StringComparison.Ordinal);
        Assert.Contains("Open SB-2026-871 Siskin", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Open SB-2026-829", card, StringComparison.Ordinal);
    }

    private static IFrame Frame(Tab tab) => tab.Page.Frames.Single(frame => frame.Url.EndsWith("/panel", StringComparison.Ordinal));

    private async Task<Tab> OpenAsync(int width, int height, ColorScheme colours = ColorScheme.Light, TeamsUser? person = null)
    {
        var who = person ?? helen;
        var url = $"{host.Url}/?as={who.Name}#/chat/{Uri.EscapeDataString(await who.PersonalChatAsync())}";
        // Teams' own bar stands above it.
        var tab = await browser.OpenAsync(url, width, height + 44, colours);
        tab.Expected.AddRange(["validDomains"]);
        await tab.Page.EmulateMediaAsync(new() { ColorScheme = colours });
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Board", Exact = true }).ClickAsync();
        await tab.Page.FrameLocator("iframe").Locator("main.service, main.one").First.WaitForAsync();
        // As Teams has it: its own rail and bar take no room that is the app's.
        await tab.Page.EvaluateAsync("document.querySelector('.side-panel').style.cssText = 'position: fixed; inset: 0; z-index: 9'");
        return tab;
    }

    private static async Task LookAsync(Tab tab, string state, int width)
    {
        Assert.True(await Frame(tab).EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), state);
        await Tab.AxeFindsNothingInAsync(Frame(tab), state);
        await tab.LookAsync($"service-{state}-{width}");
    }

    /// <summary>Written as it was given, with nothing due: nobody is sent anything while this is looked at.</summary>
    private async Task HaveAsync(string id, string word, Given given, bool isHers = true)
    {
        var me = Given.Helen with { Person = PersonId.Of(SandboxPeople.HeadOfService.TenantId, SandboxPeople.HeadOfService.AadObjectId) };
        given.By(Given.Priya).Fact(isHers ? new ParticipantAdded(me)
            : Begun.Circumstances with { Features = [Features.Staff], Area = "North" });
        var (codec, lines, previous) = (new CaseCodec(Kinds()), new List<Line>(), (0, ""));
        foreach (var entry in given.Entries)
        {
            var fact = entry.Fact is CaseOpened opened ? opened with { Reference = id, CheckWord = word } : entry.Fact;
            lines.AddRange(codec.Write(new(id), previous, [fact], entry.By, $"given-{entry.Seq}", entry.At));
            previous = (lines[^1].Seq, lines[^1].Hash);
        }

        var @case = Case.Fold(new(id), lines.Select(codec.Read));
        Assert.Equal(Appended.Written, await host.Record.TryAppendAsync($"cases/{id}", 0, lines, "given",
            new(CaseTerms.Of(@case), null) { Rows = OverseeingHub.Rows(@case, Program.Phases) }, default));
    }

    /// <summary>As many cases as a service has, on the months' shelves alone.</summary>
    private async Task MeasuredAsync()
    {
        var rows = MeasuredYear.To(new(2026, 12, 1)).Select((month, at) => new ShelfRow(MeasureRow.Shelf(month), new MeasureRow("North",
        [
            .. ServiceMeasure.All.Select(measure => measure.Number switch
            {
                2 => new MeasureRow.Share(2, measure.Name, at % 4 == 1 ? 3 : 7, 95),
                10 => new MeasureRow.Share(10, measure.Name, 20 + (at % 3), 24 + (at % 2)),
                var number => new MeasureRow.Share(number, measure.Name, 70 + ((at * 7) + number) % 11, 84 + (at % 5)),
            }),
        ]).Write()));
        Assert.True(await host.Record.ReindexAsync("cases/SB-2026-001", 0, new([], null) { Rows = [.. rows] }, default));
    }

    private static Given Seen(Given given) => given.By(Given.Tom)
        .Fact(new ChildVisited(VisitOutcome.SeenAlone, "Tom", "Well.") { Meeting = Given.FirstMeeting, Child = Given.Child1 });

    private static FactKinds Kinds()
    {
        var kinds = new FactKinds();
        foreach (var phase in Program.Phases.All)
        {
            phase.Kinds(kinds);
        }

        return kinds;
    }
}
