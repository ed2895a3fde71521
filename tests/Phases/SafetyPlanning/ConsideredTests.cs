using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Phases.SafetyPlanning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.SafetyPlanning.APlan;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.SafetyPlanning;

/// <summary>R68–R70: is a safety plan right here, what is it for, and what do wider family and friends do?</summary>
public sealed class ConsideredTests
{
    [Fact]
    public void A_plan_says_what_it_is_for_and_who_of_the_family_takes_part()
    {
        var given = AConvenedCase().At("2026-12-02 09:00").By(Tom);
        Assert.Contains(Gaps(given), gap => gap.Contains("whether a safety plan is right", StringComparison.Ordinal));

        given.When(Plan).Then(
            new SafetyPlanConsidered(PlanFit.SafetyPlan, "He is not alone with them.", "", YesNo.Yes, "Gran stays there.")
            {
                Meeting = FirstMeeting,
            });
        given.Decided(Plan).When(Plan).ThenNothingNew();

        Assert.Equal([], Gaps(given));
        Assert.Contains(MinutesDraft.Of(given.Case).Select(paragraph => paragraph.Text),
            text => text.Contains("What the worry is, and what has to be done: He is not alone with them.", StringComparison.Ordinal));
    }

    [Fact]
    public void All_that_is_missing_is_said_at_once()
    {
        var missing = AConvenedCase().When(c => ConsideredRule.Say(c, PlanFit.SafetyPlan, " ", null, null, null, APlan.By(Tom)))
            .Refused<Several>();

        Assert.Equal(["purpose", "family"], missing.All.Select(why => why.Field));
        AConvenedCase().When(c => ConsideredRule.Say(c, null, "", "", null, "", APlan.By(Tom))).Refused<CannotBe>();
        AConvenedCase().When(c => ConsideredRule.Say(c, PlanFit.Otherwise, "", "", null, "", APlan.By(Tom))).Refused<CannotBe>();
        AConvenedCase().When(c => ConsideredRule.Say(c, PlanFit.SafetyPlan, new string('x', 301), "", YesNo.No, "None", APlan.By(Tom)))
            .Refused<TooLong>();
        AConvenedCase().When(c => ConsideredRule.Say(c, PlanFit.SafetyPlan, "Why.", "", YesNo.No, "", APlan.By(Tom))).Refused<CannotBe>();
    }

    [Fact]
    public void Which_services_there_are_until_the_conference_is_said_or_why_none_and_stands_in_minutes_and_plan()
    {
        var given = AConvenedCase().At("2026-12-02 09:00").By(Tom);
        Assert.Equal("needed", given.When(c => ConsideredRule.Support(c, null, "", APlan.By(Tom))).Refused<CannotBe>().Field);
        Assert.Equal("what", given.When(c => ConsideredRule.Support(c, YesNo.No, " ", APlan.By(Tom))).Refused<CannotBe>().Field);
        given.Decided(c => ConsideredRule.Support(c, YesNo.Yes, "Nursery from Thursday.", APlan.By(Tom)));
        given.When(c => ConsideredRule.Support(c, YesNo.Yes, "Nursery from Thursday.", APlan.By(Tom))).ThenNothingNew();

        const string Printed = "Services and support needed now: Yes\nWhich, or why none: Nursery from Thursday.";
        Assert.Contains(MinutesDraft.Of(given.Case), one => one.Text == Printed);
        Assert.Contains(PlanParagraphs.Of(given.Case, [], given.Now, Words), one => one.Text == Printed);
    }

    [Fact]
    public void Legal_action_instead_offers_legal_advice_and_still_asks_for_a_row_until_the_order()
    {
        var given = AConvenedCase().At("2026-12-02 09:00").By(Tom)
            .Decided(c => ConsideredRule.Say(c, PlanFit.LegalAction, "", "They can't go home.", null, "", APlan.By(Tom)));

        Assert.Contains(OfferedAction.Of(given.Case, given.Now), offered => offered.Key == "legal");
        var why = given.When(c => SafetyPlanRule.NoneNeeded(c, "The order is enough.", APlan.By(Priya))).Refused<CannotBe>();
        Assert.Equal("because", why.Field);
        Assert.Contains(SafeguardingHub.Gaps(given.Case), gap => gap.Id == "safety-plan");
        Assert.Contains(SafeguardingHub.Gaps(given.Case), gap => gap.Id == "position/child-1");
    }

    [Fact]
    public void A_manager_who_is_asked_first_hears_at_once_and_the_question_opens_again_with_the_answer()
    {
        var given = Rows().By(Tom)
            .Decided(c => ConsideredRule.Say(c, PlanFit.AdviceFirst, "", "Can Gran do it?", null, "", APlan.By(Tom)));

        var running = Assert.Single(PlanAdviceClock.Runs(given.Case));
        Assert.Equal((given.Now, Helen.Id), (running.EndsAt, running.Owners.Single()));
        Assert.Contains(Gaps(given), gap => gap.Contains("advice on the safety plan is awaited", StringComparison.Ordinal));

        given.By(Helen).Decided(c => ConsideredRule.Advise(c, "Yes, with a visit tonight.", APlan.By(Helen)));

        Assert.Equal([], PlanAdviceClock.Runs(given.Case));
        var open = SafetyPlanningHub.Entries(given.SeenBy(Tom)).Single(entry => entry.Id == PartIds.SafetyPlanConsidered);
        Assert.True(open.IsOpen);
        given.By(Tom).Decided(Plan);
        Assert.False(SafetyPlanningHub.Entries(given.SeenBy(Tom)).Single(entry => entry.Id == PartIds.SafetyPlanConsidered).IsOpen);
    }

    [Fact]
    public void Without_a_manager_the_chair_is_asked_for_advice()
    {
        var given = AConvenedCase().Fact(new ParticipantAdded(Helen with { Roles = [Role.Attendee] })).By(Tom)
            .Decided(c => ConsideredRule.Say(c, PlanFit.AdviceFirst, "", "Can Gran do it?", null, "", APlan.By(Tom)));

        Assert.Equal(Priya.Id, Assert.Single(PlanAdviceClock.Runs(given.Case)).Owners.Single());
    }

    [Fact]
    public void It_is_asked_of_the_social_worker_and_not_where_no_plan_is_needed()
    {
        var given = AConvenedCase().By(Priya);
        Assert.True(Entry(given, Tom).IsOpen);
        Assert.True(Entry(given, Priya) is { IsOpen: false, IsAwaited: true });

        given.Decided(c => SafetyPlanRule.NoneNeeded(c, "It was an accident.", APlan.By(Priya)));

        Assert.False(Entry(given, Tom).IsOpen);
        Assert.Equal([], Gaps(given));
    }

    [Fact]
    public async Task What_was_typed_comes_back_with_all_that_is_missing()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(AConvenedCase());
        var @case = await host.Clerk.LoadAsync(Id, default);

        var form = await host.OpenAsync(Tom, ConsideredPart.Button(@case));
        var missing = await form.PressAsync("Save", ("fit", "safetyPlan"), ("familyRole", "Gran stays there."));
        Assert.Contains("Say what the worry is, and what has to be done.", missing.Text, StringComparison.Ordinal);
        Assert.Contains("Say whether wider family and friends take part.", missing.Text, StringComparison.Ordinal);
        Assert.Equal("Gran stays there.", missing.Value("familyRole"));
        var saved = await missing.PressAsync("Save", ("purpose", "He is not alone with them."), ("family", "yes"));

        Assert.Contains("a safety plan is right", saved.Text, StringComparison.Ordinal);
    }

    private static HubEntry Entry(Given given, Participant reader) =>
        SafetyPlanningHub.Entries(given.SeenBy(reader)).Single(entry => entry.Id == PartIds.SafetyPlanConsidered);

    private static IReadOnlyList<string> Gaps(Given given) => [.. SafetyPlanningHub.Gaps(given.Case).Select(gap => gap.Sentence)];

    private static Decision Plan(Case @case) => ConsideredRule.Say(
        @case, PlanFit.SafetyPlan, "He is not alone with them.", "", YesNo.Yes, "Gran stays there.", APlan.By(Tom));
}
