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
/// <param name="Columns">Over the cells of <paramref name="Parts"/>.</param>
internal sealed record ListForReader(
    ServiceList List, IReadOnlyList<ListLine> Lines, IReadOnlyList<string> Columns, IReadOnlyList<ListPart> Parts);

/// <summary>The lists of a service as one reader sees them, from what its cases laid on the shelves. Pure.</summary>
/// <param name="Lists">In their order.</param>
/// <param name="Everything">How many cases the reader sees anything of, without a filter.</param>
internal sealed record ServiceLists(IReadOnlyList<ListForReader> Lists, int Everything, IReadOnlyList<string> Areas)
{
    /// <param name="area"><c>null</c>: all of them.</param>
    /// <param name="measure">Whose cases are asked for; <c>null</c>: none's.</param>
    public static ServiceLists Of(
        IEnumerable<(CaseId Case, ListedCase Row)> rows, BoardReader reader, string? area, DateTimeOffset now, Clocks clocks,
        ServiceMeasure? measure = null)
    {
        var seen = rows.Select(row => (row.Case, row.Row, Sight: reader.Sees(row.Row.Keys)))
            .Where(row => row.Sight != BoardSight.Nothing).ToList();
        var taken = seen.Where(row => area is null || string.Equals(row.Row.Keys.Area, area, StringComparison.OrdinalIgnoreCase)).ToList();
        var lines = (from row in taken
                     let isWhole = row.Sight == BoardSight.Whole
                     from item in row.Row.Items
                     where IsSo(item, now) && IsOf(item, measure) && (isWhole || !IsThere(item))
                     select (item.List, Line: new ListLine(row.Case, row.Row.Word, row.Row.Keys.Area, isWhole ? item : null,
                         isWhole ? Days(item, now, clocks) : 0, reader.MayOpen(row.Row.Keys))))
            // On two months' lists it is one still; and of a restricted case one line says all.
            .Distinct().ToLookup(one => one.List, one => one.Line);
        return new([.. Enum.GetValues<ServiceList>().Select(list => Served(list, [.. lines[list]]))],
            seen.Select(row => row.Case).Distinct().Count(),
            [
                .. seen.Select(row => row.Row.Keys.Area).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
                    .Order(StringComparer.OrdinalIgnoreCase),
            ]);
    }

    /// <summary>Of all cases, for whoever sees counts alone.</summary>
    public static IReadOnlyList<ListForReader> Counted(IEnumerable<(CaseId Case, ListedCase Row)> rows, DateTimeOffset now, Clocks clocks)
    {
        var lines = (from row in rows
                     from item in row.Row.Items
                     where IsSo(item, now) && IsOf(item, null)
                     select (item.List, Line: new ListLine(row.Case, "", "", item, Days(item, now, clocks), MayOpen: false)))
            .Distinct().ToLookup(one => one.List, one => one.Line);
        return
        [
            .. Enum.GetValues<ServiceList>().Where(list => list != ServiceList.OfMeasure).Select(list => Served(list, [.. lines[list]])),
        ];
    }

    /// <summary>Whether it stands in a list one by one: whoever was there is counted only.</summary>
    private static bool IsThere(ListItem item) => item.List == ServiceList.Attendance && item.What == Attended;

    private static string Attended { get; } = WordTables.AgencyPresence.InList(AgencyPresence.Attended);

    private static ListForReader Served(ServiceList list, IReadOnlyList<ListLine> lines)
    {
        var items = list == ServiceList.OfMeasure ? [] : lines.Select(line => line.Item).OfType<ListItem>().ToList();
        IReadOnlyList<AgencyPresence> ways = list == ServiceList.Attendance ? Enum.GetValues<AgencyPresence>() : [];
        // Of what a restricted case has nothing is told, by a sum neither.
        return new(list, [.. InOrder(list, lines.Where(line => line.Item is not { } item || !IsThere(item)))],
            [.. ways.Select(ListWords.Came)],
            [
                .. items.GroupBy(item => By(item)).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
                    .Select(same => new ListPart(same.Key,
                        [.. ways.Select(way => same.Count(item => item.What == WordTables.AgencyPresence.InList(way))), same.Count()])),
            ]);
    }

    /// <summary>By what a list is told apart.</summary>
    private static string By(ListItem item) => item.List switch
    {
        ServiceList.Attendance or ServiceList.Overdue => item.Agency ?? "Nobody's",
        ServiceList.OutOfTimescale or ServiceList.NotHeld => item.Why ?? "No reason given",
        ServiceList.Disagreements => item.Ended is not null ? "Settled" : item.What == "Escalated" ? "Escalated, not settled" : item.What,
        _ => Sentence(item.What),
    };

    private static bool IsOf(ListItem item, ServiceMeasure? measure) =>
        item.List != ServiceList.OfMeasure || item.What == measure?.Id;

    private static bool IsSo(ListItem item, DateTimeOffset now) => item.From is not { } from || from <= now;

    /// <summary>Late first where that can still be mended, else the newest.</summary>
    private static IEnumerable<ListLine> InOrder(ServiceList list, IEnumerable<ListLine> lines) => (ListItem.IsOpen(list)
            ? lines.OrderBy(line => line.Item?.On ?? DateOnly.MaxValue)
            : lines.OrderByDescending(line => line.Item?.On ?? DateOnly.MinValue))
        .ThenBy(line => line.Case.Value.Length).ThenBy(line => line.Case.Value, StringComparer.Ordinal)
        .ThenBy(line => line.Item?.Child, StringComparer.Ordinal).ThenBy(line => line.Item?.Agency, StringComparer.Ordinal);

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
