using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Minuting;

public sealed class ObjectionRuleTests
{
    internal const string Appointments = "Missed the last two appointments.";
    internal const string Bruise = "A bruise on the left arm";
    internal const string Source = "A source says";

    [Fact]
    public void Authors_put_their_own_words_right_and_the_next_draft_has_them()
    {
        var corrected = Corrected();

        var paragraph = MinutesDraft.Of(corrected.Case)
            .Single(other => other.Text.Contains("Both appointments were", StringComparison.Ordinal));
        Assert.Equal($"Grace Adeyemi, Named Nurse, Health; corrected by the author on {Given.Words.When(corrected.Now)}", paragraph.Author);
        Assert.Contains(corrected.Case.Meeting.Minutes.Versions[1], other => other.Text.Contains(Appointments, StringComparison.Ordinal));
        Assert.Single(corrected.Case.Meeting.Minutes.Pending);
        corrected.When(@case => Object(@case, Given.Grace, Appointments, "Health: Both appointments were moved.")).ThenNothingNew();
    }

    [Fact]
    public void Words_that_are_not_changed_or_are_emptied_are_asked_for_again()
    {
        var approved = ApprovalRuleTests.Approved();

        approved.When(@case => Object(@case, Given.Grace, Appointments, $"Health: {Appointments}")).Refused<CannotBe>();
        approved.When(@case => Object(@case, Given.Grace, Appointments, " ")).Refused<CannotBe>();
        approved.When(@case => Object(@case, Given.Grace, Appointments, new string('x', FormCard.LongText + 1))).Refused<TooLong>();
    }

    [Fact]
    public void Of_another_s_words_a_reader_says_what_is_wrong_and_nothing_changes_by_itself()
    {
        var raised = Raised();

        Assert.Equal(MinutesDraft.Of(ApprovalRuleTests.Approved().Case), MinutesDraft.Of(raised.Case));
        Assert.Equal((Given.Sam.Id, 1, "It was the right arm."),
            raised.Case.Meeting.Minutes.Objections.Select(objection => (objection.By, objection.Version, objection.Text)).Single());
        raised.When(@case => Object(@case, Given.Sam, Bruise, "It was the right arm.")).ThenNothingNew();
    }

    [Theory]
    [InlineData(Agency.Health, Agency.SocialCare)]
    [InlineData(Agency.School, Agency.SocialCare)]
    public void It_is_for_those_whom_it_names_and_for_the_chair_who_answers_it(Agency named, Agency chair)
    {
        var sam = ApprovalRuleTests.Approved().By(Given.Sam);
        var paragraph = MinutesDraft.Of(sam.Case).Single(other => other.Text.Contains(Bruise, StringComparison.Ordinal));

        var fact = Assert.Single(sam.When(@case => ObjectionRule.Object(@case, Given.Sam, 1, paragraph.Id, "It was the right arm.",
            new(Audience.Only(Agency.Police, named), Given.Sam))).Facts);

        Assert.Equal(Audience.Only(Agency.Police, named, chair), fact.Audience);
    }

    [Fact]
    public void It_goes_no_further_than_the_paragraph()
    {
        var tom = ApprovalRuleTests.Approved().By(Given.Tom);
        var paragraph = MinutesDraft.Of(tom.Case).Single(other => other.Text.Contains(Source, StringComparison.Ordinal));

        Assert.Equal(MarkingInput.Id, tom.When(@case => ObjectionRule.Object(@case, Given.Tom, 1, paragraph.Id, "She says so herself.",
            new(Audience.Professionals, Given.Tom))).Refused<CannotBe>().Field);
    }

    [Fact]
    public void It_is_marked_as_the_paragraph_is()
    {
        var tom = ApprovalRuleTests.Approved().By(Given.Tom);

        var fact =
            Assert.IsType<MinutesObjected>(
                Assert.Single(tom.When(@case => Object(@case, Given.Tom, Source, "She says so herself.")).Facts));
        tom.Fact(fact);

        Assert.Equal(Audience.PoliceAndSocialCare, fact.Audience);
        Assert.Equal("", tom.SeenBy(Given.Ruth).Case.Meeting.Minutes.Objections.Single().Text);
        Assert.Equal("She says so herself.", tom.SeenBy(Given.Sam).Case.Meeting.Minutes.Objections.Single().Text);
    }

    [Fact]
    public void Nobody_objects_to_what_they_may_not_read_to_a_draft_or_to_what_was_replaced()
    {
        ApprovalRuleTests.Approved().When(@case => Object(@case, Given.Ruth, Source, "Wrong.")).Refused<ParagraphGone>();
        ApprovalRuleTests.Approved().When(@case => ObjectionRule.Object(@case, Given.Sam, 2, "x", "Wrong.")).Refused<NotApprovedYet>();
        ApprovalRuleTests.AmendedTo2().When(@case => Object(@case, Given.Sam, Bruise, "Wrong.", version: 1)).Refused<CannotBe>();
        ApprovalRuleTests.Approved().When(@case => Object(@case, Given.Sam, Bruise, "")).Refused<CannotBe>();
        ApprovalRuleTests.Approved().When(@case => Object(@case, Given.Sam, Bruise, new string('x', 1_001))).Refused<TooLong>();
    }

    [Fact]
    public void The_chair_has_two_working_days() =>
        Assert.Equal("Fri 27 Nov 2026", ObjectionRule.Limit(Raised().Case, Raised().Case.Meeting.Minutes.Objections[0]).Date(Given.Words));

    /// <summary>Grace put right what she said of the appointments, at 16:00.</summary>
    internal static Given Corrected() => ApprovalRuleTests.Approved().At("2026-11-25 16:00").By(Given.Grace)
        .Decided(@case => Object(@case, Given.Grace, Appointments, "Health: Both appointments were moved."));

    /// <summary>Sam said that the chair's bruise was on the other arm, at 16:10.</summary>
    internal static Given Raised() => ApprovalRuleTests.Approved().At("2026-11-25 16:10").By(Given.Sam)
        .Decided(@case => Object(@case, Given.Sam, Bruise, "It was the right arm."));

    internal static Decision Object(Case @case, Participant me, string words, string text, int? version = null)
    {
        var read = version ?? @case.Meeting.Minutes.Version;
        return ObjectionRule.Object(@case, me, read,
            @case.Meeting.Minutes.Versions[read].First(paragraph => paragraph.Text.Contains(words, StringComparison.Ordinal)).Id, text);
    }
}
