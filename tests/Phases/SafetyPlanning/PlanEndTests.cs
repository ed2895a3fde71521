using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases;
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
        var given = Arranged();
        Held(given, "child-1");
        Waits(given, Priya, false);
        GoesOn(given, new(2027, 1, 8), "Gran stays.").Then(new CannotBe("The safety plan stands until the conference has decided."));
        Held(given, "child-2");
        Waits(given, Priya, true);
        // Whoever else may end it is not asked.
        Waits(given, Helen, false);
    }

    [Fact]
    public void It_goes_on_until_the_day_that_was_said_and_waits_again_then()
    {
        var given = Decided();
        Assert.Equal(["on", "why"], GoesOn(given, null, " ").Refused<Several>().All.Select(why => why.Field));
        GoesOn(given, new(2026, 12, 22), "Gran stays.").Then(new CannotBe("Choose a day that is still to come.") { Field = "on" });
        given.Fact(GoesOn(given, new(2027, 1, 8), "Gran stays. Health and school agree.").Facts);

        GoesOn(given, new(2027, 1, 8), "Gran stays. Health and school agree.").ThenNothingNew();
        Assert.Equal("goes on, looked at again Fri 8 Jan 2027", Waits(given, Priya, false).State);
        Assert.NotEmpty(RowRules.Of(given.Case, ActionKind.SafetyPlan));
        Assert.Equal("", ((SafetyPlanGoesOn)given.Entries[^1].Fact.Withheld()).Why);
        Assert.Contains(PlanTimeline.Of(given.Case, Priya), step => step.What == "the conference has decided, and it goes on");
        var running = Assert.Single(LookAgainClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2027-01-08 08:45"), Priya.Id), (running.EndsAt, running.Owners.Single()));
        Assert.Equal([PlanEndPart.Id.Open, PlanGoesOnPart.Id.Open],
            LookAgainClock.Opens(given.Case, running, Priya).Select(button => button.Verb));
        given.At("2027-01-07 23:00");
        Waits(given, Priya, false);
        given.At("2027-01-08 08:00");
        Waits(given, Priya, true);
        given.Decided(c => End(c, PlanEnd.ChildsPlan, null, YesNo.Yes, "Child protection plan."));
        Assert.Empty(LookAgainClock.Runs(given.Case));
    }

    [Fact]
    public void Without_a_day_it_goes_on_until_its_own_review_was_held()
    {
        var given = Decided().Fact(new SafetyReviewSet(new(2027, 1, 5)) { Meeting = FirstMeeting });
        given.Fact(GoesOn(given, null, "Gran stays.").Facts);
        Assert.Equal("goes on until its own review", Waits(given, Priya, false).State);
        Assert.Empty(LookAgainClock.Runs(given.Case));
        given.At("2027-01-05 11:00").Fact(new SafetyReviewHeld(YesNo.Yes, PlanWorks.Works, "Kept to.") { Meeting = FirstMeeting });
        Waits(given, Priya, true);
    }

    [Fact]
    public void Another_conference_that_decides_asks_for_it_again()
    {
        var given = Decided();
        given.Fact(GoesOn(given, new(2027, 1, 8), "Gran stays.").Facts);
        given.Decided(c => ConferenceOutcomeRule.Say(c, "child-2", YesNo.Yes, "physical", "By hand."));
        Waits(given, Priya, true);
    }

    [Fact]
    public async Task In_the_dialog_the_question_how_it_ends_leads_to_that_it_goes_on()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Decided());
        host.Clock.Advance(Dates.Local("2026-12-22 10:00") - host.Clock.GetUtcNow());
        var ends = await host.OpenAsync(Priya, PlanEndPart.Button(await host.Clerk.LoadAsync(Id, default)));
        var asked = await ends.PressAsync(PlanGoesOnPart.Title);
        var saved = await asked.PressAsync("Save", ("on", "2027-01-08"), ("why", "Gran stays. All agree."), ("marking", "professionals"));
        Assert.Contains("the safety plan goes on, looked at again Fri 8 Jan 2027. Then its end is asked for again", saved.Text,
            StringComparison.Ordinal);
        // Who said it stands where it is ended.
        Assert.Contains("Tue 22 Dec 2026, 10:00, Priya Nair: it goes on, looked at again Fri 8 Jan 2027. Gran stays. All agree.",
            (await host.OpenAsync(Priya, PlanEndPart.Button(await host.Clerk.LoadAsync(Id, default)))).Text, StringComparison.Ordinal);
    }

    private static Given Arranged() => AnEnquiry.Begun(children: 2)
        .Fact(
            new ActionAgreed(new("action-1"), ActionKind.SafetyPlan, "Gran stays.", Tom.Id, Dates.Local("2026-12-30 12:00"), "", "")
            { Meeting = FirstMeeting },
            new ImmediatePlanAgreed() { Meeting = FirstMeeting })
        .Requested("2026-12-09 10:00").Assigned("2026-12-10 09:00").Arranged("2026-12-10 09:10", "2026-12-21 10:00");

    /// <summary>Of both children; a day later.</summary>
    private static Given Decided()
    {
        var given = Arranged();
        Held(given, "child-1");
        Held(given, "child-2");
        return given.At("2026-12-22 10:00").By(Priya);
    }

    private static void Held(Given given, string child) => given.At("2026-12-21 13:00").By(Tom)
        .Decided(c => EnquiryStepRule.Held(c, child, null, given.Now, Words))
        .Decided(c => ConferenceOutcomeRule.Say(c, child, YesNo.Yes, "neglect", "By hand."));

    private static HubEntry Waits(Given given, Participant reader, bool isOpen)
    {
        var entry = SafetyPlanningHub.Later(given.SeenBy(given.Case.Find(reader.Id)!), given.Now)
            .Single(entry => entry.Title == PlanEndPart.Title);
        Assert.Equal((isOpen, !isOpen), (entry.IsOpen, entry.IsOffered));
        return entry;
    }

    private static Answered GoesOn(Given given, DateOnly? on, string why) => given.When(c =>
        PlanGoesOnRule.Say(c, Priya, on, why, Words.LocalDate(given.Now), APlan.By(Priya)));

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
