using System.Globalization;

namespace StrategyBot.Oversight;

/// <summary>A list as a spreadsheet: the lines that its reader sees, or counts with small numbers hidden. Pure.</summary>
internal static class ListsCsv
{
    public static string Of(ListForReader served) => string.Concat(
        CsvCell.Row(["List", "Reference", "Check word", .. ListWords.Columns(served.List)]),
        string.Concat(served.Lines.Select(line => CsvCell.Row(
        [
            ListWords.Title(served.List), line.Case.Value, line.Word,
            .. line.Item is null ? ["restricted"] : ListWords.Cells(served.List, line, Day),
        ]))));

    public static string Of(IEnumerable<ListCounts> counts) => string.Concat(
        CsvCell.Row(["List", "Which", "How", "Count"]),
        string.Concat(counts.SelectMany(count => (IEnumerable<IReadOnlyList<string>>)
        [
            .. from part in count.Parts
               from cell in part.Cells.Zip(count.Columns.Append("All"))
               select (IReadOnlyList<string>)[ListWords.Title(count.List), part.Name, cell.Second, cell.First],
            .. count.List == ServiceList.Attendance ? (IReadOnlyList<string>[])[]
                : [[ListWords.Title(count.List), "All", "All", count.All]],
        ]).Select(CsvCell.Row)));

    private static string Day(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
