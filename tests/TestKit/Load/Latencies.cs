namespace StrategyBot.Tests.TestKit.Load;

/// <summary>How long each of many turns took.</summary>
internal sealed class Latencies
{
    private readonly List<TimeSpan> sorted;

    public Latencies(IEnumerable<TimeSpan> all)
    {
        sorted = [.. all];
        sorted.Sort();
    }

    public int Count => sorted.Count;

    /// <summary>The least that so many of a hundred turns were not longer than (nearest rank): a turn that was really measured.</summary>
    public TimeSpan Percentile(double percent) =>
        sorted.Count == 0 ? TimeSpan.Zero : sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Count), 1, sorted.Count) - 1];

    /// <summary>The middle one; of an even number the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<double> all)
    {
        double[] sorted = [.. all.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
