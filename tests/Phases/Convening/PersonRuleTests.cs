using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

public sealed class PersonRuleTests
{
    private static readonly PersonPart.Form Mia = new(
        Given.Id.Value, null, PersonPart.Child, "Mia  Stone ", "Mimi", Dates.Date("2022-06-01"),
        Address: "1 Low Street", School: "Hill School", NhsNumber: "999 000 0018");

    private static readonly PersonPart.Form Kay =
        new(Given.Id.Value, null, PersonPart.Adult, "Kay Stone", Born: Dates.Date("1996-02-03"), Relation: "Mother");

    [Fact]
    public void A_child_is_named_with_a_number_of_its_own() =>
        Begun.ACaseWithAChild().When(@case => Child(@case, Mia))
            .Then(new ChildNamed(new("Mia Stone", "Mimi", Dates.Date("2022-06-01"), false, "1 Low Street", "Hill School", "9990000018"))
            {
                Child = Given.Child2,
            });

    [Fact]
    public void The_same_child_saved_twice_is_one_child() =>
        Begun.ACase().Decided(@case => Child(@case, Mia)).When(@case => Child(@case, Mia)).ThenNothingNew();

    [Fact]
    public void A_correction_keeps_the_number()
    {
        var given = Begun.ACaseWithAChild().Decided(@case => Child(@case, Mia with { New = null, Person = Given.Child1.Value }));

        Assert.Equal(["Mia Stone"], given.Case.Children.Select(child => child.Details.Name));
    }

    [Theory]
    [InlineData("2026-11-26")] // tomorrow
    [InlineData("2040-01-01")]
    [InlineData("2008-11-25")] // 18 today
    [InlineData("1900-01-01")]
    public void A_child_is_born_already_and_under_eighteen(string born) =>
        Assert.Equal("on", Begun.ACase().When(@case => Child(@case, Mia with { On = Dates.Date(born) })).Refused<CannotBe>().Field);

    [Theory]
    [InlineData("2026-11-25")]
    [InlineData("2008-11-26")] // 18 tomorrow
    public void A_child_of_today_and_one_of_seventeen_are_children(string born) =>
        Assert.Single(Begun.ACase().When(@case => Child(@case, Mia with { On = Dates.Date(born) })).Facts);

    [Theory]
    [InlineData("2027-02-01", true)]
    [InlineData("2026-11-10", true)] // overdue
    [InlineData("2022-06-01", false)]
    [InlineData("2028-06-01", false)]
    public void A_baby_is_due_within_a_pregnancy(string due, bool canBe) =>
        Assert.Equal(canBe, Begun.ACase()
            .When(@case => PersonRule.Child(@case, Mia with { On = Dates.Date(due), NhsNumber = "" }, unborn: true, Begun.Now, Given.Words))
            .Decision is Decision.Accepted);

    [Fact]
    public void A_child_without_a_name_is_asked_for_it() =>
        Assert.Equal("name", Begun.ACase().When(@case => Child(@case, Mia with { Name = " " })).Refused<CannotBe>().Field);

    [Fact]
    public void An_adult_is_named_once()
    {
        Begun.ACase().When(@case => Adult(@case, Kay))
            .Then(new AdultNamed(new("adult-1"), new("Kay Stone", "", Dates.Date("1996-02-03"), "Mother", "")));
        Begun.ACase().Decided(@case => Adult(@case, Kay)).When(@case => Adult(@case, Kay)).ThenNothingNew();
    }

    [Theory]
    [InlineData("2026-11-26")]
    [InlineData("1900-01-01")]
    public void An_adult_is_born_within_living_memory(string born) =>
        Begun.ACase().When(@case => Adult(@case, Kay with { Born = Dates.Date(born) })).Refused<CannotBe>();

    private static Decision Child(Case @case, PersonPart.Form typed) =>
        PersonRule.Child(@case, typed, unborn: false, Begun.Now, Given.Words);

    private static Decision Adult(Case @case, PersonPart.Form typed) => PersonRule.Adult(@case, typed, Begun.Now, Given.Words);
}
