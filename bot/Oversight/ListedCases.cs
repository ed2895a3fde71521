using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Oversight;

/// <summary>What the cases of a service have on its lists over twelve months, kept as each changes, in order and counted: reading it costs
/// no more where there is more. One reader at a time.</summary>
/// <param name="months">Oldest first.</param>
internal sealed class ListedCases(IReadOnlyList<DateOnly> months)
{
    private sealed record Listed(IReadOnlyList<(DateOnly? Month, ListedCase Row)> Rows, IReadOnlyList<ShelvedItem> Items)
    {
        public CaseKeys Keys => Rows[0].Row.Keys;
    }

    private readonly record struct Place(string Area, ServiceList List, string? Measure, DateOnly? Month)
    {
        public static Place Of(string area, ServiceList list, string? measure, DateOnly? month) =>
            new(area.ToUpperInvariant(), list, measure, month);
    }

    // Of all areas.
    private const string Whole = "*";

    private readonly Dictionary<CaseId, Listed> all = [];
    private readonly HashSet<CaseId> restricted = [];
    private readonly Dictionary<string, HashSet<CaseId>> byKey = [];
    private readonly Dictionary<string, int> areas = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Place, ListBin> bins = [];
    private readonly SortedSet<ShelvedItem> awaited = new(ShelvedItem.ByFrom);

    /// <param name="rows">By month; <c>null</c>: what is open. Of other months nothing is kept.</param>
    public void Put(CaseId id, IEnumerable<(DateOnly? Month, ListedCase Row)> rows)
    {
        if (all.Remove(id, out var old))
        {
            Reckon(id, old, isThere: false);
        }

        var here = rows.Where(row => row.Month is not { } month || months.Contains(month)).OrderBy(row => row.Month).ToList();
        if (here.Count > 0)
        {
            Reckon(id, all[id] = new(here, [.. here.SelectMany(row => Items(id, row.Month, row.Row))]), isThere: true);
        }
    }

    /// <param name="month">One of the twelve; <c>null</c>: all of them.</param>
    /// <param name="area"><c>null</c>: all of them.</param>
    /// <param name="measure">Whose cases are asked for; <c>null</c>: none's.</param>
    /// <param name="most">How many lines of each list are wanted.</param>
    public ServiceLists Lists(
        BoardReader reader, DateOnly? month, string? area, DateTimeOffset now, Clocks clocks, ServiceMeasure? measure, int most)
    {
        Begin(now);
        bool IsIn(CaseKeys keys) => reader.All || reader.Areas.Contains(keys.Area);
        var mine = reader.Keys.SelectMany(key => byKey.GetValueOrDefault(key) ?? []).Distinct()
            .Where(id => reader.Sees(all[id].Keys) != BoardSight.Nothing).ToList();
        var scopes = reader.All ? [area ?? Whole] : reader.Areas.Where(one => area is null || IsSame(one, area)).ToList();
        // By themselves: those that lie in none of the scopes' bins.
        var single = restricted.Where(id => IsIn(all[id].Keys)).Concat(mine.Where(id => !IsIn(all[id].Keys)))
            .Where(id => area is null || IsSame(all[id].Keys.Area, area)).Distinct().ToList();
        return new(
            [
                .. Enum.GetValues<ServiceList>().Select(list =>
                    Served(list, list == ServiceList.OfMeasure ? measure?.Id : null, scopes, month, single, reader, now, clocks, most)),
            ],
            mine.Count(id => !IsIn(all[id].Keys)) + (reader.All ? all.Count : reader.Areas.Sum(one => areas.GetValueOrDefault(one))),
            [
                .. (reader.All ? areas.Keys : reader.Areas.Where(areas.ContainsKey)).Concat(mine.Select(id => all[id].Keys.Area))
                    .Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
            ]);
    }

    /// <summary>Of all cases, for whoever sees counts alone.</summary>
    public IReadOnlyList<ListForReader> Counted(DateTimeOffset now, Clocks clocks)
    {
        Begin(now);
        return
        [
            .. Enum.GetValues<ServiceList>().Where(list => list != ServiceList.OfMeasure).Select(list =>
                Served(list, null, [Whole], null, restricted, null, now, clocks, 0)),
        ];
    }

    /// <param name="reader"><c>null</c>: whoever sees no line, but counts of everything.</param>
    private ListForReader Served(
        ServiceList list, string? measure, IReadOnlyList<string> scopes, DateOnly? month, IReadOnlyCollection<CaseId> single,
        BoardReader? reader, DateTimeOffset now, Clocks clocks, int most)
    {
        var isOne = month is not null || ListItem.IsOpen(list);
        var over = ListItem.IsOpen(list) ? [null] : month is { } one ? [one] : months.Select(at => (DateOnly?)at);
        var here = (from scope in scopes
                    from at in over
                    let bin = bins.GetValueOrDefault(Place.Of(scope, list, measure, at))
                    where bin is not null
                    select bin).ToList();
        var items = (from id in single
                     from item in all[id].Items
                     where item.Item.List == list && IsOf(item.Item, measure) && ServiceLists.IsSo(item.Item, now)
                         && (isOne ? item.Month == month || item.Month is null : item.IsFirst)
                     select item).ToList();
        var (whole, hidden) = (items.Where(item => IsWhole(item, reader)).ToList(), items.Where(item => !IsWhole(item, reader))
            // Of a restricted case one line says all.
            .Where(item => !ServiceLists.IsThere(item.Item)).DistinctBy(item => item.Case).ToList());
        var lines = here.SelectMany(bin => bin.Lines.Where(item => isOne || item.IsFirst).Take(most))
            .Concat(whole.Where(item => !ServiceLists.IsThere(item.Item))).Order(ShelvedItem.InOrder)
            .Select(item => ServiceLists.Line(item, reader, now, clocks))
            .Concat(hidden.OrderBy(item => item.Case, CaseId.InOrder).Select(item => ServiceLists.Hidden(item, reader)));
        return ServiceLists.Served(list, [.. lines.Take(most)],
            here.Sum(bin => bin.Count(isOne)) + whole.Count(item => !ServiceLists.IsThere(item.Item)) + hidden.Count,
            here.SelectMany(bin => bin.Parts(isOne)).Concat(whole.Select(item => (ServiceLists.By(item.Item), item.Item.What, 1))));
    }

    private static bool IsWhole(ShelvedItem item, BoardReader? reader) => reader is null || reader.Sees(item.Row.Keys) == BoardSight.Whole;

    private static bool IsOf(ListItem item, string? measure) => item.List != ServiceList.OfMeasure || item.What == measure;

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<ShelvedItem> Items(CaseId id, DateOnly? month, ListedCase row) => row.Items.Distinct().Select((item, at) =>
        new ShelvedItem(id, row, item, month, at, month is null || item.Months.First(months.Contains) == month));

    /// <summary>What has come to be so since it was last read.</summary>
    private void Begin(DateTimeOffset now)
    {
        while (awaited.Min is { } next && ServiceLists.IsSo(next.Item, now))
        {
            awaited.Remove(next);
            Bin(next, isThere: true);
        }
    }

    private void Reckon(CaseId id, Listed listed, bool isThere)
    {
        var keys = listed.Keys;
        foreach (var key in keys.Leads.Concat(keys.Opens).Distinct())
        {
            var there = byKey.TryGetValue(key, out var some) ? some : byKey[key] = [];
            _ = isThere ? there.Add(id) : there.Remove(id);
        }

        if ((areas[keys.Area] = areas.GetValueOrDefault(keys.Area) + (isThere ? 1 : -1)) == 0)
        {
            areas.Remove(keys.Area);
        }

        if (keys.IsRestricted)
        {
            _ = isThere ? restricted.Add(id) : restricted.Remove(id);
            return;
        }

        foreach (var item in listed.Items)
        {
            if (isThere && item.Item.From is not null)
            {
                awaited.Add(item);
            }
            else if (isThere || !awaited.Remove(item))
            {
                Bin(item, isThere);
            }
        }
    }

    private void Bin(ShelvedItem item, bool isThere)
    {
        foreach (var area in new[] { Whole, item.Row.Keys.Area })
        {
            var place = Place.Of(area, item.Item.List, item.Item.List == ServiceList.OfMeasure ? item.Item.What : null, item.Month);
            var bin = bins.TryGetValue(place, out var known) ? known : bins[place] = new();
            if (isThere)
            {
                bin.Add(item);
            }
            else
            {
                bin.Remove(item);
            }
        }
    }
}
