using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Oversight;

/// <summary>One line of a list: an item of a case as the reader may see it.</summary>
/// <param name="Item"><c>null</c> of a restricted case: its reference, and whom to ask, is all there is.</param>
/// <param name="Days">How many it was or is late, or how long it took or takes; 0 where that is not counted.</param>
internal sealed record ListLine(CaseId Case, string Word, string Area, ListItem? Item, int Days, bool MayOpen);

/// <summary>How many of a list there are by what it is told apart by.</summary>
/// <param name="Cells">Column by column; the first column of the table is <paramref name="Name"/>.</param>
internal sealed record ListPart(string Name, IReadOnlyList<int> Cells);

/// <summary>One list as one reader sees it.</summary>
/// <param name="Lines">The first of them.</param>
/// <param name="Columns">Over the cells of <paramref name="Parts"/>.</param>
/// <param name="Count">How many lines there are in all.</param>
internal sealed record ListForReader(
    ServiceList List, IReadOnlyList<ListLine> Lines, IReadOnlyList<string> Columns, IReadOnlyList<ListPart> Parts, int Count);

/// <summary>The lists of a service as one reader sees them. Pure.</summary>
/// <param name="Lists">In their order.</param>
/// <param name="Everything">How many cases the reader sees anything of, without a filter.</param>
internal sealed record ServiceLists(IReadOnlyList<ListForReader> Lists, int Everything, IReadOnlyList<string> Areas)
{
    /// <summary>Whether it is only counted and stands in no list one by one: whoever was there.</summary>
    internal static bool IsThere(ListItem item) => item.List == ServiceList.Attendance && item.What == Attended;

    private static string Attended { get; } = WordTables.AgencyPresence.InList(AgencyPresence.Attended);

    /// <param name="parts">Of whole cases: of what a restricted case has nothing is told, by a sum neither.</param>
    internal static ListForReader Served(
        ServiceList list, IReadOnlyList<ListLine> lines, int count, IEnumerable<(string By, string What, int Count)> parts)
    {
        IReadOnlyList<AgencyPresence> ways = list == ServiceList.Attendance ? Enum.GetValues<AgencyPresence>() : [];
        var here = list == ServiceList.OfMeasure ? [] : parts.Where(part => part.Count > 0);
        return new(list, lines, [.. ways.Select(ListWords.Came)],
            [
                .. here.GroupBy(part => part.By)
                    .Select(same => (same.Key, All: same.Sum(part => part.Count), Of: same.ToLookup(part => part.What, part => part.Count)))
                    .OrderByDescending(same => same.All).ThenBy(same => same.Key, StringComparer.Ordinal)
                    .Select(same => new ListPart(same.Key,
                        [.. ways.Select(way => same.Of[WordTables.AgencyPresence.InList(way)].Sum()), same.All])),
            ], count);
    }

    internal static ListLine Line(ShelvedItem one, BoardReader? reader, DateTimeOffset now, Clocks clocks) =>
        new(one.Case, one.Row.Word, one.Row.Keys.Area, one.Item, Days(one.Item, now, clocks), reader?.MayOpen(one.Row.Keys) == true);

    /// <summary>Of a restricted case.</summary>
    internal static ListLine Hidden(CaseId id, ListedCase row, BoardReader? reader) =>
        new(id, row.Word, row.Keys.Area, null, 0, reader?.MayOpen(row.Keys) == true);

    /// <summary>By what a list is told apart.</summary>
    internal static string By(ListItem item) => item.List switch
    {
        ServiceList.Attendance or ServiceList.Overdue => item.Agency ?? "Nobody's",
        ServiceList.OutOfTimescale or ServiceList.NotHeld => item.Why ?? "No reason given",
        ServiceList.Disagreements => item.Ended is not null ? "Settled" : item.What == "Escalated" ? "Escalated, not settled" : item.What,
        _ => Sentence(item.What),
    };

    internal static bool IsSo(ListItem item, DateTimeOffset now) => item.From is not { } from || from <= now;

    private static int Days(ListItem item, DateTimeOffset now, Clocks clocks)
    {
        var end = item.Ended ?? clocks.Words.LocalDate(now);
        return item.List is ServiceList.Attendance or ServiceList.NotHeld or ServiceList.OfMeasure || end <= item.On ? 0
            : item.CountsEachDay ? end.DayNumber - item.On.DayNumber
            // On the weekend after its limit it is late too.
            : Math.Max(1, clocks.Days.Between(item.On, end));
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
