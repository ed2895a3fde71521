using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Planning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

public sealed class DecidingTests
{
    [Fact]
    public void The_same_decision_for_all_children_is_a_fact_for_each() =>
        AConvenedCase(children: 2)
            .When(c => Deciding.Enquiry(c, c.Children, Section47.Start, Conduct.Joint, FollowOn.EarlyHelp, " Unexplained. "))
            .Then(Start(Child1), Start(Child2));

    [Fact]
    public void Only_the_child_whose_decision_changes_gets_a_fact() =>
        AConvenedCase(children: 2).Fact(Start(Child1), Start(Child2) with { Conduct = Conduct.Single })
            .When(c => Deciding.Enquiry(c, c.Children, Section47.Start, Conduct.Joint, null, "Unexplained."))
            .Then(Start(Child2));

    [Fact]
    public void What_is_half_said_is_saved_and_asked_for_at_completion()
    {
        var given = AConvenedCase().Decided(c => Deciding.Enquiry(c, c.Children, Section47.NotStart, Conduct.Joint, null, ""));

        Assert.Equal(new(Section47.NotStart, null, null, "") { Meeting = FirstMeeting, Child = Child1 }, given.Case.Meeting.Plan.Section47[Child1].Fact);
        Assert.Contains("No section 47 enquiry starts for Child 1: say what follows instead, and why.", PlanningPhase.List.Gaps(given.Case).Select(gap => gap.Sentence));
    }

    [Fact]
    public void Without_an_answer_nothing_is_decided()
    {
        AConvenedCase().When(c => Deciding.ReasonableCause(c, c.Children, null, "x")).Refused<CannotBe>();
        AConvenedCase().When(c => Deciding.Enquiry(c, c.Children, null, null, null, "x")).Refused<CannotBe>();
        AConvenedCase().When(c => Deciding.Conference(c, c.Children, null, "x")).Refused<CannotBe>();
    }

    [Fact]
    public void Where_no_child_is_named_nothing_is_decided() =>
        AConvenedCase(children: 0).When(c => Deciding.Conference(c, ChildChoice.Read(c, "all"), Conference.Yes, "")).Then(new NoChildMeant());

    [Fact]
    public void Undo_brings_back_what_stood_before()
    {
        var given = AConvenedCase(children: 2).Fact(Start(Child1)).At("2026-11-25 14:50").Fact(Start(Child1) with { Conduct = Conduct.Single }, Start(Child2));

        given.Decided(c => Deciding.UndoEnquiry(c, Priya, Dates.Local("2026-11-25 14:50")));

        Assert.Equal(Start(Child1), Assert.Single(given.Case.Meeting.Plan.Section47).Value.Fact);
    }

    [Fact]
    public void Undo_never_takes_back_a_later_decision()
    {
        var given = AConvenedCase().At("2026-11-25 14:50").Fact(Start(Child1)).At("2026-11-25 14:55").Fact(Start(Child1) with { Conduct = Conduct.Single });

        given.When(c => Deciding.UndoEnquiry(c, Priya, Dates.Local("2026-11-25 14:50"))).ThenNothingNew();
    }

    [Theory]
    [InlineData("joint", Section47.Start, Conduct.Joint)]
    [InlineData("single", Section47.Start, Conduct.Single)]
    [InlineData("continue", Section47.Continue, null)]
    [InlineData("no", Section47.NotStart, null)]
    public void A_typed_decision_is_for_all_children(string typed, Section47 answer, Conduct? conduct) =>
        AConvenedCase(children: 2).When(c => DecisionCommand.Decide(c, ["s47", typed]))
            .Then(new[] { Child1, Child2 }.Select(child => new Section47Decided(answer, conduct, null, "") { Meeting = FirstMeeting, Child = child }).ToArray<Fact>());

    [Fact]
    public void A_typed_joint_keeps_an_enquiry_going_that_runs_already() =>
        AConvenedCase().Fact(Start(Child1) with { Answer = Section47.Continue, Conduct = null }).When(c => DecisionCommand.Decide(c, ["s47", "joint"]))
            .Then(Start(Child1) with { Answer = Section47.Continue });

    [Theory]
    [InlineData("s47")]
    [InlineData("s47", "perhaps")]
    [InlineData("s17", "joint")]
    public void Anything_else_typed_is_answered_with_how_to_type_it(params string[] typed) =>
        Assert.Contains("`decision s47 joint`", AConvenedCase().When(c => DecisionCommand.Decide(c, typed)).Refused<CannotBe>().Sentence);

    [Fact]
    public void Somebody_elses_newer_contingency_is_shown_before_it_is_replaced()
    {
        var given = AConvenedCase().By(Tom).At("2026-11-25 14:50").Fact(new ContingencyAgreed("The aunt takes them.") { Meeting = FirstMeeting });

        given.When(c => Deciding.Contingency(c, Priya, "Foster carers.", null)).Then(new ChangedMeanwhile("Tom Okafor", Dates.Local("2026-11-25 14:50")));
        given.When(c => Deciding.Contingency(c, Priya, "Foster carers.", Dates.Local("2026-11-25 14:50"))).Then(new ContingencyAgreed("Foster carers.") { Meeting = FirstMeeting });
        given.When(c => Deciding.Contingency(c, Priya, " The aunt takes them. ", null)).ThenNothingNew();
    }

    private static Section47Decided Start(ChildId child) => new(Section47.Start, Conduct.Joint, null, "Unexplained.") { Meeting = FirstMeeting, Child = child };
}
