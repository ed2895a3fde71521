using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StrategyBot.Documents;

/// <summary>How the document looks: one typeface, no colour, headings that a screen reader and Word's own list of headings find.</summary>
internal static class DocxStyles
{
    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" },
                new FontSize { Val = "22" },
                new Languages { Val = "en-GB", EastAsia = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "100" }))),
        Named("Normal", "Normal", isDefault: true),
        Heading("Title", "Title", size: 36, level: null),
        Heading("Heading1", "heading 1", size: 28, level: 0),
        Heading("Heading2", "heading 2", size: 24, level: 1),
        Named("Author", "Author", new StyleParagraphProperties(new SpacingBetweenLines { After = "160" }),
            new StyleRunProperties(new Italic(), new FontSize { Val = "18" })),
        new Style(new StyleName { Val = "Grid" }, new StyleTableProperties(Ruled())) { Type = StyleValues.Table, StyleId = "Grid" });

    /// <summary>The family's copy: 14 point, headings 20 and 15; in large type 18, 25 and 20.</summary>
    public static Styles OfFamily(bool large) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" },
                new FontSize { Val = large ? "36" : "28" },
                new Languages { Val = "en-GB", EastAsia = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "40" }))),
        Named("Normal", "Normal", isDefault: true),
        Heading("Title", "Title", size: large ? 50 : 40, level: null, before: 100, after: 40),
        Heading("Heading1", "heading 1", size: large ? 40 : 30, level: 0, before: 160, after: 40));

    /// <summary>A4 upright, wider at the left, where it is filed.</summary>
    public static SectionProperties FamilyPage(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11_906, Height = 16_838 },
        new PageMargin { Top = 567, Right = 850, Bottom = 907, Left = 1_021, Header = 340, Footer = 454, Gutter = 0 });

    /// <summary>A4 upright with margins of two centimetres.</summary>
    public static SectionProperties Page(string header, string footer) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11_906, Height = 16_838 },
        new PageMargin { Top = 1_134, Right = 1_003, Bottom = 1_134, Left = 1_003, Header = 567, Footer = 567, Gutter = 0 });

    /// <summary>A4 across, for tables of many columns.</summary>
    public static SectionProperties Wide(string header, string footer) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 16_838, Height = 11_906, Orient = PageOrientationValues.Landscape },
        new PageMargin { Top = 1_134, Right = 1_003, Bottom = 1_134, Left = 1_003, Header = 567, Footer = 567, Gutter = 0 });

    public static Header Header(string reference, MinutesMark mark)
    {
        var properties = new ParagraphProperties();
        if (!mark.Stands)
        {
            // Framed, not coloured: a printer without colour shows it as well.
            properties.Append(new ParagraphBorders(
                new TopBorder { Val = BorderValues.Single, Size = 12, Space = 4 },
                new LeftBorder { Val = BorderValues.Single, Size = 12, Space = 4 },
                new BottomBorder { Val = BorderValues.Single, Size = 12, Space = 4 },
                new RightBorder { Val = BorderValues.Single, Size = 12, Space = 4 }));
        }

        return new(new Paragraph([properties, .. DocxText.Runs($"{reference} · {mark.Line}", bold: true)]));
    }

    public static Footer Footer(string copy) => new(new Paragraph(
    [
        .. DocxText.Runs($"{copy} · Confidential · Page "),
        new SimpleField { Instruction = "PAGE" },
        .. DocxText.Runs(" of "),
        new SimpleField { Instruction = "NUMPAGES" },
    ]));

    private static Style Heading(string id, string name, int size, int? level, int before = 240, int after = 100)
    {
        var paragraph =
            new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = $"{before}", After = $"{after}" });
        if (level is { } outline)
        {
            paragraph.Append(new OutlineLevel { Val = outline });
        }

        return Named(id, name, paragraph, new StyleRunProperties(new Bold(), new FontSize { Val = $"{size}" }));
    }

    private static Style Named(
        string id, string name, StyleParagraphProperties? paragraph = null, StyleRunProperties? run = null, bool isDefault = false)
    {
        var style =
            new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle());
        style.Append(new OpenXmlElement?[] { paragraph, run }.OfType<OpenXmlElement>());
        return style;
    }

    private static TableBorders Ruled() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 },
        new LeftBorder { Val = BorderValues.Single, Size = 4 },
        new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
}
