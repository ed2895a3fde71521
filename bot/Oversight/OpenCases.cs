using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Oversight;

/// <summary>The open cases of a service, kept as each changes in the order in which a board shows them: reading it costs no more where
/// there are more. One reader at a time.</summary>
internal sealed class OpenCases
{
    private readonly Dictionary<CaseId, OpenCase> all = [];
    private readonly Dictionary<string, OpenScope> scopes = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="row"><c>null</c> where it is not open any more.</param>
    public void Put(CaseId id, BoardRow? row)
    {
        if (all.Remove(id, out var old))
        {
            foreach (var name in NamesOf(old.Row))
            {
                scopes[name].Remove(old);
                if (scopes[name].Count == 0)
                {
                    scopes.Remove(name);
                }
            }
        }

        if (row is not null)
        {
            var one = all[id] = new(id, row);
            foreach (var name in NamesOf(row))
            {
                (scopes.TryGetValue(name, out var scope) ? scope : scopes[name] = new()).Add(one);
            }
        }
    }

    /// <summary>How many there are and how many late by stage, for whoever sees counts alone.</summary>
    public BoardCounts Counts(DateTimeOffset now, Clocks clocks)
    {
        var counted = new BoardGathering(null, now, clocks, 0);
        counted.Add(Scope(Whole));
        return BoardCounts.Of(counted.Tabs);
    }

    /// <param name="most">How many lines of each group are wanted.</param>
    public CaseBoard Board(BoardReader reader, BoardFilter filter, DateTimeOffset now, Clocks clocks, int most)
    {
        var mine = reader.Keys.SelectMany(key => Scope(Key(key)).Cases).Distinct().Where(one => IsSeen(reader, one)).ToList();
        var gathered = new BoardGathering(filter.Stage, now, clocks, most);
        if (filter is { Team: null, Chair: null })
        {
            foreach (var scope in ScopesOf(reader, filter.Area))
            {
                gathered.Add(scope);
            }

            gathered.Add(mine.Where(one => !IsInScope(reader, one) && filter.Takes(one.Row)));
        }
        else
        {
            // A team or a chair has few. Of a restricted case nobody is told who has it, by a filter neither.
            gathered.Add(new[] { filter.Team is { } team ? Team(team) : null, filter.Chair is { } chair ? Chair(chair) : null }
                .OfType<string>().Select(Scope).MinBy(scope => scope.Count)!.Cases
                .Where(one => filter.Takes(one.Row) && reader.Sees(one.Row.Keys) == BoardSight.Whole));
        }

        return gathered.Of(reader) with
        {
            Everything = ScopesOf(reader, null).Sum(scope => scope.Count) + mine.Count(one => !IsInScope(reader, one)),
            Teams = Named(reader, mine, scope => scope.Teams, row => row.Team),
            Chairs = Named(reader, mine, scope => scope.Chairs, row => row.Chair.Name),
            Areas = Named(reader, mine, scope => scope.Areas, row => row.Area),
        };
    }

    private IEnumerable<OpenScope> ScopesOf(BoardReader reader, string? area) =>
        reader.All ? [Scope(area is null ? Whole : Area(area))]
        : reader.Areas.Where(one => area is null || string.Equals(one, area, StringComparison.OrdinalIgnoreCase))
            .Select(one => Scope(Area(one)));

    private static bool IsInScope(BoardReader reader, OpenCase one) => reader.All || reader.Areas.Contains(one.Row.Area);

    private static bool IsSeen(BoardReader reader, OpenCase one) => reader.Sees(one.Row.Keys) != BoardSight.Nothing;

    // A restricted case is found by its area alone, but by whoever is on it.
    private IReadOnlyList<string> Named(
        BoardReader reader, List<OpenCase> mine, Func<OpenScope, IEnumerable<string>> of, Func<BoardRow, string> name) =>
    [
        .. ScopesOf(reader, null).SelectMany(of)
            .Concat(mine.Where(one => reader.Sees(one.Row.Keys) == BoardSight.Whole).Select(one => name(one.Row)))
            .Where(one => one.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
    ];

    private OpenScope Scope(string name) => scopes.GetValueOrDefault(name) ?? OpenScope.Empty;

    private static IEnumerable<string> NamesOf(BoardRow row) =>
        new[] { Whole, Area(row.Area), Team(row.Team), Chair(row.Chair.Name) }.Concat(row.Leads.Concat(row.Opens).Select(Key))
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private const string Whole = "";

    private static string Area(string name) => $"area/{name}";

    private static string Team(string name) => $"team/{name}";

    private static string Chair(string name) => $"chair/{name}";

    private static string Key(string key) => $"key/{key}";
}
