using StrategyBot.Cases;
using StrategyBot.Oversight;
using static StrategyBot.Tests.Oversight.ABoard;

namespace StrategyBot.Tests.Oversight;

/// <summary>Board and lists worked out from all rows anew, each of them looked at: what the kept ones must come to.</summary>
internal static class ByHand
{
    public static string Board(IReadOnlyDictionary<CaseId, BoardRow> rows, BoardReader reader, BoardFilter filter)
    {
        var seen = rows.Where(row => reader.Sees(row.Value.Keys) != BoardSight.Nothing).ToList();
        var taken = seen.Where(row => filter.Takes(row.Value)
            && (reader.Sees(row.Value.Keys) == BoardSight.Whole || filter is { Team: null, Chair: null })).ToList();
        var shown = taken.Where(row => filter.Stage is not { } stage || row.Value.Stage == stage).ToList();
        var late = shown.Where(row => IsLate(row.Value)).ToList();
        var today = shown.Except(late).Where(row => First(row.Value) is { } first
            && Clocks.Words.LocalDate(first.At) == Clocks.Words.LocalDate(Now)).ToList();
        return Say(
            Tab(null, taken) + string.Concat(Enum.GetValues<BoardStage>()
                .Where(stage => stage == filter.Stage || taken.Any(row => row.Value.Stage == stage))
                .Select(stage => Tab(stage, taken.Where(row => row.Value.Stage == stage)))),
            Group(late.OrderByDescending(row => First(row.Value)!.Guards).ThenBy(row => First(row.Value)!.At)),
            Group(InOrder(today)), Group(InOrder(shown.Except(late).Except(today))), seen.Count,
            Named(row => row.Team), Named(row => row.Chair.Name), Named(row => row.Area));

        IEnumerable<string> Named(Func<BoardRow, string> of) => seen.Where(row => reader.Sees(row.Value.Keys) == BoardSight.Whole)
            .Select(row => of(row.Value)).Where(name => name.Length > 0).Distinct().Order(StringComparer.OrdinalIgnoreCase);
        static string Tab(BoardStage? stage, IEnumerable<KeyValuePair<CaseId, BoardRow>> of) =>
            $"{stage}{of.Count()}/{of.Count(row => IsLate(row.Value))} ";
        static string Group(IOrderedEnumerable<KeyValuePair<CaseId, BoardRow>> of) => $"{of.Count()}: "
            + string.Join(' ', of.ThenBy(row => row.Key.Value.Length).ThenBy(row => row.Key.Value, StringComparer.Ordinal)
                .Select(row => row.Key.Value).Take(Most));
        static IOrderedEnumerable<KeyValuePair<CaseId, BoardRow>> InOrder(IEnumerable<KeyValuePair<CaseId, BoardRow>> of) =>
            of.OrderBy(row => First(row.Value)?.At ?? DateTimeOffset.MaxValue);
    }

    // Fewer than there are, so that the first are the right ones.
    public const int Most = 4;

    public static string Say(CaseBoard board) => Say(
        string.Concat(board.Tabs.Select(tab => $"{tab.Stage}{tab.Count}/{tab.Late} ")), Group(board.Late), Group(board.Today),
        Group(board.Later), board.Everything, board.Teams, board.Chairs, board.Areas);

    private static string Group(BoardGroup group) => $"{group.Count}: " + string.Join(' ', group.Lines.Select(line => line.Case.Value));

    private static string Say(
        string tabs, string late, string today, string later, int all, IEnumerable<string> teams, IEnumerable<string> chairs,
        IEnumerable<string> areas) =>
        $"{tabs}\n{late}\n{today}\n{later}\n{all}\n{string.Join(',', teams)}\n{string.Join(',', chairs)}\n{string.Join(',', areas)}";

    private static bool IsLate(BoardRow row) => row.Steps.Any(step => step.IsLate(Now));

    private static BoardStep? First(BoardRow row) =>
        row.Steps.Where(step => step.IsLate(Now)).OrderByDescending(step => step.Guards).ThenBy(step => step.At).FirstOrDefault()
        ?? row.Steps.MinBy(step => step.At);

    /// <param name="reader"><c>null</c>: who sees counts alone.</param>
    public static string Lists(
        IReadOnlyDictionary<CaseId, ListedCase> rows, BoardReader? reader, DateOnly? month, string? area, ServiceMeasure? measure)
    {
        var months = MeasuredYear.To(new(2026, 12, 1));
        var there = (from row in rows
                     where area is null || row.Value.Keys.Area == area
                     let sight = reader?.Sees(row.Value.Keys) ?? BoardSight.Whole
                     where sight != BoardSight.Nothing
                     from item in row.Value.Items.Distinct()
                     where !(item.From > Now)
                     where item.List != ServiceList.OfMeasure || (reader is not null && item.What == measure?.Id)
                     where ListItem.IsOpen(item.List) || item.Months.Any(one => month is null ? months.Contains(one) : one == month)
                     select (row.Key, Item: item, IsWhole: sight == BoardSight.Whole)).ToList();
        return string.Concat(Enum.GetValues<ServiceList>().Where(list => reader is not null || list != ServiceList.OfMeasure).Select(list =>
        {
            var here = there.Where(one => one.Item.List == list).ToList();
            var lines = here.Where(one => one.IsWhole && !IsThere(one.Item)).ToList();
            var hidden = here.Where(one => !one.IsWhole && !IsThere(one.Item)).Select(one => one.Key).Distinct().ToList();
            return $"{list} {lines.Count + hidden.Count}\n" + Parts(list == ServiceList.OfMeasure ? []
                : here.Where(one => one.IsWhole).GroupBy(one => By(one.Item)).Select(same => (same.Key, same.Count())))
                + Lines(list, lines.Select(one => (one.Key, one.Item.On)), hidden);
        }));
    }

    public static string Say(IEnumerable<ListForReader> lists) => string.Concat(lists.Select(list => $"{list.List} {list.Count}\n"
        + Parts(list.Parts.Select(part => (part.Name, part.Cells[^1])))
        + Lines(list.List, list.Lines.Where(line => line.Item is not null).Select(line => (line.Case, line.Item!.On)),
            list.Lines.Where(line => line.Item is null).Select(line => line.Case))));

    private static string Parts(IEnumerable<(string Name, int Count)> parts) =>
        string.Concat(parts.OrderBy(part => part.Name, StringComparer.Ordinal).Select(part => $"  {part.Name} {part.Count}\n"));

    private static string Lines(ServiceList list, IEnumerable<(CaseId Case, DateOnly On)> lines, IEnumerable<CaseId> hidden) =>
        string.Concat((ListItem.IsOpen(list) ? lines.OrderBy(line => line.On) : lines.OrderByDescending(line => line.On))
            .ThenBy(line => line.Case.Value.Length).ThenBy(line => line.Case.Value, StringComparer.Ordinal)
            .Select(line => $"  {line.Case} {line.On:MM-dd}\n")
            .Concat(hidden.OrderBy(one => one.Value.Length).ThenBy(one => one.Value, StringComparer.Ordinal).Select(one => $"  {one}\n"))
            .Take(Most));

    private static bool IsThere(ListItem item) => item is { List: ServiceList.Attendance, What: "attended" };

    private static string By(ListItem item) => item.List switch
    {
        ServiceList.Attendance or ServiceList.Overdue => item.Agency ?? "Nobody's",
        ServiceList.OutOfTimescale or ServiceList.NotHeld => item.Why ?? "No reason given",
        ServiceList.Disagreements => item.Ended is not null ? "Settled" : item.What == "Escalated" ? "Escalated, not settled" : item.What,
        _ => char.ToUpperInvariant(item.What[0]) + item.What[1..],
    };
}
