using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

public sealed class HeadingsRuleTests
{
    [Fact]
    public void A_half_filled_form_is_saved_as_far_as_it_goes() =>
        AConvenedCase()
            .When(c => Saved(c, Tom, Known("strengths", "A close aunt."), new("weaknesses", [], "")))
            .Then(Answered("strengths", "A close aunt."));

    [Fact]
    public void The_same_save_twice_is_one_fact() =>
        Strengths(Tom, "A close aunt.")
            .When(c => Saved(c, Tom, Known("strengths", " A close aunt. ")))
            .ThenNothingNew();

    [Fact]
    public void A_heading_that_merely_came_back_with_the_form_keeps_its_author() =>
        Strengths(Tom, "A close aunt.")
            .When(c => Saved(c, Priya, Known("strengths", "A close aunt."), Known("weaknesses", "No money.")))
            .Then(Answered("weaknesses", "No money."));

    [Fact]
    public void A_later_answer_upon_the_one_that_was_seen_takes_its_place()
    {
        var given = Strengths(Tom, "A close aunt.");

        given.By(Priya).Decided(c => Saved(c, Priya, Known("strengths", "A close aunt and a neighbour.")));

        Assert.Equal("A close aunt and a neighbour.", Assert.Single(given.Case.Meeting.Assessment.Of("strengths").Standing).Answer.Text);
    }

    [Fact]
    public void An_answer_that_came_while_the_form_was_open_is_contested_and_both_stand()
    {
        var given = AConvenedCase();
        var opened = given.Case.Version;
        given.By(Tom).Decided(c => HeadingsRule.Save(c, Tom, [Known("strengths", "A close aunt.")], opened, Audience.Professionals));

        given.By(Priya).Decided(c => HeadingsRule.Save(c, Priya, [Known("strengths", "None seen.")], opened, Audience.Professionals));

        Assert.Equal(["A close aunt.", "None seen."], given.Case.Meeting.Assessment.Of("strengths").Standing
            .Select(answer => answer.Answer.Text));
    }

    [Fact]
    public void Two_people_who_type_the_same_do_not_contest_each_other()
    {
        var given = AConvenedCase();
        var opened = given.Case.Version;
        given.By(Tom).Decided(c => HeadingsRule.Save(c, Tom, [Known("strengths", "A close aunt.")], opened, Audience.Professionals));

        given.When(c => HeadingsRule.Save(c, Priya, [Known("strengths", "A close aunt.")], opened, Audience.Professionals))
            .ThenNothingNew();
    }

    [Fact]
    public void The_chair_lets_one_stand_and_the_other_stays_in_the_history()
    {
        var given = Contested();
        var chosen = given.Case.Meeting.Assessment.Of("strengths").Standing[0].Seq;

        given.By(Priya).Decided(c => HeadingsRule.Settle(c, "strengths", chosen));

        var state = given.Case.Meeting.Assessment.Of("strengths");
        Assert.Equal("A close aunt.", Assert.Single(state.Standing).Answer.Text);
        Assert.Equal(2, state.History.Count);
    }

    [Fact]
    public void Settling_twice_writes_once()
    {
        var given = Contested();
        var chosen = given.Case.Meeting.Assessment.Of("strengths").Standing[0].Seq;
        given.By(Priya).Decided(c => HeadingsRule.Settle(c, "strengths", chosen));

        given.When(c => HeadingsRule.Settle(c, "strengths", chosen)).ThenNothingNew();
    }

    [Fact]
    public void An_answer_that_no_longer_stands_cannot_be_chosen() =>
        Contested().When(c => HeadingsRule.Settle(c, "strengths", 1)).Then(new AnswerGone());

    [Theory]
    [InlineData("nothing-held", AnswerKind.NothingHeld)]
    [InlineData("not-known-yet", AnswerKind.NotKnownYet)]
    public void The_other_two_answers_need_no_words(string tick, AnswerKind kind) =>
        AConvenedCase()
            .When(c => Saved(c, Tom, new TypedAnswer("strengths", [tick], "")))
            .Then(new HeadingAnswered("strengths", new(kind, [], "")) { Meeting = FirstMeeting });

    [Fact]
    public void Known_without_words_is_no_answer_and_the_rest_of_the_form_is_saved()
    {
        AConvenedCase()
            .When(c => Saved(c, Tom, new TypedAnswer("strengths", ["known"], " ")))
            .Then(new CannotBe("“Known” needs words. Type them, or choose another answer.") { Field = "text-strengths" });
        AConvenedCase()
            .When(c => Saved(c, Tom, new TypedAnswer("strengths", ["known"], ""), Known("weaknesses", "No money.")))
            .Then(Answered("weaknesses", "No money."));
    }

    [Fact]
    public void A_form_with_nothing_on_it_is_answered_with_what_to_do() =>
        AConvenedCase()
            .When(c => Saved(c, Tom, new TypedAnswer("seriousness", ["apocalyptic"], ""), new("no-such-heading", [], "x")))
            .Then(new CannotBe("There is nothing to save yet. Choose an answer or type one, and save again."));

    [Theory]
    [InlineData("risk-assessments", "dash,nothing-held", "“DASH” and “Checked – nothing held”")]
    [InlineData("risk-assessments", "dash,not-known-yet", "“DASH” and “Not known yet”")]
    [InlineData("risk-assessments", "nothing-held,not-known-yet", "“Checked – nothing held” and “Not known yet”")]
    [InlineData("existing-plan", "none,child-protection", "“None” and “Child protection”")]
    [InlineData("seriousness", "low,very-high", "“Low” and “Very high”")]
    [InlineData("marac", "yes,no", "“Yes” and “No”")]
    [InlineData("strengths", "known,nothing-held", "“Known” and “Checked – nothing held”")]
    public void Answers_that_exclude_each_other_are_refused(string heading, string ticks, string named)
    {
        var refused = AConvenedCase()
            .When(c => Saved(c, Tom, new TypedAnswer(heading, ticks.Split(','), "Said twice.")))
            .Refused<CannotBe>();

        Assert.Contains(named, refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(heading == "strengths" ? "held" : $"ticks-{heading}", refused.Field);
    }

    [Theory]
    [InlineData("risk-assessments", "dash,cse,other")]
    [InlineData("existing-plan", "early-help,looked-after")]
    [InlineData("category", "neglect,physical")]
    public void Ticks_that_go_together_are_kept_together(string heading, string ticks)
    {
        var fact = (HeadingAnswered)AConvenedCase()
            .When(c => Saved(c, Tom, new TypedAnswer(heading, ticks.Split(','), ""))).Facts.Single();

        Assert.Equal(ticks.Split(','), fact.Answer.Choices);
    }

    [Fact]
    public void An_answer_that_is_put_right_keeps_its_own_marking_where_that_of_the_form_was_left_alone()
    {
        var given = Strengths(Tom, "A close aunt.")
            .Decided(c => HeadingsRule
            .Save(c, Tom, [Known("weaknesses", "A source says: no money.")], c.Version, Audience.PoliceAndSocialCare));

        given.When(c => Saved(c, Tom, Known("strengths", "A close aunt."), Known("weaknesses", "A source says: no money left.")))
            .Then(Answered("weaknesses", "A source says: no money left.") with { Audience = Audience.PoliceAndSocialCare });
    }

    [Fact]
    public void An_answer_is_not_emptied() =>
        Strengths(Tom, "A close aunt.")
            .When(c => Saved(c, Tom, new TypedAnswer("strengths", [], " ")))
            .Refused<CannotBe>();

    [Fact]
    public void A_text_beyond_the_limit_is_refused_and_the_limit_named() =>
        AConvenedCase()
            .When(c => Saved(c, Tom, Known("strengths", new string('a', 1_501)), Known("weaknesses", "No money.")))
            .Then(new TooLong(1_500) { Field = "text-strengths" });

    [Fact]
    public void Somebody_else_may_narrow_a_marking_and_the_words_keep_their_author() =>
        Strengths(Tom, "A close aunt.")
            .When(c => HeadingsRule.Save(c, Priya, [Known("strengths", "A close aunt.")], c.Version, Audience.PoliceAndSocialCare))
            .Then(Answered("strengths", "A close aunt.") with { Audience = Audience.PoliceAndSocialCare, OnBehalfOf = Tom.Id });

    [Fact]
    public void Somebody_else_may_not_widen_a_marking() =>
        Strengths(Tom, "A close aunt.", Audience.PoliceAndSocialCare)
            .When(c => Saved(c, Priya, Known("strengths", "A close aunt, says the neighbour.")))
            .Then(new OnlyTheAuthorWidens("Strengths of the family", Audience.PoliceAndSocialCare) { Field = "marking" });

    [Fact]
    public void The_author_may_widen_a_marking() =>
        Strengths(Tom, "A close aunt.", Audience.PoliceAndSocialCare)
            .When(c => Saved(c, Tom, Known("strengths", "A close aunt.")))
            .Then(Answered("strengths", "A close aunt."));

    [Fact]
    public void An_answer_upon_one_that_may_not_be_read_stands_beside_it()
    {
        var scribe = Grace with { Roles = [Role.Scribe] };
        var given = Strengths(Tom, "Seen by a source.", Audience.PoliceAndSocialCare);
        var hidden = given.Case.Meeting.Assessment.Of("strengths").Latest;

        given.When(c => Saved(c, scribe, Known("strengths", "A close aunt.")))
            .Then(Answered("strengths", "A close aunt.", hidden));
    }

    [Fact]
    public void Two_windows_of_one_person_stand_beside_each_other_until_one_is_chosen_or_answered_again()
    {
        var given = AConvenedCase().By(Tom);
        var opened = given.Case.Version;
        given.Decided(c => HeadingsRule.Save(c, Tom, [Known("strengths", "A close aunt.")], opened, Audience.Professionals))
            .Decided(c => HeadingsRule.Save(c, Tom, [Known("strengths", "A neighbour.")], opened, Audience.Professionals));

        Assert.Equal(["A close aunt.", "A neighbour."], given.Case.Meeting.Assessment.Of("strengths").Standing
            .Select(answer => answer.Answer.Text));

        given.Decided(c => Saved(c, Tom, Known("strengths", "A close aunt and a neighbour.")));
        Assert.Equal("A close aunt and a neighbour.", Assert.Single(given.Case.Meeting.Assessment.Of("strengths").Standing).Answer.Text);
    }

    [Fact]
    public void Two_ticks_of_an_earlier_release_where_only_one_can_be_stay_until_one_is_chosen()
    {
        var given = AConvenedCase().By(Tom)
            .Fact(new HeadingAnswered("seriousness", new(AnswerKind.Known, ["low", "very-high"], "Unclear.")) { Meeting = FirstMeeting });

        given.When(c => Saved(c, Priya, new TypedAnswer("seriousness", [], "Unclear."))).ThenNothingNew();
        given.When(c => Saved(c, Priya, new TypedAnswer("seriousness", [], "Clear."))).Refused<CannotBe>();
        Assert.Equal(["very-high"], ((HeadingAnswered)given
            .When(c => Saved(c, Priya, new TypedAnswer("seriousness", ["very-high"], "Clear."))).Facts.Single()).Answer.Choices);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once() =>
        Assert.Equal(2, AConvenedCase()
            .When(c => Saved(c, Tom, new TypedAnswer("risk-assessments", ["dash", "nothing-held"], ""),
            new("existing-plan", ["none", "early-help"], "")))
            .Refused<Several>().All.Count);

    private static Given Contested()
    {
        var given = AConvenedCase();
        var opened = given.Case.Version;
        return given
            .By(Tom).Decided(c => HeadingsRule.Save(c, Tom, [Known("strengths", "A close aunt.")], opened, Audience.Professionals))
            .By(Priya).Decided(c => HeadingsRule.Save(c, Priya, [Known("strengths", "None seen.")], opened, Audience.Professionals));
    }

    private static Given Strengths(Participant author, string text, Audience? audience = null) =>
        AConvenedCase().By(author)
            .Decided(c => HeadingsRule.Save(c, author, [Known("strengths", text)], c.Version, audience ?? Audience.Professionals));

    /// <summary>Upon what stands, marked for the professionals.</summary>
    private static Decision Saved(Case @case, Participant by, params IReadOnlyList<TypedAnswer> answers) =>
        HeadingsRule.Save(@case, by, answers, @case.Version, Audience.Professionals);

    private static TypedAnswer Known(string heading, string text) => new(heading, ["known"], text);

    private static HeadingAnswered Answered(string heading, string text, int? contests = null) =>
        new(heading, new(AnswerKind.Known, [], text), contests) { Meeting = FirstMeeting };
}
