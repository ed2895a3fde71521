using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Safeguarding;

/// <summary>R83–R85: the interim safety plan is reviewed with the family first, and what isn't followed is told at once.</summary>
public sealed class SafetyReviewTests
{
    private static readonly DateOnly Thursday = new(2026, 12, 3), NextWednesday = new(2026, 12, 9);

    [Fact]
    public void A_review_says_what_was_found_and_sets_the_next_day()
    {
        var given = Agreed().At("2026-12-03 15:00").By(Tom);
        given.When(c => Review(c, null, PlanWorks.Works, NextWednesday)).Then(
            Held(PlanWorks.Works),
            new SafetyReviewSet(NextWednesday)
            {
                Meeting = FirstMeeting,
                Change = new(PlanChangeKind.Review, "Reviewed on Thu 3 Dec 2026."),
            });

        given.Decided(c => Review(c, null, PlanWorks.Works, NextWednesday));

        Assert.Equal(NextWednesday, given.Case.Meeting.Safety.ReviewOn);
        Assert.Equal(Dates.Local("2026-12-09 08:45"), Assert.Single(SafetyReviewClock.Runs(given.Case)).EndsAt);
        given.When(c => Review(c, null, PlanWorks.Works, NextWednesday)).ThenNothingNew();
    }

    [Fact]
    public void What_is_not_followed_is_a_danger_that_is_told_within_a_minute()
    {
        var given = Agreed().At("2026-12-03 15:00").By(Tom).Decided(c => Review(c, Thursday, PlanWorks.NotFollowed, NextWednesday));

        var danger = Assert.Single(given.Case.Meeting.Safety.Dangers);
        Assert.Equal((DangerKind.PlanNotFollowed, "He is back."), (danger.Raised.Fact.Kind, danger.Raised.Fact.What));
        Assert.Null(danger.Answered);
        Assert.Contains(DangerClock.Runs(given.Case), running => running.EndsAt <= given.Now.AddMinutes(1));
    }

    [Fact]
    public void A_day_that_lies_ahead_a_next_day_that_has_passed_and_half_a_review_are_refused()
    {
        var given = Agreed().At("2026-12-03 15:00").By(Tom);
        given.When(c => Review(c, new(2026, 12, 4), PlanWorks.Works, NextWednesday)).Refused<CannotBe>();
        given.When(c => Review(c, null, PlanWorks.Works, Thursday)).Refused<CannotBe>();
        given.When(c => Review(c, null, PlanWorks.Works, null)).Refused<CannotBe>();
        given.When(c => Review(c, null, null, NextWednesday)).Refused<CannotBe>();
        given.When(c => SafetyPlanRule.Held(c, Tom, null, null, PlanWorks.Works, "Well.", NextWednesday, given.Now, Words, By(Tom)))
            .Refused<CannotBe>();
        given.When(c => SafetyPlanRule.Held(
                c, Tom, null, ReviewedHow.WithoutFamily, PlanWorks.Works, " ", NextWednesday, given.Now, Words, By(Tom)))
            .Refused<CannotBe>();
        Rows().When(c => Review(c, null, PlanWorks.Works, NextWednesday)).Refused<CannotBe>();
    }

    [Fact]
    public async Task Whoever_writes_the_review_down_reads_it_on_the_plan_and_a_Saturday_is_said()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Agreed());
        host.Clock.Advance(Dates.Local("2026-12-03 15:00") - host.Clock.GetUtcNow());
        var @case = await host.Clerk.LoadAsync(Id, default);

        var form = await host.OpenAsync(Tom, ReviewHeldPart.Button(@case));
        var missing = await form.PressAsync("Save", ("what", "All as agreed."));
        Assert.Contains("Say whether the plan keeps the children safe.", missing.Text, StringComparison.Ordinal);
        // What the chair says when the day is chosen is not for this.
        var view = new CaseView(@case, Priya, @case);
        Assert.Null(Agenda.At(view, SafeguardingHub.Entries(view, host.Clock.GetUtcNow())
            .Single(entry => entry.Id == PartIds.SafetyReviewHeld)));
        Assert.Contains("Choose how it was reviewed.", missing.Text, StringComparison.Ordinal);
        Assert.Equal("All as agreed.", missing.Value("what"));
        var saved = await missing.PressAsync("Save", ("how", "familyFirst"), ("works", "inPart"), ("next", "2026-12-12"));

        Assert.Contains("The next review is on Sat 12 Dec 2026. That day is not worked: you are asked on Fri 11 Dec 2026", saved.Text,
            StringComparison.Ordinal);
        var plan = await host.OpenAsync(Priya, SafetyPlanPage.Button(@case));
        Assert.Contains("Reviewed Thu 3 Dec 2026 by Tom Okafor, with the family first: it keeps the children safe in part. All as agreed.",
            plan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_waits_in_the_list_on_its_day_and_is_offered_before()
    {
        var given = Agreed();
        var view = new CaseView(given.Case, Tom, given.Case);
        var before = SafeguardingHub.Entries(view, Dates.Local("2026-12-02 15:00")).Single(one => one.Id == PartIds.SafetyReviewHeld);
        Assert.True(before is { IsOpen: false, IsOffered: true });
        var due = SafeguardingHub.Entries(view, Dates.Local("2026-12-03 09:00")).Single(one => one.Id == PartIds.SafetyReviewHeld);
        Assert.True(due is { IsOpen: true, IsOffered: false });
        Assert.Contains(SafetyReviewClock.Opens(given.Case, SafetyReviewClock.Runs(given.Case).Single(), Tom),
            button => button.Title == ReviewHeldPart.Title);
    }

    [Fact]
    public void A_second_meeting_reads_the_reviews_of_before_it()
    {
        var given = Agreed().At("2026-12-03 15:00").By(Tom).Decided(c => Review(c, null, PlanWorks.Works, NextWednesday))
            .By(Priya).Fact(new MeetingOpened(Priya.Id, "A new bruise.") { Meeting = new("meeting-2") });

        Assert.Single(Safety.ReviewsOf(given.Case.About(new("meeting-2"))!));
        Assert.Contains(ReviewHeldPart.Lines(given.Case, Words),
            line => line.Text.StartsWith("Reviewed Thu 3 Dec 2026", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(ReviewedHow.Conference), "at the child protection conference", true)]
    [InlineData(nameof(ReviewedHow.ChildInCare), "at the review of a child in care", true)]
    [InlineData(nameof(ReviewedHow.WithoutFamily), "the family was not asked first", false)]
    public void Where_it_was_reviewed_is_said(string how, string said, bool withFamily)
    {
        var given = Agreed().At("2026-12-03 15:00").By(Tom).Decided(c => SafetyPlanRule.Held(c, Tom, null,
            Enum.Parse<ReviewedHow>(how), PlanWorks.Works, "Gran manages.", NextWednesday, Dates.Local("2026-12-03 15:00"), Words,
            By(Tom)));

        Assert.Contains(said, Assert.Single(ReviewHeldPart.Lines(given.Case, Words)).Text, StringComparison.Ordinal);
        Assert.Equal(withFamily, given.Case.Meeting.Safety.Reviews.Single().Fact.WithFamily == YesNo.Yes);
    }

    /// <summary>P39: no conference ends it.</summary>
    [Fact]
    public void Without_an_enquiry_whoever_may_end_it_is_asked_to_review_or_to_end_it()
    {
        var given = Agreed();
        var running = SafetyReviewClock.Runs(given.Case).Single();
        Assert.Contains(SafetyReviewClock.Opens(given.Case, running, Priya), button => button.Title == "End of the safety plan");
        Assert.DoesNotContain(SafetyReviewClock.Opens(given.Case, running, Tom), button => button.Title == "End of the safety plan");

        given.By(Priya).Fact(new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Meeting = FirstMeeting, Child = Child1 });
        Assert.DoesNotContain(SafetyReviewClock.Opens(given.Case, running, Priya), button => button.Title == "End of the safety plan");
    }

    private static Readers By(Participant person) => new(Audience.Professionals, person);

    private static SafetyReviewHeld Held(PlanWorks works) => new(YesNo.Yes, works, "He is back.")
    {
        Meeting = FirstMeeting,
        How = ReviewedHow.FamilyFirst,
    };

    private static Decision Review(Case @case, DateOnly? on, PlanWorks? works, DateOnly? next) => SafetyPlanRule.Held(@case, Tom, on,
        ReviewedHow.FamilyFirst, works, "He is back.", next, Dates.Local("2026-12-03 15:00"), Words, By(Tom));

    private static Given Rows() => AConvenedCase().At("2026-12-02 09:00").By(Priya).Fact(
        new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
        new ActionAgreed(new("action-1"), ActionKind.SafetyPlan, "Gran stays with them.", Tom.Id, Dates.Local("2026-12-14 12:00"), "", "")
        {
            Meeting = FirstMeeting,
        },
        new SafetyReviewSet(Thursday) { Meeting = FirstMeeting });

    private static Given Agreed() => Rows().At("2026-12-02 10:00").Fact(
        new ImmediatePlanAgreed() { Meeting = FirstMeeting }, new MeetingEnded(Via.Form) { Meeting = FirstMeeting });
}
