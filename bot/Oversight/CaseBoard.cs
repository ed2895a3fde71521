using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Oversight;

/// <summary>What somebody wants to see of the board; <c>null</c>: all.</summary>
internal sealed record BoardFilter(string? Team = null, string? Chair = null, string? Area = null, BoardStage? Stage = null)
{
    public bool Takes(BoardRow row) => Is(Team, row.Team) && Is(Chair, row.Chair.Name) && Is(Area, row.Area);

    private static bool Is(string? wanted, string has) => wanted is null || string.Equals(wanted, has, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One open case on the board.</summary>
/// <param name="First">What comes first on it: what is late and guards a child, else what is the latest, else what has the least time left;
/// <c>null</c> where nothing has a limit.</param>
/// <param name="MayOpen">The reader is on the case.</param>
internal sealed record BoardLine(CaseId Case, BoardRow Row, BoardStep? First, TimeLeft? Left, BoardSight Sight, bool MayOpen)
{
    public bool IsLate => Left?.IsLate == true;

    /// <summary>What the reader may know of it: of a restricted case no step and no person.</summary>
    public IReadOnlyList<BoardStep> Next => Sight != BoardSight.Whole || First is null ? []
        : [First, .. Row.Steps.Where(step => !ReferenceEquals(step, First)).Take(2)];
}

/// <param name="Stage"><c>null</c>: all of them.</param>
internal sealed record BoardTab(BoardStage? Stage, int Count, int Late);

/// <summary>The open cases of a service as one reader sees them: what is late first. From the rows alone; pure.</summary>
/// <param name="Tabs">All, and each stage that has any.</param>
/// <param name="Everything">How many the reader sees without a filter.</param>
internal sealed record CaseBoard(
    IReadOnlyList<BoardTab> Tabs, IReadOnlyList<BoardLine> Late, IReadOnlyList<BoardLine> Today, IReadOnlyList<BoardLine> Later,
    int Everything)
{
    public IReadOnlyList<string> Teams { get; private init; } = [];

    public IReadOnlyList<string> Chairs { get; private init; } = [];

    public IReadOnlyList<string> Areas { get; private init; } = [];

    public int Count => Late.Count + Today.Count + Later.Count;

    public IEnumerable<BoardLine> All => [.. Late, .. Today, .. Later];

    /// <summary>For whoever may see rows.</summary>
    public static CaseBoard Of(
        IEnumerable<(CaseId Case, BoardRow Row)> rows, BoardReader reader, BoardFilter filter, DateTimeOffset now, Clocks clocks)
    {
        var seen = rows.Select(row => Line(row.Case, row.Row, reader, now, clocks))
            .Where(line => line.Sight != BoardSight.Nothing).ToList();
        // Of a restricted case nobody is told who has it, by a filter neither.
        var taken = seen.Where(line => filter.Takes(line.Row)
            && (line.Sight == BoardSight.Whole || filter is { Team: null, Chair: null })).ToList();
        var shown = taken.Where(line => filter.Stage is not { } stage || line.Row.Stage == stage).ToList();
        var today = clocks.Words.LocalDate(now);
        bool IsToday(BoardLine line) => !line.IsLate && line.First is { } first && clocks.Words.LocalDate(first.At) == today;
        return new(
            [
                new(null, taken.Count, taken.Count(line => line.IsLate)),
                .. Stages(taken.Select(line => (line.Row.Stage, line.IsLate))).Where(tab => tab.Count > 0 || tab.Stage == filter.Stage),
            ],
            [
                .. shown.Where(line => line.IsLate).OrderByDescending(line => line.First!.Guards).ThenBy(line => line.First!.At)
                    .ThenBy(line => line.Case.Value.Length).ThenBy(line => line.Case.Value, StringComparer.Ordinal),
            ],
            [.. InOrder(shown.Where(IsToday))], [.. InOrder(shown.Where(line => !line.IsLate && !IsToday(line)))], seen.Count)
        {
            Teams = Named(seen, row => row.Team),
            Chairs = Named(seen, row => row.Chair.Name),
            Areas = Named(seen, row => row.Area),
        };
    }

    internal static IReadOnlyList<BoardTab> Stages(IEnumerable<(BoardStage Stage, bool IsLate)> cases)
    {
        var by = cases.ToLookup(one => one.Stage, one => one.IsLate);
        return [.. Enum.GetValues<BoardStage>().Select(stage => new BoardTab(stage, by[stage].Count(), by[stage].Count(late => late)))];
    }

    private static BoardLine Line(CaseId id, BoardRow row, BoardReader reader, DateTimeOffset now, Clocks clocks)
    {
        var late = row.Steps.Where(step => step.IsLate(now));
        var first = late.OrderByDescending(step => step.Guards).ThenBy(step => step.At).FirstOrDefault()
            ?? row.Steps.MinBy(step => step.At);
        return new(id, row, first, first is null ? null : TimeLeft.Of(first, now, clocks), reader.Sees(row.Keys), reader.MayOpen(row.Keys));
    }

    private static IEnumerable<BoardLine> InOrder(IEnumerable<BoardLine> lines) =>
        lines.OrderBy(line => line.First?.At ?? DateTimeOffset.MaxValue).ThenBy(line => line.Case.Value.Length)
            .ThenBy(line => line.Case.Value, StringComparer.Ordinal);

    // A restricted case is found by its area alone.
    private static IReadOnlyList<string> Named(IEnumerable<BoardLine> lines, Func<BoardRow, string> of) =>
        [.. lines.Where(line => line.Sight == BoardSight.Whole).Select(line => of(line.Row)).Where(name => name.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}
