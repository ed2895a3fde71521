using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

public sealed class NamingPeopleTests
{
    private static readonly TypedChild Mia = new("Mia  Stone ", "Mimi", Dates.Date("2022-06-01"), false, "1 Low Street", "Hill School", "999 000 0018");

    [Fact]
    public void A_child_is_named_with_a_number_of_its_own() =>
        Begun.ACaseWithAChild().When(@case => Child(@case, null, Mia))
            .Then(new ChildNamed(new("Mia Stone", "Mimi", Dates.Date("2022-06-01"), false, "1 Low Street", "Hill School", "9990000018")) { Child = Given.Child2 });

    [Fact]
    public void The_same_child_saved_twice_is_one_child() =>
        Begun.ACase().Decided(@case => Child(@case, null, Mia)).When(@case => Child(@case, null, Mia)).ThenNothingNew();

    [Fact]
    public void A_correction_keeps_the_number()
    {
        var given = Begun.ACaseWithAChild().Decided(@case => Child(@case, Given.Child1, Mia));

        Assert.Equal(["Mia Stone"], given.Case.Children.Select(child => child.Details.Name));
    }

    [Fact]
    public void A_child_who_is_not_on_the_case_cannot_be_corrected() =>
        Begun.ACase().When(@case => Child(@case, Given.Child1, Mia)).Then(new NoSuchPerson());

    [Theory]
    [InlineData("2026-11-26")] // tomorrow
    [InlineData("2040-01-01")]
    [InlineData("2008-11-25")] // 18 today
    [InlineData("1900-01-01")]
    public void A_child_is_born_already_and_under_eighteen(string born) =>
        Begun.ACase().When(@case => Child(@case, null, Mia with { On = Dates.Date(born) })).Refused<CannotBe>();

    [Theory]
    [InlineData("2026-11-25")]
    [InlineData("2008-11-26")] // 18 tomorrow
    public void A_child_of_today_and_one_of_seventeen_are_children(string born) =>
        Assert.Single(Begun.ACase().When(@case => Child(@case, null, Mia with { On = Dates.Date(born) })).Facts);

    [Theory]
    [InlineData("2027-02-01", true)]
    [InlineData("2026-11-10", true)] // overdue
    [InlineData("2022-06-01", false)]
    [InlineData("2028-06-01", false)]
    public void A_baby_is_due_within_a_pregnancy(string due, bool canBe) =>
        Assert.Equal(canBe, Begun.ACase().When(@case => Child(@case, null, Mia with { Unborn = true, On = Dates.Date(due), NhsNumber = "" })).Decision is Decision.Accepted);

    [Theory]
    [InlineData("9434765919", true)]
    [InlineData("943 476 5919", true)]
    [InlineData("943-476-5919", true)]
    [InlineData("", true)]
    [InlineData("9434765918", false)]
    [InlineData("94347659190", false)]
    [InlineData("943476591a", false)]
    public void An_nhs_number_checks_itself(string typed, bool canBe) => Assert.Equal(!canBe, NhsNumber.IsWrong(typed));

    [Fact]
    public void A_child_without_a_name_is_asked_for_it() => Begun.ACase().When(@case => Child(@case, null, Mia with { Name = " " })).Refused<CannotBe>();

    [Fact]
    public void A_line_of_two_hundred_and_one_letters_is_too_long() =>
        Begun.ACase().When(@case => Child(@case, null, Mia with { Address = new('x', 201) })).Then(new TooLong(200));

    [Fact]
    public void An_adult_is_named_once()
    {
        var kay = new TypedAdult("Kay Stone", "", Dates.Date("1996-02-03"), "Mother", "");
        Begun.ACase().When(@case => Adult(@case, kay)).Then(new AdultNamed(new("adult-1"), new("Kay Stone", "", Dates.Date("1996-02-03"), "Mother", "")));
        Begun.ACase().Decided(@case => Adult(@case, kay)).When(@case => Adult(@case, kay)).ThenNothingNew();
    }

    [Theory]
    [InlineData("2026-11-26")]
    [InlineData("1900-01-01")]
    public void An_adult_is_born_within_living_memory(string born) =>
        Begun.ACase().When(@case => Adult(@case, new("Kay Stone", "", Dates.Date(born), "", ""))).Refused<CannotBe>();

    private static Decision Child(Case @case, ChildId? id, TypedChild typed) => NamingPeople.Child(@case, id, typed, Begun.Now, Given.Words);

    private static Decision Adult(Case @case, TypedAdult typed) => NamingPeople.Adult(@case, null, typed, Begun.Now, Given.Words);
}
