using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Answering;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

public sealed class WhoToCheckRuleTests
{
    [Fact]
    public void What_is_answered_is_saved_and_the_rest_stays_open()
    {
        var given = AConvenedCase(children: 2).By(Sam)
            .Decided(@case => Save(@case, Sam, ("child-1", RecordsFound.Found), ("child-2", null)));

        Assert.Equal(RecordsFound.Found, WhoToCheckRule.Found(given.Case, Sam, WhoToCheckRule.Subjects(given.Case)[0]));
        Assert.Null(WhoToCheckRule.Found(given.Case, Sam, WhoToCheckRule.Subjects(given.Case)[1]));
    }

    [Fact]
    public void The_same_answers_twice_are_one_fact_each() =>
        AConvenedCase().By(Sam).Decided(@case => Save(@case, Sam, ("child-1", RecordsFound.NoMatch)))
            .When(@case => Save(@case, Sam, ("child-1", RecordsFound.NoMatch)))
            .ThenNothingNew();

    [Fact]
    public void What_a_colleague_found_is_not_written_again() =>
        AConvenedCase().Fact(new ParticipantAdded(Una)).By(Sam).Decided(@case => Save(@case, Sam, ("child-1", RecordsFound.NoMatch)))
            .When(@case => Save(@case, Una, ("child-1", RecordsFound.NoMatch)))
            .ThenNothingNew();

    [Fact]
    public void Only_those_who_are_invited_answer() =>
        AConvenedCase().When(@case => Save(@case, Jo, ("child-1", RecordsFound.Found))).Then(new NotYourPart());

    [Fact]
    public void One_tap_answers_for_all_who_are_shown_and_for_nobody_else()
    {
        var given = AConvenedCase(children: 6).By(Sam).Decided(@case => WhoToCheckRule.Save(
            @case, Sam, [.. WhoToCheckRule.Subjects(@case).Take(4).Select(shown => (shown, (RecordsFound?)null))], RecordsFound.NoMatch));

        var found = WhoToCheckRule.Subjects(given.Case).Select(subject => WhoToCheckRule.Found(given.Case, Sam, subject)).ToList();
        Assert.All(found.Take(4), one => Assert.Equal(RecordsFound.NoMatch, one));
        Assert.All(found.Skip(4), Assert.Null);
    }

    [Fact]
    public void What_was_answered_before_an_address_changed_is_asked_again_and_printed_as_of_before()
    {
        var given = AConvenedCase().By(Sam).Decided(@case => Save(@case, Sam, ("child-1", RecordsFound.NoMatch)));
        var ash = given.Case.Children[0];
        given.By(Tom).At("2026-11-25 10:00").Fact(new ChildNamed(ash.Details) { Child = Child1 });
        Assert.Equal(RecordsFound.NoMatch, WhoToCheckRule.Found(given.Case, Sam, WhoToCheckRule.Subjects(given.Case)[0]));

        given.At("2026-11-25 10:05").Fact(new ChildNamed(ash.Details with { Address = "3 Weir Row" }) { Child = Child1 });

        var subject = WhoToCheckRule.Subjects(given.Case)[0];
        Assert.Null(WhoToCheckRule.Found(given.Case, Sam, subject));
        Assert.Equal(RecordsFound.NoMatch, WhoToCheckRule.FoundBefore(given.Case, Sam, subject));
        Assert.Contains(MinutesDraft.Of(given.Case), paragraph =>
            paragraph.Text.EndsWith(" (before their details were changed)", StringComparison.Ordinal));
        given.By(Sam).At("2026-11-25 10:10").Decided(@case => Save(@case, Sam, ("child-1", RecordsFound.NoMatch)));
        Assert.Equal(RecordsFound.NoMatch, WhoToCheckRule.Found(given.Case, Sam, subject));
    }

    [Fact]
    public void One_tap_for_all_drops_nothing_that_was_chosen_beside_somebody()
    {
        var given = AConvenedCase(children: 2);
        (Subject, RecordsFound?)[] chosen = [(WhoToCheckRule.Subjects(given.Case)[0], RecordsFound.NeedMoreDetail)];

        var refused = given.When(@case => WhoToCheckRule.Save(@case, Sam, chosen, RecordsFound.Found)).Refused<CannotBe>();
        Assert.Equal("result-child-1", refused.Field);
    }

    private static readonly Participant Una = Sam with { Id = new("person-8"), Name = "Una Bright", Mail = "una@police.example" };

    private static Decision Save(Case @case, Participant me, params (string Id, RecordsFound? Result)[] answers) => WhoToCheckRule.Save(
        @case,
        me,
        [.. WhoToCheckRule.Subjects(@case).Select(subject => (subject, answers.FirstOrDefault(answer => answer.Id == subject.Id).Result))],
        null);
}
