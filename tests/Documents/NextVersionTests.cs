using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Phases.Planning;
using StrategyBot.Tests.Phases.Minuting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Documents;

/// <summary>Version 2 is version 1, what was put right in it, and what came since (design §3.1).</summary>
public sealed class NextVersionTests
{
    private const string Added = "Added after the meeting", Changed = "Changed after the meeting";

    [Fact]
    public void Nothing_written_since_and_nothing_is_new()
    {
        var approved = ApprovalRuleTests.Approved();

        Assert.Equal(approved.Case.Meeting.Minutes.Of(1), MinutesDraft.Of(approved.Case));
    }

    [Fact]
    public void A_decision_that_is_changed_three_months_later_is_not_printed_under_Novembers_meeting()
    {
        var approved = ApprovalRuleTests.Approved();
        var before = approved.Case.Meeting.Minutes.Of(1);

        approved.By(Helen).At("2027-02-25 10:00").Decided(@case => DecisionRule.Enquiry(
            @case, @case.Children, Section47.NotStart, null, FollowOn.ChildInNeed, "The doctor explained it.", "The medical came back."));
        var now = MinutesDraft.Of(approved.Case);

        Assert.Equal(before, now.Take(before.Count));
        var change = Assert.Single(now, paragraph => paragraph.Section == Changed);
        Assert.Contains("The doctor explained it.", change.Text, StringComparison.Ordinal);
        Assert.EndsWith("Why it was changed: The medical came back.", change.Text, StringComparison.Ordinal);
        Assert.Equal(("Helen Marsh, Head of Service, Children's social care", Dates.Local("2027-02-25 10:00")), (change.Author, change.At));
    }

    [Fact]
    public void What_an_earlier_release_let_decide_after_an_approval_folds_as_a_change_without_a_reason()
    {
        var approved = ApprovalRuleTests.Approved().By(Priya).At("2027-02-25 10:00")
            .Fact(new Section47Decided(Section47.NotStart, null, null, "") { Meeting = FirstMeeting, Child = Child1 });

        var change = Assert.Single(MinutesDraft.Of(approved.Case), paragraph => paragraph.Section == Changed);

        Assert.EndsWith("Why it was changed: no reason was recorded", change.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Information_that_came_late_is_added_with_its_author_and_time_and_once()
    {
        var approved = ApprovalRuleTests.Approved().By(Grace).At("2026-12-03 11:00")
            .Fact(In(new InformationGiven(Grace.Id, Agency.Health, "A healing rib fracture.", 0)));

        var late = Assert.Single(MinutesDraft.Of(approved.Case), paragraph => paragraph.Section == Added);
        Assert.EndsWith("Health: A healing rib fracture.", late.Text, StringComparison.Ordinal);
        Assert.Equal(Dates.Local("2026-12-03 11:00"), late.At);

        Approve(approved, "2026-12-03 12:00");
        Assert.Equal(approved.Case.Meeting.Minutes.Of(2), MinutesDraft.Of(approved.Case));
    }

    [Fact]
    public void What_is_said_anew_after_the_approval_is_added_with_its_time()
    {
        var approved = ApprovalRuleTests.Approved().By(Priya).At("2026-12-03 11:00").Fact(
            In(new HolderNamed(Grace.Id) { Child = Child1 }),
            In(new StanceTaken(Grace.Id, Stance.Escalate, "It can't wait.") { Child = Child1 }) with { OnBehalfOf = Grace.Id },
            In(new AttendanceConfirmed([Priya.Id, Tom.Id, Sam.Id])),
            In(new QuorumGapExplained(Agency.Health, "Called away.", "", "")),
            In(new WrittenUpdateGiven(Ruth.Id, "Often late.")) with { OnBehalfOf = Ruth.Id });

        var added = MinutesDraft.Of(approved.Case).Where(paragraph => paragraph.Section == Added).ToList();

        Assert.All(added, paragraph => Assert.Equal(Dates.Local("2026-12-03 11:00"), paragraph.At));
        foreach (var said in new[]
        {
            "is held by Grace Adeyemi", "Health: Escalates. It can't wait.", "Attended, as confirmed by the chair:\nPriya Nair",
            "Health was missing: Called away.", "Written update: Often late.",
        })
        {
            Assert.Single(added, paragraph => paragraph.Text.Contains(said, StringComparison.Ordinal));
        }

        Approve(approved, "2026-12-03 12:00");
        Assert.Equal(approved.Case.Meeting.Minutes.Of(2), MinutesDraft.Of(approved.Case));
    }

    [Fact]
    public void An_answer_that_is_said_to_be_older_than_the_version_is_added_too()
    {
        var approved = ApprovalRuleTests.Approved().By(Tom).At("2026-12-03 11:00")
            .Fact(Answered("cause", AnswerKind.Known, "Two bruises.") with { HappenedAt = Dates.Local("2026-11-25 14:10") });

        Assert.Contains(MinutesDraft.Of(approved.Case),
            paragraph => paragraph.Section == Added && paragraph.Text.EndsWith("Two bruises.", StringComparison.Ordinal));
        Assert.DoesNotContain(MinutesDraft.Of(approved.Case),
            paragraph => paragraph.Section != Added && paragraph.Text.Contains("Two bruises.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_later_release_prints_of_before_the_approval_was_not_added_after_the_meeting()
    {
        var ended = Ended().Fact(In(new MeetingMoved(Dates.Local("2026-11-25 14:00"), Dates.Local("2026-11-25 15:00"), "The ward asked.")));
        var printed = MinutesDraft.Of(ended.Case).Where(paragraph => paragraph.Section != "Limit and reasons").ToList();
        var approved = ended.At("2026-11-25 15:20").By(Priya)
            .Fact(In(new MinutesFrozen(1, 0, [.. printed])), In(new MinutesApproved(1, MinutesDigest.Of(printed), "")));

        Assert.Equal(printed, MinutesDraft.Of(approved.Case));
    }

    [Fact]
    public void A_row_that_was_changed_in_the_plan_is_put_right_and_one_taken_back_says_so()
    {
        var approved = ApprovalRuleTests.Approved();
        var row = approved.Case.Meeting.Plan.Open.First(action => action.Fact.Kind == ActionKind.Action);
        approved.By(Priya).At("2026-12-03 11:00").Fact(row.Fact with
        {
            DueAt = Dates.Local("2026-12-10 12:00"),
            Change = new(PlanChangeKind.Mistake, "It was a week later."),
        });

        var changed = MinutesDraft.Of(approved.Case).Single(paragraph => paragraph.Id == $"action/{row.Id.Value}");
        Assert.Equal("Thu 10 Dec 2026, 12:00", changed.Cells![2]);

        approved.Fact(
            new ActionWithdrawn(row.Id, "") { Meeting = FirstMeeting, Change = new(PlanChangeKind.Mistake, "Nobody agreed it.") });
        var gone = MinutesDraft.Of(approved.Case).Single(paragraph => paragraph.Id == $"action/{row.Id.Value}");
        Assert.StartsWith("Withdrawn: ", gone.Cells![0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_date_is_the_plans_and_is_not_typed_into_the_minutes()
    {
        var approved = Ended().Fact(In(new SafetyReviewSet(new(2026, 12, 16)))).Decided(@case => ApprovalRuleTests.Approve(@case));
        var review = MinutesDraft.Of(approved.Case).Single(paragraph => paragraph.Id == SafetyParagraphs.ReviewId);

        approved.When(@case => ParagraphRule.Edit(@case, Priya, review.Id, 0, "The plan is reviewed in May."))
            .Then(new ChangedInThePlan());
        approved.At("2026-12-03 11:00")
            .Fact(In(new SafetyReviewSet(new(2026, 12, 18)) { Change = new(PlanChangeKind.Mistake, "A slip.") }));

        Assert.Equal("The plan is reviewed on Fri 18 Dec 2026.",
            MinutesDraft.Of(approved.Case).Single(paragraph => paragraph.Id == review.Id).Text);
    }

    private static void Approve(Given given, string at)
    {
        var draft = MinutesDraft.Of(given.Case);
        given.By(Priya).At(at).Decided(@case => ApprovalRule.Approve(
            @case, Priya, new(Id.Value, @case.Meeting.Minutes.Version, MinutesDigest.Of(draft), "Late news.", null), Dates.Local(at)));
    }
}
