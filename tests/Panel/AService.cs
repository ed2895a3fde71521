using Microsoft.Playwright;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Oversight;
using StrategyBot.Phases.Overseeing;
using StrategyBot.Records;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Panel;

/// <summary>A service on Tue 1 Dec 2026 at 09:10, looked at in the app's own tab by Helen Marsh, its head, and by somebody who leads no
/// case.</summary>
internal sealed class AService(Browser browser, LinksHost host, HttpClient world) : IAsyncDisposable
{
    public LinksHost Host => host;

    public TeamsUser Helen { get; } = new(world, SandboxPeople.HeadOfService.Id);

    public TeamsUser Jo { get; } = new(world, SandboxPeople.BusinessSupport.Id);

    public static async Task<AService> StartAsync(Browser browser)
    {
        var host = await LinksHost.StartAsync("2026-12-01 09:10");
        await host.InstallForAsync(SandboxPeople.HeadOfService);
        await host.InstallForAsync(SandboxPeople.BusinessSupport);
        return new(browser, host, new() { BaseAddress = new(host.Url) });
    }

    public async ValueTask DisposeAsync()
    {
        world.Dispose();
        await host.DisposeAsync();
    }

    public static IFrame Frame(Tab tab) => tab.Page.Frames.Single(frame => frame.Url.EndsWith("/panel", StringComparison.Ordinal));

    public async Task<Tab> OpenAsync(int width, int height, ColorScheme colours = ColorScheme.Light, TeamsUser? person = null)
    {
        var who = person ?? Helen;
        var url = $"{Host.Url}/?as={who.Name}#/chat/{Uri.EscapeDataString(await who.PersonalChatAsync())}";
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

    public static async Task LookAsync(Tab tab, string state, int width)
    {
        Assert.True(await Frame(tab).EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), state);
        await Tab.AxeFindsNothingInAsync(Frame(tab), state);
        await tab.LookAsync($"service-{state}-{width}");
    }

    /// <summary>Written as it was given, with nothing due: nobody is sent anything while this is looked at.</summary>
    public async Task HaveAsync(string id, string word, Given given, bool isHers = true)
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
        Assert.Equal(Appended.Written, await Host.Record.TryAppendAsync($"cases/{id}", 0, lines, "given",
            new(CaseTerms.Of(@case), null) { Rows = OverseeingHub.Rows(@case, Program.Phases) }, default));
    }

    /// <summary>As many cases as a service has, on the months' shelves alone.</summary>
    public async Task MeasuredAsync()
    {
        var rows = MeasuredYear.To(new(2026, 12, 1)).Select((month, at) => new ShelfRow(MeasureRow.Shelf(month), new MeasureRow("North",
        [
            .. ServiceMeasure.All.Select(measure => measure.Number switch
            {
                2 => new MeasureRow.Share(2, measure.Name, at % 4 == 1 ? 3 : 7, 95),
                10 => new MeasureRow.Share(10, measure.Name, 20 + (at % 3), 24 + (at % 2), K: [$"{"01t5s"[at % 5]}{"WBA"[at % 3]}n"]),
                var number => new MeasureRow.Share(number, measure.Name, 70 + ((at * 7) + number) % 11, 84 + (at % 5), K: ["5Wn"]),
            }),
            .. ServiceMeasure.All.SelectMany(measure => (measure.By?.Bars ?? []).Select((bar, place) => new MeasureRow.Share(measure.Number,
                bar.Name, measure.Number == 10 ? new[] { 5, 16, 2, 1 }[place] : measure.Number == 3 ? 80 - place : Math.Max(0, 4 - place),
                measure.Number == 3 ? 84 : 24))),
            new(1, StrategyBot.Returns.CaseMeasures.HoursToMeeting, 0, 5, V: [9, 17, 19, 25, 46]),
            new(8, StrategyBot.Returns.CaseMeasures.HoursUntilSeen, 0, 2, V: [4, 7]),
        ]).Write()));
        Assert.True(await Host.Record.ReindexAsync("cases/SB-2026-001", 0, new([], null) { Rows = [.. rows] }, default));
    }

    public static Given Seen(Given given) => given.By(Given.Tom)
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
