using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StrategyBot.Documents;

/// <summary>The family's copy as a Word document: one page of 14 point type, or 18 in large type; same input, same bytes (P19).</summary>
internal static class FamilyDocx
{
    private const string MainDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    // Twentieths of a point, together the width between the margins.
    private static readonly int[] Widths = [1_700, 5_735, 2_600];

    private const int Width = 10_035;

    // Where the line for a name ends, and the one for a date begins.
    private const int NameEnds = 6_600;

    private const char NoBreak = '\u00A0';

    // Eighths of a point: above, below and under the headings, and between rows.
    private const uint Thick = 12, Thin = 4;

    public static byte[] Write(FamilyPaper paper, bool large)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            // Every relationship is named: the library would otherwise draw names at random.
            var main = document.AddNewPart<MainDocumentPart>(MainDocument, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.OfFamily(large);
            main.AddNewPart<FooterPart>("rId2").Footer = Footer(paper, large);
            main.Document = new Document(new Body([.. paper.Blocks.Select(Block), DocxStyles.FamilyPage("rId2")]));
        }

        return DocxZip.Fixed(stream.ToArray());
    }

    private static OpenXmlElement Block(FamilyPaper.Block block) => block switch
    {
        FamilyPaper.Rows rows => Table(rows.Cells),
        FamilyPaper.Line { Shape: FamilyPaper.Shape.Sign } line => Sign(line),
        FamilyPaper.Line line => Paragraph(line),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Paragraph Paragraph(FamilyPaper.Line line)
    {
        var paragraph = new Paragraph(line.Spans.SelectMany(span =>
            DocxText.Runs(span.IsWhole ? span.Text.Replace(' ', NoBreak) : span.Text, span.IsBold)));
        if (line.Shape == FamilyPaper.Shape.Apart)
        {
            paragraph.PrependChild(new ParagraphProperties(new SpacingBetweenLines { Before = "100" }));
        }
        else if (line.Shape is FamilyPaper.Shape.Title or FamilyPaper.Shape.Heading)
        {
            var style = line.Shape == FamilyPaper.Shape.Title ? "Title" : "Heading1";
            paragraph.PrependChild(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        return paragraph;
    }

    /// <summary>Lines to write on.</summary>
    private static Paragraph Sign(FamilyPaper.Line line) => new(
        new ParagraphProperties(
            new Tabs(
                new TabStop { Val = TabStopValues.Left, Leader = TabStopLeaderCharValues.Underscore, Position = NameEnds },
                new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Underscore, Position = Width }),
            new SpacingBetweenLines { Before = "160" }),
        Filled($"{line.Spans[0].Text} "), Filled($" {line.Spans[1].Text} "));

    private static Run Filled(string words) =>
        new(new Text(words) { Space = SpaceProcessingModeValues.Preserve }, new TabChar());

    private static Footer Footer(FamilyPaper paper, bool large) => new(new Paragraph(
    [
        .. DocxText.Runs(paper.Footer),
        // In large type it may be two.
        .. large
            ? (IReadOnlyList<OpenXmlElement>)[.. DocxText.Runs(" · Page "), new SimpleField { Instruction = "PAGE" },
                .. DocxText.Runs(" of "), new SimpleField { Instruction = "NUMPAGES" }]
            : [],
    ]));

    private static Table Table(IReadOnlyList<IReadOnlyList<string>> rows) => new(
    [
        new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = Thick },
                new BottomBorder { Val = BorderValues.Single, Size = Thick },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = Thin }),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 110, Type = TableWidthValues.Dxa }),
            new TableCaption { Val = "What happens now: who, what, when" }),
        new TableGrid(Widths.Select(width => new GridColumn { Width = $"{width}" })),
        new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()),
            .. FamilyPaper.Columns.Select((title, column) => Cell(column, title, isHead: true))]),
        .. rows.Select(row => new TableRow([new TableRowProperties(new CantSplit()),
            .. row.Select((text, column) => Cell(column, text, isHead: false))])),
    ]);

    private static TableCell Cell(int column, string text, bool isHead)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{Widths[column]}", Type = TableWidthUnitValues.Dxa });
        if (isHead)
        {
            properties.Append(new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = Thick }));
        }

        return new(properties, new Paragraph([
            new ParagraphProperties(new SpacingBetweenLines { After = "0" }), .. DocxText.Runs(text, isHead || column == 0)]));
    }
}
