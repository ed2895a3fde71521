using DocumentFormat.OpenXml.Wordprocessing;

namespace StrategyBot.Documents;

/// <summary>Rows of the plan as a ruled table whose headings stand on every page that it runs over.</summary>
internal static class DocxTable
{
    // Twentieths of a point, together the width between the margins of <see cref="DocxStyles.Page"/>.
    private static readonly int[] Widths = [2_900, 1_900, 1_500, 1_800, 1_800];

    public static Table Of(IReadOnlyList<MinutesParagraph> rows)
    {
        var columns = rows[0].Columns ?? ActionParagraphs.Columns;
        return Of(columns, columns.Count == Widths.Length ? Widths
            : [.. columns.Select(_ => Widths.Sum() / columns.Count)], rows);
    }

    private static Table Of(IReadOnlyList<string> columns, int[] widths, IReadOnlyList<MinutesParagraph> rows) => new(
    [
        new TableProperties(
            new TableStyle { Val = "Grid" },
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })),
        new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()),
            .. columns.Select((title, column) => Cell(widths[column], title, "", bold: true))]),
        .. rows.Select(row => Row(widths, row)),
    ]);

    private static TableRow Row(int[] widths, MinutesParagraph row) => new(
    [
        // It may break: whoever holds a row of typed text together loses what is longer than a page.
        .. row.Cells!.Select((text, column) => Cell(widths[column], text, column == 0 ? MinutesDocx.Signed(row) : "", bold: false)),
    ]);

    private static TableCell Cell(int width, string text, string signed, bool bold)
    {
        var cell = new TableCell(
            new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }),
            new Paragraph(DocxText.Runs(text, bold)));
        if (signed.Length > 0)
        {
            cell.Append(new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = "Author" }), .. DocxText.Runs(signed)]));
        }

        return cell;
    }
}
