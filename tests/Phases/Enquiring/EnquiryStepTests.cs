using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>Each step from the enquiry to the conference: whose, when it can be done, what it asks for, and how it is undone.</summary>
public sealed class EnquiryStepTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-12-08 10:00");

    [Fact]
    public void A_step_is_done_once_and_taken_back_to_what_stood_before()
    {
        var given = Begun().Done(Tom, "2026-12-03 10:00", Pipeline.QualityAssurance, "by telephone");
        Assert.Equal(Dates.Local("2026-12-03 10:00"), Of(given).Find(Pipeline.QualityAssurance)!.DoneAt);
        given.When(c => EnquiryStepRule.Done(c, Tom, ChildChoice.All, Pipeline.QualityAssurance, null, "by telephone", given.Now, Words))
            .ThenNothingNew();

        given.Done(Tom, "2026-12-04 10:00", Pipeline.QualityAssurance, "by mail");
        given.Undone(Pipeline.QualityAssurance);
        Assert.Equal("by telephone", ((EnquiryStepDone)Of(given).Find(Pipeline.QualityAssurance)!.Said!.Fact).How);
        given.Undone(Pipeline.QualityAssurance);
        Assert.Null(Of(given).Find(Pipeline.QualityAssurance)!.DoneAt);
        given.When(c => EnquiryStepRule.Undo(c, Tom, ChildChoice.All, Pipeline.QualityAssurance, Dates.Local("2026-12-03 10:00")))
            .Refused<CannotBe>();
    }

    [Fact]
    public void A_day_that_was_typed_is_the_day_on_which_it_was_done()
    {
        var given = Begun().At("2026-12-08 10:00").By(Tom);
        Decision Done(Case c, DateOnly on) => EnquiryStepRule.Done(c, Tom, ChildChoice.All, Pipeline.QualityAssurance, on, "", Now, Words);

        given.Decided(c => Done(c, new(2026, 12, 4)));
        Assert.Equal(new DateOnly(2026, 12, 4), Words.LocalDate(Of(given).Find(Pipeline.QualityAssurance)!.DoneAt!.Value));
        Assert.Contains("still to come", given.When(c => Done(c, new(2026, 12, 9))).Refused<CannotBe>().Sentence, StringComparison.Ordinal);
        given.When(c => Done(c, new(2026, 9, 9))).Refused<CannotBe>();
    }

    [Fact]
    public void Only_who_has_it_or_leads_the_case_says_that_it_is_done()
    {
        var given = Begun().Requested("2026-12-03 10:00").Assigned("2026-12-04 10:00").Arranged("2026-12-04 10:05", "2026-12-21 10:00");
        Decision Done(Case c, Participant by, string step) =>
            EnquiryStepRule.Done(c, by, ChildChoice.All, step, null, "", Now, Words);

        Assert.Contains("Ada Quill", given.When(c => Done(c, Service(given), Pipeline.Screening)).Refused<AnothersStep>().Say(Words),
            StringComparison.Ordinal);
        given.When(c => Done(c, Tom, Pipeline.Screening)).Then(new EnquiryStepDone(Pipeline.Screening, "") { Child = Child1 });
        // The enquiry is the manager's to authorise, and never the worker's own (R102).
        given.When(c => Done(c, Tom, Pipeline.Authorised)).Refused<AnothersStep>();
        given.When(c => Done(c, Helen, Pipeline.Authorised)).Then(new EnquiryStepDone(Pipeline.Authorised, "") { Child = Child1 });
    }

    [Fact]
    public void The_progress_check_asks_three_questions_and_a_note_all_at_once()
    {
        var given = Begun();
        var refused = given.When(c => EnquiryStepRule.Check(c, ChildChoice.All, null, null, null, " ")).Refused<Several>();
        Assert.Equal(["progress", "planHolds", "conference", "note"], refused.All.Select(one => one.Field));

        given.Checked("2026-12-08 10:00", Conference.No, holds: YesNo.No);
        Assert.Equal((Conference.No, YesNo.No), (Of(given).Need, Of(given).Work.Progress!.Fact.PlanHolds));
        // It was decided otherwise: the steps of a conference are asked of nobody.
        Assert.DoesNotContain(Of(given).Steps, state => state.Step.Asked is StepAsked.Conference or StepAsked.ConferencePossible);
    }

    [Fact]
    public void The_last_word_on_a_conference_counts_whoever_said_it()
    {
        var given = Begun(conference: Conference.AtEndOfEnquiry);
        Assert.Null(Of(given).Find(Pipeline.ConveningForm)!.ReadyAt);
        given.Checked("2026-12-08 10:00", Conference.Yes);
        Assert.Equal((Conference.Yes, (DateTimeOffset?)Dates.Local("2026-12-08 10:00")),
            (Of(given).Need!.Value, Of(given).Find(Pipeline.ConveningForm)!.ReadyAt));
        given.Concluded("2026-12-09 10:00", EnquiryResult.NotSubstantiated);
        Assert.Equal(Conference.No, Of(given).Need);
        // The manager has yet to authorise it (R102).
        Assert.False(Of(given).IsOver);
        Assert.True(Of(Begun(conference: Conference.No).Checked("2026-12-08 10:00", Conference.No)
            .Concluded("2026-12-09 10:00", EnquiryResult.NotSubstantiated).Done(Priya, "2026-12-09 11:00", Pipeline.Authorised)).IsOver);
        given.Undone(Pipeline.Enquiry);
        Assert.Equal(Conference.Yes, Of(given).Need);
    }

    [Fact]
    public void The_request_tells_the_family_unless_contact_is_held_and_puts_the_service_on_the_case()
    {
        var given = Begun();
        Decision Request(Case c, FamilyTold? family, string note = "") =>
            EnquiryStepRule.Request(c, ChildChoice.All, family, null, Advocacy.ChildConsents, "", note, Now, Words);

        Assert.Equal("family", given.When(c => Request(c, null)).Refused<CannotBe>().Field);
        Assert.Contains("No hold", given.When(c => Request(c, FamilyTold.Held, "x")).Refused<CannotBe>().Sentence,
            StringComparison.Ordinal);
        given.Fact(new ContactHeld(null, Dates.Local("2026-12-09 12:00"), "The police ask.", "") { Meeting = FirstMeeting });
        Assert.Equal("note", given.When(c => Request(c, FamilyTold.Held)).Refused<CannotBe>().Field);

        given.By(Tom).At("2026-12-08 10:00").Decided(c => Request(c, FamilyTold.Held, "Sam Whitlock tells them on Friday."));
        var service = Service(given);
        Assert.Equal(("conferences@council.example", false), (service.Mail, service.IsInvited));
        Assert.Null(Of(given).Work.Form!.Fact.ToldAt);
        Assert.NotNull(Of(given).Find(Pipeline.Chair)!.ReadyAt);
    }

    [Fact]
    public void An_areas_team_takes_its_request()
    {
        var given = Begun(profile: ProcedureProfiles.Named("devon"));
        Decision Request(Case c, string area) =>
            EnquiryStepRule.Request(c, ChildChoice.All, FamilyTold.Told, null, Advocacy.NotNeeded, area, "", Now, Words);

        Assert.Equal("area", given.When(c => Request(c, "Mars")).Refused<CannotBe>().Field);
        given.By(Tom).Decided(c => Request(c, "Exeter"));
        Assert.Equal("QARSS BUSINESS SUPPORT EXETER", Service(given).Name);
    }

    [Fact]
    public void Whoever_chairs_the_conference_is_on_the_case_and_reads()
    {
        var given = Begun().Requested("2026-12-03 10:00").Assigned("2026-12-04 10:00");
        var ada = With(given, Role.ConferenceChair);

        Assert.True(given.Case.IsOpenTo(ada));
        Assert.True(ada.May(Capability.ReadContent) && ada.May(Capability.ReadMinutes) && !ada.May(Capability.FillForm));
        Assert.False(ada.IsInvited);
        Decision Assign(Case c, string name, string mail) => EnquiryStepRule.Assign(c, Service(given), ChildChoice.All, name, mail, "");
        given.When(c => Assign(c, "Ada Quill", "ADA.QUILL@council.example")).ThenNothingNew();
        Assert.Equal("mail", given.When(c => Assign(c, "Ada", "")).Refused<CannotBe>().Field);
    }

    /// <summary>Notice of five working days, the fifteenth working day, and days that are worked (R94, R104).</summary>
    [Theory]
    [InlineData("2026-12-21 10:00", "")]
    [InlineData("2026-12-22 10:00", "")]
    [InlineData("2026-12-25 10:00", "not a working day")]
    [InlineData("2026-12-10 10:00", "less than 5 working days' notice")]
    [InlineData("2026-12-24 10:00", "has to be held by Wed 23 Dec 2026")]
    public void A_conference_is_arranged_with_notice_within_its_limit_on_a_working_day(string at, string refused)
    {
        var given = Begun().Requested("2026-12-04 10:00");
        var answer = given.When(c => EnquiryStepRule.Arrange(
            c, Tom, ChildChoice.All, Dates.Local(at), "", "", Dates.Local("2026-12-07 10:00"), Words));
        if (refused.Length == 0)
        {
            Assert.Equal(Dates.Local(at), Assert.IsType<ConferenceArranged>(Assert.Single(answer.Facts)).At);
        }
        else
        {
            Assert.Contains(refused, Assert.IsType<Decision.Refused>(answer.Decision).Because.Say(Words), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_late_day_is_arranged_once_it_is_said_why()
    {
        var given = Begun().Requested("2026-12-04 10:00")
            .Arranged("2026-12-07 10:00", "2026-12-24 10:00", "The only day for both parents.");
        Assert.Equal("The only day for both parents.", Of(given).Work.Arranged!.Fact.Because);
        Assert.Single(OutOfTimescaleClock.Runs(given.Case));
    }

    [Fact]
    public void Invitations_with_too_little_notice_say_why_and_by_which_way()
    {
        var given = Begun().Requested("2026-12-04 10:00").Arranged("2026-12-07 10:00", "2026-12-21 10:00");
        Decision Sent(Case c, string on, string how) => EnquiryStepRule.Done(
            c, Service(given), ChildChoice.All, Pipeline.Invitations, Dates.Date(on), how, Dates.Local("2026-12-18 10:00"), Words);

        Assert.Single(given.When(c => Sent(c, "2026-12-14", "")).Facts);
        Assert.Equal("how", given.When(c => Sent(c, "2026-12-15", "")).Refused<CannotBe>().Field);
        Assert.Single(given.When(c => Sent(c, "2026-12-15", "By hand to both parents, who agree to the shorter notice.")).Facts);
    }

    [Fact]
    public void The_report_is_due_two_working_days_before_and_only_once_there_is_a_day()
    {
        var given = Begun().Requested("2026-12-04 10:00");
        Assert.Null(Of(given).Find(Pipeline.Report)!.Due);
        given.Arranged("2026-12-07 10:00", "2026-12-22 10:00");
        Assert.Equal(new DateOnly(2026, 12, 18), Of(given).Find(Pipeline.Report)!.Due!.On);
        Assert.Null(Of(given).Find(Pipeline.ReportRead)!.ReadyAt);
        given.Done(Tom, "2026-12-17 10:00", Pipeline.Report);
        Assert.NotNull(Of(given).Find(Pipeline.ReportRead)!.ReadyAt);
    }

    [Fact]
    public void Each_outcome_says_what_follows_and_why()
    {
        var given = Begun();
        Decision End(Case c, EnquiryResult? result, params IReadOnlyList<EnquirySupport> follows) =>
            EnquiryStepRule.Conclude(c, ChildChoice.All, result, follows, "Told.", null);

        Assert.Equal("result", given.When(c => End(c, null)).Refused<CannotBe>().Field);
        Assert.Equal("support", given.When(c => End(c, EnquiryResult.NotSubstantiated)).Refused<CannotBe>().Field);
        given.When(c => End(c, EnquiryResult.NotSubstantiated, EnquirySupport.NoFurtherAction, EnquirySupport.EarlyHelp))
            .Refused<CannotBe>();
        Assert.Single(given.When(c => End(c, EnquiryResult.NoContinuingRisk, EnquirySupport.EarlyHelp)).Facts);
        Assert.Single(given.When(c => End(c, EnquiryResult.ContinuingRisk)).Facts);
    }

    /// <summary>R65, and point 6 of paper 000: it is said again that the plan stays until the conference.</summary>
    [Fact]
    public void At_the_end_of_the_enquiry_the_safety_plan_is_confirmed_until_the_conference()
    {
        var given = Begun().Fact(new ActionAgreed(
            new("action-1"), ActionKind.SafetyPlan, "Gran stays.", Tom.Id, Dates.Local("2026-12-21 12:00"), "", "")
        {
            Meeting = FirstMeeting,
        });
        Decision End(Case c, EnquiryResult result, YesNo? stays) =>
            EnquiryStepRule.Conclude(c, ChildChoice.All, result, [EnquirySupport.ChildInNeed], "Told.", stays);

        Assert.Equal("planStays", given.When(c => End(c, EnquiryResult.ContinuingRisk, null)).Refused<CannotBe>().Field);
        Assert.Single(given.When(c => End(c, EnquiryResult.NotSubstantiated, null)).Facts);
        given.At("2026-12-08 10:00").By(Tom).Decided(c => End(c, EnquiryResult.ContinuingRisk, YesNo.Yes));
        Assert.Contains("at the end of the enquiry, it stays until the conference",
            PlanTimeline.Of(given.Case, Tom).Select(step => step.What));
    }

    [Fact]
    public void Two_children_end_differently()
    {
        var given = Begun(children: 2, conference: Conference.AtEndOfEnquiry)
            .Concluded("2026-12-08 10:00", EnquiryResult.ContinuingRisk, Child1.Value)
            .Concluded("2026-12-08 10:05", EnquiryResult.NotSubstantiated, Child2.Value);

        Assert.Equal(((Conference?)Conference.Yes, (Conference?)Conference.No), (Of(given).Need, Of(given, 2).Need));
        Assert.Contains("Child 1: Conference by", CaseClocks.Of(given.Case).Select(clock => clock.Label));
        given.Requested("2026-12-09 10:00");
        Assert.Null(Of(given, 2).Work.Form);
        Assert.Equal(2, StepGroup.Of(given.Case).Count());
    }

    [Fact]
    public void The_child_is_heard_and_it_stands_for_social_care_alone()
    {
        var given = Begun().At("2026-12-08 10:00").By(Tom);
        Decision Heard(Case c, string wants, DateOnly? on) =>
            ConferenceFamilyRule.Heard(c, Child1.Value, wants, "", "", on, new(2026, 12, 8), Words);

        Assert.Equal("wants", given.When(c => Heard(c, "", null)).Refused<CannotBe>().Field);
        Assert.Equal("on", given.When(c => Heard(c, "Gran", new(2026, 12, 9))).Refused<CannotBe>().Field);
        given.Decided(c => Heard(c, "I want to stay with Gran.", new(2026, 12, 7)));
        given.When(c => Heard(c, "I want to stay with Gran.", new(2026, 12, 7))).ThenNothingNew();
        Assert.Equal("I want to stay with Gran.", given.SeenBy(Priya).Case.EnquiryOf(Child1).Heard.Single().Fact.Wants);
        Assert.Equal("", given.SeenBy(Grace).Case.EnquiryOf(Child1).Heard.Single().Fact.Wants);
    }

    [Fact]
    public void Each_of_the_family_takes_part_in_the_conference_or_it_is_said_why_not()
    {
        var given = Begun().Fact(new AdultNamed(new("adult-1"), new("Nadia Lindley", "", null, "mother", ""))).By(Tom);
        Decision Place(Case c, ConferencePlace? place, string because) => ConferenceFamilyRule.Place(c, "adult-1", place, because);

        Assert.Equal("place", given.When(c => Place(c, null, "")).Refused<CannotBe>().Field);
        Assert.Equal("because", given.When(c => Place(c, ConferencePlace.Excluded, "")).Refused<CannotBe>().Field);
        Assert.Equal("whom", given.When(c => ConferenceFamilyRule.Place(c, "adult-9", ConferencePlace.Attends, "")).Refused<CannotBe>()
            .Field);
        given.Decided(c => Place(c, ConferencePlace.Excluded, "She has threatened a worker."));
        Assert.Equal(ConferencePlace.Excluded, given.Case.ConferencePlaces["adult-1"].Fact.Place);
        Assert.Equal("", given.SeenBy(Sam).Case.ConferencePlaces["adult-1"].Fact.Words);
    }

    [Fact]
    public void Without_an_enquiry_there_is_nothing_to_do()
    {
        var given = AConvenedCase();
        given.When(c => EnquiryStepRule.Done(c, Tom, ChildChoice.All, Pipeline.Enquiry, null, "", Now, Words)).Refused<CannotBe>();
        given.When(c => EnquiryStepRule.Check(c, "child-9", null, null, null, "")).Refused<NoChildMeant>();
        Assert.Empty(StepClock.Runs(given.Case));
    }

    [Fact]
    public void An_enquiry_that_ended_before_anybody_could_tick_is_never_called_late()
    {
        var given = Begun("2026-11-02");
        Assert.Empty(StepClock.Runs(given.Case));
        Assert.Empty(ConferenceDayClock.Runs(given.Case));
        Assert.All(CaseClocks.Of(given.Case).Where(clock => clock.Id.Contains("progress", StringComparison.Ordinal)),
            clock => Assert.False(clock.IsOverdue(Dates.Local("2026-12-01 10:00"))));
    }

    [Fact]
    public void What_the_enquiry_says_is_read_by_social_care_alone()
    {
        var given = Begun().Checked("2026-12-08 10:00", Conference.Yes).Concluded("2026-12-08 10:05", EnquiryResult.ContinuingRisk)
            .Requested("2026-12-08 10:10");
        var (nurse, worker) = (given.SeenBy(Grace).Case.EnquiryOf(Child1), given.SeenBy(Tom).Case.EnquiryOf(Child1));

        Assert.Equal(("", "", ""), (nurse.Progress!.Fact.Note, nurse.Concluded!.Fact.Words, nurse.Form!.Fact.Note));
        Assert.Equal("Seen together.", worker.Progress!.Fact.Note);
    }
}
