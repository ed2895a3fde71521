using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Rules.Wording;
using static StrategyBot.Tests.TestKit.Dates;

namespace StrategyBot.Tests.Rules.Deadlines;

public sealed class ClocksTests
{
    private static readonly Clocks Clocks = Clocks.For(ProcedureProfiles.Default);
    private static readonly Citation Guide = new("local", "test guide", "a quote");

    [Fact]
    public void Working_days_run_to_the_end_of_the_last()
    {
        var due = Clocks.WithinWorkingDays(Local("2026-11-20 09:00"), new WorkingDayLimit(2, Guide));

        Assert.Equal(Local("2026-11-24 23:59"), due.At);
        Assert.Equal("Tue 24 Nov 2026 (within 2 working days – test guide)", due.Say(Words.English));
    }

    [Fact]
    public void The_last_minute_is_in_time_and_midnight_is_not()
    {
        var due = Clocks.WithinWorkingDays(Date("2026-11-20"), new WorkingDayLimit(2, Guide));

        Assert.False(due.IsPast(Local("2026-11-24 23:59").AddSeconds(59)));
        Assert.True(due.IsPast(Local("2026-11-25 00:00")));
    }

    [Fact]
    public void One_day_is_said_in_the_singular() =>
        Assert.Equal("within 1 working day", Clocks.WithinWorkingDays(Date("2026-11-20"), new WorkingDayLimit(1, Guide)).Rule);

    [Fact]
    public void The_start_is_counted_by_the_local_date() =>
        // 23:30 UTC in summer is half past midnight on Thursday.
        Assert.Equal(Date("2026-07-03"),
            Clocks.WithinWorkingDays(new DateTimeOffset(2026, 7, 1, 23, 30, 0, TimeSpan.Zero), new WorkingDayLimit(1, Guide)).On);

    [Theory]
    [InlineData("2026-11-20", 5, "2026-11-26")]
    [InlineData("2026-11-21", 1, "2026-11-23")]
    [InlineData("2026-12-24", 15, "2027-01-18")]
    public void Day_n_begins_with_the_meeting(string meeting, int day, string expected) =>
        Assert.Equal(Date(expected), Clocks.OnDay(Date(meeting), new NumberedDay(day, Guide)).On);

    [Theory]
    [InlineData("2026-11-21 10:00", "2026-11-21")] // a Saturday
    [InlineData("2026-12-25 10:00", "2026-12-25")]
    [InlineData("2026-12-31 23:59", "2026-12-31")]
    [InlineData("2027-01-01 00:00", "2027-01-01")]
    public void The_same_day_is_the_calendar_day(string start, string expected) =>
        Assert.Equal(Local($"{expected} 23:59"), Clocks.SameDay(Local(start), new SameDayLimit(Guide)).At);

    [Theory]
    [InlineData("2026-11-30", 3, "2027-02-28")] // clamped to the month's end
    [InlineData("2027-11-30", 3, "2028-02-29")] // and to the leap day
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2027-02-01", 3, "2027-05-01")]
    public void Months_end_with_the_month(string start, int months, string expected) =>
        Assert.Equal(Date(expected), Clocks.WithinMonths(Date(start), new MonthLimit(months, null, Guide)).On);

    [Theory]
    [InlineData("2027-02-01", "2027-05-01", "within 3 months")] // 89 days: the months end first
    [InlineData("2026-12-11", "2027-03-11", "within 3 months")] // 90 days either way
    [InlineData("2026-06-01", "2026-08-30", "within 90 days")] // 92 days: the days end first
    public void Of_months_and_days_the_earlier_holds(string start, string expected, string rule)
    {
        var due = Clocks.WithinMonths(Date(start), new MonthLimit(3, 90, Guide));

        Assert.Equal((Date(expected), rule), (due.On, due.Rule));
    }

    [Fact]
    public void Six_weeks_are_42_days() =>
        Assert.Equal(Date("2027-02-01"), Clocks.WithinDays(Date("2026-12-21"), new DayLimit(42, Guide)).On);

    [Theory]
    [InlineData("2026-11-20 14:30", "2026-11-23 14:30")] // over a weekend
    [InlineData("2026-03-27 14:30", "2026-03-30 15:30")] // an hour was skipped
    [InlineData("2026-10-23 14:30", "2026-10-26 13:30")] // an hour came twice
    public void Clock_hours_are_hours(string start, string expected)
    {
        var due = Clocks.WithinHours(Local(start), new HourLimit(72, Guide));

        Assert.Equal(Local(expected), due.At);
        Assert.Equal(Words.English.When(Local(expected)), due.Date(Words.English));
    }

    [Fact]
    public void Working_days_before_count_back_over_Easter() =>
        Assert.Equal(Date("2026-03-31"), Clocks.WorkingDaysBefore(Date("2026-04-08"), new WorkingDayLimit(4, Guide)).On);

    [Fact]
    public void A_date_past_the_known_holidays_says_so()
    {
        var due = Clocks.WithinWorkingDays(Date("2028-12-28"), new WorkingDayLimit(5, Guide));

        Assert.EndsWith("The bank holidays after 2028 are not known here yet: check this date.", due.Say(Words.English),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-20 08:00", "2026-11-20 08:45")]
    [InlineData("2026-11-20 08:45", "2026-11-20 08:45")]
    [InlineData("2026-11-20 08:46", "2026-11-23 08:45")]
    [InlineData("2026-12-24 09:00", "2026-12-29 08:45")]
    [InlineData("2026-03-28 09:00", "2026-03-30 08:45")] // the clocks go forward in between
    public void The_next_working_morning(string now, string expected) =>
        Assert.Equal(Local(expected), Clocks.NextAt(Local(now), new TimeOnly(8, 45)));

    [Fact]
    public void A_case_counts_by_the_calendar_it_recorded()
    {
        Assert.Equal("2026-08-21", Clocks.For(ProcedureProfiles.Default, "2026-08-21").Days.Version);
        Assert.Throws<ArgumentException>(() => Clocks.For(ProcedureProfiles.Default, "1999-01-01"));
    }

    [Fact]
    public void Due_choices_leave_out_what_lies_behind()
    {
        Assert.Equal(
            ["today 17:00", "next working day: Mon 23 Nov 2026, 12:00", "before conference: Thu 10 Dec 2026, 17:00"],
            ActionDue.Choices(Clocks, Local("2026-11-20 14:00"), Date("2026-12-11")).Select(choice => choice.Label));
        Assert.Equal(["next-working-day"], ActionDue.Choices(Clocks, Local("2026-11-20 17:00"), null).Select(choice => choice.Id));
    }
}
