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

    /// <summary>The minutes: 10.5 point, headings 18, 13.5 and 11.5, running lines 9.5.</summary>
    public static Styles OfMinutes() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" },
                new FontSize { Val = "21" },
                new Languages { Val = "en-GB", EastAsia = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0" }))),
        Named("Normal", "Normal", isDefault: true),
        Heading("Heading1", "heading 1", size: 36, level: 0, before: 0, after: 20),
        Heading("Heading2", "heading 2", size: 27, level: 1, before: 160, after: 20),
        Heading("Heading3", "heading 3", size: 23, level: 2, before: 100, after: 20),
        Named("Line", "Line", new StyleParagraphProperties(new SpacingBetweenLines { Before = "30", After = "30" })),
        Named("Cell", "Cell"),
        Named("Running", "Running", run: new StyleRunProperties(new FontSize { Val = "19" })),
        Named("End", "End", run: new StyleRunProperties(new FontSize { Val = "2" })));

    /// <summary>A4 upright: wider at the left, where it is filed, 15 millimetres at the right, 13 above and below.</summary>
    public static SectionProperties MinutesPage(string header, string footer) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11_906, Height = 16_838 },
        new PageMargin { Top = 737, Right = 850, Bottom = 737, Left = 1_021, Header = 397, Footer = 397, Gutter = 0 });

    /// <param name="marking">Of the whole paper; in bold.</param>
    public static Header MinutesHeader(string marking, string handling, MinutesMark mark)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = "Running" });
        var page = new Header(new Paragraph(
            [properties, .. DocxText.Runs(marking, bold: true), .. DocxText.Runs(handling.Length == 0 ? "" : $" · {handling}")]));
        if (!mark.Stands)
        {
            page.Append(new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = "Running" }, Framed(),
                new SpacingBetweenLines { Before = "100", After = "120" }, new Indentation { Left = "90", Right = "90" }),
                .. DocxText.Runs(mark.Line, bold: true)]));
        }

        return page;
    }

    public static Footer MinutesFooter(string text, int width) => new(new Paragraph(
    [
        new ParagraphProperties(
            new ParagraphStyleId { Val = "Running" },
            new Tabs(new TabStop { Val = TabStopValues.Right, Position = width })),
        .. DocxText.Runs(text),
        new Run(new TabChar()),
        .. DocxText.Runs("Page "),
        new SimpleField { Instruction = "PAGE" },
        .. DocxText.Runs(" of "),
        new SimpleField { Instruction = "NUMPAGES" },
    ]));

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
            properties.Append(Framed());
        }

        return new(new Paragraph([properties, .. DocxText.Runs($"{reference} · {mark.Line}", bold: true)]));
    }

    // Framed, not coloured: a printer without colour shows it as well.
    private static ParagraphBorders Framed() => new(
        new TopBorder { Val = BorderValues.Single, Size = 12, Space = 4 },
        new LeftBorder { Val = BorderValues.Single, Size = 12, Space = 4 },
        new BottomBorder { Val = BorderValues.Single, Size = 12, Space = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 12, Space = 4 });

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
