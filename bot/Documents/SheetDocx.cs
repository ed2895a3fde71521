using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StrategyBot.Documents;

/// <summary>Draws pieces as Word has them: black on white, rules between rows and none upright, headings that stay with what follows.
/// </summary>
internal static class SheetDocx
{
    // A row of so many lines stays whole; a longer one may break, or what is longer than a page would be lost.
    private const int MostWhole = 6;

    // Twentieths of a point: about a letter of the running text.
    private const int Letter = 105;

    // Eighths of a point.
    private const uint Thick = 12, Thin = 4, Framed = 18;

    public static OpenXmlElement Draw(SheetPiece piece) => piece switch
    {
        SheetPiece.Head head => Heading(head),
        SheetPiece.Line line => new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = "Line" }), .. Runs(line.Words)]),
        SheetPiece.Grid grid => Grid(grid),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Paragraph Heading(SheetPiece.Head head) => new(
    [
        new ParagraphProperties(new ParagraphStyleId { Val = $"Heading{head.Level}" }),
        .. DocxText.Runs(head.Text),
        .. head.Signed.Length == 0 ? (IEnumerable<Run>)[] : DocxText.Runs($" · {head.Signed}").Select(Small),
    ]);

    private static Run Small(Run run)
    {
        run.PrependChild(new RunProperties(new Bold { Val = false }, new FontSize { Val = "20" }));
        return run;
    }

    private static IEnumerable<Run> Runs(IEnumerable<SheetPiece.Said> words) =>
        words.Where(said => said.Text.Length > 0).SelectMany(said => DocxText.Runs(said.Text, said.IsBold));

    private static Table Grid(SheetPiece.Grid grid) => new(
    [
        new TableProperties(
            new TableWidth { Width = $"{grid.Widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = Thick },
                new BottomBorder { Val = BorderValues.Single, Size = Thick },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = Thin }),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = "10", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "10", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa }),
            new TableLook
            {
                FirstRow = grid.Columns.Count > 0,
                FirstColumn = true,
                LastRow = false,
                LastColumn = false,
                NoHorizontalBand = true,
                NoVerticalBand = true,
            },
            new TableCaption { Val = grid.Name },
            new TableDescription { Val = grid.Name }),
        new TableGrid(grid.Widths.Select(width => new GridColumn { Width = $"{width}" })),
        .. grid.Columns.Count == 0 ? (IEnumerable<TableRow>)[]
            : [new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()),
                .. grid.Columns.Select((title, at) => Cell(SheetPiece.Cell.Bold(title), grid.Widths[at], keep: true, isHead: true))])],
        .. grid.Rows.Select((row, number) => Row(row, grid.Widths, number == 0 && grid.Columns.Count == 0 && grid.Rows.Count > 1)),
    ]);

    private static TableRow Row(IReadOnlyList<SheetPiece.Cell> cells, IReadOnlyList<int> widths, bool keep)
    {
        var drawn = new TableRow(cells.Select((cell, at) => Cell(cell, widths[at], keep, isHead: false)));
        if (cells.Select((cell, at) => Lines(cell, widths[at])).Max() <= MostWhole)
        {
            drawn.PrependChild(new TableRowProperties(new CantSplit()));
        }

        return drawn;
    }

    private static int Lines(SheetPiece.Cell cell, int width) => string.Concat(cell.Words.Select(said => said.Text)).Split('\n')
        .Sum(line => 1 + (line.Length * Letter / Math.Max(width, Letter)));

    private static TableCell Cell(SheetPiece.Cell cell, int width, bool keep, bool isHead)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (isHead)
        {
            properties.Append(new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = Thick }));
        }
        else if (cell.Edge == SheetPiece.Edge.Box)
        {
            properties.Append(new TableCellBorders(
                new TopBorder { Val = BorderValues.Single, Size = Framed }, new LeftBorder { Val = BorderValues.Single, Size = Framed },
                new BottomBorder { Val = BorderValues.Single, Size = Framed },
                new RightBorder { Val = BorderValues.Single, Size = Framed }));
        }
        else if (cell.Edge == SheetPiece.Edge.Bar)
        {
            properties.Append(new TableCellBorders(new LeftBorder { Val = BorderValues.Single, Size = Framed }));
        }

        if (cell.Edge != SheetPiece.Edge.None)
        {
            properties.Append(new TableCellMargin(new LeftMargin { Width = "80", Type = TableWidthUnitValues.Dxa }));
        }

        var style = new ParagraphProperties(new ParagraphStyleId { Val = "Cell" });
        if (keep)
        {
            style.Append(new KeepNext());
        }

        return new(properties, new Paragraph([style, .. Runs(cell.Words)]));
    }
}
