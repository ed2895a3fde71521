using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StrategyBot.Documents;

/// <summary>A list over cases as a Word document: a table across the page, whose headings stand on every page; same input, same bytes
/// (P19).</summary>
internal static class ListDocx
{
    private const string MainDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <param name="Width">Twentieths of a point.</param>
    public sealed record Column(string Title, int Width);

    /// <param name="mark">How far this paper may be relied on.</param>
    /// <param name="before">Paragraphs above the table.</param>
    /// <param name="rows">With none there is no table.</param>
    /// <param name="copy">Whose it is.</param>
    public static byte[] Write(
        string title, MinutesMark mark, IReadOnlyList<string> before, IReadOnlyList<Column> columns,
        IReadOnlyList<IReadOnlyList<string>> rows, string copy)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            // Every relationship is named: the library would otherwise draw names at random.
            var main = document.AddNewPart<MainDocumentPart>(MainDocument, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.All();
            main.AddNewPart<HeaderPart>("rId2").Header = DocxStyles.Header(title, mark);
            main.AddNewPart<FooterPart>("rId3").Footer = DocxStyles.Footer(copy);
            main.Document = new Document(new Body(
            [
                new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = "Title" }), .. DocxText.Runs(title)]),
                .. before.Select(text => new Paragraph(DocxText.Runs(text))),
                .. rows.Count > 0 ? (IReadOnlyList<OpenXmlElement>)[Table(columns, rows), new Paragraph()] : [],
                DocxStyles.Wide("rId2", "rId3"),
            ]));
        }

        return DocxZip.Fixed(stream.ToArray());
    }

    private static Table Table(IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows) => new(
    [
        new TableProperties(
            new TableStyle { Val = "Grid" },
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(columns.Select(column => new GridColumn { Width = $"{column.Width}" })),
        new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()),
            .. columns.Select(column => Cell(column, column.Title, isHead: true))]),
        .. rows.Select(row => new TableRow([new TableRowProperties(new CantSplit()),
            .. row.Zip(columns).Select(cell => Cell(cell.Second, cell.First, isHead: false))])),
    ]);

    private static TableCell Cell(Column column, string text, bool isHead) => new(
        new TableCellProperties(new TableCellWidth { Width = $"{column.Width}", Type = TableWidthUnitValues.Dxa }),
        new Paragraph(DocxText.Runs(text, isHead)));
}
