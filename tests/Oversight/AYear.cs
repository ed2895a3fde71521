using StrategyBot.Oversight;

namespace StrategyBot.Tests.Oversight;

/// <summary>The measures of a service whose cases laid these rows on the months' shelves.</summary>
internal static class AYear
{
    public static MeasuredYear Of(
        IReadOnlyList<DateOnly> months, IReadOnlyList<IReadOnlyList<MeasureRow>> rows, string? area, DateTimeOffset now) =>
        MeasuredYear.Of(months, [.. rows.Select(row => Month(row, now))], area);

    public static MeasuredMonth Month(IEnumerable<MeasureRow> rows, DateTimeOffset now)
    {
        var month = new MeasuredMonth();
        foreach (var row in rows)
        {
            month.Add(row);
        }

        month.Begin(now);
        return month;
    }
}
