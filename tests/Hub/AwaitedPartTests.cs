using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Phases.Holding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Hub;

/// <summary>What the meeting waits for opens from the card's button at once, and not by way of the list.</summary>
public sealed class AwaitedPartTests
{
    [Fact]
    public async Task The_cards_button_opens_the_read_back_that_waits_and_two_taps_answer_it()
    {
        using var host = await HostAsync(Agreed());

        var readBack = await host.OpenAsync(Ruth, Card());
        Assert.Equal("Read-back", readBack.Title);
        var after = await readBack.PressAsync("Agreed");

        Assert.Contains("agreed", after.Text, StringComparison.Ordinal);
        Assert.True(after.ListsParts);
        Assert.True((await host.OpenAsync(Ruth, Card())).ListsParts);
    }

    [Fact]
    public async Task The_whole_part_is_a_tap_away_and_asks_first_about_what_is_typed()
    {
        using var host = await HostAsync(Agreed());
        var readBack = await host.OpenAsync(Ruth, Card());

        Assert.True((await readBack.PressAsync("My part")).ListsParts);
        Assert.Contains("My Tuesday.", (await readBack.PressAsync("My part", ("objection", "My Tuesday."))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_owns_an_action_agrees_and_accepts_it_in_one_tap()
    {
        using var host = await HostAsync(Agreed(owner: Ruth));

        var after = await (await host.OpenAsync(Ruth, Card())).PressAsync("Agreed, and I accept mine");

        Assert.Contains("agreed, and your actions are accepted", after.Text, StringComparison.Ordinal);
        var meeting = (await host.Clerk.LoadAsync(Id, default)).Meeting;
        Assert.True(meeting.Attendance.ReadBack[Ruth.Id].Fact.Agreed);
        Assert.Equal(ActionProgress.Accepted, Assert.Single(meeting.Plan.Open).Progress);
        Assert.DoesNotContain((await host.OpenAsync(Tom, new("", PartIds.ReadBack, new CaseForm(Id.Value)))).Buttons,
            button => button.Title.Contains("mine", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_changed_since_the_read_back_was_opened_is_not_accepted_with_it()
    {
        using var host = await HostAsync(Agreed(owner: Ruth));
        var readBack = await host.OpenAsync(Ruth, Card());
        var form = await host.OpenAsync(Priya, new("", "planning/action", new RowForm(Id.Value, "action-1")));
        await form.PressAsync("Save", ("what", "Ring the home, and the aunt"));

        var after = await readBack.PressAsync("Agreed, and I accept mine");

        Assert.Contains("but for what was changed", after.Text, StringComparison.Ordinal);
        Assert.Null(Assert.Single((await host.Clerk.LoadAsync(Id, default)).Meeting.Plan.Open).Progress);
    }

    [Fact]
    public async Task Actions_that_wait_to_be_accepted_open_after_the_read_back()
    {
        using var host = await HostAsync(
            Agreed(owner: Ruth).By(Ruth).Fact(new ReadBackAnswered(Ruth.Id, true, "") { Meeting = FirstMeeting }));

        var actions = await host.OpenAsync(Ruth, Card());
        Assert.Equal("Actions", actions.Title);
        Assert.Contains("My part", actions.Buttons.Select(button => button.Title));
        await actions.PressAsync("Accept all of mine");

        Assert.True((await host.OpenAsync(Ruth, Card())).ListsParts);
    }

    [Fact]
    public async Task Whoever_sees_a_decision_differently_is_led_there_first()
    {
        var given = Agreed()
            .By(Ruth).Fact(new ViewGiven(Ruth.Id, ReasonableCause.No, "Not from here.") { Meeting = FirstMeeting, Child = Child1 })
            .By(Priya).Fact(new ReasonableCauseDecided(ReasonableCause.Yes, "What was shared.") { Meeting = FirstMeeting, Child = Child1 });
        using var host = await HostAsync(given);

        Assert.True((await host.OpenAsync(Ruth, Card())).ListsParts);
    }

    [Fact]
    public async Task The_chair_is_led_by_the_list_and_so_is_everybody_before_the_plan_is_agreed_and_after_the_end()
    {
        using var agreed = await HostAsync(Agreed());
        Assert.True((await agreed.OpenAsync(Priya, Card())).ListsParts);
        // Not only because more waits for the chair.
        Assert.DoesNotContain(HoldingHub.Entries(Agreed().SeenBy(Priya), Dates.Local("2026-11-25 14:31")), entry => entry.AtOnce);
        using var before = await HostAsync(Running());
        Assert.True((await before.OpenAsync(Ruth, Card())).ListsParts);
        using var after = await HostAsync(Agreed(owner: Ruth).Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting }));
        Assert.True((await after.OpenAsync(Ruth, Card())).ListsParts);
    }

    [Fact]
    public async Task A_client_that_asks_by_itself_gets_the_list()
    {
        using var host = await HostAsync(Agreed());

        var asked = await host.PressAsync(Ruth, OpenMyPart.Verb, CardJson.Sent(CardJson.Data(Card().Form)), isAutomatic: true);

        Assert.True(asked.ListsParts);
    }

    private static PartButton Card() => new("Open my part", OpenMyPart.Verb, new CaseForm(Id.Value));

    private static Given Running() => AConvenedCase().By(Ruth)
        .Fact(new RecordsSearched(Ruth.Id, Child1.Value, RecordsFound.NoMatch) { Meeting = FirstMeeting })
        .By(Priya).At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });

    private static Given Agreed(Participant? owner = null) => Running().At("2026-11-25 14:30")
        .Fact(
            new ActionAgreed(
                new("action-1"), ActionKind.Action, "Ring the home", (owner ?? Tom).Id, Dates.Local("2026-11-26 12:00"), "", "")
            { Meeting = FirstMeeting },
            new ImmediatePlanAgreed { Meeting = FirstMeeting });

    private static async Task<PartHost> HostAsync(Given given)
    {
        var host = new PartHost(services =>
        {
            PartHost.FakeOutside(services);
            services.AddSingleton<MeetingOrder>()
                .AddSingleton<IMeetingOrder>(provider => provider.GetRequiredService<MeetingOrder>());
        });
        await host.Cases.HaveAsync(given);
        return host;
    }
}
