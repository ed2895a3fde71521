using System.Collections.Concurrent;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace StrategyBot.Documents;

/// <summary>Hands PDFsharp the faces that were found, each under its own key: its font settings are one for the process.</summary>
internal sealed class PdfFontsKnown : IFontResolver
{
    private static readonly ConcurrentDictionary<string, byte[]> Files = new();

    static PdfFontsKnown() => GlobalFontSettings.FontResolver = new PdfFontsKnown();

    private PdfFontsKnown()
    {
    }

    /// <summary>Its letters by their number in the face, with a table that says which they are: whoever searches or copies finds them.
    /// </summary>
    public static XFont Of(TrueTypeFace face, double size)
    {
        Files[face.Key] = face.File;
        return new(face.Key, size, XFontStyleEx.Regular, new XPdfFontOptions(PdfSharp.Pdf.PdfFontEncoding.Unicode));
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) =>
        Files.ContainsKey(familyName) ? new(familyName) : null;

    public byte[]? GetFont(string faceName) => Files.GetValueOrDefault(faceName);
}
