using StrategyBot.Cases;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>The times that a meeting of a case could have, the earliest first. Pure.</summary>
internal static class ProposingTime
{
    private const int Most = 6;

    // Agencies check their records before they come (R11).
    private static readonly TimeSpan Notice = TimeSpan.FromHours(1);
    private static readonly TimeSpan Grid = TimeSpan.FromMinutes(30);
    private static readonly TimeOnly First = new(9, 0), Last = new(16, 30);

    public static IReadOnlyList<DateTimeOffset> Candidates(Case @case, DateTimeOffset now, Words words)
    {
        var due = HoldingBy.Of(@case, now).Due;
        var earliest = OnGrid(now + Notice, words);
        var today = words.LocalDate(now);
        // A limit that ends today takes any hour of today; after it is past, as soon as can be.
        if (due.On <= today)
        {
            return [.. Enumerable.Range(0, Most).Select(step => earliest + (step * Grid)).Where((at, index) => index == 0 || at <= due.At)];
        }

        var days = @case.Clocks.Days;
        var office = Enumerable.Range(0, due.On.DayNumber - today.DayNumber + 1).Select(today.AddDays).Where(days.IsWorkingDay)
            .SelectMany(day => Hours().Select(time => words.At(day, time)))
            .Where(at => at >= earliest && at <= due.At).Take(Most).ToList();
        return office.Count > 0 ? office : [earliest];
    }

    private static IEnumerable<TimeOnly> Hours()
    {
        for (var time = First; time <= Last; time = time.Add(Grid))
        {
            yield return time;
        }
    }

    private static DateTimeOffset OnGrid(DateTimeOffset at, Words words)
    {
        var local = TimeZoneInfo.ConvertTime(at, words.Zone);
        var over = local.Ticks % Grid.Ticks;
        return over == 0 ? local : local.AddTicks(Grid.Ticks - over);
    }
}
