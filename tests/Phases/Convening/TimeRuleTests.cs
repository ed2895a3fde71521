using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Convening;
using StrategyBot.Rules.Wording;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

public sealed class TimeRuleTests
{
    private static readonly TimePart.Form Two = Begun.Two;

    private static readonly MovePart.Form Three = new(Given.Id.Value, Dates.Date("2026-11-25"), new TimeOnly(15, 0), 60);

    [Fact]
    public void A_time_within_the_limit_calls_the_meeting() =>
        Begun.ACaseWithAChild().When(@case => Convene(@case, Two)).Then(new MeetingConvened(
            Dates.Local("2026-11-25 14:00"),
            Dates.Local("2026-11-25 15:00"),
            Dates.Local("2026-11-27 23:59"),
            "within 3 working days: general limit – Default procedure",
            "")
        {
            Meeting = Given.FirstMeeting,
        });

    [Fact]
    public void A_meeting_is_called_once_and_after_its_clocks_are_known()
    {
        Assert.Null(TimeRule.Uncallable(Begun.ACaseWithAChild().Case));
        Assert.Contains("Move the meeting", TimeRule.Uncallable(Begun.ACalledMeeting().Case)!.Say(Given.Words), StringComparison.Ordinal);
        Assert.Equal(CircumstancesRule.WhyFirst(Begun.ACase().Case), TimeRule.Uncallable(Begun.ACase().Case));
    }

    [Fact]
    public void Later_than_the_limit_needs_a_reason_and_keeps_it()
    {
        var monday = Two with { On = Dates.Date("2026-11-30") };

        var refused = Begun.ACaseWithAChild().When(@case => Convene(@case, monday)).Refused<LaterThanLimit>();
        Assert.StartsWith("That is later than the limit. Hold by Fri 27 Nov 2026", refused.Say(Given.Words), StringComparison.Ordinal);
        Assert.Equal("lateReason", refused.Field);
        var late = monday with { LateReason = "The nurse is back then." };
        Assert.Equal(late.LateReason, Called(Begun.ACaseWithAChild().When(@case => Convene(@case, late))).LateReason);
    }

    [Theory]
    [InlineData("2026-11-24", 14, 60, "on")] // past
    [InlineData("2026-11-25", 8, 60, "on")] // past, today
    [InlineData("2040-11-25", 14, 60, "on")]
    [InlineData("1900-11-25", 14, 60, "on")]
    [InlineData("2026-11-25", 14, 0, "minutes")] // ends as it starts
    [InlineData("2026-11-25", 14, -60, "minutes")] // ends before it starts
    [InlineData("2026-11-25", 14, 2_000, "minutes")]
    public void A_time_that_cannot_be_is_refused_at_its_input(string day, int hour, int minutes, string input) =>
        Assert.Equal(input, Begun.ACaseWithAChild()
            .When(@case => Convene(@case, new(Given.Id.Value, Dates.Date(day), new TimeOnly(hour, 0), minutes, "x")))
            .Refused<CannotBe>().Field);

    [Theory]
    [InlineData("2027-10-31", "2027-10-31T01:10:00Z", 1, 45, "2027-10-31T01:45:00Z")] // the second 01:45 is the one still to come
    [InlineData("2027-10-31", "2027-10-31T00:10:00Z", 1, 45, "2027-10-31T00:45:00Z")]
    [InlineData("2027-10-31", "2027-10-30T12:00:00Z", 1, 45, "2027-10-31T00:45:00Z")] // both are: the earlier
    public void Of_two_instants_with_one_name_the_one_still_to_come_is_meant(
        string day, string now, int hour, int minute, string instant) =>
        Assert.Equal(At(instant), Words.English.OnTheClock(Dates.Date(day), new TimeOnly(hour, minute), At(now))
            .Match(at => at, sentence => throw new Xunit.Sdk.XunitException(sentence)));

    [Fact]
    public void A_time_that_the_clocks_skip_is_refused_at_its_input()
    {
        var now = At("2027-03-27T12:00:00Z");
        var (_, why) = AsTyped.Moment(
            "the meeting starts", Dates.Date("2027-03-28"), new TimeOnly(1, 30), ("on", "time"), now, Words.English);

        Assert.Equal("There is no 01:30 on Sun 28 Mar 2027: the clocks go forward. Type 02:30.", why!.Say(Words.English));
        Assert.Equal("time", why.Field);
    }

    [Fact]
    public void No_time_is_asked_for() =>
        Assert.Equal("time", Begun.ACaseWithAChild().When(@case => Convene(@case, Two with { Time = null })).Refused<CannotBe>().Field);

    [Fact]
    public void A_meeting_without_a_child_is_not_called() =>
        Begun.ACase().Fact(Begun.Circumstances).When(@case => Convene(@case, Two)).Refused<CannotBe>();

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

        var refused = given.When(@case => Convene(@case, Two)).Refused<CannotBe>();
        Assert.Contains("Head of Service", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal("chairReason", refused.Field);
        var away = Two with { ChairReason = "They are away." };
        Assert.Equal(away.ChairReason, Called(given.When(@case => Convene(@case, away))).ChairReason);
    }

    [Fact]
    public void A_called_meeting_moves_with_a_reason()
    {
        Assert.Equal("lateReason", Begun.ACalledMeeting().When(@case => Move(@case, Three)).Refused<CannotBe>().Field);
        Begun.ACalledMeeting().When(@case => Move(@case, Three with { LateReason = "Police come then." }))
            .Then(new MeetingMoved(Dates.Local("2026-11-25 15:00"), Dates.Local("2026-11-25 16:00"), "Police come then.")
            {
                Meeting = Given.FirstMeeting,
                HoldBy = Dates.Local("2026-11-27 23:59"),
                HoldByRule = "within 3 working days: general limit – Default procedure",
            });
        Begun.ACalledMeeting().When(@case => Move(@case, Three with { Time = new(14, 0) })).ThenNothingNew();
    }

    [Fact]
    public void A_meeting_moves_from_when_it_is_called_until_it_begins()
    {
        Assert.NotNull(TimeRule.Unmovable(Begun.ACaseWithAChild().Case));
        Assert.Null(TimeRule.Unmovable(Begun.ACalledMeeting().Case));
        var begun = Begun.ACalledMeeting().Fact(new MeetingStarted(Via.Chair) { Meeting = Given.FirstMeeting });
        Assert.NotNull(TimeRule.Unmovable(begun.Case));
    }

    [Fact]
    public void The_first_time_proposed_is_an_hour_from_now_in_office_hours() =>
        Assert.Equal(
            [Dates.Local("2026-11-25 10:00"), Dates.Local("2026-11-25 10:30")],
            Times(Begun.ACaseWithAChild().Case, "2026-11-25 09:00").Take(2));

    [Fact]
    public void Late_on_Friday_the_next_working_day_is_proposed_if_the_limit_allows() =>
        Assert.Equal(Dates.Local("2026-11-26 09:00"), Times(Begun.ACaseWithAChild().Case, "2026-11-25 16:20")[0]);

    [Fact]
    public void A_same_day_limit_proposes_the_evening() =>
        Assert.Equal(Dates.Local("2026-11-25 20:30"), Times(Begun.ACase(urgent: null).Case, "2026-11-25 19:10")[0]);

    [Fact]
    public void Past_the_limit_the_next_hour_is_proposed_all_the_same() =>
        Assert.Equal(Dates.Local("2026-12-05 11:00"), Times(Begun.ACaseWithAChild().Case, "2026-12-05 09:40")[0]);

    [Fact]
    public void A_reason_for_moving_it_to_where_it_is_comes_back_and_a_second_press_is_no_mistake()
    {
        var three = new MovePart.Form(Given.Id.Value, Dates.Date("2026-11-25"), new TimeOnly(15, 0), 60, "A court hearing.");
        var moved = Begun.ACalledMeeting().Decided(@case => Move(@case, three));

        moved.When(@case => Move(@case, three)).ThenNothingNew();
        Assert.Equal("lateReason", moved.When(@case => Move(@case, three with { LateReason = "He is late." })).Refused<CannotBe>().Field);
    }

    private static MeetingConvened Called(Answered answered) => Assert.IsType<MeetingConvened>(Assert.Single(answered.Facts));

    private static Decision Convene(Case @case, TimePart.Form typed) => Begun.Convene(@case, typed);

    private static Decision Move(Case @case, MovePart.Form typed) => TimeRule.Move(@case, typed, Begun.Now, Given.Words);

    private static IReadOnlyList<DateTimeOffset> Times(Case @case, string now) => TimeRule.Candidates(@case, Dates.Local(now), Given.Words);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
