using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

public sealed class AnsweringHeadingsTests
{
    [Fact]
    public void A_half_filled_form_is_saved_as_far_as_it_goes() =>
        AConvenedCase()
            .When(c => AnsweringHeadings.Save(c, Tom, [Known("strengths", "A close aunt."), new("weaknesses", [], "")], c.Version, Audience.Professionals))
            .Then(Answered("strengths", "A close aunt."));

    [Fact]
    public void The_same_save_twice_is_one_fact() =>
        Strengths(Tom, "A close aunt.")
            .When(c => AnsweringHeadings.Save(c, Tom, [Known("strengths", " A close aunt. ")], c.Version, Audience.Professionals))
            .ThenNothingNew();

    [Fact]
    public void A_heading_that_merely_came_back_with_the_form_keeps_its_author() =>
        Strengths(Tom, "A close aunt.")
            .When(c => AnsweringHeadings.Save(c, Priya, [Known("strengths", "A close aunt."), Known("weaknesses", "No money.")], c.Version, Audience.Professionals))
            .Then(Answered("weaknesses", "No money."));

    [Fact]
    public void A_later_answer_upon_the_one_that_was_seen_takes_its_place()
    {
        var given = Strengths(Tom, "A close aunt.");

        given.By(Priya).Decided(c => AnsweringHeadings.Save(c, Priya, [Known("strengths", "A close aunt and a neighbour.")], c.Version, Audience.Professionals));

        Assert.Equal("A close aunt and a neighbour.", Assert.Single(given.Case.Meeting.Assessment.Of("strengths").Standing).Answer.Text);
    }

    [Fact]
    public void An_answer_that_came_while_the_form_was_open_is_contested_and_both_stand()
    {
        var given = AConvenedCase();
        var opened = given.Case.Version;
        given.By(Tom).Decided(c => AnsweringHeadings.Save(c, Tom, [Known("strengths", "A close aunt.")], opened, Audience.Professionals));

        given.By(Priya).Decided(c => AnsweringHeadings.Save(c, Priya, [Known("strengths", "None seen.")], opened, Audience.Professionals));

        Assert.Equal(["A close aunt.", "None seen."], given.Case.Meeting.Assessment.Of("strengths").Standing.Select(answer => answer.Answer.Text));
    }

    [Fact]
    public void Two_people_who_type_the_same_do_not_contest_each_other()
    {
        var given = AConvenedCase();
        var opened = given.Case.Version;
        given.By(Tom).Decided(c => AnsweringHeadings.Save(c, Tom, [Known("strengths", "A close aunt.")], opened, Audience.Professionals));

        given.When(c => AnsweringHeadings.Save(c, Priya, [Known("strengths", "A close aunt.")], opened, Audience.Professionals)).ThenNothingNew();
    }

    [Fact]
    public void The_chair_lets_one_stand_and_the_other_stays_in_the_history()
    {
        var given = Contested();
        var chosen = given.Case.Meeting.Assessment.Of("strengths").Standing[0].Seq;

        given.By(Priya).Decided(c => AnsweringHeadings.Settle(c, "strengths", chosen));

        var state = given.Case.Meeting.Assessment.Of("strengths");
        Assert.Equal("A close aunt.", Assert.Single(state.Standing).Answer.Text);
        Assert.Equal(2, state.History.Count);
    }

    [Fact]
    public void Settling_twice_writes_once()
    {
        var given = Contested();
        var chosen = given.Case.Meeting.Assessment.Of("strengths").Standing[0].Seq;
        given.By(Priya).Decided(c => AnsweringHeadings.Settle(c, "strengths", chosen));

        given.When(c => AnsweringHeadings.Settle(c, "strengths", chosen)).ThenNothingNew();
    }

    [Fact]
    public void An_answer_that_no_longer_stands_cannot_be_chosen() =>
        Contested().When(c => AnsweringHeadings.Settle(c, "strengths", 1)).Then(new AnswerGone());

    [Theory]
    [InlineData("nothing-held", AnswerKind.NothingHeld)]
    [InlineData("not-known-yet", AnswerKind.NotKnownYet)]
    public void The_other_two_answers_need_no_words(string tick, AnswerKind kind) =>
        AConvenedCase()
            .When(c => AnsweringHeadings.Save(c, Tom, [new("strengths", [tick], "")], c.Version, Audience.Professionals))
            .Then(new HeadingAnswered("strengths", new(kind, [], "")) { Meeting = FirstMeeting });

    [Fact]
    public void Known_without_words_is_no_answer() =>
        AConvenedCase()
            .When(c => AnsweringHeadings.Save(c, Tom, [new("strengths", ["known"], " ")], c.Version, Audience.Professionals))
            .ThenNothingNew();

    [Fact]
    public void A_tick_that_is_not_offered_and_a_heading_that_is_not_there_are_passed_over() =>
        AConvenedCase()
            .When(c => AnsweringHeadings.Save(c, Tom, [new("seriousness", ["apocalyptic"], ""), Known("no-such-heading", "x")], c.Version, Audience.Professionals))
            .ThenNothingNew();

    [Fact]
    public void A_text_beyond_the_limit_is_refused_and_the_limit_named() =>
        AConvenedCase()
            .When(c => AnsweringHeadings.Save(c, Tom, [Known("strengths", new string('a', 1_501)), Known("weaknesses", "No money.")], c.Version, Audience.Professionals))
            .Then(new TooLong(1_500));

    [Fact]
    public void Somebody_else_may_narrow_a_marking_and_the_words_keep_their_author() =>
        Strengths(Tom, "A close aunt.")
            .When(c => AnsweringHeadings.Save(c, Priya, [Known("strengths", "A close aunt.")], c.Version, Audience.PoliceAndSocialCare))
            .Then(Answered("strengths", "A close aunt.") with { Audience = Audience.PoliceAndSocialCare, OnBehalfOf = Tom.Id });

    [Fact]
    public void Somebody_else_may_not_widen_a_marking() =>
        Strengths(Tom, "A close aunt.", Audience.PoliceAndSocialCare)
            .When(c => AnsweringHeadings.Save(c, Priya, [Known("strengths", "A close aunt, says the neighbour.")], c.Version, Audience.Professionals))
            .Then(new OnlyTheAuthorWidens("Strengths of the family", Audience.PoliceAndSocialCare));

    [Fact]
    public void The_author_may_widen_a_marking() =>
        Strengths(Tom, "A close aunt.", Audience.PoliceAndSocialCare)
            .When(c => AnsweringHeadings.Save(c, Tom, [Known("strengths", "A close aunt.")], c.Version, Audience.Professionals))
            .Then(Answered("strengths", "A close aunt."));

    [Fact]
    public void An_answer_upon_one_that_may_not_be_read_stands_beside_it()
    {
        var scribe = Grace with { Roles = [Role.Scribe] };
        var given = Strengths(Tom, "Seen by a source.", Audience.PoliceAndSocialCare);
        var hidden = given.Case.Meeting.Assessment.Of("strengths").Latest;

        given.When(c => AnsweringHeadings.Save(c, scribe, [Known("strengths", "A close aunt.")], c.Version, Audience.Professionals))
            .Then(Answered("strengths", "A close aunt.", hidden));
    }

    private static Given Contested()
    {
        var given = AConvenedCase();
        var opened = given.Case.Version;
        return given
            .By(Tom).Decided(c => AnsweringHeadings.Save(c, Tom, [Known("strengths", "A close aunt.")], opened, Audience.Professionals))
            .By(Priya).Decided(c => AnsweringHeadings.Save(c, Priya, [Known("strengths", "None seen.")], opened, Audience.Professionals));
    }

    private static Given Strengths(Participant author, string text, Audience? audience = null) =>
        AConvenedCase().By(author).Decided(c => AnsweringHeadings.Save(c, author, [Known("strengths", text)], c.Version, audience ?? Audience.Professionals));

    private static TypedAnswer Known(string heading, string text) => new(heading, ["known"], text);

    private static HeadingAnswered Answered(string heading, string text, int? contests = null) =>
        new(heading, new(AnswerKind.Known, [], text), contests) { Meeting = FirstMeeting };
}
