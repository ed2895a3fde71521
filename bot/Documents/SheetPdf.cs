using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace StrategyBot.Documents;

/// <summary>Draws the pieces that Word's document is made of as a PDF, word for word: headings, tables and their header cells are tagged
/// for screen readers. Same input, same bytes (P19).</summary>
internal sealed class SheetPdf
{
    public const string ContentType = "application/pdf";

    // Points; the same page as DocxStyles.MinutesPage.
    private const double PageWidth = 595.3, PageHeight = 841.9, Left = 51.05, Right = 42.5, Edge = 36.85, Running = 19.85, Small = 9.5;

    // The frame of a paper that may not be relied on: as thick as, and as far from its words as, Word draws it.
    private const double Frame = 1.5, Space = 4, BeforeFrame = 5, AfterFrame = 6, BesideFrame = 4.5;

    private const double Width = PageWidth - Left - Right;

    // PDFsharp's tables of fonts are one for the process.
    private static readonly Lock OneAtATime = new();

    private readonly PdfDocument document;
    private readonly StructureBuilder tags;
    private readonly MinutesPaper paper;
    private readonly PdfFaces faces;
    private readonly Dictionary<(TrueTypeFace, double), XFont> fonts = [];

    private SheetPdf(PdfDocument document, MinutesPaper paper, PdfFaces faces)
    {
        (this.document, this.paper, this.faces) = (document, paper, faces);
        var manager = UAManager.ForDocument(document);
        manager.SetDocumentLanguage("en-GB");
        tags = manager.StructureBuilder;
    }

    /// <returns><c>null</c>: it holds letters that no face has, or that have to be joined or turned; Word's document shows them.</returns>
    public static byte[]? Write(IReadOnlyList<SheetPiece> pieces, MinutesPaper paper, PdfFaces faces)
    {
        if (!CanSet(pieces, paper, faces))
        {
            return null;
        }

        lock (OneAtATime)
        {
            using var document = new PdfDocument();
            return new SheetPdf(document, paper, faces).Write(pieces);
        }
    }

    public static bool CanSet(IReadOnlyList<SheetPiece> pieces, MinutesPaper paper, PdfFaces faces) =>
        Said(pieces).Concat([paper.Classification, paper.Handling, paper.Mark.Line, paper.Footer]).All(faces.CanSet);

    private static IEnumerable<string> Said(IEnumerable<SheetPiece> pieces) => pieces.SelectMany(piece => piece switch
    {
        SheetPiece.Head head => [head.Text, head.Signed],
        SheetPiece.Line line => line.Words.Select(said => said.Text),
        SheetPiece.Grid grid => grid.Columns.Concat(
            grid.Rows.SelectMany(row => row.SelectMany(cell => cell.Words.Select(said => said.Text)))),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    private byte[] Write(IReadOnlyList<SheetPiece> pieces)
    {
        var high = SheetPages.Height(faces, Small);
        var footer = Lines(Width - Wide("Page 99 of 99") - Space, new SheetLine.Span(paper.Footer, false, Small));
        var (header, top) = Header();
        var bottom = PageHeight - Math.Max(Edge, Running + (footer.Count * high) + Space);
        var pages = SheetPages.Of(pieces, faces, Left, Width, Math.Max(Edge, top), bottom);
        for (var at = 0; at < pages.Count; at++)
        {
            var page = document.AddPage();
            (page.Width, page.Height) = (XUnit.FromPoint(PageWidth), XUnit.FromPoint(PageHeight));
            using var graphics = XGraphics.FromPdfPage(page);
            Unread(() =>
            {
                header.ForEach(line => Draw(graphics, line));
                Frames(graphics);
            });
            Draw(graphics, pages[at], at + 1 < pages.Count ? pages[at + 1] : []);
            Unread(() =>
            {
                var from = PageHeight - Running - (footer.Count * high);
                Down(Left, from, footer).ForEach(line => Draw(graphics, line));
                var number = Lines(Width, new SheetLine.Span($"Page {at + 1} of {pages.Count}", false, Small));
                Down(Left + Width - Wide($"Page {at + 1} of {pages.Count}"), from, number).ForEach(line => Draw(graphics, line));
            });
        }

        return PdfFixed.Save(document, paper);
    }

    /// <summary>Its lines, and where the page's own words begin below them.</summary>
    private (List<SheetPages.Placed> Lines, double Bottom) Header()
    {
        var high = SheetPages.Height(faces, Small);
        var first = Lines(Width, new SheetLine.Span(paper.Classification, true, Small),
            new SheetLine.Span(paper.Handling.Length == 0 ? "" : $" · {paper.Handling}", false, Small));
        var (said, y) = (Down(Left, Running, first), Running + (first.Count * high));
        if (paper.Mark.Stands)
        {
            return (said, y);
        }

        var mark = Mark();
        y += BeforeFrame + Frame + Space;
        return ([.. said, .. Down(Left + BesideFrame, y, mark)], y + (mark.Count * high) + Space + Frame + AfterFrame);
    }

    private IReadOnlyList<SheetLine> Mark() => Lines(Width - (2 * BesideFrame), new SheetLine.Span(paper.Mark.Line, true, Small));

    private void Frames(XGraphics graphics)
    {
        if (!paper.Mark.Stands)
        {
            var bottom = Header().Bottom - AfterFrame - (Frame / 2);
            var high = (Mark().Count * SheetPages.Height(faces, Small)) + (2 * Space) + Frame;
            graphics.DrawRectangle(new XPen(XColors.Black, Frame), Left, bottom - high, Width, high);
        }
    }

    private IReadOnlyList<SheetLine> Lines(double width, params IEnumerable<SheetLine.Span> spans) => SheetLine.Break(faces, width, spans);

    private double Wide(string text) => Lines(Width, new SheetLine.Span(text, false, Small))[0].Runs.Sum(run => run.Width);

    private List<SheetPages.Placed> Down(double x, double from, IReadOnlyList<SheetLine> lines) => [.. lines.Select((line, number) =>
        new SheetPages.Placed(x, from + (number * SheetPages.Height(faces, Small)) + (Small * faces.Main.Ascent), line))];

    private SheetPiece.Grid? open;

    private void Draw(XGraphics graphics, IReadOnlyList<SheetPages.Block> blocks, IReadOnlyList<SheetPages.Block> next)
    {
        foreach (var block in blocks)
        {
            if (block is SheetPages.Block.Row row)
            {
                Draw(graphics, row);
                continue;
            }

            if (block is SheetPages.Block.Rule rule)
            {
                Unread(() => graphics.DrawRectangle(XBrushes.Black, rule.Left, rule.Top, rule.Width, rule.Height));
                continue;
            }

            Shut();
            var words = (SheetPages.Block.Words)block;
            Tagged(words.Level == 0 ? PdfBlockLevelElementTag.Paragraph : PdfBlockLevelElementTag.Heading1 + words.Level - 1,
                () => words.Lines.ToList().ForEach(line => Draw(graphics, line)));
        }

        if (open is not null && !next.Any(block => block is SheetPages.Block.Row row && row.Of == open))
        {
            Shut();
        }
    }

    private void Draw(XGraphics graphics, SheetPages.Block.Row row)
    {
        if (row.Of != open)
        {
            Shut();
            open = row.Of;
            tags.BeginElement(PdfBlockLevelElementTag.Table);
            tags.CurrentStructureElement.Elements.SetString("/T", open.Name);
            Says("/Summary", new PdfString(open.Name));
        }

        void Cells(Action<IReadOnlyList<SheetPages.Placed>, int> draw)
        {
            for (var at = 0; at < row.Cells.Count; at++)
            {
                draw(row.Cells[at], at);
            }
        }

        if (row.Kind == SheetPages.Kind.ColumnsAgain)
        {
            Unread(() => Cells((lines, _) => lines.ToList().ForEach(line => Draw(graphics, line))));
            return;
        }

        Tagged(PdfBlockLevelElementTag.TableRow, () => Cells((lines, at) =>
        {
            var scope = row.Kind == SheetPages.Kind.Columns ? "/Column" : at == 0 ? "/Row" : null;
            Tagged(scope is null ? PdfBlockLevelElementTag.TableDataCell : PdfBlockLevelElementTag.TableHeaderCell, () =>
            {
                if (scope is not null)
                {
                    Says("/Scope", new PdfName(scope));
                }

                lines.ToList().ForEach(line => Draw(graphics, line));
            });
        }));
    }

    /// <summary>Of a table or a cell of it.</summary>
    private void Says(string name, PdfItem value)
    {
        var said = new PdfDictionary(document);
        said.Elements.SetName("/O", "/Table");
        said.Elements[name] = value;
        tags.CurrentStructureElement.Elements["/A"] = said;
    }

    private void Shut()
    {
        if (open is not null)
        {
            tags.End();
            open = null;
        }
    }

    private void Tagged(PdfBlockLevelElementTag tag, Action draw)
    {
        tags.BeginElement(tag);
        draw();
        tags.End();
    }

    /// <summary>Rules, and what stands on every page: a screen reader passes over it.</summary>
    private void Unread(Action draw)
    {
        tags.BeginArtifact();
        draw();
        tags.End();
    }

    private void Draw(XGraphics graphics, SheetPages.Placed placed)
    {
        var x = placed.Left;
        foreach (var run in placed.Line.Runs)
        {
            if (!fonts.TryGetValue((run.Face, run.Size), out var font))
            {
                fonts[(run.Face, run.Size)] = font = PdfFontsKnown.Of(run.Face, run.Size);
            }

            graphics.DrawString(run.Text, font, XBrushes.Black, x, placed.Base);
            x += run.Width;
        }
    }
}
