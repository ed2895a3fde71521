using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;

namespace StrategyBot.Tests.Phases.Minuting;

public sealed class ObjectionAnswerTests
{
    [Fact]
    public void The_chair_amends_in_the_same_form_and_the_next_version_says_why()
    {
        var amended = Answered(ObjectionOutcome.Amended, text: "A bruise on the right arm.");

        Assert.Contains(MinutesDraft.Of(amended.Case), paragraph => paragraph.Text == "A bruise on the right arm.");
        Assert.Equal("Cause for concern: amended after Sam Whitlock, Detective Sergeant, Police, said that it was wrong.",
            ObjectionRule.Why(amended.Case));
    }

    [Fact]
    public void Amending_without_any_change_is_asked_for_again_and_one_made_elsewhere_counts()
    {
        var raised = ObjectionRuleTests.Raised();
        raised.When(@case => Answer(@case, ObjectionOutcome.Amended)).Refused<CannotBe>();
        var paragraph = raised.Case.Meeting.Minutes.Objections[0].Paragraph;

        raised.By(Given.Priya).Fact(In(new MinutesEdited(paragraph, "A bruise on the right arm.")));

        Assert.IsType<ObjectionAnswered>(Assert.Single(raised.When(@case => Answer(@case, ObjectionOutcome.Amended)).Facts));
    }

    [Fact]
    public void Words_that_were_put_right_are_not_dropped_because_another_answer_was_chosen()
    {
        foreach (var outcome in new[] { ObjectionOutcome.Declined, ObjectionOutcome.DisagreementRecorded })
        {
            var refused = ObjectionRuleTests.Raised().When(@case => Answer(@case, outcome, "No.", "The right arm.")).Refused<CannotBe>();
            Assert.Equal("outcome", refused.Field);
        }

        Assert.Single(ObjectionRuleTests.Raised().When(@case => Answer(@case, ObjectionOutcome.Declined, "No.", Stands(@case))).Facts);
    }

    [Fact]
    public void A_recorded_disagreement_stands_in_the_next_version_beside_what_it_is_about()
    {
        var recorded = Answered(ObjectionOutcome.DisagreementRecorded);
        var draft = MinutesDraft.Of(recorded.Case);

        Assert.Contains(draft, paragraph => paragraph.Text.StartsWith(ObjectionRuleTests.Bruise, StringComparison.Ordinal));
        var said = Assert.Single(draft, paragraph => paragraph.Text == "About “Cause for concern” in version 1: It was the right arm.");
        Assert.Equal(("Professional disagreement", Given.Sam.Id), (said.Section, said.By!.Value));
    }

    [Fact]
    public void Declining_needs_a_reason_and_leaves_the_minutes_as_they_are()
    {
        ObjectionRuleTests.Raised().When(@case => Answer(@case, ObjectionOutcome.Declined)).Refused<CannotBe>();
        var declined = Answered(ObjectionOutcome.Declined, "The photograph shows the left arm.");

        Assert.Equal(MinutesDraft.Of(ApprovalRuleTests.Approved().Case), MinutesDraft.Of(declined.Case));
        Assert.Empty(declined.Case.Meeting.Minutes.Pending);
    }

    [Fact]
    public void It_is_answered_once()
    {
        var declined = Answered(ObjectionOutcome.Declined, "No.");

        declined.When(@case => Answer(@case, ObjectionOutcome.Declined, "No.")).ThenNothingNew();
        declined.When(@case => Answer(@case, ObjectionOutcome.DisagreementRecorded)).Refused<CannotBe>();
        declined.When(@case => ObjectionRule.Answer(@case, Given.Priya, new(Given.Id.Value, 4, ObjectionOutcome.Declined, "No.")))
            .Refused<ObjectionGone>();
        ObjectionRuleTests.Raised().When(@case => ObjectionRule.Answer(@case, Given.Priya, new(Given.Id.Value, Number(@case))))
            .Refused<CannotBe>();
    }

    [Fact]
    public void A_version_in_question_says_so_until_the_next_one_stands()
    {
        Assert.StartsWith("DISPUTED – version 1, approved Wed 25 Nov 2026", Mark(ObjectionRuleTests.Raised(), 1).Line,
            StringComparison.Ordinal);
        Assert.EndsWith("1 paragraph is in question", Mark(ObjectionRuleTests.Corrected(), 1).Line, StringComparison.Ordinal);
        Assert.True(Mark(Answered(ObjectionOutcome.Declined, "No."), 1).Stands);

        var recorded = Answered(ObjectionOutcome.DisagreementRecorded);
        Assert.False(Mark(recorded, 1).Stands);
        recorded.At("2026-11-25 17:00").By(Given.Priya)
            .Decided(@case => ApprovalRuleTests.Approve(@case, upon: 1, reason: ObjectionRule.Why(@case)));

        Assert.StartsWith("SUPERSEDED", Mark(recorded, 1).Line, StringComparison.Ordinal);
        Assert.StartsWith("Version 2", Mark(recorded, 2).Line, StringComparison.Ordinal);
    }

    /// <summary>What Sam raised, answered by the chair at 16:30.</summary>
    internal static Given Answered(ObjectionOutcome outcome, string reason = "", string? text = null) =>
        ObjectionRuleTests.Raised().At("2026-11-25 16:30").By(Given.Priya).Decided(@case => Answer(@case, outcome, reason, text));

    private static MinutesMark Mark(Given given, int version) => VersionMark.Of(given.Case, given.Case.Meeting, version, Given.Words);

    private static int Number(Case @case) => @case.Meeting.Minutes.Objections[0].Number;

    private static string Stands(Case @case) => ObjectionRule.Editable(@case, Given.Priya, @case.Meeting.Minutes.Objections[0])!.Text;

    private static Decision Answer(Case @case, ObjectionOutcome outcome, string reason = "", string? text = null) =>
        ObjectionRule.Answer(@case, Given.Priya, new(Given.Id.Value, Number(@case), outcome, reason, text));
}
