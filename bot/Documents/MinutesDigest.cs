using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace StrategyBot.Documents;

/// <summary>The fingerprint of a version (R89): SHA-256 over every field of every paragraph, each behind its length, so that no two
/// different minutes share one.</summary>
internal static class MinutesDigest
{
    /// <remarks>Recorded with each approval: a change here would make every earlier version look altered.</remarks>
    public static string Of(IEnumerable<MinutesParagraph> paragraphs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var paragraph in paragraphs)
        {
            string[] fields =
            [
                paragraph.Id, paragraph.Section, paragraph.Text, paragraph.Author,
                paragraph.At?.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
                // Not as it is said: the wording may change, the marking of an old version may not.
                $"{paragraph.Audience.Marking} {string.Join(',', paragraph.Audience.Agencies)} {paragraph.Audience.MayShareWithFamily}",
                paragraph.By?.Value ?? "", .. paragraph.Cells ?? [],
                .. paragraph.Rows is { } rows ? rows.SelectMany(row => row) : [],
                // Nothing where nobody is named, so that earlier versions keep theirs.
                .. paragraph.MayTell is { } names ? [$"may tell {names}"] : (IReadOnlyList<string>)[],
            ];
            Add(hash, fields.Length);
            foreach (var field in fields)
            {
                var bytes = Encoding.UTF8.GetBytes(field);
                Add(hash, bytes.Length);
                hash.AppendData(bytes);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of the version that stands: as it was approved, or, once paragraphs of it were sealed, as it is left; <c>null</c> before
    /// the first.</summary>
    public static string? Standing(Minutes minutes) => minutes.Approved is not { } approved ? null
        : minutes.RunsOf(minutes.Version).Any(run => run.Lines.Count > 1) ? Of(minutes.Of(minutes.Version))
        : approved.Fact.Digest;

    private static void Add(IncrementalHash hash, int length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        hash.AppendData(bytes);
    }
}
