namespace StrategyBot.Oversight;

/// <param name="Case">What breaks a tie: the older one first.</param>
internal sealed record OpenCase(CaseId Case, BoardRow Row)
{
    /// <summary>The first of its limits; the end of time where nothing has one.</summary>
    public DateTimeOffset At { get; } = Row.Steps.Select(step => step.At).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    /// <summary>The first that guards a child.</summary>
    public DateTimeOffset? GuardsAt { get; } =
        Row.Steps.Where(step => step.Guards).Select(step => (DateTimeOffset?)step.At).Min();

    public bool HasLimit => At < DateTimeOffset.MaxValue;

    public bool IsLate(DateTimeOffset now) => HasLimit && BoardStep.IsLate(At, now);

    public bool IsLateGuard(DateTimeOffset now) => GuardsAt is { } at && BoardStep.IsLate(at, now);

    /// <summary>What comes first on it: what is late and guards a child, else what is the latest, else what has the least time left.
    /// </summary>
    public BoardStep? First(DateTimeOffset now) => Row.Steps.Where(step => step.IsLate(now))
            .OrderByDescending(step => step.Guards).ThenBy(step => step.At).FirstOrDefault()
        ?? Row.Steps.MinBy(step => step.At);
}

/// <summary>Some of the open cases: all of an area's, a team's, a chair's, or those that somebody is on; by stage, in order.</summary>
internal sealed class OpenScope
{
    private readonly NameCounts teams = new(), chairs = new(), areas = new();

    public static OpenScope Empty { get; } = new();

    /// <summary>Of each stage in the order of their first limits.</summary>
    public IReadOnlyList<SortedSet<OpenCase>> ByLimit { get; } = Ordered(one => one.At);

    /// <summary>Of each stage those that guard a child, in the order of the first limit that does.</summary>
    public IReadOnlyList<SortedSet<OpenCase>> Guarding { get; } = Ordered(one => one.GuardsAt!.Value);

    public int Count { get; private set; }

    public IEnumerable<OpenCase> Cases => ByLimit.SelectMany(stage => stage);

    /// <summary>Of restricted cases none.</summary>
    public IEnumerable<string> Teams => teams.All;

    /// <inheritdoc cref="Teams"/>
    public IEnumerable<string> Chairs => chairs.All;

    /// <inheritdoc cref="Teams"/>
    public IEnumerable<string> Areas => areas.All;

    public void Add(OpenCase one)
    {
        ByLimit[(int)one.Row.Stage].Add(one);
        if (one.GuardsAt is not null)
        {
            Guarding[(int)one.Row.Stage].Add(one);
        }

        Reckon(one, +1);
    }

    public void Remove(OpenCase one)
    {
        ByLimit[(int)one.Row.Stage].Remove(one);
        if (one.GuardsAt is not null)
        {
            Guarding[(int)one.Row.Stage].Remove(one);
        }

        Reckon(one, -1);
    }

    private void Reckon(OpenCase one, int by)
    {
        Count += by;
        if (!one.Row.IsRestricted)
        {
            teams.Add(one.Row.Team, by);
            chairs.Add(one.Row.Chair.Name, by);
            areas.Add(one.Row.Area, by);
        }
    }

    private static IReadOnlyList<SortedSet<OpenCase>> Ordered(Func<OpenCase, DateTimeOffset> by)
    {
        var order = Comparer<OpenCase>.Create((one, other) => by(one).CompareTo(by(other)) is var first and not 0 ? first
            : CaseId.InOrder.Compare(one.Case, other.Case));
        return [.. Enum.GetValues<BoardStage>().Select(_ => new SortedSet<OpenCase>(order))];
    }
}

/// <summary>Names, and how often each is there.</summary>
internal sealed class NameCounts
{
    private readonly Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> All => counts.Keys;

    public void Add(string name, int by)
    {
        if ((counts[name] = counts.GetValueOrDefault(name) + by) == 0)
        {
            counts.Remove(name);
        }
    }
}
