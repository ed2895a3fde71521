using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Answering;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

public sealed class CallsRuleTests
{
    private static readonly DateTimeOffset Noon = Dates.Local("2026-11-25 12:00");
    private static readonly string Desk = CallsRule.DeskOf(Agency.Police);

    [Fact]
    public void An_invitee_who_says_on_the_telephone_that_they_come_has_answered()
    {
        var given = AConvenedCase().Decided(@case => CallsRule.Rang(@case, Sam.Id.Value, "coming", Noon));

        var answer = given.Case.Meeting.Attendance.Answers[Sam.Id];
        Assert.Equal((Rsvp.Coming, Via.Telephone), (answer.Answer, answer.Via));
        Assert.Equal(Sam.Id, given.Entries[^1].Fact.OnBehalfOf);
    }

    [Fact]
    public void Ringing_the_desk_again_is_another_call_and_one_tap_twice_is_not()
    {
        var given = AConvenedCase().At("2026-11-25 12:00").Decided(@case => CallsRule.Rang(@case, Desk, "no-answer", Noon));

        given.When(@case => CallsRule.Rang(@case, Desk, "no-answer", Noon.AddSeconds(5))).ThenNothingNew();
        Assert.Single(given.When(@case => CallsRule.Rang(@case, Desk, "no-answer", Noon.AddMinutes(10))).Facts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("engaged")]
    public void What_came_of_the_call_is_one_of_three(string? outcome) =>
        Assert.Equal("outcome", AConvenedCase().When(@case => CallsRule.Rang(@case, Desk, outcome, Noon)).Refused<CannotBe>().Field);

    [Theory]
    [InlineData(null)]
    [InlineData("desk-17")]
    [InlineData("desk-Nobody")]
    [InlineData("person-99")]
    public void Nobody_was_rung_who_is_not_known(string? rung) =>
        Assert.Equal("rung", AConvenedCase().When(@case => CallsRule.Rang(@case, rung, "coming", Noon)).Refused<CannotBe>().Field);
}
