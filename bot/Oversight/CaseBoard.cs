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

/// <param name="Count">How many there are; of them <paramref name="Lines"/> are the first.</param>
internal sealed record BoardGroup(int Count, IReadOnlyList<BoardLine> Lines);

/// <summary>The open cases of a service as one reader sees them: what is late first.</summary>
/// <param name="Tabs">All, and each stage that has any.</param>
internal sealed record CaseBoard(IReadOnlyList<BoardTab> Tabs, BoardGroup Late, BoardGroup Today, BoardGroup Later)
{
    /// <summary>How many the reader sees without a filter.</summary>
    public int Everything { get; init; }

    public IReadOnlyList<string> Teams { get; init; } = [];

    public IReadOnlyList<string> Chairs { get; init; } = [];

    public IReadOnlyList<string> Areas { get; init; } = [];

    public int Count => Late.Count + Today.Count + Later.Count;

    public IEnumerable<BoardLine> All => [.. Late.Lines, .. Today.Lines, .. Later.Lines];
}
