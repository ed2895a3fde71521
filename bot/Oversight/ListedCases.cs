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

    // Of all areas; and of restricted cases, of which only whoever sees counts alone reads in a sum.
    private const string Whole = "*", Shut = "!";

    // Of all twelve months.
    private static readonly DateOnly Year = DateOnly.MinValue;

    private readonly Dictionary<CaseId, Listed> all = [];
    private readonly Dictionary<string, HashSet<CaseId>> byKey = [];
    private readonly Dictionary<string, int> areas = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Place, ListBin> bins = [];

    // Of restricted cases which, and how much of each lies there: one line says all.
    private readonly Dictionary<Place, SortedDictionary<CaseId, int>> hidden = [];
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
            .Where(id => reader.Sees(all[id].Keys) == BoardSight.Whole).ToHashSet();
        var scopes = reader.All ? [area ?? Whole] : reader.Areas.Where(one => area is null || IsSame(one, area)).ToList();
        // By themselves: those that lie whole in none of the scopes' bins.
        var single = mine.Where(id => all[id].Keys.IsRestricted || !IsIn(all[id].Keys))
            .Where(id => area is null || IsSame(all[id].Keys.Area, area)).ToList();
        return new(
            [
                .. Enum.GetValues<ServiceList>().Select(list => Served(
                    list, list == ServiceList.OfMeasure ? measure?.Id : null, scopes, month, single, mine, reader, now, clocks, most)),
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
                Served(list, null, [Whole, Shut], null, [], [.. hidden.Values.SelectMany(cases => cases.Keys)], null, now, clocks, 0)),
        ];
    }

    /// <param name="single">Whose items are added to what the scopes' bins hold.</param>
    /// <param name="mine">What the reader sees whole, though it be restricted.</param>
    /// <param name="reader"><c>null</c>: whoever sees no line, but counts of everything.</param>
    private ListForReader Served(
        ServiceList list, string? measure, IReadOnlyList<string> scopes, DateOnly? month, IReadOnlyList<CaseId> single,
        HashSet<CaseId> mine, BoardReader? reader, DateTimeOffset now, Clocks clocks, int most)
    {
        var (isOpen, isOne) = (ListItem.IsOpen(list), month is not null || ListItem.IsOpen(list));
        var over = isOpen ? [null] : month is { } one ? [one] : months.Select(at => (DateOnly?)at);
        var here = (from scope in scopes
                    from at in over
                    let bin = bins.GetValueOrDefault(Place.Of(scope, list, measure, at))
                    where bin is not null
                    select bin).ToList();
        var whole = (from id in single
                     from item in all[id].Items
                     where item.Item.List == list && IsOf(item.Item, measure) && ServiceLists.IsSo(item.Item, now)
                         && (isOne ? item.Month == month || item.Month is null : item.IsFirst)
                     select item).ToList();
        var shut = scopes.Select(scope => hidden.GetValueOrDefault(Place.Of(scope, list, measure, isOpen ? null : month ?? Year)))
            .OfType<SortedDictionary<CaseId, int>>().ToList();
        var lines = here.SelectMany(bin => bin.Lines.Where(item => isOne || item.IsFirst).Take(most))
            .Concat(whole.Where(item => !ServiceLists.IsThere(item.Item))).Order(ShelvedItem.InOrder)
            .Select(item => ServiceLists.Line(item, reader, now, clocks))
            .Concat(shut.SelectMany(cases => cases.Keys.Where(id => !mine.Contains(id)).Take(most)).Order(CaseId.InOrder)
                .Select(id => ServiceLists.Hidden(id, all[id].Rows[0].Row, reader)));
        return ServiceLists.Served(list, [.. lines.Take(most)],
            here.Sum(bin => bin.Count(isOne)) + whole.Count(item => !ServiceLists.IsThere(item.Item))
                + shut.Sum(cases => cases.Count - mine.Count(cases.ContainsKey)),
            here.SelectMany(bin => bin.Parts(isOne)).Concat(whole.Select(item => (ServiceLists.By(item.Item), item.Item.What, 1))));
    }

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
        var (list, keys) = (item.Item.List, item.Row.Keys);
        var measure = list == ServiceList.OfMeasure ? item.Item.What : null;
        foreach (var scope in keys.IsRestricted ? [Shut] : new[] { Whole, keys.Area })
        {
            var place = Place.Of(scope, list, measure, item.Month);
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

        if (keys.IsRestricted && !ServiceLists.IsThere(item.Item))
        {
            foreach (var scope in new[] { Whole, keys.Area })
            {
                foreach (var month in item.Month is null ? [null] : new DateOnly?[] { item.Month, Year })
                {
                    Hide(Place.Of(scope, list, measure, month), item.Case, isThere ? 1 : -1);
                }
            }
        }
    }

    private void Hide(Place place, CaseId id, int by)
    {
        var cases = hidden.TryGetValue(place, out var known) ? known : hidden[place] = new(CaseId.InOrder);
        if ((cases[id] = cases.GetValueOrDefault(id) + by) == 0)
        {
            cases.Remove(id);
        }
    }
}
