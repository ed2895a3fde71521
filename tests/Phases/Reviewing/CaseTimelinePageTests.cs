using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Reviewing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Tests.Cases;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Reviewing;

/// <summary>The timeline as a card: from one's own part, and by the command (issue 15.8).</summary>
public sealed class CaseTimelinePageTests
{
    private const string Now = TimelineCases.Today;

    [NodeFact]
    public async Task It_is_made_of_card_elements_alone()
    {
        var page = PartHost.Page(new CaseTimelinePage(), TimelineCases.Curlew().SeenBy(Priya), new(Id.Value), Dates.Local(Now));

        await CardChecks.AcceptedAsync([CardJson.Write(page)]);
        Assert.DoesNotContain("\"Image\"", CardJson.Write(page), StringComparison.Ordinal);
        Assert.DoesNotContain("http", CardJson.Write(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_ones_own_part_each_event_has_its_mark_its_day_and_how_late_it_is()
    {
        using var host = await HaveAsync();
        var view = TimelineCases.Curlew().SeenBy(Priya);
        var entry = Assert.Single(Program.Phases.Entries(view, Dates.Local(Now)), entry => entry.Id == PartIds.CaseTimeline);
        var page = await host.OpenAsync(Priya, entry.Open);

        Assert.Contains("2 children. Not to scale: read the dates.", page.Text, StringComparison.Ordinal);
        // Once in the legend.
        Assert.Equal(1 + CaseTimeline.Of(view, Dates.Local(Now)).Rows.Count(row => row.One.IsLate), page.Text.Count(sign => sign == '▲'));
        Assert.Contains("Core group 2 (Child 1)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mon 17 Aug: 4 days late", page.Text, StringComparison.Ordinal);
        Assert.True(page.Text.IndexOf("Today, Tue 1 Dec 2026", StringComparison.Ordinal)
            > page.Text.IndexOf("Core group 4 (Child 1)", StringComparison.Ordinal));
        Assert.DoesNotContain("Lindley", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_one_opens_where_today_is_and_is_turned_back()
    {
        var (given, day) = (AProtectionPlan.Made(), new DateOnly(2027, 1, 4));
        for (var group = 0; group < 20; group++, day = day.AddDays(35))
        {
            given.CoreGroup($"{day:yyyy-MM-dd} 09:00", $"{day:yyyy-MM-dd} 10:00").CoreGroupHeld($"{day:yyyy-MM-dd} 12:00");
        }

        using var host = await HaveAsync(given, "2029-01-08 09:10");
        var page = await host.TypeAsync(Priya, "timeline");

        Assert.Contains("Page 2 of 2.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Today, Mon 8 Jan 2029", page.Text, StringComparison.Ordinal);
        Assert.Contains("Case opened", (await page.PressAsync("Earlier")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_is_each_readers_own_and_a_stranger_learns_nothing()
    {
        using var host = await HaveAsync();

        Assert.Contains("Core group 5", (await host.TypeAsync(Tom, "timeline SB-2026-014 Heron")).Text, StringComparison.Ordinal);
        var police = (await host.TypeAsync(Sam, "timeline")).Text;
        Assert.Contains("Minutes", police, StringComparison.Ordinal);
        Assert.All(["Core group", "Conference", "Day 5", "Review"], word => Assert.DoesNotContain(word, police, StringComparison.Ordinal));
        Assert.DoesNotContain("Heron", (await host.TypeAsync(Ruth, "timeline SB-2026-014 Heron")).Text.Replace(
            "timeline SB-2026-014 Heron", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_meetings_chat_stands_only_a_button_that_opens_it_for_oneself()
    {
        var given = TimelineCases.Curlew();
        using var host = await HaveAsync(given.By(Priya).Fact(new ChatFound("online", "19:meeting", "") { Meeting = FirstMeeting }), Now);
        var card = await host.TypeAsync(Priya, "timeline", "19:meeting");

        Assert.Contains("opens for you alone", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Core group", card.Text, StringComparison.Ordinal);
        Assert.Equal("Timeline", Assert.IsType<OpenDialogAction>(Assert.Single(card.Card.Actions)).Title);
    }

    [Fact]
    public async Task Whoever_looks_is_in_the_access_log()
    {
        using var host = await HaveAsync();
        await host.TypeAsync(Tom, "timeline");

        await host.Cases.CloseAccessLogAsync();
        Assert.Contains(await host.Cases.Record.AccessesAsync(CaseCodec.StreamOf(Id), default),
            access => access.What == PartIds.CaseTimeline);
    }

    private static Task<PartHost> HaveAsync() => HaveAsync(TimelineCases.Curlew(), Now);

    private static async Task<PartHost> HaveAsync(Given given, string now)
    {
        var host = new PartHost(services =>
        {
            PartHost.FakeOutside(services);
            services.AddSingleton<CommandCase>();
        });
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(Dates.Local(now) - host.Clock.GetUtcNow());
        return host;
    }
}
