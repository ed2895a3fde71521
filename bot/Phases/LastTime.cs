namespace StrategyBot.Phases;

/// <summary>A time of the day without its day, as people say it of what was. Pure.</summary>
internal static class LastTime
{
    // Now is today's, and what is later was yesterday's.
    private static readonly TimeSpan Day = TimeSpan.FromDays(1) - TimeSpan.FromTicks(1);

    /// <summary>A time that is later than now was yesterday's.</summary>
    public static Typed<DateTimeOffset> Before(TimeOnly time, DateTimeOffset now, Words words) => After(time, ADayBefore(now), now, words);

    public static DateTimeOffset ADayBefore(DateTimeOffset now) => now - Day;

    /// <summary>The first such time from then on.</summary>
    public static Typed<DateTimeOffset> After(TimeOnly time, DateTimeOffset from, DateTimeOffset now, Words words)
    {
        var day = words.LocalDate(from);
        return words.OnTheClock(time < words.LocalTime(from) ? day.AddDays(1) : day, time, now);
    }
}
