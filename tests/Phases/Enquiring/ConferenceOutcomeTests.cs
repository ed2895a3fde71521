using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>What the conference decided (R113), and the days in which it is arranged (R110).</summary>
public sealed class ConferenceOutcomeTests
{
    [Fact]
    public void A_plan_has_its_category_and_no_plan_says_what_follows()
    {
        var given = Held();
        given.When(c => ConferenceOutcomeRule.Say(c, ChildChoice.All, YesNo.Yes, null, "By hand."))
            .Then(new CannotBe("Choose the category of harm.") { Field = "category" });
        given.When(c => ConferenceOutcomeRule.Say(c, ChildChoice.All, YesNo.No, "neglect", "Early help."))
            .Then(new CannotBe("Without a plan there is no category: leave it out.") { Field = "category" });
        given.When(c => ConferenceOutcomeRule.Say(c, ChildChoice.All, YesNo.No, null, ""))
            .Then(new CannotBe("Say what follows without a plan.") { Field = "words" });

        given.Decided(c => ConferenceOutcomeRule.Say(c, ChildChoice.All, YesNo.Yes, "neglect", "By hand, at the end."));
        Assert.Contains("The conference: A child protection plan, under neglect.", EnquiryLines.Stands(Of(given), Words));
        given.When(c => ConferenceOutcomeRule.Say(c, ChildChoice.All, YesNo.Yes, "neglect", "By hand, at the end.")).ThenNothingNew();
    }

    [Fact]
    public void Each_child_has_its_own_and_it_is_asked_until_each_has()
    {
        var given = Held(children: 2);
        Assert.Equal(2, ConferenceOutcomeClock.Runs(given.Case).Count());
        Assert.All(ConferenceOutcomeClock.Runs(given.Case), running => Assert.Equal(Dates.Local("2026-12-23 08:45"), running.EndsAt));
        given.Decided(c => ConferenceOutcomeRule.Say(c, "child-1", YesNo.Yes, "neglect", "By hand."));
        Assert.Equal("child-2", Assert.Single(ConferenceOutcomeClock.Runs(given.Case)).Child!.Value.Value);
        given.Decided(c => ConferenceOutcomeRule.Say(c, "child-2", YesNo.No, null, "A child in need plan."));
        Assert.Empty(ConferenceOutcomeClock.Runs(given.Case));
        Assert.Contains("The conference: No child protection plan.", EnquiryLines.Stands(Of(given, 2), Words));
    }

    [Fact]
    public void Before_it_was_held_it_has_no_outcome() =>
        Begun().When(c => ConferenceOutcomeRule.Say(c, ChildChoice.All, YesNo.Yes, "neglect", "By hand."))
            .Then(new CannotBe("Say first that the conference was held."));

    /// <summary>Requested on Tue 8 Dec at 10:00: seven working days end on Thu 17 Dec.</summary>
    [Fact]
    public void A_conference_that_nobody_arranges_is_told_seven_working_days_after_the_complete_request()
    {
        var given = Begun().Requested("2026-12-08 10:00");
        var running = Assert.Single(FacilitatedClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2026-12-18 08:45"), true), (running.EndsAt, running.ClimbsAtOnce));
        Assert.Equal("The conference was to be arranged by Thu 17 Dec 2026. If nobody is free, say so: the operations manager is asked.",
            FacilitatedClock.Tell(given.Case, running, default!, given.Now, Words));

        Assert.Empty(FacilitatedClock.Runs(Begun().Requested("2026-12-08 10:00").Arranged("2026-12-09 11:00", "2026-12-22 10:00").Case));
        Assert.Empty(FacilitatedClock.Runs(Begun().Case));
    }

    private static Given Held(int children = 1) => Begun(children: children).At("2026-12-22 13:00").By(Tom)
        .Decided(c => EnquiryStepRule.Held(c, ChildChoice.All, null, Dates.Local("2026-12-22 13:00"), Words));
}
