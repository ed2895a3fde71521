using System.Globalization;
using System.Text;

namespace StrategyBot.Documents;

/// <summary>What a PDF is set in: one family, and behind it those that have the letters that it lacks.</summary>
internal sealed class PdfFaces
{
    // The first two have Arial's widths, by which the document was drawn.
    private static readonly string[] Preferred = ["Liberation Sans", "Arial", "DejaVu Sans"];

    private readonly IReadOnlyList<TrueTypeFace> regular;
    private readonly IReadOnlyList<TrueTypeFace> bold;

    private PdfFaces(IReadOnlyList<TrueTypeFace> regular, IReadOnlyList<TrueTypeFace> bold) =>
        (this.regular, this.bold) = (regular, [.. bold, .. regular]);

    /// <summary>The family of whatever it has.</summary>
    public string Family => regular[0].Family;

    public TrueTypeFace Main => regular[0];

    /// <param name="places">Files by where they were found; an earlier place is preferred.</param>
    /// <returns><c>null</c>: no place has an upright regular and a bold of one family that may be embedded.</returns>
    public static PdfFaces? Of(IEnumerable<IReadOnlyList<byte[]>> places)
    {
        var families = places.SelectMany(place => place.Select(TrueTypeFace.Read).OfType<TrueTypeFace>()
            .Where(face => !face.IsItalic && face.MayBeEmbedded)
            .GroupBy(face => face.Family)
            .Where(family => family.Any(face => face.IsBold) && family.Any(face => !face.IsBold))
            .OrderBy(family => Array.IndexOf(Preferred, family.Key) is var rank and >= 0 ? rank : Preferred.Length)
            .ThenBy(family => family.Key, StringComparer.Ordinal)).ToList();
        return families.Count == 0 ? null
            : new([.. families.Select(family => family.First(face => !face.IsBold))],
                [.. families.Select(family => family.First(face => face.IsBold))]);
    }

    /// <summary>Whether every letter comes on paper as it is read: what joins or turns its letters isn't drawn by a table of widths.
    /// </summary>
    public bool CanSet(string text) => Drawn(text).All(letter =>
        letter.Value == '\n' || (!IsShaped(letter) && Find(letter, isBold: false) is not null));

    /// <summary>Which face has a letter; a bold one where it can be had.</summary>
    public TrueTypeFace? Find(Rune letter, bool isBold) => (isBold ? bold : regular).FirstOrDefault(face => face.Has(letter));

    /// <summary>A text as it is drawn: one letter for a letter and its accent, nothing that isn't seen, and what no paper holds marked as
    /// in Word.</summary>
    public static IEnumerable<Rune> Drawn(string text)
    {
        foreach (var letter in Whole(text).ReplaceLineEndings("\n").Normalize().EnumerateRunes())
        {
            if (letter.Value == '\t')
            {
                yield return new(' ');
            }
            else if (letter.Value == '\n' || (Rune.GetUnicodeCategory(letter) is var kind and not UnicodeCategory.Format
                && letter.Value is < 0xFE00 or > 0xFE0F && kind != UnicodeCategory.Control))
            {
                yield return letter;
            }
            else if (Rune.GetUnicodeCategory(letter) == UnicodeCategory.Control)
            {
                yield return Rune.ReplacementChar;
            }
        }
    }

    // Halves of letters can't be normalised.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    /// <summary>Hebrew to Burmese and what lies between, Khmer and Mongolian, the joined forms, and all beyond the first plane.</summary>
    private static bool IsShaped(Rune letter) => letter.Value is (>= 0x0590 and <= 0x109F) or (>= 0x1700 and <= 0x1CFF)
        or (>= 0xA800 and <= 0xABFF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or > 0xFFFF;
}
