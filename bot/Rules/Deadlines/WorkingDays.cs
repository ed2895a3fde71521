using System.Collections.Frozen;

namespace StrategyBot.Rules.Deadlines;

/// <summary>Counts working days: Monday to Friday, less the bank holidays of England and Wales and the authority's
/// own closure days.</summary>
/// <remarks>As the Children Act 2004 (Joint Area Reviews) Regulations 2005 define a working day.
/// Whole dates, in the authority's own zone.</remarks>
/// <param name="holidays">What is known of bank holidays.</param>
/// <param name="closures">Days on which this authority is closed besides.</param>
internal sealed class WorkingDays(BankHolidays holidays, IEnumerable<DateOnly> closures)
{
    private readonly FrozenSet<DateOnly> off = holidays.Dates.Concat(closures).ToFrozenSet();

    /// <summary>England and Wales as known now, without closures of an authority's own.</summary>
    public static WorkingDays EnglandAndWales { get; } = new(BankHolidays.Newest, []);

    internal BankHolidays Holidays => holidays;

    /// <summary>The version of the bank holidays that this counts by; a case records it.</summary>
    public string Version => holidays.Version;

    public bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(date);

    /// <summary>The date <paramref name="days"/> working days after <paramref name="start"/>, which is day 0 whether or
    /// not it is worked.</summary>
    /// <remarks>Requirements 1.10, "within n working days". From a Saturday, Monday is the first.</remarks>
    /// <param name="start">Any date.</param>
    /// <param name="days">Working days to count, zero or more; zero is <paramref name="start"/> itself.</param>
    public DateOnly After(DateOnly start, int days) => Walk(start, days, 1);

    /// <summary>The date <paramref name="days"/> working days before <paramref name="end"/>, which is day 0 whether or
    /// not it is worked.</summary>
    public DateOnly Before(DateOnly end, int days) => Walk(end, days, -1);

    /// <summary>The date of Day <paramref name="number"/>, where Day 1 is <paramref name="start"/> itself or, if that isn't worked, the
    /// next working day.</summary>
    /// <remarks>Requirements 1.10, "Day n" of papers 000 and 003: Day 15 is one working day inside "within 15 working days".</remarks>
    public DateOnly DayNumber(DateOnly start, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return After(OnOrAfter(start), number - 1);
    }

    /// <summary>Working days after <paramref name="start"/> up to and including <paramref name="end"/>;
    /// negative when <paramref name="end"/> is earlier.</summary>
    public int Between(DateOnly start, DateOnly end)
    {
        if (end < start)
        {
            return -Between(end, start);
        }

        var count = 0;
        for (var date = start.AddDays(1); date <= end; date = date.AddDays(1))
        {
            count += IsWorkingDay(date) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The date itself when it is worked, else the next working day.</summary>
    public DateOnly OnOrAfter(DateOnly date) => IsWorkingDay(date) ? date : After(date, 1);

    /// <summary>The date itself when it is worked, else the working day before it.</summary>
    public DateOnly OnOrBefore(DateOnly date) => IsWorkingDay(date) ? date : Before(date, 1);

    /// <summary>What must be said beside a date that was counted over years whose bank holidays aren't known; null when all are.</summary>
    public string? Warning(DateOnly start, DateOnly end) => (start < end ? (start, end) : (end, start)) switch
    {
        var (_, last) when last.Year > holidays.LastYear =>
            $"The bank holidays after {holidays.LastYear} are not known here yet: check this date.",
        var (first, _) when first.Year < holidays.FirstYear =>
            $"The bank holidays before {holidays.FirstYear} are not known here: check this date.",
        _ => null,
    };

    /// <summary>What the administrator's check says in the last known year, so that the file is renewed a year ahead;
    /// null before.</summary>
    public string? RunsOut(DateOnly today) => today.Year < holidays.LastYear
        ? null
        : $"The bank holidays are known only up to the end of {holidays.LastYear}. Install a release with a newer calendar.";

    private DateOnly Walk(DateOnly date, int days, int step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        while (days > 0)
        {
            date = date.AddDays(step);
            days -= IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }
}
