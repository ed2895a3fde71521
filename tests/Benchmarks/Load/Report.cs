using System.Globalization;

namespace StrategyBot.Benchmarks.Load;

/// <summary>What a run says in the end: tables, in Markdown.</summary>
internal sealed class Report
{
    private readonly List<string[]> goals = [], details = [], growth = [], pieces = [];

    public void Goal(string work, string goal, string figure, bool isMet)
    {
        goals.Add([work, goal, figure, isMet ? "met" : "**not met**"]);
        Terminal.Note($"  {work}: {figure}; goal {goal}: {(isMet ? "met" : "not met")}");
    }

    /// <summary>A line for each server of a comparison.</summary>
    public void Detail(string work, Comparison comparison)
    {
        foreach (var (name, samples) in comparison.Samples)
        {
            var line = new[]
            {
                work, name, $"{comparison.Connections}", Number(comparison.PerSecond(name), "N0"),
                Number(comparison.Milliseconds(name, 50), "N2"), Number(comparison.Milliseconds(name, 95), "N2"),
                Number(comparison.Milliseconds(name, 99), "N2"), Number(comparison.Median(name, one => one.Cpu * 1e6), "N0"),
                Number(comparison.Median(name, one => one.Allocated / 1e3), "N1"),
                Number(comparison.Median(name, one => one.DriverCpu * 1e6), "N0"), $"{comparison.Wrong(name)}",
            };
            details.Add(line);
            Terminal.Note($"    {string.Join(" · ", line)}");
        }
    }

    /// <summary>A figure at 1, 10 and 100 times the data.</summary>
    public void Growth(string what, string data, params IReadOnlyList<string> figures)
    {
        growth.Add([what, data, .. figures]);
        Terminal.Note($"  growth: {what} at {data}: {string.Join(" · ", figures)}");
    }

    public void Beside(string what, string figure)
    {
        pieces.Add([what, figure]);
        Terminal.Note($"  {what}: {figure}");
    }

    public void Print(Scale scale)
    {
        Terminal.Say($"# The rig, scale {scale.Name}, {Environment.ProcessorCount} cores\n");
        Table(["Work, full pipeline with the token check on", "Goal, in the same run", "Figure", ""], goals);
        Table(
            [
                "Work", "Server", "Connections", "Turns a second", "p50 ms", "p95 ms", "p99 ms", "Server's CPU µs a turn",
                "Allocated KB a turn", "Driver's CPU µs a turn", "Wrong answers",
            ], details);
        Table(["Growth", "Data", "1×", "10×", "100×"], growth);
        Table(["Besides", "Figure"], pieces);
    }

    public static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static void Table(string[] head, List<string[]> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        Terminal.Say($"| {string.Join(" | ", head)} |\n|{string.Concat(Enumerable.Repeat("---|", head.Length))}");
        foreach (var line in lines)
        {
            Terminal.Say($"| {string.Join(" | ", line)} |");
        }

        Terminal.Say("");
    }
}
