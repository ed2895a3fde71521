using System.Globalization;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Tests.Rules.Wording;

public sealed class WordsTests
{
    private static readonly Words Words = Words.English;

    [Fact]
    public void Dates_and_times_are_said_as_people_write_them()
    {
        var at = DateTimeOffset.Parse("2026-11-26T14:00:00Z", CultureInfo.InvariantCulture);

        Assert.Equal("Fri 11 Dec 2026", Words.Date(new DateOnly(2026, 12, 11)));
        Assert.Equal("Thu 26 Nov 2026, 14:00", Words.When(at));
        Assert.Equal("14:00", Words.Time(at));
    }

    [Fact]
    public void September_is_Sep_whatever_the_server_calls_it() =>
        Assert.Equal("Tue 1 Sep 2026", Words.Date(new DateOnly(2026, 9, 1)));

    [Theory]
    [InlineData("2026-11-26T14:00:00Z", "today 14:00")]
    [InlineData("2026-11-27T09:00:00Z", "tomorrow 09:00")]
    [InlineData("2026-11-28T09:00:00Z", "Sat 28 Nov 2026, 09:00")]
    [InlineData("2026-11-25T09:00:00Z", "Wed 25 Nov 2026, 09:00")]
    public void A_moment_is_said_beside_now(string at, string said) =>
        Assert.Equal(said, Words.Day(At("2026-11-26T08:00:00Z"), At(at)));

    [Theory]
    [InlineData("2026-07-01T23:30:00Z", "2026-07-02")] // half past midnight in summer time
    [InlineData("2026-12-01T23:30:00Z", "2026-12-01")]
    [InlineData("2026-12-31T23:59:00Z", "2026-12-31")]
    public void The_date_is_the_authoritys_own(string at, string date) =>
        Assert.Equal(date, Iso(Words.LocalDate(At(at))));

    [Theory]
    [InlineData("2026-11-20", "2026-11-20T23:59:00Z")]
    [InlineData("2026-03-29", "2026-03-29T22:59:00Z")] // 23 hours: the clocks go forward
    [InlineData("2026-10-25", "2026-10-25T23:59:00Z")] // 25 hours: the clocks go back
    public void A_day_ends_at_23_59_on_the_wall(string date, string instant) =>
        Assert.Equal(At(instant), Words.EndOfDay(Date(date)));

    [Theory]
    [InlineData("2026-03-29", 0, "2026-03-29T00:30:00Z")] // 00:30 is before the change
    [InlineData("2026-03-29", 1, "2026-03-29T01:30:00Z")] // 01:30 does not exist: 02:30 summer time
    [InlineData("2026-10-25", 1, "2026-10-25T00:30:00Z")] // 01:30 comes twice: the first
    [InlineData("2026-10-25", 2, "2026-10-25T02:30:00Z")]
    public void The_hour_of_the_clock_change_has_one_meaning(string date, int hour, string instant) =>
        Assert.Equal(At(instant), Words.At(Date(date), new TimeOnly(hour, 30)));

    [Fact]
    public void A_skipped_hour_is_shown_as_the_clock_will_show_it() =>
        Assert.Equal("02:30", Words.Time(Words.At(new DateOnly(2026, 3, 29), new TimeOnly(1, 30))));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
