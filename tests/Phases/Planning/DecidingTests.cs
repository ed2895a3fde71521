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
    public void No_enquiry_beside_reasonable_cause_asks_why_and_what_follows_and_each_no_asks_why()
    {
        var given = Given.AConvenedCase().Fact(
            new ReasonableCauseDecided(ReasonableCause.Yes, "") { Meeting = Given.FirstMeeting, Child = Given.Child1 },
            new Section47Decided(Section47.NotStart, null, null, "") { Meeting = Given.FirstMeeting, Child = Given.Child1 },
            new ConferenceDecided(Conference.No, "") { Meeting = Given.FirstMeeting, Child = Given.Child1 });
        string[] Asked() => [.. PlanningPhase.List.Gaps(given.Case).Select(gap => gap.Sentence).Where(said => said.Contains("Child 1"))];

        Assert.Equal(
            [
                "There is reasonable cause for Child 1, and no section 47 enquiry starts: say why, and what follows instead.",
                "The conference is decided for Child 1, and not why.",
            ], Asked());

        given.Fact(
            new ReasonableCauseDecided(ReasonableCause.No, "") { Meeting = Given.FirstMeeting, Child = Given.Child1 },
            new Section47Decided(Section47.NotStart, null, FollowOn.EarlyHelp, "The family has asked for help.")
            {
                Meeting = Given.FirstMeeting,
                Child = Given.Child1,
            },
            new ConferenceDecided(Conference.No, "No enquiry.") { Meeting = Given.FirstMeeting, Child = Given.Child1 });
        Assert.Equal(["Reasonable cause is decided for Child 1, and not why."], Asked());
    }

    [Fact]
    public void The_same_decision_for_all_children_is_a_fact_for_each() =>
        AConvenedCase(children: 2)
            .When(c => DecisionRule.Enquiry(c, c.Children, Section47.Start, Conduct.Joint, FollowOn.EarlyHelp, " Unexplained. "))
            .Then(Start(Child1), Start(Child2));

    [Fact]
    public void Only_the_child_whose_decision_changes_gets_a_fact() =>
        AConvenedCase(children: 2).Fact(Start(Child1), Start(Child2) with { Conduct = Conduct.Single })
            .When(c => DecisionRule.Enquiry(c, c.Children, Section47.Start, Conduct.Joint, null, "Unexplained."))
            .Then(Start(Child2));

    [Fact]
    public void What_is_half_said_is_saved_and_asked_for_at_completion()
    {
        var given = AConvenedCase().Decided(c => DecisionRule.Enquiry(c, c.Children, Section47.NotStart, Conduct.Joint, null, ""));

        Assert.Equal(new(Section47.NotStart, null, null, "") { Meeting = FirstMeeting, Child = Child1 },
            given.Case.Meeting.Plan.Section47[Child1].Fact);
        Assert.Contains("No section 47 enquiry starts for Child 1: say what follows instead, and why.",
            PlanningPhase.List.Gaps(given.Case).Select(gap => gap.Sentence));
    }

    [Fact]
    public void Without_an_answer_nothing_is_decided()
    {
        AConvenedCase().When(c => DecisionRule.ReasonableCause(c, c.Children, null, "x")).Refused<CannotBe>();
        AConvenedCase().When(c => DecisionRule.Enquiry(c, c.Children, null, null, null, "x")).Refused<CannotBe>();
        AConvenedCase().When(c => DecisionRule.Conference(c, c.Children, null, "x")).Refused<CannotBe>();
    }

    [Fact]
    public void Where_no_child_is_named_nothing_is_decided() =>
        AConvenedCase(children: 0).When(c => DecisionRule.Conference(c, ChildChoice.Read(c, "all"), Conference.Yes, ""))
            .Then(new NoChildMeant());

    [Fact]
    public void Undo_brings_back_what_stood_before()
    {
        var given = AConvenedCase(children: 2).Fact(Start(Child1)).At("2026-11-25 14:50")
            .Fact(Start(Child1) with { Conduct = Conduct.Single }, Start(Child2));

        given.Decided(c => DecisionRule.UndoEnquiry(c, Priya, Dates.Local("2026-11-25 14:50")));

        Assert.Equal(Start(Child1), Assert.Single(given.Case.Meeting.Plan.Section47).Value.Fact);
    }

    [Fact]
    public void Undo_never_takes_back_a_later_decision()
    {
        var given = AConvenedCase().At("2026-11-25 14:50").Fact(Start(Child1)).At("2026-11-25 14:55")
            .Fact(Start(Child1) with { Conduct = Conduct.Single });

        given.When(c => DecisionRule.UndoEnquiry(c, Priya, Dates.Local("2026-11-25 14:50"))).Refused<CannotBe>();
    }

    [Theory]
    [InlineData("joint", Section47.Start, Conduct.Joint)]
    [InlineData("single", Section47.Start, Conduct.Single)]
    [InlineData("continue", Section47.Continue, null)]
    [InlineData("no", Section47.NotStart, null)]
    public void A_typed_decision_is_for_all_children(string typed, Section47 answer, Conduct? conduct) =>
        AConvenedCase(children: 2).When(c => DecisionCommand.Decide(c, ["s47", typed]))
            .Then(new[] { Child1, Child2 }.Select(
                child => new Section47Decided(answer, conduct, null, "") { Meeting = FirstMeeting, Child = child }).ToArray<Fact>());

    [Fact]
    public void Reasons_not_to_start_are_no_reasons_to_start_and_one_childs_are_not_anothers()
    {
        var given = AConvenedCase(children: 2).Fact(Start(Child1) with { Answer = Section47.NotStart, Conduct = null });

        Assert.Equal(["", ""], given.When(c => DecisionCommand.Decide(c, ["s47", "joint"])).Facts
            .Cast<Section47Decided>().Select(decided => decided.Rationale));
        Assert.Equal([(Child2, "")], given.When(c => DecisionCommand.Decide(c, ["s47", "no"])).Facts
            .Cast<Section47Decided>().Select(decided => (decided.Child!.Value, decided.Rationale)));
    }

    [Fact]
    public void A_typed_joint_keeps_an_enquiry_going_that_runs_already() =>
        AConvenedCase().Fact(Start(Child1) with { Answer = Section47.Continue, Conduct = null })
            .When(c => DecisionCommand.Decide(c, ["s47", "joint"]))
            .Then(Start(Child1) with { Answer = Section47.Continue });

    [Theory]
    [InlineData("s47")]
    [InlineData("s47", "perhaps")]
    [InlineData("s17", "joint")]
    public void Anything_else_typed_is_answered_with_how_to_type_it(params string[] typed) =>
        Assert.Contains("`decision s47 joint`", AConvenedCase().When(c => DecisionCommand.Decide(c, typed)).Refused<CannotBe>().Sentence);

    [Fact]
    public void The_same_contingency_again_writes_nothing() =>
        AConvenedCase().By(Tom).Fact(new ContingencyAgreed("The aunt takes them.") { Meeting = FirstMeeting })
            .When(c => DecisionRule.Contingency(c, Tom, " The aunt takes them. ", Audience.Professionals)).ThenNothingNew();

    [Fact]
    public void What_was_withheld_stays_withheld_when_it_is_decided_again()
    {
        var police = Audience.Only(Agency.Police);
        var given = AConvenedCase().By(Sam)
            .Fact(new ContingencyAgreed("The aunt.") { Meeting = FirstMeeting, Audience = police },
                Start(Child1) with { Audience = police });

        given.When(c => DecisionRule.Contingency(c, Priya, "Foster carers.", Audience.Professionals)).Refused<OnlyTheAuthorWidens>();
        given.When(c => DecisionRule.Contingency(c, Priya, "Foster carers.", police))
            .Then(new ContingencyAgreed("Foster carers.") { Meeting = FirstMeeting, Audience = police });
        // The line goes on with the reasons that stood.
        given.When(c => DecisionCommand.Decide(c, ["s47", "single"]))
            .Then(Start(Child1) with { Conduct = Conduct.Single, Audience = police });
    }

    private static Section47Decided Start(ChildId child) =>
        new(Section47.Start, Conduct.Joint, null, "Unexplained.") { Meeting = FirstMeeting, Child = child };

    [Fact]
    public void What_the_meeting_decided_is_changed_afterwards_only_with_a_reason_and_as_a_change()
    {
        var over = AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form))
            .At("2026-11-25 14:30").Decided(@case => Enquiry(@case, Section47.Start))
            .At("2026-11-25 15:00").Fact(new MeetingEnded(Via.Form));

        over.When(@case => Enquiry(@case, Section47.NotStart)).Then(new ClosedWithTheMeeting { Field = "because" });
        var changed = over.When(@case => Enquiry(@case, Section47.NotStart, "The medical came back.")).Facts;

        Assert.Equal("The medical came back.", Assert.IsType<Section47Decided>(Assert.Single(changed)).ChangedBecause);
        over.When(@case => Enquiry(@case, Section47.Start, "Again.")).Then(new ReasonForNothing());
        over.When(@case => Enquiry(@case, Section47.Start)).ThenNothingNew();
    }

    [Fact]
    public void What_the_meeting_left_open_is_filled_afterwards_without_one()
    {
        var over = AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form))
            .At("2026-11-25 15:00").Fact(new MeetingEnded(Via.Form)).At("2026-11-25 15:20");

        var filled = over.When(@case => Enquiry(@case, Section47.Start)).Facts;

        Assert.Null(Assert.IsType<Section47Decided>(Assert.Single(filled)).ChangedBecause);
    }

    private static Decision Enquiry(Case @case, Section47 answer, string? because = null) =>
        DecisionRule.Enquiry(@case, @case.Children, answer, null, null, "", because);
}
