namespace StrategyBot.Records;

/// <summary>What one append may hold, in every store the same, so that a test in SQLite finds out what Azure Tables would refuse.</summary>
public static class RecordLimits
{
    /// <summary>A transaction in Azure Tables has at most 100 rows: these, the stream's head and the source.</summary>
    public const int MostLines = 98;

    /// <exception cref="ArgumentException">There are more; all or nothing can't be kept for them.</exception>
    public static void Check(IReadOnlyList<Line> lines)
    {
        if (lines.Count > MostLines)
        {
            throw new ArgumentException($"At most {MostLines} facts can be written at once; these are {lines.Count}.");
        }
    }
}
