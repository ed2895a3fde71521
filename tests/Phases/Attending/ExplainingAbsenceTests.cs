using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Attending;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Attending;

public sealed class ExplainingAbsenceTests
{
    private static readonly DateTimeOffset Noon = Dates.Local("2026-11-25 12:00");

    [Fact]
    public void A_missing_agency_stays_open_until_reason_tries_and_information_are_there()
    {
        var given = Started().Decided(@case => ExplainingAbsence.Explain(@case, Agency.Police, "Did not answer", "", ""));
        Assert.Contains(Agency.Police, ExplainingAbsence.Open(given.Case));

        given.Decided(@case => ExplainingAbsence.Explain(@case, Agency.Police, "Did not answer", "Desk at 13:20", "By telephone"));
        Assert.DoesNotContain(Agency.Police, ExplainingAbsence.Open(given.Case));
    }

    [Fact]
    public void The_same_explanation_twice_is_one_fact() =>
        Started().Decided(@case => ExplainingAbsence.Explain(@case, Agency.Police, "a", "b", "c"))
            .When(@case => ExplainingAbsence.Explain(@case, Agency.Police, "a", "b", "c"))
            .ThenNothingNew();

    [Fact]
    public void An_agency_that_need_not_be_there_is_not_explained() =>
        Started().When(@case => ExplainingAbsence.Explain(@case, Agency.Housing, "a", "b", "c")).Refused<CannotBe>();

    [Fact]
    public void Nothing_filled_in_is_nothing_to_save() =>
        Started().When(@case => ExplainingAbsence.Explain(@case, Agency.Police, " ", "", "")).Refused<CannotBe>();

    [Fact]
    public void An_invitee_who_says_on_the_telephone_that_they_come_has_answered()
    {
        var given = AConvenedCase().Decided(@case => ExplainingAbsence.Rang(@case, Agency.Police, Sam, "coming", Noon));

        Assert.Equal((Rsvp.Coming, Via.Telephone), (given.Case.Meeting.Attendance.Answers[Sam.Id].Answer, given.Case.Meeting.Attendance.Answers[Sam.Id].Via));
        Assert.Equal(Sam.Id, given.Entries[^1].Fact.OnBehalfOf);
    }

    [Fact]
    public void Ringing_the_desk_again_is_another_call_and_one_tap_twice_is_not()
    {
        var given = AConvenedCase().At("2026-11-25 12:00").Decided(@case => ExplainingAbsence.Rang(@case, Agency.Police, null, "no-answer", Noon));

        given.When(@case => ExplainingAbsence.Rang(@case, Agency.Police, null, "no-answer", Noon.AddSeconds(5))).ThenNothingNew();
        Assert.Single(given.When(@case => ExplainingAbsence.Rang(@case, Agency.Police, null, "no-answer", Noon.AddMinutes(10))).Facts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("engaged")]
    public void What_came_of_the_call_is_one_of_three(string? outcome) =>
        AConvenedCase().When(@case => ExplainingAbsence.Rang(@case, Agency.Police, null, outcome, Noon)).Refused<CannotBe>();

    private static Given Started() => AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });
}
