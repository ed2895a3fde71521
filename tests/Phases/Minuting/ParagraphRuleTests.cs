using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;

namespace StrategyBot.Tests.Phases.Minuting;

public sealed class ParagraphRuleTests
{
    private const string Cause = "part-1/cause";

    [Fact]
    public void The_chairs_words_take_the_place_of_a_paragraph_and_keep_its_marking()
    {
        var ended = Ended();

        ended.When(@case => ParagraphRule.Edit(@case, Given.Priya, "part-1/intelligence", 0, "Yes: submitted today."))
            .Then(In(new MinutesEdited("part-1/intelligence", "Yes: submitted today.") { Audience = Audience.PoliceAndSocialCare }));
    }

    [Fact]
    public void The_same_edit_sent_twice_is_one_fact()
    {
        var edited = Ended().By(Given.Priya).Decided(@case => ParagraphRule.Edit(@case, Given.Priya, Cause, 0, "A bruise."));

        edited.When(@case => ParagraphRule.Edit(@case, Given.Priya, Cause, 0, "A bruise.")).ThenNothingNew();
    }

    [Fact]
    public void Back_to_the_records_own_words_means_that_there_is_no_edit()
    {
        var edited = Ended().By(Given.Priya).Decided(@case => ParagraphRule.Edit(@case, Given.Priya, Cause, 0, "A bruise."));

        foreach (var text in new[] { "A bruise on the left arm, explained in two ways.", "" })
        {
            var restored = edited.When(@case => ParagraphRule.Edit(@case, Given.Priya, Cause, 0, text));
            restored.Then(In(new MinutesEdited(Cause, "")));
        }

        Assert.Empty(edited.Fact(In(new MinutesEdited(Cause, ""))).Case.Meeting.Minutes.Edits);
    }

    [Fact]
    public void A_long_paragraph_is_edited_in_parts_and_the_other_parts_stay_letter_for_letter()
    {
        var text = string.Join('\n', Enumerable.Range(1, 60).Select(line => $"{line}. {new string('w', 50)}"));
        var given = Ended().By(Given.Priya).Fact(Answered("cause", AnswerKind.Known, text));
        var parts = TextParts.Of(text, FormCard.LongText);

        var edit =
            Assert.IsType<MinutesEdited>(
                Assert.Single(given.When(@case => ParagraphRule.Edit(@case, Given.Priya, Cause, 1, "Only this.")).Facts));

        Assert.Equal(3, parts.Count);
        Assert.Equal($"{parts[0].Text}\nOnly this.\n{parts[2].Text}", edit.Text);
    }

    [Fact]
    public void An_action_is_changed_in_the_plan_where_its_owner_hears_of_it() =>
        Ended().When(@case => ParagraphRule.Edit(@case, Given.Priya, "action/action-1", 0, "Visit tomorrow")).Refused<ChangedInThePlan>();

    [Fact]
    public void What_is_marked_for_others_the_chair_can_neither_read_nor_edit()
    {
        var given = Ended().By(Given.Ruth)
            .Fact(In(
                new InformationGiven(Given.Ruth.Id, Agency.School, "For the nurse.",
                    0)
                { Audience = Audience.Only(Agency.School, Agency.Health) }));
        var id = MinutesDraft.Of(given.Case).Single(paragraph => paragraph.Text == "School: For the nurse.").Id;

        given.When(@case => ParagraphRule.Edit(@case, Given.Priya, id, 0, "x")).Refused<ParagraphGone>();
    }

    [Fact]
    public void A_paragraph_has_a_longest_length()
    {
        var given = Ended();

        given.When(@case => ParagraphRule.Edit(@case, Given.Priya, Cause, 0, new string('x', MinutesDraft.MostText + 1)))
            .Then(new TooLong(MinutesDraft.MostText) { Field = "text" });
    }

    [Fact]
    public void Nothing_is_edited_while_the_meeting_goes_on() =>
        Held().When(@case => ParagraphRule.Edit(@case, Given.Priya, Cause, 0, "x")).Refused<NoDraftYet>();

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_part_that_is_not_there_any_more_is_the_nearest_that_is(int part) =>
        Ended().When(@case => ParagraphRule.Edit(@case, Given.Priya, Cause, part, "A bruise."))
            .Then(In(new MinutesEdited(Cause, "A bruise.")));
}
