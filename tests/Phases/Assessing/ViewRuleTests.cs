using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

public sealed class ViewRuleTests
{
    [Fact]
    public void The_same_view_on_all_children_is_a_fact_for_each() =>
        AConvenedCase(children: 2)
            .When(c => ViewRule.Give(c, Sam, Sam, c.Children, ReasonableCause.Yes, " Repeated calls. ", Audience.Professionals))
            .Then(View(Sam, Child1), View(Sam, Child2));

    [Fact]
    public void The_same_view_twice_is_one_fact() =>
        AConvenedCase().By(Sam).Fact(View(Sam, Child1))
            .When(c => ViewRule.Give(c, Sam, Sam, c.Children, ReasonableCause.Yes, "Repeated calls.", Audience.Professionals))
            .ThenNothingNew();

    [Fact]
    public void A_line_without_an_answer_is_asked_for_the_answer() =>
        AConvenedCase().When(c => ViewRule.Give(c, Sam, Sam, c.Children, null, "Repeated calls.", Audience.Professionals))
            .Refused<CannotBe>();

    [Fact]
    public void A_child_who_is_not_on_the_case_is_refused() =>
        AConvenedCase().When(
            c => ViewRule.Give(c, Sam, Sam, ChildChoice.Read(c, "child-9"), ReasonableCause.Yes, "", Audience.Professionals))
                .Then(new NoChildMeant { Field = "child" });

    [Fact]
    public void An_attendee_gives_no_view_for_another_agency() =>
        AConvenedCase().When(c => ViewRule.Give(c, Sam, Grace, c.Children, ReasonableCause.No, "", Audience.Professionals))
            .Then(new NotYourPart());

    [Fact]
    public void The_views_are_hidden_until_every_core_agency_answered_on_every_child()
    {
        var given = AConvenedCase(children: 2).By(Sam).Fact(View(Sam, Child1), View(Sam, Child2)).By(Grace)
            .Fact(View(Grace, Child1), View(Grace, Child2)).By(Tom).Fact(View(Tom, Child1));
        Assert.False(ViewRule.AreShown(given.Case));
        Assert.Equal((2, 3), ViewRule.Count(given.Case));

        given.Fact(View(Tom, Child2));

        Assert.True(ViewRule.AreShown(given.Case));
    }

    [Fact]
    public void A_reason_for_an_agencys_absence_excuses_its_view()
    {
        var given = AConvenedCase().By(Sam).Fact(View(Sam, Child1)).By(Tom).Fact(View(Tom, Child1));

        given.Fact(new QuorumGapExplained(Agency.Health, "Theatre.", "Named nurse", "Letter") { Meeting = FirstMeeting });

        Assert.True(ViewRule.AreShown(given.Case));
    }

    [Fact]
    public void The_chair_may_show_them_early_and_once()
    {
        var given = AConvenedCase().By(Sam).Fact(View(Sam, Child1)).By(Priya).Decided(ViewRule.Reveal);

        Assert.True(ViewRule.AreShown(given.Case));
        given.When(ViewRule.Reveal).ThenNothingNew();
    }

    [Theory]
    [InlineData(ReasonableCause.Yes, ReasonableCause.No, true)]
    [InlineData(ReasonableCause.No, ReasonableCause.Yes, true)]
    [InlineData(ReasonableCause.Yes, ReasonableCause.Yes, false)]
    [InlineData(ReasonableCause.CannotSayYet, ReasonableCause.Yes, false)]
    [InlineData(ReasonableCause.Yes, ReasonableCause.CannotSayYet, false)]
    public void A_definite_view_against_the_decision_differs(ReasonableCause view, ReasonableCause decided, bool differs)
    {
        var given = AConvenedCase().By(Grace).Fact(View(Grace, Child1) with { View = view })
            .By(Priya).Fact(new ReasonableCauseDecided(decided, "") { Meeting = FirstMeeting, Child = Child1 });

        Assert.Equal(differs, StanceRule.Differs(given.Case, Grace.Id, Child1));
    }

    [Fact]
    public void A_yes_differs_from_an_enquiry_that_does_not_start()
    {
        var given = AConvenedCase().By(Grace).Fact(View(Grace, Child1))
            .By(Priya).Fact(new Section47Decided(
            Section47.NotStart, null, FollowOn.EarlyHelp, "")
            { Meeting = FirstMeeting, Child = Child1 });

        Assert.True(StanceRule.Differs(given.Case, Grace.Id, Child1));
        given.When(c => StanceRule.Take(c, Grace, c.Children, Stance.Escalate, "The injury is unexplained."))
            .Then(new StanceTaken(Grace.Id, Stance.Escalate, "The injury is unexplained.") { Meeting = FirstMeeting, Child = Child1 });
    }

    [Fact]
    public void A_stance_is_asked_of_those_only_whose_view_differs() =>
        AConvenedCase().By(Grace).Fact(View(Grace, Child1))
            .When(c => StanceRule.Take(c, Grace, c.Children, Stance.Escalate, "")).Refused<CannotBe>();

    private static ViewGiven View(Participant whose, ChildId child) =>
        new(whose.Id, ReasonableCause.Yes, "Repeated calls.") { Meeting = FirstMeeting, Child = child };
}
