using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

public sealed class SettingTimeTests
{
    private static readonly TypedTime Two = new(Dates.Date("2026-11-25"), new TimeOnly(14, 0), 60, "");

    [Fact]
    public void A_time_within_the_limit_calls_the_meeting() =>
        Begun.ACaseWithAChild().When(@case => Convene(@case, Two)).Then(new MeetingConvened(
            Dates.Local("2026-11-25 14:00"), Dates.Local("2026-11-25 15:00"), Dates.Local("2026-11-27 23:59"), "within 3 working days: general limit – Bedford guide", "")
        { Meeting = Given.FirstMeeting });

    [Fact]
    public void Called_twice_for_the_same_time_is_called_once() => Begun.ACalledMeeting().When(@case => Convene(@case, Two)).ThenNothingNew();

    [Fact]
    public void Called_again_for_another_time_is_moving() => Begun.ACalledMeeting().When(@case => Convene(@case, Two with { Time = new(15, 0) })).Refused<CannotBe>();

    [Fact]
    public void Later_than_the_limit_needs_a_reason_and_keeps_it()
    {
        var monday = Two with { On = Dates.Date("2026-11-30") };

        Assert.StartsWith("That is later than the limit. Hold by Fri 27 Nov 2026", Begun.ACaseWithAChild().When(@case => Convene(@case, monday)).Refused<LaterThanLimit>().Say(Given.Words), StringComparison.Ordinal);
        Assert.Equal("The nurse is back then.", Assert.IsType<MeetingConvened>(Begun.ACaseWithAChild().When(@case => Convene(@case, monday with { LateReason = "The nurse is back then." })).Facts.Single()).LateReason);
    }

    [Theory]
    [InlineData("2026-11-24", 14, 60)] // past
    [InlineData("2026-11-25", 8, 60)] // past, today
    [InlineData("2040-11-25", 14, 60)]
    [InlineData("1900-11-25", 14, 60)]
    [InlineData("2026-11-25", 14, 0)] // ends as it starts
    [InlineData("2026-11-25", 14, -60)] // ends before it starts
    [InlineData("2026-11-25", 14, 2_000)]
    public void A_time_that_cannot_be_is_refused(string day, int hour, int minutes) =>
        Begun.ACaseWithAChild().When(@case => Convene(@case, new(Dates.Date(day), new TimeOnly(hour, 0), minutes, "x"))).Refused<CannotBe>();

    [Fact]
    public void No_time_is_asked_for() => Begun.ACaseWithAChild().When(@case => Convene(@case, Two with { Time = null })).Refused<CannotBe>();

    [Fact]
    public void A_meeting_without_a_child_is_not_called() =>
        Begun.ACase().Fact(Begun.Circumstances).When(@case => Convene(@case, Two)).Refused<CannotBe>();

    [Fact]
    public void A_meeting_without_its_clocks_is_not_called() => Begun.ACase().When(@case => Convene(@case, Two)).Then(new WhyFirst());

    [Fact]
    public void What_was_held_already_is_entered_with_its_own_time()
    {
        var given = Begun.ACaseWithAChild(Begun.Circumstances with { Mode = MeetingMode.AlreadyHappened });

        Assert.Single(given.When(@case => Convene(@case, Two with { Time = new(8, 0) })).Facts);
        given.When(@case => Convene(@case, Two)).Refused<CannotBe>();
    }

    [Fact]
    public void A_complex_case_asks_why_a_team_manager_chairs()
    {
        var given = Begun.ACaseWithAChild(Begun.Circumstances with { Features = [Features.Complex] });

        Assert.Contains("Head of Service", given.When(@case => Convene(@case, Two)).Refused<CannotBe>().Sentence, StringComparison.Ordinal);
        Assert.Equal("They are away.", Assert.IsType<MeetingConvened>(given.When(@case => Convene(@case, Two with { ChairReason = "They are away." })).Facts.Single()).ChairReason);
    }

    [Fact]
    public void A_called_meeting_moves_with_a_reason()
    {
        Begun.ACalledMeeting().When(@case => Move(@case, Two with { Time = new(15, 0) })).Refused<CannotBe>();
        Begun.ACalledMeeting().When(@case => Move(@case, Two with { Time = new(15, 0), LateReason = "Police come then." }))
            .Then(new MeetingMoved(Dates.Local("2026-11-25 15:00"), Dates.Local("2026-11-25 16:00"), "Police come then.") { Meeting = Given.FirstMeeting });
        Begun.ACalledMeeting().When(@case => Move(@case, Two)).ThenNothingNew();
    }

    [Fact]
    public void A_meeting_that_has_begun_does_not_move() =>
        Begun.ACalledMeeting().Fact(new MeetingStarted(Via.Chair) { Meeting = Given.FirstMeeting }).When(@case => Move(@case, Two with { Time = new(15, 0), LateReason = "x" })).Refused<CannotBe>();

    [Fact]
    public void The_first_time_proposed_is_an_hour_from_now_in_office_hours() =>
        Assert.Equal([Dates.Local("2026-11-25 10:00"), Dates.Local("2026-11-25 10:30")], Times(Begun.ACaseWithAChild().Case, "2026-11-25 09:00").Take(2));

    [Fact]
    public void Late_on_Friday_the_next_working_day_is_proposed_if_the_limit_allows() =>
        Assert.Equal(Dates.Local("2026-11-26 09:00"), Times(Begun.ACaseWithAChild().Case, "2026-11-25 16:20")[0]);

    [Fact]
    public void A_same_day_limit_proposes_the_evening() =>
        Assert.Equal(Dates.Local("2026-11-25 20:30"), Times(Begun.ACase(urgent: null).Case, "2026-11-25 19:10")[0]);

    [Fact]
    public void Past_the_limit_the_next_hour_is_proposed_all_the_same() =>
        Assert.Equal(Dates.Local("2026-12-05 11:00"), Times(Begun.ACaseWithAChild().Case, "2026-12-05 09:40")[0]);

    private static Decision Convene(Case @case, TypedTime typed) => SettingTime.Convene(@case, typed, Begun.Now, Given.Words);

    private static Decision Move(Case @case, TypedTime typed) => SettingTime.Move(@case, typed, Begun.Now, Given.Words);

    private static IReadOnlyList<DateTimeOffset> Times(Case @case, string now) => ProposingTime.Candidates(@case, Dates.Local(now), Given.Words);
}
