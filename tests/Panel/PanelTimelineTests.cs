using System.Globalization;
using Microsoft.Playwright;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Wording;
using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Panel;

/// <summary>A case's timeline in the panel: from top to bottom where it is narrow, from left to right where it isn't, as text, and on paper
/// (issue 15.8).</summary>
public sealed class PanelTimelineTests(Browser browser) : PanelScene(browser)
{
    private static readonly WorkingDays Days = WorkingDays.EnglandAndWales;

    // Of any two texts of a picture that is shown, those that stand on each other.
    private const string OnEachOther = """
        () => {
          const all = [...document.querySelectorAll("svg.timeline text")].map(text => [text.textContent, text.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0);
          return all.flatMap(([one, a], at) => all.slice(at + 1)
            .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
            .map(([other]) => `${one} | ${other}`));
        }
        """;

    [BrowserFact]
    public async Task It_is_a_picture_that_fits_and_a_text_that_says_the_same()
    {
        await ToTheConferenceAsync();
        await using var panel = await OpenAsync(320, 900);
        await panel.PartAsync("Reviews", "Timeline");
        var (tall, wide) = (panel.Frame.Locator("svg.tall"), panel.Frame.Locator("svg.wide"));
        var text = panel.Frame.GetByRole(AriaRole.Table, new() { Name = "The timeline by date" });

        await Expect(tall).ToBeVisibleAsync();
        await Expect(wide).ToBeHiddenAsync();
        await Expect(panel.Frame.Locator(".timeline-head")).ToContainTextAsync("Not to scale: read the dates.");
        await LookAsync(panel, "timeline", 320);
        await panel.Button("Text").ClickAsync();
        await Expect(text).ToBeVisibleAsync();
        await Expect(tall).ToBeHiddenAsync();
        await Expect(panel.Frame.Locator(".says")).ToContainTextAsync("Conference: a plan");
        await Expect(panel.Frame.Locator(".says")).ToContainTextAsync("Child 1: from concern on");
        await LookAsync(panel, "timeline-text", 320);

        await panel.Button("Picture").ClickAsync();
        await WholeWindowAsync(panel, 1000);
        await Expect(wide).ToBeVisibleAsync();
        await Expect(tall).ToBeHiddenAsync();
        await Expect(wide).ToContainTextAsync("Day 15");
        await LookAsync(panel, "timeline", 1000);
        await panel.Button("Text").ClickAsync();
        await LookAsync(panel, "timeline-text", 1000);
        Assert.DoesNotContain("PLANTED", await panel.Frame.Locator(".timeline-shown").InnerTextAsync(), StringComparison.Ordinal);

        // On paper both stand, and nothing else of the panel.
        await panel.Tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(wide).ToBeVisibleAsync();
        await Expect(text).ToBeVisibleAsync();
        await Expect(panel.Frame.Locator(".legend")).ToBeVisibleAsync();
        await Expect(panel.Head).ToBeHiddenAsync();
        await Expect(panel.Foot).ToBeHiddenAsync();
        Assert.Equal("rgb(0, 0, 0)", await panel.Frame.EvaluateAsync<string>(
            "getComputedStyle(document.querySelector('svg.wide .today')).stroke"));
        await panel.Tab.LookAsync("panel-timeline-print");
        await panel.Tab.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        // Another part takes its place.
        await panel.PartAsync("Enquiry", "Enquiry and conference");
        await Expect(panel.Frame.Locator(".timeline-shown")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task In_other_widths_and_colours_and_what_is_copied_into_the_case_system()
    {
        await ToTheConferenceAsync();
        foreach (var (width, colours) in new[] { (320, ColorScheme.Dark), (1000, ColorScheme.Dark), (602, ColorScheme.Light) })
        {
            await using var panel = await OpenAsync(Math.Min(width, 600), 900, colours);
            await WholeWindowAsync(panel, width);
            await panel.PartAsync("Reviews", "Timeline");

            await Expect(panel.Frame.Locator(width < 600 ? "svg.tall" : "svg.wide")).ToBeVisibleAsync();
            await LookAsync(panel, $"timeline-{colours}", width);
            await CopyAsync(panel, width);
        }
    }

    /// <summary>P23: each field with its own button, ending in what comes after.</summary>
    private static async Task CopyAsync(PanelTab panel, int width)
    {
        await panel.Tab.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await panel.PartAsync("Minutes", "Copy to the case system");
        var copies = panel.Frame.Locator(".copies");
        await Expect(copies.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Copy to the case system: Child 1");
        await Expect(copies).ToContainTextAsync("Nothing is recorded for:");
        await panel.Button("Copy: Section 47 decision").ClickAsync();
        await Expect(panel.Button("Copied: Section 47 decision")).ToHaveTextAsync("Copied ✓");
        Assert.StartsWith("Start a section 47 enquiry",
            await panel.Tab.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
        // Nobody who looks at the screen reads a name on it.
        await Expect(copies.Locator(".words")).ToHaveCountAsync(0);
        await LookAsync(panel, "copies", width);
        await panel.Button("Names hidden").ClickAsync();
        await Expect(copies.Locator(".words").First).ToBeVisibleAsync();
        await LookAsync(panel, "copies-read", width);
        await panel.Button("Names showing").ClickAsync();
        await panel.Button("Entered on the child's record").ClickAsync();
        await Expect(copies).ToHaveCountAsync(0);
        await Expect(panel.Frame.Locator("[data-region=form]")).ToContainTextAsync("On whose record do the minutes stand now?");
    }

    /// <summary>The meeting is over and written up, the conference made a plan, and a core group has a day.</summary>
    private async Task ToTheConferenceAsync()
    {
        var start = Days.OnOrAfter(Words.English.LocalDate(await Processes.NowAsync()));
        foreach (var (_, takeAsync) in Journey.Steps.Skip(2))
        {
            await takeAsync();
        }

        var (worker, chair) = (Journey.SocialWorker, Journey.Chair);
        await Lives.ToAsync(Processes, Days.DayNumber(start, 5), new(8, 50));
        await Lives.SaveAsync(worker, "Enquiry recorded", "Save", ("result", "continuingRisk"), ("planStays", "yes"),
            ("because", "PLANTED-x"));
        await Lives.ToAsync(Processes, Days.DayNumber(start, 6), new(8, 50));
        await Lives.SaveAsync(worker, "Convening form and family told", "Ask for it",
            ("family", "told"), ("advocacy", "notNeeded"), ("note", "PLANTED-told"));
        var conference = Days.DayNumber(start, 14);
        await Lives.SaidAsync(worker, $"conference {conference.ToString("d MMM yyyy", CultureInfo.InvariantCulture)} 10:00 County Hall");
        await Lives.ToAsync(Processes, conference, new(12, 30));
        await Lives.SaidAsync(chair, "conference held");
        await Lives.SaveAsync(worker, "Outcome of the conference", "Save", ("plan", "yes"), ("category", "neglect"),
            ("words", "PLANTED-outline"));
        await Processes.SettleAsync();
    }

    /// <summary>As a tab of the meeting's chat has it: the sandbox shows it beside the chat alone.</summary>
    private static async Task WholeWindowAsync(PanelTab panel, int width)
    {
        await panel.Tab.Page.SetViewportSizeAsync(width, 900);
        await panel.Tab.Page.EvaluateAsync("document.querySelector('.side-panel').style.cssText = 'position: fixed; inset: 0; z-index: 9'");
    }

    private static async Task LookAsync(PanelTab panel, string state, int width)
    {
        Assert.Empty(await panel.Frame.EvaluateAsync<string[]>(OnEachOther));
        Assert.True(await panel.Frame.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), state);
        await Tab.AxeFindsNothingInAsync(panel.Frame, state);
        await panel.Tab.LookAsync($"panel-{state}-{width}");
        await panel.Tab.Page.SetViewportSizeAsync(width, 1900);
        await panel.Tab.LookAsync($"panel-{state}-{width}-whole");
        await panel.Tab.Page.SetViewportSizeAsync(width, 900);
    }
}
