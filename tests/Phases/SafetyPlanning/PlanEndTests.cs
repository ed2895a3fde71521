using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Phases.SafetyPlanning;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.SafetyPlanning.APlan;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.SafetyPlanning;

/// <summary>R65, R87: the plan stands until the conference, and ends with a reason, a letter and somebody who watches over it.</summary>
public sealed class PlanEndTests
{
    /// <summary>It stands until the conference (R65): then it ends, or somebody looked at it and it goes on.</summary>
    [Fact]
    public void Once_each_conference_has_decided_it_waits_in_the_chairs_part()
    {
        var given = AnEnquiry.Begun(children: 2).Fact(
            new ActionAgreed(new("action-1"), ActionKind.SafetyPlan, "Gran stays.", Tom.Id, Dates.Local("2026-12-30 12:00"), "", "")
            { Meeting = FirstMeeting },
            new ImmediatePlanAgreed() { Meeting = FirstMeeting });
        given.Requested("2026-12-09 10:00").Assigned("2026-12-10 09:00").Arranged("2026-12-10 09:10", "2026-12-21 10:00");
        Held("child-1");
        Waits(Priya, false);
        Held("child-2");
        Waits(Priya, true);
        // Whoever else may end it is not asked.
        Waits(Helen, false);

        void Held(string child) => given.At("2026-12-21 13:00").By(Tom)
            .Decided(c => EnquiryStepRule.Held(c, child, null, given.Now, Words))
            .Decided(c => ConferenceOutcomeRule.Say(c, child, YesNo.Yes, "neglect", "By hand."));
        void Waits(Participant reader, bool isOpen) => Assert.Equal((isOpen, !isOpen),
            SafetyPlanningHub.Later(given.SeenBy(given.Case.Find(reader.Id)!))
                .Single(entry => entry.Title == PlanEndPart.Title) is var entry ? (entry.IsOpen, entry.IsOffered) : default);
    }

    [Fact]
    public void It_ends_with_its_rows_and_every_clock_of_it_stands_still()
    {
        var given = Agreed().By(Priya).Fact(
            new Section47Decided(Section47.Start, Conduct.Single, null, "") { Meeting = FirstMeeting, Child = Child1 },
            new AuthorisedToStart { Meeting = FirstMeeting }).At("2026-12-08 11:00");
        given.Decided(c => End(c, PlanEnd.EarlyHelp, YesNo.Yes, YesNo.Yes, "The agencies agree. Family help watches."));

        Assert.Equal(PlanEnd.EarlyHelp, given.Case.Meeting.SafetyPlan.Ended!.Fact.How);
        Assert.Empty(RowRules.Of(given.Case, ActionKind.SafetyPlan));
        Assert.Empty(SafetyReviewClock.Runs(given.Case));
        Assert.Empty(FamilyAskedClock.Runs(given.Case));
        Assert.Empty(PlanOnFileClock.Runs(given.Case));
        // What has ended is nobody's to authorise.
        Assert.Null(ChangeSince.SinceAuthorised(given.Case));
        given.When(c => End(c, PlanEnd.EarlyHelp, YesNo.Yes, YesNo.Yes, "The agencies agree. Family help watches.")).ThenNothingNew();
        given.When(c => End(c, PlanEnd.NoLongerNeeded, YesNo.Yes, YesNo.Yes, "Again.")).Refused<CannotBe>();
    }

    [Fact]
    public void Where_early_help_goes_on_the_social_worker_is_asked_what_it_has_and_who_was_told()
    {
        var given = Agreed().At("2026-12-08 11:00").By(Priya)
            .Decided(c => End(c, PlanEnd.EarlyHelp, YesNo.No, YesNo.Yes, "The agencies agree."));
        var running = Assert.Single(PlanHandedOnClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2026-12-15 08:45"), Tom.Id), (running.EndsAt, running.Owners.Single()));

        given.At("2026-12-14 11:00").By(Tom);
        var missing = given.When(c => On(c, null, null, null, "")).Refused<Several>();
        Assert.Equal(["met", "papers", "letter", "told"], missing.All.Select(why => why.Field));
        Assert.Equal("met", given.When(c => On(c, new(2026, 12, 15), YesNo.Yes, YesNo.Yes, "School, 11 Dec.")).Refused<CannotBe>().Field);
        Assert.Equal("papers", given.When(c => On(c, new(2026, 12, 11), YesNo.No, YesNo.Yes, "School, 11 Dec.")).Refused<CannotBe>().Field);
        given.Decided(c => On(c, new(2026, 12, 11), YesNo.Yes, YesNo.Yes, "School, 11 Dec."));

        Assert.Empty(PlanHandedOnClock.Runs(given.Case));
        Assert.Contains(PlanParagraphs.Of(given.Case, [], given.Now, Words), one => one.Text ==
            "Early help's meeting: Fri 11 Dec 2026\nEarly help has the assessment and the plan: Yes\n"
                + "The parents have the closure letter: Yes\nWho was told: School, 11 Dec.");
    }

    [Fact]
    public void Where_the_family_goes_on_alone_universal_services_are_told_and_where_it_is_the_childs_plan_nobody_is_asked()
    {
        var given = Agreed().At("2026-12-08 11:00").By(Priya)
            .Decided(c => End(c, PlanEnd.WithoutSocialCare, YesNo.Yes, YesNo.Yes, "The agencies agree."));
        Assert.Equal("The safety plan has ended. The school, the GP and the health visitor are to be told.",
            PlanHandedOnClock.Tell(given.Case, PlanHandedOnClock.Runs(given.Case).Single(), default, given.Now, Words));
        given.By(Tom).Decided(c => On(c, null, null, null, "School and GP, 8 Dec."));
        Assert.Empty(PlanHandedOnClock.Runs(given.Case));

        Assert.Empty(PlanHandedOnClock.Runs(Agreed().At("2026-12-08 11:00").By(Priya)
            .Decided(c => End(c, PlanEnd.ChildsPlan, null, YesNo.Yes, "Child protection plan.")).Case));
        Agreed().By(Tom).When(c => On(c, null, null, null, "School.")).Refused<CannotBe>();
    }

    private static Decision On(Case @case, DateOnly? met, YesNo? papers, YesNo? letter, string told) =>
        PlanHandedOnRule.Say(@case, met, papers, letter, told, Dates.Local("2026-12-14 11:00"), Words, APlan.By(Tom));

    [Fact]
    public void Everybody_at_the_meeting_hears_and_the_changes_say_why()
    {
        var given = Agreed().At("2026-12-08 11:00").By(Priya)
            .Decided(c => End(c, PlanEnd.NoLongerNeeded, YesNo.No, YesNo.Yes, "The agencies agree."));

        Assert.Contains(TellChangeDuty.Owes(given.Case), owed => owed.To == Grace.Id);
        Assert.Equal("The safety plan has ended.", Assert.Single(ChangeSince.Of(given.Case)).Why);
    }

    [Fact]
    public void All_that_is_missing_is_said_at_once()
    {
        var missing = Agreed().When(c => End(c, PlanEnd.EarlyHelp, null, null, " ")).Refused<Several>();
        Assert.Equal(["letter", "understood", "why"], missing.All.Select(why => why.Field));
        // Part of the child's plan, no letter is asked for.
        Assert.Equal(2, Agreed().When(c => End(c, PlanEnd.ChildsPlan, null, YesNo.Yes, "Child protection plan.")).Facts.Count);
        Rows().When(c => End(c, PlanEnd.ChildsPlan, null, YesNo.Yes, "Child protection plan.")).Refused<CannotBe>();
    }

    [Fact]
    public void A_plan_whose_last_row_ends_before_the_conference_says_so()
    {
        var given = Agreed().By(Priya).Fact(
            new Section47Decided(Section47.Start, Conduct.Single, null, "Unexplained.") { Meeting = FirstMeeting, Child = Child1 });
        Assert.Contains(SafetyPlanningHub.Status(given.SeenBy(Tom)), line => line.Text ==
            "The last row of the safety plan ends Mon 14 Dec 2026, 12:00, before the conference by Wed 23 Dec 2026. "
                + "Add a row, or another time.");

        given.Fact(
            new ActionAgreed(new("action-2"), ActionKind.SafetyPlan, "Gran stays on.", Tom.Id, Dates.Local("2026-12-24 12:00"), "", "")
            {
                Meeting = FirstMeeting,
            });

        Assert.DoesNotContain(
            SafetyPlanningHub.Status(given.SeenBy(Tom)), line => line.Text.Contains("last row", StringComparison.Ordinal));
    }

    private static Decision End(Case @case, PlanEnd how, YesNo? letter, YesNo? understood, string why) =>
        PlanEndRule.End(@case, Priya, how, letter, understood, why, APlan.By(Priya));
}
