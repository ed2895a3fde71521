using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;

namespace StrategyBot.Documents;

/// <summary>Saves a PDF so that the same input is the same bytes: PDFsharp draws a file's id, its fonts' tags and two ids of its
/// description at random, and dates it by the machine's clock.</summary>
internal static partial class PdfFixed
{
    public static byte[] Save(PdfDocument document, MinutesPaper paper)
    {
        (document.Info.Title, document.Info.Author, document.Info.Creator) = (paper.Title, paper.Authority, "StrategyBot");
        document.Info.Elements.Remove("/CreationDate");
        if (paper.MadeAt is { } at)
        {
            // By the world's clock: PDFsharp would write the machine's own.
            document.Info.Elements.SetString("/CreationDate",
                at.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture));
        }

        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        // One byte a character, so that every place stays where the file's own table says it is.
        var text = Encoding.Latin1.GetString(stream.ToArray());
        var tags = FontTag().Matches(text).Select(found => found.Groups["tag"].Value).Distinct()
            .Select((tag, number) => (tag, number)).ToDictionary(one => one.tag, one => Tag(one.number));
        text = FontTag().Replace(text, found => $"{found.Groups["before"].Value}{tags[found.Groups["tag"].Value]}+");
        text = Description().Replace(text, found => Described(paper, found.Length));
        var unnamed = FileId().Replace(text, found => NoId(found.Value));
        var id = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(unnamed)).AsSpan(0, 16));
        return Encoding.Latin1.GetBytes(FileId().Replace(unnamed, $"/ID[<{id}><{id}>]"));
    }

    private static string NoId(string found) => Hex().Replace(found, digits => new('0', digits.Length));

    // AAAAAA, AAAAAB, …: a tag only tells one part of a face from another in one file.
    private static string Tag(int number) => $"AAAA{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}";

    /// <summary>Title, author, language and day once more, for programs that read a file's description, as long as what it replaces;
    /// what has no room is left out, as the file's other description has it.</summary>
    private static string Described(MinutesPaper paper, int length)
    {
        var made = paper.MadeAt is { } at
            ? $"<xmp:CreateDate>{at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}</xmp:CreateDate>" : "";
        var said = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><dc:title><rdf:Alt>"
            + $"<rdf:li xml:lang=\"x-default\">{SecurityElement.Escape(paper.Title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq>"
            + $"<rdf:li>{SecurityElement.Escape(paper.Authority)}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag>"
            + $"<rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>{made}</rdf:Description></rdf:RDF></x:xmpmeta>";
        const string End = "<?xpacket end=\"w\"?>";
        var bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(said));
        return (bytes.Length > length - End.Length ? "" : bytes).PadRight(length - End.Length) + End;
    }

    [GeneratedRegex(@"(?<before>/(?:BaseFont|FontName)\s*/)(?<tag>[A-Z]{6})\+")]
    private static partial Regex FontTag();

    [GeneratedRegex(@"<\?xpacket begin=.*?<\?xpacket end=""w""\?>", RegexOptions.Singleline)]
    private static partial Regex Description();

    [GeneratedRegex(@"/ID\s*\[\s*<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}>\s*\]")]
    private static partial Regex FileId();

    [GeneratedRegex("[0-9A-Fa-f]{32}")]
    private static partial Regex Hex();
}
