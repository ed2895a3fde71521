using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Answering;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

public sealed class MissingAgencyRuleTests
{
    [Fact]
    public void A_missing_agency_stays_open_until_reason_tries_and_information_are_there()
    {
        var given = Started().Decided(@case => MissingAgencyRule.Explain(@case, Agency.Police, "Did not answer", "", ""));
        Assert.Contains(Agency.Police, MissingAgencyRule.Open(given.Case));

        given.Decided(@case => MissingAgencyRule.Explain(@case, Agency.Police, "Did not answer", "Desk at 13:20", "By telephone"));
        Assert.DoesNotContain(Agency.Police, MissingAgencyRule.Open(given.Case));
    }

    [Fact]
    public void The_same_explanation_twice_is_one_fact() =>
        Started().Decided(@case => MissingAgencyRule.Explain(@case, Agency.Police, "a", "b", "c"))
            .When(@case => MissingAgencyRule.Explain(@case, Agency.Police, "a", "b", "c"))
            .ThenNothingNew();

    [Fact]
    public void An_agency_that_need_not_be_there_is_not_explained() =>
        Started().When(@case => MissingAgencyRule.Explain(@case, Agency.Housing, "a", "b", "c")).Refused<CannotBe>();

    [Fact]
    public void Nothing_filled_in_is_nothing_to_save() =>
        Started().When(@case => MissingAgencyRule.Explain(@case, Agency.Police, " ", "", "")).Refused<CannotBe>();

    private static Given Started() => AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });
}
