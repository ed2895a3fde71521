using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace StrategyBot.Documents;

/// <summary>What a TrueType file says of its letters: whose they are, which it has, how wide they are and how high a line is.</summary>
/// <remarks>Numbers stand as the OpenType specification names them (<c>head</c>, <c>hhea</c>, <c>hmtx</c>, <c>cmap</c>, <c>name</c>,
/// <c>OS/2</c>). The shapes are read by whoever draws.</remarks>
internal sealed class TrueTypeFace
{
    private readonly Dictionary<int, ushort> glyphs;
    private readonly ushort[] widths;
    private readonly double unitsPerEm;

    private TrueTypeFace(byte[] file, Dictionary<string, (int At, int Length)> tables)
    {
        File = file;
        Key = Convert.ToHexStringLower(SHA256.HashData(file));
        var (head, lines) = (tables["head"].At, tables["hhea"].At);
        unitsPerEm = Unsigned(file, head + 18);
        var style = Unsigned(file, head + 44);
        (IsBold, IsItalic) = ((style & 1) != 0, (style & 2) != 0);
        (Ascent, Descent) = (Signed(file, lines + 4) / unitsPerEm, -Signed(file, lines + 6) / unitsPerEm);
        Gap = Signed(file, lines + 8) / unitsPerEm;
        widths = [.. Enumerable.Range(0, Unsigned(file, lines + 34)).Select(glyph => Unsigned(file, tables["hmtx"].At + (glyph * 4)))];
        glyphs = Glyphs(file, tables["cmap"].At);
        Family = FamilyIn(file, tables["name"].At);
        MayBeEmbedded = !tables.TryGetValue("OS/2", out var rights) || IsFree(Unsigned(file, rights.At + 8));
    }

    public byte[] File { get; }

    /// <summary>Tells this file from any other.</summary>
    public string Key { get; }

    public string Family { get; }

    public bool IsBold { get; }

    public bool IsItalic { get; }

    /// <summary>Whether its maker lets a part of it travel in a document that somebody else prints.</summary>
    public bool MayBeEmbedded { get; }

    /// <summary>Of one point of size, above the line that letters stand on.</summary>
    public double Ascent { get; }

    /// <summary>Of one point of size, below it.</summary>
    public double Descent { get; }

    /// <summary>Of one point of size, to the next line.</summary>
    public double Gap { get; }

    /// <returns><c>null</c>: no TrueType file that can be read.</returns>
    public static TrueTypeFace? Read(byte[] file)
    {
        try
        {
            // "OTTO" has other outlines, "ttcf" several faces: PDFsharp reads neither.
            if (BinaryPrimitives.ReadUInt32BigEndian(file) is not (0x00010000 or 0x74727565))
            {
                return null;
            }

            var tables = Enumerable.Range(0, Unsigned(file, 4)).Select(number => 12 + (number * 16)).ToDictionary(
                at => Encoding.ASCII.GetString(file, at, 4), at => (Long(file, at + 8), Long(file, at + 12)));
            return tables.ContainsKey("glyf") ? new(file, tables) : null;
        }
        catch (Exception broken) when (broken is ArgumentException or IndexOutOfRangeException or KeyNotFoundException
            or OverflowException)
        {
            return null;
        }
    }

    public bool Has(Rune letter) => glyphs.ContainsKey(letter.Value);

    /// <summary>Of one point of size.</summary>
    public double Width(Rune letter) => widths[Math.Min(glyphs[letter.Value], widths.Length - 1)] / unitsPerEm;

    // fsType: 2 = restricted; 0x100 = not in part, 0x200 = as pictures only.
    private static bool IsFree(ushort rights) => (rights & 0xF) != 2 && (rights & 0x300) == 0;

    /// <summary>By the table for Unicode's first plane (platform 3, encoding 1, format 4).</summary>
    private static Dictionary<int, ushort> Glyphs(byte[] file, int at)
    {
        var found = new Dictionary<int, ushort>();
        var table = Enumerable.Range(0, Unsigned(file, at + 2)).Select(number => at + 4 + (number * 8))
            .Where(entry => (Unsigned(file, entry), Unsigned(file, entry + 2)) == (3, 1))
            .Select(entry => at + Long(file, entry + 4)).FirstOrDefault(-1);
        if (table < 0 || Unsigned(file, table) != 4)
        {
            return found;
        }

        // Four columns of one number for each segment, two bytes of padding behind the first.
        var span = (int)Unsigned(file, table + 6);
        var (ends, starts) = (table + 14, table + 16 + span);
        var (deltas, offsets) = (starts + span, starts + span + span);
        for (var segment = 0; segment < span; segment += 2)
        {
            var (first, last) = (Unsigned(file, starts + segment), Unsigned(file, ends + segment));
            var (delta, offset) = (Unsigned(file, deltas + segment), Unsigned(file, offsets + segment));
            for (var letter = (int)first; letter <= last && letter < 0xFFFF; letter++)
            {
                var glyph = offset == 0 ? letter : Unsigned(file, offsets + segment + offset + ((letter - first) * 2));
                if (glyph != 0 && (ushort)(glyph + delta) is var drawn and not 0)
                {
                    found[letter] = drawn;
                }
            }
        }

        return found;
    }

    /// <summary>As Windows names it (platform 3, name 1): one family has at most a regular, a bold, an italic and both.</summary>
    private static string FamilyIn(byte[] file, int at)
    {
        var texts = at + Unsigned(file, at + 4);
        return Enumerable.Range(0, Unsigned(file, at + 2)).Select(number => at + 6 + (number * 12))
            .Where(record => (Unsigned(file, record), Unsigned(file, record + 6)) == (3, 1))
            .Select(record => Encoding.BigEndianUnicode.GetString(
                file, texts + Unsigned(file, record + 10), Unsigned(file, record + 8))).FirstOrDefault("");
    }

    private static ushort Unsigned(byte[] file, int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    private static short Signed(byte[] file, int at) => BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(at));

    private static int Long(byte[] file, int at) => checked((int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at)));
}
