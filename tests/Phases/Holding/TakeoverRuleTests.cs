using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Holding;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Holding;

public sealed class TakeoverRuleTests
{
    [Fact]
    public void The_manager_chairs_and_may_lead_and_who_chaired_stays_invited()
    {
        var given = AConvenedCase().By(Helen).Decided(@case => TakeoverRule.Take(@case, Helen, "The chair is unwell"));

        Assert.Equal(Helen.Id, given.Case.Chair.Id);
        Assert.True(given.Case.Chair.May(Capability.Lead));
        Assert.False(given.Case.Find(Priya.Id)!.May(Capability.Lead));
        Assert.True(given.Case.Find(Priya.Id)!.IsInvited);
    }

    [Fact]
    public void Taken_twice_is_taken_once_and_another_reason_comes_back()
    {
        var taken = AConvenedCase().By(Helen).Decided(@case => TakeoverRule.Take(@case, Helen, "x"));

        taken.When(@case => TakeoverRule.Take(@case, Helen, "x")).ThenNothingNew();
        taken.When(@case => TakeoverRule.Take(@case, Helen, "y")).Refused<CannotBe>();
    }

    [Fact]
    public void Without_a_reason_nobody_takes_over() =>
        AConvenedCase().When(@case => TakeoverRule.Take(@case, Helen, " ")).Refused<CannotBe>();

    [Fact]
    public void Who_chaired_first_may_be_manager_too_and_take_it_back()
    {
        var chair = Priya with { Roles = [Role.Chair, Role.Manager] };
        var given = AConvenedCase().Fact(new ParticipantAdded(chair)).By(Helen).Decided(@case => TakeoverRule.Take(@case, Helen, "x"));

        given.By(Priya).Decided(@case => TakeoverRule.Take(@case, @case.Find(Priya.Id)!, "Back again"));

        Assert.Equal(Priya.Id, given.Case.Chair.Id);
        Assert.Equal(2, given.Case.Meeting.Takeovers.Count);
    }
}
