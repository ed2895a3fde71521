using System.Globalization;
using StrategyBot.Oversight;
using StrategyBot.Phases;

namespace StrategyBot.Panel;

/// <summary>The lists of a service as their page shows them: lines for whoever may see them, else counts. Pure.</summary>
internal static class ListsDrawing
{
    /// <param name="measure">Whose cases are shown; <c>null</c>: a list's.</param>
    public static object Of(
        ListsLook.Looked looked, ServiceList list, ServiceMeasure? measure, DateOnly? month, string? area, Words words)
    {
        var at = $"{words.ShortDate(words.LocalDate(looked.At))} {words.LocalDate(looked.At).Year}, {words.Time(looked.At)}";
        if (looked.Lists is not { } lists)
        {
            return new
            {
                at,
                isWhole = looked.IsWhole,
                counts = looked.Counts.Select(count => new
                {
                    title = ListWords.Title(count.List),
                    says = ListWords.Says(count.List),
                    // Of who was there and who was not it is no number of any one thing.
                    all = count.List == ServiceList.Attendance ? null : count.All,
                    by = ListWords.By(count.List),
                    columns = Columns(count.Columns),
                    parts = count.Parts.Select(part => new { part.Name, part.Cells }),
                    count.HidesAny,
                }),
            };
        }

        var served = lists.Lists.Single(one => one.List == list);
        return new
        {
            at,
            isWhole = looked.IsWhole,
            months = looked.Months.Select(one => new { id = MonthAddress.Write(one), name = Month(one) }),
            month = month is { } chosen ? MonthAddress.Write(chosen) : null,
            isByMonth = !ListItem.IsOpen(list),
            lists.Areas,
            area,
            tabs = lists.Lists.Where(one => one.List != ServiceList.OfMeasure).Select(one => new
            {
                id = WordTables.ValueOf(one.List),
                name = ListWords.Short(one.List),
                one.Count,
                isChosen = one.List == list,
            }),
            list = new
            {
                title = measure is null ? ListWords.Title(list) : $"{measure.Number} {measure.Title}: {measure.Miss}",
                says = measure is null ? ListWords.Says(list) : $"{measure.Definition}.",
                none = measure is null ? ListWords.None(list) : "None that you may see.",
                by = ListWords.By(list),
                columns = ListWords.Columns(list),
                rows = served.Lines.Select(line => new
                {
                    @case = line.Case.Value,
                    line.Word,
                    line.MayOpen,
                    restricted = line.Item is null ? $"ask the team manager{(line.Area.Length > 0 ? $", {line.Area}" : "")}" : null,
                    cells = line.Item is null ? [] : ListWords.Cells(list, line, words.ShortDate),
                }),
                more = served.Count - served.Lines.Count,
                partColumns = Columns(served.Columns),
                parts = served.Parts.Select(part => new
                {
                    part.Name,
                    cells = part.Cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture)),
                }),
            },
        };
    }

    public static string Csv(ListsLook.Looked looked, ServiceList list) => looked.Lists is { } lists
        ? ListsCsv.Of(lists.Lists.Single(one => one.List == list)) : ListsCsv.Of(looked.Counts);

    private static IEnumerable<string> Columns(IReadOnlyList<string> ways) => ways.Count == 0 ? ["How many"] : ways.Append("All");

    private static string Month(DateOnly month) => month.ToString("MMMM yyyy", Words.English.Culture);
}
