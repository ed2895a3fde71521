using System.Globalization;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Tests.Rules.Deadlines;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Days = WorkingDays.EnglandAndWales;

    [Theory]
    [InlineData("2026-11-20", 0, "2026-11-20")] // zero days is the same day
    [InlineData("2026-11-20", 1, "2026-11-23")] // Friday to Monday
    [InlineData("2026-11-21", 1, "2026-11-23")] // from a Saturday, Monday is the first
    [InlineData("2026-11-22", 1, "2026-11-23")]
    [InlineData("2026-04-02", 1, "2026-04-07")] // over Easter
    [InlineData("2026-12-24", 1, "2026-12-29")] // Christmas 2026: Fri, and Mon for Boxing Day
    [InlineData("2027-12-24", 1, "2027-12-29")] // Christmas 2027: both in substitute days
    [InlineData("2027-12-31", 1, "2028-01-04")] // New Year 2028: Mon for Sat
    [InlineData("2028-02-28", 1, "2028-02-29")] // leap day
    [InlineData("2028-02-29", 1, "2028-03-01")]
    [InlineData("2026-03-27", 1, "2026-03-30")] // the clocks change on a Sunday
    [InlineData("2026-10-23", 1, "2026-10-26")]
    public void So_many_working_days_after(string start, int days, string expected) =>
        Assert.Equal(Date(expected), Days.After(Date(start), days));

    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-20")] // Day 1 is the day itself
    [InlineData("2026-11-21", 1, "2026-11-23")] // or the next that is worked
    [InlineData("2026-11-21", 2, "2026-11-24")]
    [InlineData("2026-12-25", 1, "2026-12-29")]
    public void A_numbered_day(string start, int number, string expected) =>
        Assert.Equal(Date(expected), Days.DayNumber(Date(start), number));

    /// <summary>The test vectors of requirements 1.10.</summary>
    [Theory]
    [InlineData("2026-11-20", "2026-11-24", "2026-11-25", "2026-11-27", "2026-11-26", "2026-12-01", "2026-12-09", "2026-12-10",
        "2026-12-11")]
    [InlineData("2026-12-24", "2026-12-30", "2026-12-31", "2027-01-05", "2027-01-04", "2027-01-07", "2027-01-15", "2027-01-18",
        "2027-01-19")]
    public void The_table_of_the_requirements(
        string start, string after2, string after3, string after5, string day5, string day8, string day14, string day15, string after15)
    {
        var meeting = Date(start);
        Assert.Equal(
            [after2, after3, after5, day5, day8, day14, day15, after15],
            new[]
            {
                Days.After(meeting, 2), Days.After(meeting, 3), Days.After(meeting, 5), Days.DayNumber(meeting, 5),
                Days.DayNumber(meeting, 8), Days.DayNumber(meeting, 14), Days.DayNumber(meeting, 15), Days.After(meeting, 15),
            }.Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-04-07", 1, "2026-04-02")] // back over Easter
    [InlineData("2026-11-22", 1, "2026-11-20")]
    [InlineData("2027-12-29", 2, "2027-12-23")]
    public void So_many_working_days_before(string end, int days, string expected) =>
        Assert.Equal(Date(expected), Days.Before(Date(end), days));

    [Theory]
    [InlineData("2026-11-20", "2026-11-25", 3)]
    [InlineData("2026-11-20", "2026-11-22", 0)]
    [InlineData("2026-11-25", "2026-11-20", -3)]
    [InlineData("2026-12-24", "2027-01-19", 15)]
    public void Working_days_between(string start, string end, int days) =>
        Assert.Equal(days, Days.Between(Date(start), Date(end)));

    [Fact]
    public void An_authoritys_closure_day_is_not_worked()
    {
        var closed = new WorkingDays(BankHolidays.Newest, [new DateOnly(2026, 12, 29)]);

        Assert.Equal(new DateOnly(2026, 12, 30), closed.After(new DateOnly(2026, 12, 24), 1));
    }

    [Fact]
    public void A_date_past_the_last_known_year_carries_a_warning()
    {
        Assert.Null(Days.Warning(new DateOnly(2028, 12, 1), new DateOnly(2028, 12, 29)));
        Assert.Equal("The bank holidays after 2028 are not known here yet: check this date.",
            Days.Warning(new DateOnly(2028, 12, 29), new DateOnly(2029, 1, 2)));
        Assert.Equal("The bank holidays before 2024 are not known here: check this date.",
            Days.Warning(new DateOnly(2024, 1, 2), new DateOnly(2023, 12, 29)));
    }

    [Fact]
    public void The_administrator_is_told_a_year_ahead_that_the_calendar_runs_out()
    {
        Assert.Null(Days.RunsOut(new DateOnly(2027, 12, 31)));
        Assert.Contains("2028", Days.RunsOut(new DateOnly(2028, 1, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_version_of_the_calendar_stays_readable()
    {
        Assert.Equal(40, BankHolidays.Known("2026-08-21")!.Dates.Count);
        Assert.Null(BankHolidays.Known("2026-08-20"));
    }

    [Fact]
    public void Every_known_year_has_its_eight_holidays() =>
        Assert.All(BankHolidays.Newest.Dates.GroupBy(date => date.Year), year => Assert.Equal(8, year.Count()));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
