using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Phases.Reviewing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Reviewing;

/// <summary>Review conferences: by when, moved, late, and what they decide (R116–R119).</summary>
public sealed class ReviewTests
{
    /// <summary>Three months from Mon 21 Dec 2026 is Sun 21 Mar 2027, and so are 90 days; the later one from Mon 1 Mar: six months are
    /// Wed 1 Sep, 181 days Sun 29 Aug.</summary>
    [Theory]
    [InlineData(null, "2027-03-21", "2027-09-01")]
    [InlineData("devon", "2027-03-21", "2027-08-29")]
    [InlineData("worcestershire", "2027-03-21", "2027-09-01")]
    public void The_first_is_within_three_months_and_each_later_one_within_six_of_the_one_before(
        string? profile, string first, string later)
    {
        var given = AProtectionPlan.Made(profile);
        Assert.Equal((1, DateOnly.Parse(first, null)), Next(given));
        Assert.Contains("Hold on or before Fri 19 Mar 2027.", AProtectionPlan.Of(given).NextReview!.Due.Warning, StringComparison.Ordinal);
        given.ReviewHeld("2027-03-01 15:00");
        Assert.Equal((2, DateOnly.Parse(later, null)), Next(given));
    }

    [Fact]
    public void It_decides_whether_the_plan_goes_on_is_changed_or_ends()
    {
        var given = AProtectionPlan.Made().At("2027-03-01 15:00").By(Tom);
        given.When(c => ReviewRule.Held(c, Tom, ChildChoice.All, 1, null, null, null, "It holds.", given.Now, Words))
            .Then(new CannotBe("Say what the review decided.") { Field = "outcome" });
        given.When(c => ReviewRule.Held(c, Tom, ChildChoice.All, 1, null, ReviewOutcome.GoesOn, null, "", given.Now, Words))
            .Saying("Choose the category of harm.", "Say how far the plan has come, and what changes.");
        given.When(c => ReviewRule.Held(c, Tom, ChildChoice.All, 1, null, ReviewOutcome.Ends, "neglect", "", given.Now, Words))
            .Saying("Without a plan there is no category: leave it out.", "Say why the plan ends, and what follows.");
        given.Decided(c => ReviewRule.Held(
            c, Tom, ChildChoice.All, 1, null, ReviewOutcome.Changed, "emotional", "Contact is supervised.", given.Now, Words));
        Assert.Equal("A child protection plan since Mon 21 Dec 2026, under emotional.", PlanLines.Say(AProtectionPlan.Of(given), Words));

        given.ReviewHeld("2027-08-23 15:00", ReviewOutcome.Ends);
        var plan = AProtectionPlan.Of(given);
        Assert.Equal((false, new DateOnly(2027, 8, 23)), (plan.Runs, plan.EndedOn!.Value));
        Assert.Null(plan.NextGroup);
        Assert.Empty(CoreGroupClock.Runs(given.Case));
        Assert.Empty(ReviewClock.Runs(given.Case));
        given.When(c => CoreGroupRule.Arrange(
                c, Tom, ChildChoice.All, 1, Dates.Local("2027-09-01 10:00"), "", "", given.Now, Words))
            .Then(new CannotBe("That core group isn't asked for: the child's plan has ended."));
    }

    [Fact]
    public void An_outcome_that_was_a_slip_is_put_right_and_the_plan_goes_on()
    {
        var given = AProtectionPlan.Made().ReviewHeld("2027-03-01 15:00", ReviewOutcome.Ends);
        given.Decided(c => ReviewRule.Held(c, Tom, ChildChoice.All, 1, new(2027, 3, 1), ReviewOutcome.GoesOn, "neglect", "It goes on.",
            given.Now, Words));
        Assert.True(AProtectionPlan.Of(given).Runs);
        Assert.Equal(2, AProtectionPlan.Of(given).NextReview!.Number);
    }

    /// <summary>Held by slip on Mon 1 Mar 2027: what was arranged and its limit stand again, and the same may be said anew.</summary>
    [Fact]
    public void That_it_was_held_may_have_been_a_slip_and_the_dates_fall_back()
    {
        var given = AProtectionPlan.Made().Review("2026-12-22 10:00", "2027-03-10 10:00");
        var before = (Next(given), Keys(given));
        given.When(c => ReviewRule.TakeBack(c, Tom, ChildChoice.All, 1, "A slip.")).Saying("Nobody has said that this review was held.");
        given.ReviewHeld("2027-03-01 15:00");
        given.When(c => ReviewRule.TakeBack(c, Tom, ChildChoice.All, 1, " ")).Saying("Say why it is taken back.");
        given.When(c => ReviewRule.TakeBack(c, Sam, ChildChoice.All, 1, "A slip.")).Then(new NotYourPart());
        given.Decided(c => ReviewRule.TakeBack(c, Tom, ChildChoice.All, 1, "A slip."));
        Assert.Equal(before.Item1, Next(given));
        // What was told stays told: the clock's keys are those of before.
        Assert.Equal(before.Item2, Keys(given));
        Assert.Contains("Wed 10 Mar 2027", PlanLines.Say(AProtectionPlan.Of(given).NextReview!, Words, given.Now),
            StringComparison.Ordinal);
        given.ReviewHeld("2027-03-01 15:00");
        Assert.Equal(2, AProtectionPlan.Of(given).NextReview!.Number);

        static List<string> Keys(Given given) => [.. ClockDuty<ReviewClock>.Owes(given.Case).Select(owed => owed.Key)];
    }

    [Fact]
    public void A_plan_that_ended_by_slip_runs_on_and_only_the_last_review_is_taken_back()
    {
        var given = AProtectionPlan.Made().ReviewHeld("2027-03-01 15:00").ReviewHeld("2027-08-23 15:00", ReviewOutcome.Ends);
        Assert.Empty(CoreGroupClock.Runs(given.Case));
        given.When(c => ReviewRule.TakeBack(c, Tom, ChildChoice.All, 1, "A slip."))
            .Saying("A later review was held since. Take that one back first.");
        given.Decided(c => ReviewRule.TakeBack(c, Tom, ChildChoice.All, 2, "A slip."));
        Assert.True(AProtectionPlan.Of(given).Runs);
        Assert.NotEmpty(CoreGroupClock.Runs(given.Case));
        Assert.Equal(2, AProtectionPlan.Of(given).NextReview!.Number);
    }

    [Fact]
    public void Moved_within_its_limit_it_says_why_and_who_talked_it_over_and_two_managers_hear()
    {
        var given = AProtectionPlan.Made().Review("2026-12-22 10:00", "2027-03-10 10:00");
        Assert.Empty(Told(given));
        given.When(c => ReviewRule.Arrange(c, Tom, ChildChoice.All, 1, Dates.Local("2027-03-12 10:00"), "", "", given.Now, Words))
            .Then(new CannotBe("Say why it is moved, and that conference chair and team manager talked it over.") { Field = "because" });

        given.Review("2027-02-01 10:00", "2027-03-12 10:00", "The school has a trip. Ada Quill and Priya Nair.");
        Assert.Equal(["Area manager", "Operations manager, child protection", "Priya Nair"], Told(given).Order(StringComparer.Ordinal));
        var card = CardJson.Write(TellReviewDuty.Card(given.Case, Child1, Words));
        Assert.Contains("Review conference 1 moved from Wed 10 Mar 2027, 10:00 to Fri 12 Mar 2027, 10:00. "
            + "It has to be held by Sun 21 Mar 2027.",
            card, StringComparison.Ordinal);
        Assert.DoesNotContain("trip", card, StringComparison.Ordinal);
    }

    [Fact]
    public void After_its_limit_it_can_only_be_arranged_once_both_managers_agree()
    {
        var given = AProtectionPlan.Made().At("2027-03-01 10:00").By(Tom);
        given.When(c => ReviewRule.Arrange(c, Tom, ChildChoice.All, 1, Dates.Local("2027-03-24 10:00"), "", "", given.Now, Words))
            .Then(new CannotBe("Hold it on or before Fri 19 Mar 2027. If it can't be, say that it will be late: two managers are asked.")
            { Field = "day" });

        given.ReviewLate("2027-03-01 10:00", "2027-03-24");
        Assert.Equal(LateAnswerOf.OperationsManager, AProtectionPlan.Of(given).NextReview!.Asked);
        Assert.Equal("Review 1 will be late: The family can't come; expected Wed 24 Mar 2027. The operations manager has not answered.",
            Assert.Single(PlanLines.Stands(AProtectionPlan.Of(given), Words)));
        given.ReviewAnswered("2027-03-01 11:00", Role.OperationsManager, YesNo.Yes);
        Assert.Equal(LateAnswerOf.AreaManager, AProtectionPlan.Of(given).NextReview!.Asked);
        Assert.Equal("day", given.By(Tom).When(c => ReviewRule.Arrange(c, Tom, ChildChoice.All, 1, Dates.Local("2027-03-24 10:00"), "", "",
            given.Now, Words)).Refused<CannotBe>().Field);
        given.ReviewAnswered("2027-03-01 12:00", Role.AreaManager, YesNo.Yes);
        Assert.Null(AProtectionPlan.Of(given).NextReview!.Asked);
        Assert.Equal("Review 1 will be late: The family can't come; expected Wed 24 Mar 2027. Both managers agree.",
            Assert.Single(PlanLines.Stands(AProtectionPlan.Of(given), Words)));
        given.Review("2027-03-01 13:00", "2027-03-24 10:00");
        // Its clock goes by the later day now.
        Assert.Equal(Dates.Local("2027-03-25 08:45"), Assert.Single(ReviewClock.Runs(given.Case)).EndsAt);
    }

    [Fact]
    public void One_no_is_told_and_the_other_manager_is_not_asked()
    {
        var given = AProtectionPlan.Made().ReviewLate("2027-03-01 10:00", "2027-03-24")
            .ReviewAnswered("2027-03-01 11:00", Role.OperationsManager, YesNo.No);
        Assert.Null(AProtectionPlan.Of(given).NextReview!.Asked);
        Assert.Empty(ReviewLateAskedClock.Runs(given.Case));
        Assert.Contains("The operations manager does not agree.", Assert.Single(PlanLines.Stands(AProtectionPlan.Of(given), Words)),
            StringComparison.Ordinal);
        Assert.Equal(["Ada Quill", "Operations manager, child protection", "Priya Nair", "Tom Okafor"],
            Told(given).Order(StringComparer.Ordinal));
        // Said again for another reason, it is asked again.
        given.At("2027-03-01 12:00").By(Priya).Decided(c => ReviewRule.SayLate(
            c, Priya, ChildChoice.All, 1, LatenessCause.NoChairFree, "No room.", null, given.Now, Words));
        Assert.Equal(LateAnswerOf.OperationsManager, AProtectionPlan.Of(given).NextReview!.Asked);
    }

    [Fact]
    public void Only_who_is_asked_answers_and_only_who_may_says_that_it_will_be_late()
    {
        var given = AProtectionPlan.Made().At("2027-03-01 10:00");
        given.When(c => ReviewRule.SayLate(
            c, Tom, ChildChoice.All, 1, LatenessCause.Other, "Why.", null, given.Now, Words)).Then(new NotYourPart());
        given.When(c => ReviewRule.Answer(c, Priya, ChildChoice.All, 1, LateAnswerOf.OperationsManager, YesNo.Yes, "Why."))
            .Then(new CannotBe("Nobody waits for that answer on a late review any more."));
        given.ReviewLate("2027-03-01 10:00", "2027-03-24");
        given.When(c => ReviewRule.Answer(c, Priya, ChildChoice.All, 1, LateAnswerOf.OperationsManager, YesNo.Yes, "Why."))
            .Then(new NotYourPart());
        var operations = Enquiring.AnEnquiry.With(given, Role.OperationsManager);
        given.When(c => ReviewRule.Answer(
            c, operations, ChildChoice.All, 1, LateAnswerOf.OperationsManager, null, "")).Saying(
            "Say whether you agree.", "Say why: it goes on the record.");
        Assert.Equal(operations.Id, Assert.Single(Assert.Single(ReviewLateAskedClock.Runs(given.Case)).Owners));
    }

    [Fact]
    public void Past_its_day_it_is_told_the_next_working_morning_to_its_owners_and_the_ladder()
    {
        var given = AProtectionPlan.Made().Review("2026-12-22 10:00", "2027-03-12 10:00");
        var running = Assert.Single(ReviewClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2027-03-15 08:45"), true), (running.EndsAt, running.ClimbsAtOnce));
        Assert.Equal(["Tom Okafor", "Conference service", "Ada Quill"], running.Owners.Select(id => given.Case.Find(id)!.Name));
        Assert.Equal("Review conference 1 was to be held by Fri 12 Mar 2027, and nobody has said that it was.",
            ReviewClock.Tell(given.Case, running, StrategyBot.Phases.ClockStep.At, given.Now, Words));
        Assert.Empty(ReviewClock.Runs(given.ReviewHeld("2027-03-12 13:00", ReviewOutcome.Ends).Case));
    }

    private static (int Number, DateOnly On) Next(Given given) =>
        AProtectionPlan.Of(given).NextReview is { } next ? (next.Number, next.Due.On) : default;

    private static IEnumerable<string> Told(Given given) =>
        TellReviewDuty.Owes(given.Case).Select(owed => given.Case.Find(owed.To!.Value)!.Name);
}
