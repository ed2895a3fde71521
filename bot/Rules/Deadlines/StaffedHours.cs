using System.Globalization;
using System.Text.RegularExpressions;

namespace StrategyBot.Rules.Deadlines;

/// <summary>When somebody can be rung, read from the words in which a procedure or a directory says it (P12). Pure.</summary>
/// <remarks><c>Term time Mon to Fri 08:00-16:30. Autumn term 1 Sep to 18 Dec 2026</c>. What can't be read is not known, and closes
/// nobody.</remarks>
internal static partial class StaffedHours
{
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <returns><c>null</c> where the words don't tell, as where they speak of a term whose dates nobody has said.</returns>
    public static bool? IsOpen(string? hours, WorkingDays days, Words words, DateTimeOffset at)
    {
        var (said, date, time) = (hours ?? "", words.LocalDate(at), words.LocalTime(at));
        var (isDay, isTime) = (OnDay(said, days, date), AtTime(said, time));
        var term = Term().IsMatch(said) ? InTerm(said, date) : null;
        return isDay == false || isTime == false || term == false ? false
            : (isDay ?? isTime ?? term) is null || (Term().IsMatch(said) && term is null) ? null
            : true;
    }

    private static bool? OnDay(string said, WorkingDays days, DateOnly date)
    {
        // A bank holiday is no day of anybody's week.
        bool Works(bool isOf) => isOf && (days.IsWorkingDay(date) || date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return EveryDay().IsMatch(said) ? true
            : Week().Match(said) is { Success: true } week ? Works(IsBetween(
                Weekday(week.Groups["from"].Value), Weekday(week.Groups["until"].Value), ((int)date.DayOfWeek + 6) % 7))
            : WorkedDays().IsMatch(said) ? days.IsWorkingDay(date)
            : null;
    }

    private static bool? AtTime(string said, TimeOnly time) => Times().Match(said) is not { Success: true } times
        || !TimeOnly.TryParse(times.Groups["from"].Value, CultureInfo.InvariantCulture, out var from)
        || !TimeOnly.TryParse(times.Groups["until"].Value, CultureInfo.InvariantCulture, out var until) ? null
        : time.IsBetween(from, until);

    /// <summary>Before the first term that is written down, and after the last, nobody knows.</summary>
    private static bool? InTerm(string said, DateOnly date)
    {
        var terms = new List<(DateOnly From, DateOnly Until)>();
        foreach (var term in Terms().Matches(said).Cast<Match>())
        {
            var year = term.Groups["year"].Value;
            if (Date(term.Groups["until"].Value, year) is not { } until || Date(term.Groups["from"].Value,
                term.Groups["before"] is { Success: true } before ? before.Value : year) is not { } from)
            {
                continue;
            }

            terms.Add((from > until ? from.AddYears(-1) : from, until));
        }

        return terms.Exists(term => term.From <= date && date <= term.Until) ? true
            : terms.Count == 0 || date < terms.Min(term => term.From) || date > terms.Max(term => term.Until) ? null
            : false;
    }

    private static DateOnly? Date(string day, string year) =>
        DateOnly.TryParseExact($"{Regex.Match(day, @"\d+").Value} {Regex.Match(day, "[A-Za-z]{3}").Value} {year}", "d MMM yyyy",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static int Weekday(string name) => Array.IndexOf(Weekdays, name[..3].ToLowerInvariant());

    private static bool IsBetween(int from, int until, int day) =>
        from <= until ? from <= day && day <= until : day >= from || day <= until;

    [GeneratedRegex(@"\bterms?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Term();

    [GeneratedRegex(@"\bevery day\b|\bday and night\b|\ball hours\b|\b24 ?(hours|/ ?7)", RegexOptions.IgnoreCase)]
    private static partial Regex EveryDay();

    [GeneratedRegex(@"\bworking days?\b|\bweekdays?\b", RegexOptions.IgnoreCase)]
    private static partial Regex WorkedDays();

    [GeneratedRegex(@"\b(?<from>mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*(to|-|–)\s*(?<until>mon|tue|wed|thu|fri|sat|sun)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Week();

    [GeneratedRegex(@"(?<from>\d{1,2}:\d{2})\s*(to|-|–)\s*(?<until>\d{1,2}:\d{2})", RegexOptions.IgnoreCase)]
    private static partial Regex Times();

    [GeneratedRegex(
        @"(?<from>\b\d{1,2} [a-z]{3})[a-z]*( (?<before>\d{4}))?\s*(to|-|–)\s*(?<until>\d{1,2} [a-z]{3})[a-z]* (?<year>\d{4})",
        RegexOptions.IgnoreCase)]
    private static partial Regex Terms();
}
