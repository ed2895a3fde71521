using System.Buffers;
using System.Text;

namespace StrategyBot.Records;

/// <summary>What one append may hold, in every store the same, so that a test in SQLite finds out what Azure Tables would refuse.</summary>
internal static class RecordLimits
{
    /// <summary>A transaction in Azure Tables has at most 100 rows: these, the stream's head and the source.</summary>
    public const int MostLines = 98;

    /// <summary>A transaction has at most 4 MiB, and a letter takes up to six bytes of it on the wire.
    /// The longest paste, 50,000 characters (design §5.8), is far below.</summary>
    public const int MostLetters = 500_000;

    /// <summary>The lines of one decision in as few appends as hold them.</summary>
    /// <param name="mayPrecede">So many of the first may stand before the rest does; the rest is written as one.</param>
    /// <returns><c>null</c> where the rest is more than one append holds.</returns>
    internal static IReadOnlyList<IReadOnlyList<Line>>? Parts(IReadOnlyList<Line> lines, int mayPrecede)
    {
        var rest = lines.Count - mayPrecede;
        var (letters, parts) = (lines.Skip(mayPrecede).Sum(Letters), new List<IReadOnlyList<Line>>());
        if (rest > MostLines || letters > MostLetters)
        {
            return null;
        }

        // From the end, so that what may not be parted is whole in the last.
        var part = lines.Skip(mayPrecede).ToList();
        for (var at = mayPrecede - 1; at >= 0; at--)
        {
            if (part.Count == MostLines || letters + Letters(lines[at]) > MostLetters)
            {
                parts.Insert(0, part);
                (part, letters) = ([], 0);
            }

            part.Insert(0, lines[at]);
            letters += Letters(lines[at]);
        }

        return [part, .. parts];
    }

    /// <exception cref="ArgumentException">It is more; all or nothing can't be kept for them.</exception>
    public static void Check(string stream, IReadOnlyList<Line> lines, string source)
    {
        if (lines.Count > MostLines)
        {
            throw new ArgumentException($"At most {MostLines} facts can be written at once; these are {lines.Count}.");
        }

        if (lines.Sum(Letters) > MostLetters)
        {
            throw new ArgumentException($"At most {MostLetters:N0} characters can be written at once.");
        }

        if (lines.Select(line => line.Content).Append(stream).Append(source).Any(text => HasHalfALetter(text)))
        {
            throw new ArgumentException("A fact, or a name, holds half of a surrogate pair; what is read would not be what was written.");
        }
    }

    private static int Letters(Line line) => line.Content?.Length ?? 0;

    // Kept as U+FFFD: a line's digest would no longer fit, and two names be one.
    private static bool HasHalfALetter(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var used) != OperationStatus.Done)
            {
                return true;
            }

            text = text[used..];
        }

        return false;
    }
}
