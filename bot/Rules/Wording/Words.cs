using System.Globalization;

namespace StrategyBot.Rules.Wording;

/// <summary>How dates and times are said to people, and how what they type is read.</summary>
/// <param name="Zone">The authority's own zone, never the server's.</param>
/// <param name="Culture">The language of the words and the form of the dates.</param>
internal sealed partial record Words(TimeZoneInfo Zone, CultureInfo Culture)
{
    /// <summary>The last minute of a day that a limit counts: a limit "within two working days" ends with the day, not
    /// with office hours.</summary>
    public static readonly TimeOnly LastMinute = new(23, 59);

    /// <summary>Europe/London and en-GB: every authority that this bot serves.</summary>
    public static Words English { get; } = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), British());

    /// <summary><c>Fri 11 Dec 2026</c>.</summary>
    public string Date(DateOnly on) => on.ToString("ddd d MMM yyyy", Culture);

    /// <summary><c>Fri 11 Dec</c>, where the year is known.</summary>
    public string ShortDate(DateOnly on) => on.ToString("ddd d MMM", Culture);

    /// <summary><c>Thu 26 Nov 2026, 14:00</c>.</summary>
    public string When(DateTimeOffset at) => $"{Date(LocalDate(at))}, {Time(at)}";

    /// <summary><c>14:00</c>; in the hour that comes twice, <c>01:30 BST</c> or <c>01:30 GMT</c>.</summary>
    public string Time(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone);
        return Time(TimeOnly.FromDateTime(local.DateTime))
            + (!Zone.IsAmbiguousTime(local.DateTime) ? "" : local.Offset == Zone.BaseUtcOffset ? " GMT" : " BST");
    }

    /// <summary><c>14:00</c>.</summary>
    public string Time(TimeOnly time) => time.ToString("HH:mm", Culture);

    /// <summary><c>today 14:00</c>, <c>tomorrow 09:00</c>, and any other day as <see cref="When"/>.</summary>
    public string Day(DateTimeOffset now, DateTimeOffset at) => (LocalDate(at).DayNumber - LocalDate(now).DayNumber) switch
    {
        0 => $"today {Time(at)}",
        1 => $"tomorrow {Time(at)}",
        _ => When(at),
    };

    /// <summary>The calendar date where the authority is. A meeting that runs past midnight keeps the date it started on.</summary>
    public DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    public TimeOnly LocalTime(DateTimeOffset at) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The last instant of a day that a limit counts: 23:59 local time, on days of 23 and 25 hours too.</summary>
    public DateTimeOffset EndOfDay(DateOnly on) => At(on, LastMinute);

    /// <summary>The instant at which local clocks show <paramref name="time"/> on <paramref name="on"/>.</summary>
    /// <remarks>
    /// In the hour that spring skips, the time is moved on by that hour (01:30 is 02:30 summer time, the same
    /// instant as 01:30 winter time).
    /// In the hour that autumn repeats, the first of the two is meant: a limit falls early rather than late.
    /// </remarks>
    public DateTimeOffset At(DateOnly on, TimeOnly time)
    {
        var local = on.ToDateTime(time);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(local, offset), Zone);
    }

    // Fixed, because en-GB says "Sept" with some versions of the server's language data and "Sep" with others.
    private static CultureInfo British()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("en-GB").Clone();
        string[] months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", ""];
        culture.DateTimeFormat.AbbreviatedMonthNames = months;
        culture.DateTimeFormat.AbbreviatedMonthGenitiveNames = months;
        culture.DateTimeFormat.AbbreviatedDayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
        return CultureInfo.ReadOnly(culture);
    }
}
