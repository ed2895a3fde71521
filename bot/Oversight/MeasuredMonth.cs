namespace StrategyBot.Oversight;

/// <summary>What the cases of a service add to the measures of one month, kept counted as each changes: by measure, area and the groups of
/// its children. One reader at a time.</summary>
internal sealed class MeasuredMonth
{
    private sealed class Sums
    {
        public Dictionary<string, (int Of, int Among)> ByArea { get; } = [];

        /// <summary>By the groups of a child.</summary>
        public Dictionary<string, (int Of, int Among)> ByCode { get; } = [];

        /// <summary>How many took how long, by area.</summary>
        public Dictionary<string, SortedDictionary<int, int>> Took { get; } = [];
    }

    private readonly record struct Awaited(DateTimeOffset From, int At, string Area, MeasureRow.Share Share);

    private static readonly Sums None = new();

    private readonly Dictionary<string, Sums> sums = [];
    private readonly Dictionary<string, int> areas = [];

    // Sorted by when they begin to count; the number tells apart what begins together.
    private readonly SortedSet<Awaited> awaited = new(Comparer<Awaited>.Create((one, other) =>
        one.From.CompareTo(other.From) is var first and not 0 ? first : one.At.CompareTo(other.At)));

    private readonly Dictionary<MeasureRow, List<Awaited>> waiting = new(ReferenceEqualityComparer.Instance);
    private int last;

    /// <summary>Every one that there is; empty for none.</summary>
    public IEnumerable<string> Areas => areas.Keys;

    public void Add(MeasureRow row)
    {
        areas[row.Area] = areas.GetValueOrDefault(row.Area) + 1;
        foreach (var share in row.Shares)
        {
            if (share.F is { } from)
            {
                var one = new Awaited(from, ++last, row.Area, share);
                awaited.Add(one);
                (waiting.TryGetValue(row, out var others) ? others : waiting[row] = []).Add(one);
            }
            else
            {
                Reckon(row.Area, share, +1);
            }
        }
    }

    /// <param name="row">The very one that was added.</param>
    public void Remove(MeasureRow row)
    {
        if ((areas[row.Area] -= 1) == 0)
        {
            areas.Remove(row.Area);
        }

        foreach (var share in row.Shares.Where(share => share.F is null))
        {
            Reckon(row.Area, share, -1);
        }

        waiting.Remove(row, out var some);
        foreach (var one in some ?? [])
        {
            if (!awaited.Remove(one))
            {
                Reckon(row.Area, one.Share, -1);
            }
        }
    }

    /// <summary>What has come to count since it was last read.</summary>
    public void Begin(DateTimeOffset now)
    {
        while (awaited.Count > 0 && awaited.Min is var next && next.From <= now)
        {
            awaited.Remove(next);
            Reckon(next.Area, next.Share, +1);
        }
    }

    /// <param name="area"><c>null</c>: all of them.</param>
    public (int Of, int Among) Of(string name, string? area)
    {
        var by = SumsOf(name).ByArea;
        return area is not null ? by.GetValueOrDefault(area) : (by.Values.Sum(one => one.Of), by.Values.Sum(one => one.Among));
    }

    /// <summary>Of the children of a group.</summary>
    public (int Of, int Among) Of(string name, Func<string, bool> has)
    {
        var here = SumsOf(name).ByCode.Where(one => has(one.Key)).Select(one => one.Value).ToList();
        return (here.Sum(one => one.Of), here.Sum(one => one.Among));
    }

    /// <summary>How many took how long.</summary>
    public IEnumerable<(int Took, int Count)> Took(string name, string? area) => SumsOf(name).Took
        .Where(one => area is null || one.Key == area).SelectMany(one => one.Value.Select(took => (took.Key, took.Value)));

    private Sums SumsOf(string name) => sums.GetValueOrDefault(name) ?? None;

    private void Reckon(string area, MeasureRow.Share share, int by)
    {
        var here = sums.TryGetValue(share.T, out var known) ? known : sums[share.T] = new();
        Put(here.ByArea, area, share.O * by, share.A * by);
        foreach (var code in share.K ?? [])
        {
            Put(here.ByCode, code, share.O * by, share.A * by);
        }

        if (share.V is { Count: > 0 } took)
        {
            var times = here.Took.TryGetValue(area, out var some) ? some : here.Took[area] = [];
            foreach (var one in took)
            {
                if ((times[one] = times.GetValueOrDefault(one) + by) == 0)
                {
                    times.Remove(one);
                }
            }
        }
    }

    private static void Put(Dictionary<string, (int Of, int Among)> sums, string key, int of, int among)
    {
        var (before, amongBefore) = sums.GetValueOrDefault(key);
        sums[key] = (before + of, amongBefore + among);
    }
}
