using System.Globalization;
using System.Text.RegularExpressions;

namespace StrategyBot.Rules.Wording;

/// <summary>A day as typed, and the time if one was typed.</summary>
/// <param name="Offset">Of the zone that was typed with it, as in <c>01:30 BST</c>.</param>
internal sealed record Moment(DateOnly On, TimeOnly? Time, TimeSpan? Offset = null);

internal sealed partial record Words
{
    // A year outside this span is a slip of the finger: no open case reaches as far back, and no plan as far ahead.
    private const int FirstYear = 2020, LastYear = 2035;

    private static readonly string[] WithYear =
        ["yyyy-M-d", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d/M/yy", "d MMM yyyy", "d MMMM yyyy"];

    private static readonly string[] WithoutYear = ["d MMM yyyy", "d MMMM yyyy", "d/M/yyyy"];

    private const string TypeADate = "Type the date like 2026-11-26, 26/11/2026, 26 Nov, today or tomorrow.";
    private const string TypeAMonth = "Type the month like November 2026, Nov, 11/2026, last month or this month.";
    private const string TypeATime = "Type the time like 14:00 or 2pm.";
    private const string TypeAMoment = "Type the day and the time, like tomorrow 12:00 or 2026-11-26 14:00.";

    /// <summary>
    /// Reads <c>2026-11-26</c>, <c>26/11/2026</c>, <c>26 Nov</c>, <c>4th Dec</c>, <c>26 Sept</c>, <c>Thu 26 Nov 2026</c>, <c>today</c>,
    /// <c>tomorrow</c>, <c>yesterday</c> or a weekday, which is the next one after today. Without a year, the nearest such day to today is
    /// meant.
    /// </summary>
    public Typed<DateOnly> ReadDate(string? text, DateTimeOffset now)
    {
        var today = LocalDate(now);
        var typed = Months().Replace(Ordinals().Replace(Lead().Replace(Dashes().Replace(Tidy(text), "-"), ""), "$1"), "sep");
        return typed switch
        {
            "today" => new Typed<DateOnly>.Understood(today),
            "tomorrow" => new Typed<DateOnly>.Understood(today.AddDays(1)),
            "yesterday" => new Typed<DateOnly>.Understood(today.AddDays(-1)),
            _ when Weekday(typed) is { } day => new Typed<DateOnly>.Understood(Next(today, day)),
            _ => ReadCalendarDate(typed, today),
        };
    }

    /// <summary>Reads <c>November 2026</c>, <c>Nov</c>, <c>11/2026</c>, <c>2026-11</c>, <c>this month</c>; nothing at all and
    /// <c>last month</c> are the month before. Without a year, the nearest such month to today is meant.</summary>
    /// <returns>Its first day.</returns>
    public Typed<DateOnly> ReadMonth(string? text, DateTimeOffset now)
    {
        var today = LocalDate(now);
        var typed = Months().Replace(Dashes().Replace(Tidy(text), "-"), "sep");
        var month = typed switch
        {
            "this month" => today,
            "" or "last month" => today.AddMonths(-1),
            _ => new[] { $"1 {typed}", $"1/{typed}", $"{typed}-1" }.Select(first => Exact(first, today))
                .FirstOrDefault(on => on is not null),
        };
        return month is { Year: >= FirstYear and <= LastYear } found
            ? new Typed<DateOnly>.Understood(new(found.Year, found.Month, 1))
            : new Typed<DateOnly>.NotUnderstood(TypeAMonth);
    }

    /// <summary>Reads <c>14:00</c>, <c>9.30</c>, <c>2pm</c>, <c>2:30 pm</c>, <c>noon</c>.
    /// Midnight is refused: it may be either end of a day.</summary>
    public static Typed<TimeOnly> ReadTime(string? text) => Tidy(text) switch
    {
        "noon" or "midday" => new Typed<TimeOnly>.Understood(new TimeOnly(12, 0)),
        "midnight" => new Typed<TimeOnly>.NotUnderstood("Midnight may be either end of a day. Type 23:59 or 00:00."),
        var typed when TimeOfDay().Match(typed) is { Success: true } match => Time(match),
        _ => new Typed<TimeOnly>.NotUnderstood(TypeATime),
    };

    /// <summary>Reads a day and a time, in the forms of <see cref="ReadDate"/> and <see cref="ReadTime"/>;
    /// a day alone means its end, 23:59.</summary>
    public Typed<DateTimeOffset> ReadWhen(string? text, DateTimeOffset now) =>
        ReadMoment(text, now).Then(moment => moment.Offset is { } offset
            ? new Typed<DateTimeOffset>.Understood(
                TimeZoneInfo.ConvertTime(new DateTimeOffset(moment.On.ToDateTime(moment.Time!.Value), offset), Zone))
            : OnTheClock(moment.On, moment.Time ?? LastMinute, now, asked: true));

    /// <summary>The instant at which clocks show <paramref name="time"/>; where they show it twice, the one still to come.</summary>
    /// <param name="asked">A line can say which of two it means; a form can't, and takes the first.</param>
    public Typed<DateTimeOffset> OnTheClock(DateOnly on, TimeOnly time, DateTimeOffset now, bool asked = false)
    {
        var local = on.ToDateTime(time);
        if (Zone.IsInvalidTime(local))
        {
            return new Typed<DateTimeOffset>.NotUnderstood(
                $"There is no {Time(time)} on {Date(on)}: the clocks go forward. Type {Time(time.AddHours(1))}.");
        }

        var first = At(on, time);
        if (!Zone.IsAmbiguousTime(local))
        {
            return new Typed<DateTimeOffset>.Understood(first);
        }

        var second = TimeZoneInfo.ConvertTime(new DateTimeOffset(local, Zone.BaseUtcOffset), Zone);
        return first < now && now <= second ? new Typed<DateTimeOffset>.Understood(second)
            : !asked ? new Typed<DateTimeOffset>.Understood(first)
            : new Typed<DateTimeOffset>.NotUnderstood(
                $"{Time(time)} comes twice on {Date(on)}: the clocks go back. Type {Time(first)} for the first, or {Time(second)} "
                    + "for the second.");
    }

    /// <summary>As <see cref="ReadWhen"/>, keeping apart a day whose time was typed and one without.</summary>
    public Typed<Moment> ReadMoment(string? text, DateTimeOffset now)
    {
        var typed = Tidy(text).Replace(",", "", StringComparison.Ordinal);
        if (TimeAtTheEnd().Match(typed) is not { Success: true } match)
        {
            return ReadDate(typed, now).Then(on => new Typed<Moment>.Understood(new(on, null)));
        }

        var day = Joint().Replace(typed[..match.Index].Trim(), "");
        return day.Length == 0
            ? new Typed<Moment>.NotUnderstood($"Which day? {TypeAMoment}")
            : ReadDate(day, now).Then(on => ReadTime(match.Groups["time"].Value)
                .Then(time => OnTheClock(on, time, now)
                    .Then(_ => new Typed<Moment>.Understood(new(on, time, OffsetOf(match.Groups["zone"].Value))))));
    }

    private TimeSpan? OffsetOf(string zone) => zone switch
    {
        "gmt" => Zone.BaseUtcOffset,
        "bst" => Zone.BaseUtcOffset + TimeSpan.FromHours(1),
        _ => null,
    };

    private Typed<DateOnly> ReadCalendarDate(string typed, DateOnly today)
    {
        var first = typed.Split(' ')[0];
        var weekday = Weekday(first);
        var rest = weekday is null ? typed : typed[first.Length..].Trim();
        return Exact(rest, today) switch
        {
            null => new Typed<DateOnly>.NotUnderstood(TypeADate),
            { Year: < FirstYear or > LastYear } =>
                new Typed<DateOnly>.NotUnderstood($"The year must be from {FirstYear} to {LastYear}. {TypeADate}"),
            { } on when weekday is { } said && said != on.DayOfWeek =>
                new Typed<DateOnly>.NotUnderstood(
                    $"{Date(on)} is not a {Culture.DateTimeFormat.GetDayName(said)}. Type the date again, without the day of the week "
                        + $"if you like."),
            { } on => new Typed<DateOnly>.Understood(on),
        };
    }

    private DateOnly? Exact(string text, DateOnly today)
    {
        if (DateOnly.TryParseExact(text, WithYear, Culture, DateTimeStyles.None, out var on))
        {
            return on;
        }

        var separator = text.Contains('/', StringComparison.Ordinal) ? "/" : " ";
        return Enumerable.Range(today.Year - 1, 3)
            .Select(year => DateOnly.TryParseExact($"{text}{separator}{year}", WithoutYear, Culture, DateTimeStyles.None, out var day)
                ? day
                : (DateOnly?)null)
            .Where(day => day is not null)
            .MinBy(day => Math.Abs(day!.Value.DayNumber - today.DayNumber));
    }

    private static Typed<TimeOnly> Time(Match match)
    {
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true, Value: var typed } ? int.Parse(typed, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        var hourOfDay = (half, hour) switch
        {
            ("", _) => hour,
            (_, < 1 or > 12) => 24,
            ("am", 12) => 0,
            ("pm", < 12) => hour + 12,
            _ => hour,
        };
        return hourOfDay < 24 && minute < 60
            ? new Typed<TimeOnly>.Understood(new TimeOnly(hourOfDay, minute))
            : new Typed<TimeOnly>.NotUnderstood(TypeATime);
    }

    private DayOfWeek? Weekday(string text) => Enum.GetValues<DayOfWeek>()
        .Where(day => string.Equals(text, Culture.DateTimeFormat.GetDayName(day), StringComparison.OrdinalIgnoreCase)
            || (text.Length is >= 3 and <= 5 && Longer().IsMatch(text)
                && text.StartsWith(Culture.DateTimeFormat.GetAbbreviatedDayName(day), StringComparison.OrdinalIgnoreCase)))
        .Cast<DayOfWeek?>().FirstOrDefault();

    private static DateOnly Next(DateOnly today, DayOfWeek day) =>
        today.AddDays(((int)day - (int)today.DayOfWeek + 6) % 7 + 1);

    /// <summary>As it is read: single spaces, and nothing that can't be seen.</summary>
    private static string Tidy(string? text) => Spaces().Replace(Unseen().Replace(text ?? "", ""), " ").Trim().ToLowerInvariant();

    [GeneratedRegex(@"\p{Cf}+")]
    private static partial Regex Unseen();

    [GeneratedRegex(@"(?<=\d)\p{Pd}(?=\d)")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^on ")]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)\b")]
    private static partial Regex Ordinals();

    // As British people shorten it.
    [GeneratedRegex(@"\bsept\b")]
    private static partial Regex Months();

    [GeneratedRegex(@"^(?:sun|mon|tues?|weds?|thu(?:rs?)?|fri|sat)$")]
    private static partial Regex Longer();

    [GeneratedRegex(@" at$")]
    private static partial Regex Joint();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // A bare number is no time: "26 11" would be read as one. Either minutes or am/pm must be there.
    [GeneratedRegex(@"^(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})\s?(?<half>am|pm)?|\s?(?<half>am|pm))$")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"(?<time>(?<=^|\s)\d{1,2}(?:[:.]\d{2}(?:\s?(?:am|pm))?|\s?(?:am|pm))|\bnoon|\bmidday|\bmidnight)"
        + "(?: (?<zone>gmt|bst))?$")]
    private static partial Regex TimeAtTheEnd();
}
