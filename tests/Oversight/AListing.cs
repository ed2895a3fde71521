using System.Globalization;
using StrategyBot.Oversight;

namespace StrategyBot.Tests.Oversight;

/// <summary>Cases on the lists of a service, over the twelve months to Tue 1 Dec 2026, each on the shelves on which it would lie.</summary>
internal static class AListing
{
    public static ListedCases Of(IReadOnlyList<ListedCase> rows)
    {
        var lists = new ListedCases(MeasuredYear.To(new(2026, 12, 1)));
        foreach (var (at, row) in rows.Index())
        {
            lists.Put(ABoard.IdOf(at), Laid(row));
        }

        return lists;
    }

    /// <summary>As they come back from their shelves.</summary>
    public static IEnumerable<(DateOnly? Month, ListedCase Row)> Laid(IEnumerable<(string Shelf, ListedCase Row)> rows) =>
        rows.Select(row => (row.Shelf == ListedCase.OpenShelf ? (DateOnly?)null
            : DateOnly.ParseExact(row.Shelf, "'lists-'yyyy-MM", CultureInfo.InvariantCulture), ListedCase.Read(row.Row.Write())));

    public static IEnumerable<(DateOnly? Month, ListedCase Row)> Laid(ListedCase row) =>
        from item in row.Items
        from month in ListItem.IsOpen(item.List) ? [null] : item.Months.Select(one => (DateOnly?)one)
        group item by month into same
        select (same.Key, row with { Items = [.. same] });
}
