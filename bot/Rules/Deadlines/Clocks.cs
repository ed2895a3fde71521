using System.Runtime.CompilerServices;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Rules.Deadlines;

/// <summary>The clock arithmetic of requirements 1.10: every way in which the five papers count time, each under the
/// field's own name.</summary>
/// <param name="days">Which days are worked.</param>
/// <param name="words">How dates are said.</param>
/// <param name="procedure">By whose procedure; <c>null</c>: as each paper is called.</param>
internal sealed class Clocks(WorkingDays days, Words words, ProcedureProfile? procedure = null)
{
    // A case asks for them at every date that it judges.
    private static readonly ConditionalWeakTable<ProcedureProfile, Clocks> Last = [];

    /// <summary>The clocks of an authority, by the bank holidays known to <paramref name="calendarVersion"/>:
    /// for a case, the version it recorded.</summary>
    /// <exception cref="ArgumentException">No such version travels with this release.</exception>
    public static Clocks For(ProcedureProfile profile, string? calendarVersion = null) => For(profile, calendarVersion is null
        ? BankHolidays.Newest
        : BankHolidays.Known(calendarVersion)
            ?? throw new ArgumentException("This release has no such calendar.", nameof(calendarVersion)));

    /// <summary>The clocks of an authority by bank holidays that no case may have recorded yet.</summary>
    public static Clocks For(ProcedureProfile profile, BankHolidays holidays)
    {
        if (Last.TryGetValue(profile, out var last) && ReferenceEquals(last.Days.Holidays, holidays))
        {
            return last;
        }

        var clocks = new Clocks(new WorkingDays(holidays, profile.Calendar.Closures), Words.English, profile);
        Last.AddOrUpdate(profile, clocks);
        return clocks;
    }

    public WorkingDays Days => days;

    public Words Words => words;

    /// <summary>"Within n working days": the start date is day 0, worked or not; counted forward on working days;
    /// to the end of that day.</summary>
    /// <remarks>Requirements 1.10; R17, R18, R22, R23, R88, R94. DfE publishes durations the same way, from 0.</remarks>
    public Deadline WithinWorkingDays(DateOnly start, WorkingDayLimit limit) =>
        Counted(start, days.After(start, limit.WorkingDays), $"within {Say(limit.WorkingDays, "working day")}", limit.Source.By(procedure));

    /// <inheritdoc cref="WithinWorkingDays(DateOnly, WorkingDayLimit)"/>
    public Deadline WithinWorkingDays(DateTimeOffset start, WorkingDayLimit limit) => WithinWorkingDays(words.LocalDate(start), limit);

    /// <summary>"Day n": Day 1 is the meeting's date, or the next working day if that isn't worked; to the end of Day n.</summary>
    /// <remarks>Requirements 1.10; papers 000 and 003, R92, R96–R107. A meeting that runs past midnight keeps the
    /// date it started on.</remarks>
    public Deadline OnDay(DateOnly meeting, NumberedDay day) =>
        Counted(meeting, days.DayNumber(meeting, day.Day), $"Day {day.Day}", day.Source.By(procedure));

    /// <summary>"At least n working days before": to the end of the n-th working day back from
    /// <paramref name="end"/>, which is day 0.</summary>
    /// <remarks>Requirements 1.10; R104 notice of a conference, R107 the social worker's report.</remarks>
    public Deadline WorkingDaysBefore(DateOnly end, WorkingDayLimit limit) =>
        Counted(end, days.Before(end, limit.WorkingDays), $"at least {Say(limit.WorkingDays, "working day")} before",
            limit.Source.By(procedure));

    /// <summary>"Same day": the local calendar date of <paramref name="start"/>, to its end; weekends and holidays included.</summary>
    /// <remarks>Requirements 1.10; R19, R20.</remarks>
    public Deadline SameDay(DateTimeOffset start, SameDayLimit limit)
    {
        var on = words.LocalDate(start);
        return new(on, words.EndOfDay(on), false, "same day", limit.Source.By(procedure));
    }

    /// <summary>Calendar days: the start date is day 0, every day counts; to the end of that day.</summary>
    /// <remarks>Requirements 1.10; "six weeks" is 42 days (R115).</remarks>
    public Deadline WithinDays(DateOnly start, DayLimit limit) => InDays(start, limit.Days, limit.Source.By(procedure));

    /// <summary>
    /// Calendar months: the same day of a later month, clamped to its last day (30 November and three months is 28 or 29 February);
    /// where the rule names days too ("3 months (90 days)"), the earlier of the two; to the end of that day.
    /// </summary>
    /// <remarks>Requirements 1.10; R116, R117.</remarks>
    public Deadline WithinMonths(DateOnly start, MonthLimit limit)
    {
        var on = start.AddMonths(limit.Months);
        var inMonths = new Deadline(on, words.EndOfDay(on), false, $"within {Say(limit.Months, "month")}", limit.Source.By(procedure));
        return limit.Days is { } count ? inMonths.OrEarlier(InDays(start, count, limit.Source.By(procedure))) : inMonths;
    }

    /// <summary>Clock hours from the instant itself: 72 hours are 72 hours over nights, weekends and the change of the clocks.</summary>
    /// <remarks>P4 (k): police protection.</remarks>
    public Deadline WithinHours(DateTimeOffset start, HourLimit limit)
    {
        var at = TimeZoneInfo.ConvertTime(start.ToUniversalTime().AddHours(limit.Hours), words.Zone);
        return new(words.LocalDate(at), at, true, $"within {Say(limit.Hours, "hour")}", limit.Source.By(procedure));
    }

    /// <summary>The first time that <paramref name="time"/> comes on a working day, from <paramref name="now"/> on;
    /// this very minute counts.</summary>
    /// <remarks>P20: the digest at 08:45.</remarks>
    public DateTimeOffset NextAt(DateTimeOffset now, TimeOnly time)
    {
        var today = words.LocalDate(now);
        return days.IsWorkingDay(today) && words.At(today, time) >= now ? words.At(today, time) : words.At(days.After(today, 1), time);
    }

    private Deadline InDays(DateOnly start, int count, Citation source)
    {
        var on = start.AddDays(count);
        return new(on, words.EndOfDay(on), false, $"within {Say(count, "day")}", source);
    }

    private Deadline Counted(DateOnly start, DateOnly on, string rule, Citation source) =>
        new(on, words.EndOfDay(on), false, rule, source, days.Warning(start, on)) { InWorkingDays = true };

    private static string Say(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";
}
