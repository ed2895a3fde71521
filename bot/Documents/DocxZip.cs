using System.IO.Compression;

namespace StrategyBot.Documents;

/// <summary>Packs a document again so that the same content is the same bytes: fixed times, fixed order (P19).</summary>
internal static class DocxZip
{
    // The earliest that a zip can say.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Fixed(byte[] document)
    {
        using var from = new ZipArchive(new MemoryStream(document), ZipArchiveMode.Read);
        using var stream = new MemoryStream();
        using (var to = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Word reads the list of content types first.
            foreach (var entry in from.Entries.OrderByDescending(entry => entry.FullName == "[Content_Types].xml")
                .ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Never;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return stream.ToArray();
    }
}
