namespace StrategyBot.Oversight;

/// <summary>What all cases of a service laid on its shelves, kept so that board, lists and measures are read of it without reading a case:
/// it is made of the rows, and again of them whenever that is wanted. One reader at a time.</summary>
internal sealed class ServiceCases
{
    private readonly Dictionary<DateOnly, MeasuredMonth> counted;
    private readonly Dictionary<CaseId, List<(MeasuredMonth Month, MeasureRow Row)>> measures = [];

    /// <param name="today">Whose twelve months are kept.</param>
    public ServiceCases(DateOnly today)
    {
        (Day, Months) = (today, MeasuredYear.To(today));
        Lists = new(Months);
        counted = Months.ToDictionary(month => month, _ => new MeasuredMonth());
    }

    public DateOnly Day { get; }

    public IReadOnlyList<DateOnly> Months { get; }

    public OpenCases Open { get; } = new();

    public ListedCases Lists { get; }

    /// <summary>The shelves of which this is made.</summary>
    public IEnumerable<string> Shelves =>
        [BoardRow.Shelf, ListedCase.OpenShelf, .. Months.Select(ListedCase.Shelf), .. Months.Select(MeasureRow.Shelf)];

    /// <param name="rows">All that lies of it on shelves.</param>
    public void Put(CaseId id, IReadOnlyList<(string Shelf, string Text)> rows)
    {
        string? On(string shelf) => rows.Where(row => row.Shelf == shelf).Select(row => row.Text).FirstOrDefault();
        Open.Put(id, On(BoardRow.Shelf) is { } open ? BoardRow.Read(open) : null);
        Lists.Put(id, Months.Select(month => (DateOnly?)month).Prepend(null)
            .Select(month => (Month: month, Text: On(month is { } one ? ListedCase.Shelf(one) : ListedCase.OpenShelf)))
            .Where(row => row.Text is not null).Select(row => (row.Month, ListedCase.Read(row.Text!))));
        foreach (var (month, row) in measures.GetValueOrDefault(id) ?? [])
        {
            month.Remove(row);
        }

        measures.Remove(id);
        var here = Months.Select(month => (counted[month], Text: On(MeasureRow.Shelf(month)))).Where(row => row.Text is not null)
            .Select(row => (Month: row.Item1, Row: MeasureRow.Read(row.Text!))).ToList();
        foreach (var (month, row) in here)
        {
            month.Add(row);
        }

        if (here.Count > 0)
        {
            measures[id] = here;
        }
    }

    /// <param name="area"><c>null</c>: all of them.</param>
    public MeasuredYear Measures(string? area, DateTimeOffset now)
    {
        foreach (var month in counted.Values)
        {
            month.Begin(now);
        }

        return MeasuredYear.Of(Months, [.. Months.Select(month => counted[month])], area);
    }
}
