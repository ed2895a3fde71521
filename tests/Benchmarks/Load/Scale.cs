namespace StrategyBot.Benchmarks.Load;

/// <summary>How much is measured, and for how long. Small is for a look, and says nothing about a goal.</summary>
internal sealed record Scale(string Name)
{
    public static IReadOnlyList<int> Connections { get; } = [1, 16, 64];

    /// <summary>How often each server has its turn; what is printed is the median.</summary>
    public required int Rounds { get; init; }

    public required TimeSpan Round { get; init; }

    public required TimeSpan WarmUp { get; init; }

    public required int Meetings { get; init; }

    public int Facts { get; init; } = 300;

    public required int FactsOfTheOldest { get; init; }

    public required int StoreCases { get; init; }

    public required (int Cases, int Turns) Memory { get; init; }

    public required (int Open, int Closed) Sweep { get; init; }

    public required (int Open, int Closed) Service { get; init; }

    /// <summary>The data once, ten and a hundred times.</summary>
    public required IReadOnlyList<int> FactsGrow { get; init; }

    public required IReadOnlyList<int> CasesGrow { get; init; }

    public required IReadOnlyList<int> ClosedGrow { get; init; }

    /// <summary>The rows whose names hold this word; all where it is empty.</summary>
    public string Only { get; init; } = "";

    private static Scale Full { get; } = new("full")
    {
        Rounds = 5,
        Round = TimeSpan.FromSeconds(3),
        WarmUp = TimeSpan.FromSeconds(8),
        Meetings = 200,
        FactsOfTheOldest = 5_000,
        StoreCases = 100_000,
        Memory = (2_000, 10_000),
        Sweep = (20_000, 500_000),
        Service = (10_000, 500_000),
        FactsGrow = [50, 500, 5_000],
        CasesGrow = [1_000, 10_000, 100_000],
        ClosedGrow = [5, 50, 500],
    };

    private static Scale Small { get; } = new("small")
    {
        Rounds = 3,
        Round = TimeSpan.FromSeconds(0.2),
        WarmUp = TimeSpan.FromSeconds(0.5),
        Meetings = 20,
        FactsOfTheOldest = 1_000,
        StoreCases = 3_000,
        Memory = (200, 1_000),
        Sweep = (1_000, 4_000),
        Service = (10_000, 10_000),
        FactsGrow = [50, 150, 450],
        CasesGrow = [1_000, 2_000, 3_000],
        ClosedGrow = [1, 5, 25],
    };

    /// <exception cref="ArgumentException">There is no such option.</exception>
    public static Scale Parse(IReadOnlyList<string> options)
    {
        var scale = Full;
        for (var at = 0; at < options.Count; at += 2)
        {
            scale = (options[at], options.ElementAtOrDefault(at + 1)) switch
            {
                ("--scale", "full") => Full with { Only = scale.Only },
                ("--scale", "small") => Small with { Only = scale.Only },
                ("--only", { Length: > 0 } word) => scale with { Only = word },
                _ => throw new ArgumentException("Options: --scale full|small, --only <word of a row's name>."),
            };
        }

        return scale;
    }
}
