namespace StrategyBot.Documents;

/// <summary>Where each piece comes on which page, as Word lays it: a row of few lines stays whole, a longer one breaks, a heading stays
/// with what follows. Pure; in points from the page's upper left corner.</summary>
internal sealed class SheetPages
{
    // As in Word's document.
    private const int MostWhole = 6;
    private const double Text = 10.5, Small = 10, Thick = 1.5, Thin = 0.5, Above = 0.5, Below = 0.5, Behind = 5, Inside = 4, Framed = 2.25;

    // What is left alone of a paragraph or a row at either side of a page's end.
    private const int Alone = 2;

    private readonly PdfFaces faces;
    private readonly double left, width, top, bottom;
    private readonly List<List<Block>> pages = [[]];
    private double y;

    private SheetPages(PdfFaces faces, double left, double width, double top, double bottom) =>
        (this.faces, this.left, this.width, this.top, this.bottom, y) = (faces, left, width, top, bottom, top);

    public abstract record Block
    {
        private Block()
        {
        }

        /// <param name="Level">0: no heading.</param>
        public sealed record Words(int Level, IReadOnlyList<Placed> Lines) : Block;

        /// <summary>A row, or what of it is on this page.</summary>
        /// <param name="Of">The table.</param>
        /// <param name="Kind">What it is of it.</param>
        public sealed record Row(SheetPiece.Grid Of, Kind Kind, IReadOnlyList<IReadOnlyList<Placed>> Cells) : Block;

        public sealed record Rule(double Left, double Top, double Width, double Height) : Block;
    }

    public enum Kind
    {
        Columns,

        /// <summary>The columns' names on a further page; a screen reader heard them before.</summary>
        ColumnsAgain,
        Plain,
    }

    /// <param name="Base">What its letters stand on.</param>
    public sealed record Placed(double Left, double Base, SheetLine Line);

    private sealed record Drawn(SheetPiece.Cell Cell, double Left, double Width, IReadOnlyList<SheetLine> Lines);

    public static IReadOnlyList<IReadOnlyList<Block>> Of(
        IReadOnlyList<SheetPiece> pieces, PdfFaces faces, double left, double width, double top, double bottom)
    {
        var laid = new SheetPages(faces, left, width, top, bottom);
        for (var at = 0; at < pieces.Count; at++)
        {
            laid.Place(pieces, at);
        }

        return laid.pages;
    }

    public static double Height(PdfFaces faces, double size) => size * (faces.Main.Ascent + faces.Main.Descent + faces.Main.Gap);

    /// <summary>Each as high as its tallest letters: small ones behind a heading may have a line of their own.</summary>
    public static double Height(PdfFaces faces, IEnumerable<SheetLine> lines, double size) =>
        lines.Sum(line => Height(faces, line.Size ?? size));

    private bool IsFresh => pages[^1].Count == 0;

    private void Place(IReadOnlyList<SheetPiece> pieces, int at)
    {
        switch (pieces[at])
        {
            case SheetPiece.Head head:
                var (before, after, size) = Spaces(head.Level);
                if (y + before + Needed(pieces, at) > bottom)
                {
                    Turn();
                }

                y += IsFresh ? 0 : before;
                Place(head.Level, Lines(head), size);
                y += after;
                break;
            case SheetPiece.Line line:
                y += IsFresh ? 0 : Thick;
                PlaceLine(Lines(line));
                y += Thick;
                break;
            case SheetPiece.Grid grid:
                PlaceGrid(grid);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Before it, after it, and its size.</summary>
    private static (double Before, double After, double Size) Spaces(int level) => level switch
    {
        1 => (0, 1, 18),
        2 => (8, 1, 13.5),
        _ => (5, 1, 11.5),
    };

    private IReadOnlyList<SheetLine> Lines(SheetPiece.Head head) => SheetLine.Break(faces, width,
        new SheetLine.Span(head.Text, true, Spaces(head.Level).Size),
        new SheetLine.Span(head.Signed.Length == 0 ? "" : $" · {head.Signed}", false, Small));

    private IReadOnlyList<SheetLine> Lines(SheetPiece.Line line) => SheetLine.Break(faces, width, Spans(line.Words));

    private static IEnumerable<SheetLine.Span> Spans(IEnumerable<SheetPiece.Said> words) =>
        words.Select(said => new SheetLine.Span(said.Text, said.IsBold, Text));

    /// <summary>The room that a piece takes with what must stand on the same page; never more than a page.</summary>
    private double Needed(IReadOnlyList<SheetPiece> pieces, int at) => Math.Min(bottom - top, at == pieces.Count ? 0 : pieces[at] switch
    {
        SheetPiece.Head head => Height(faces, Lines(head), Spaces(head.Level).Size) + Spaces(head.Level).After
            + (at + 1 < pieces.Count && pieces[at + 1] is SheetPiece.Head next ? Spaces(next.Level).Before : 0) + Needed(pieces, at + 1),
        SheetPiece.Line line => Thick + (Whole(Lines(line).Count, Alone + 1) * Height(faces, Text)),
        SheetPiece.Grid grid => Needed(grid),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    /// <summary>So many lines stay together at the least.</summary>
    private static int Whole(int lines, int most) => lines <= most ? lines : Alone;

    private double Needed(SheetPiece.Grid grid)
    {
        var rows = grid.Rows.Take(grid.Columns.Count == 0 ? 2 : 1).Select(row => High(Cells(grid, row), isLeast: true) + Thin);
        return Thick + (grid.Columns.Count == 0 ? 0 : High(Columns(grid), isLeast: false) + Thick) + rows.Sum() + Thick;
    }

    private double High(IReadOnlyList<Drawn> cells, bool isLeast)
    {
        var lines = cells.Max(cell => cell.Lines.Count);
        return ((isLeast ? Whole(lines, MostWhole) : lines) * Height(faces, Text)) + Padding(cells);
    }

    /// <summary>Above and below a row's words; more inside a box.</summary>
    private static double Padding(IReadOnlyList<Drawn> cells) =>
        Above + Below + (cells.Any(cell => cell.Cell.Edge == SheetPiece.Edge.Box) ? 2 * Framed : 0);

    private List<Drawn> Columns(SheetPiece.Grid grid) => Cells(grid, [.. grid.Columns.Select(SheetPiece.Cell.Bold)]);

    private List<Drawn> Cells(SheetPiece.Grid grid, IReadOnlyList<SheetPiece.Cell> row)
    {
        var (x, cells) = (left, new List<Drawn>());
        for (var at = 0; at < row.Count; at++)
        {
            var (wide, inside) = (grid.Widths[at] / 20.0, row[at].Edge == SheetPiece.Edge.None ? 0 : Inside);
            cells.Add(new(row[at], x, wide, SheetLine.Break(faces, wide - inside - Behind, Spans(row[at].Words))));
            x += wide;
        }

        return cells;
    }

    private void PlaceGrid(SheetPiece.Grid grid)
    {
        if (y + Needed(grid) > bottom)
        {
            Turn();
        }

        Begin(grid, Kind.Columns);
        for (var number = 0; number < grid.Rows.Count; number++)
        {
            if (number > 0)
            {
                Rule(Thin);
            }

            PlaceRow(grid, Cells(grid, grid.Rows[number]));
        }

        Rule(Thick);
    }

    /// <summary>The rule above a table, and its columns' names.</summary>
    private void Begin(SheetPiece.Grid grid, Kind kind)
    {
        Rule(Thick);
        if (grid.Columns.Count > 0)
        {
            PlacePart(grid, kind, Columns(grid), int.MaxValue);
            Rule(Thick);
        }
    }

    private void PlaceRow(SheetPiece.Grid grid, List<Drawn> cells)
    {
        for (var isTurned = false; ; isTurned = true)
        {
            var lines = cells.Max(cell => cell.Lines.Count);
            var room = (int)((bottom - y - Thick - Padding(cells)) / Height(faces, Text));
            // A page that has no room for two lines, below the longest of headers, is written over rather than lost.
            if (lines <= room || (isTurned && room < Alone))
            {
                PlacePart(grid, Kind.Plain, cells, lines);
                return;
            }

            var here = Math.Min(room, lines - Alone);
            if (lines > MostWhole && here >= Alone)
            {
                PlacePart(grid, Kind.Plain, cells, here);
                cells = [.. cells.Select(cell => cell with { Lines = [.. cell.Lines.Skip(here)] })];
            }
            else
            {
                // The rule between rows becomes the one that ends the table on this page.
                if (pages[^1][^1] is Block.Rule { Height: Thin } between)
                {
                    pages[^1].RemoveAt(pages[^1].Count - 1);
                    y = between.Top;
                }
            }

            Rule(Thick);
            Turn();
            Begin(grid, Kind.ColumnsAgain);
        }
    }

    private void PlacePart(SheetPiece.Grid grid, Kind kind, IReadOnlyList<Drawn> cells, int most)
    {
        var boxed = cells.Any(cell => cell.Cell.Edge == SheetPiece.Edge.Box) ? Framed : 0;
        var lines = Math.Min(most, cells.Max(cell => cell.Lines.Count));
        var (start, high) = (y, (lines * Height(faces, Text)) + Padding(cells));
        pages[^1].Add(new Block.Row(grid, kind, [.. cells.Select(cell => Down(
            cell.Left + (cell.Cell.Edge == SheetPiece.Edge.None ? 0 : Inside), start + Above + boxed, Text, cell.Lines.Take(most)))]));
        foreach (var cell in cells.Where(cell => cell.Cell.Edge != SheetPiece.Edge.None))
        {
            pages[^1].Add(new Block.Rule(cell.Left - (Framed / 2), start, Framed, high));
            if (cell.Cell.Edge == SheetPiece.Edge.Box)
            {
                pages[^1].Add(new Block.Rule(cell.Left + cell.Width - Framed, start, Framed, high));
                pages[^1].Add(new Block.Rule(cell.Left - (Framed / 2), start, cell.Width - (Framed / 2), Framed));
                pages[^1].Add(new Block.Rule(cell.Left - (Framed / 2), start + high - Framed, cell.Width - (Framed / 2), Framed));
            }
        }

        y += high;
    }

    private void Place(int level, IReadOnlyList<SheetLine> lines, double size)
    {
        pages[^1].Add(new Block.Words(level, Down(left, y, size, lines)));
        y += Height(faces, lines, size);
    }

    private void PlaceLine(IReadOnlyList<SheetLine> lines)
    {
        while ((int)((bottom - y) / Height(faces, Text)) is var room && lines.Count > room && !(IsFresh && room < Alone))
        {
            var here = Math.Min(room, lines.Count - Alone);
            if (lines.Count > Alone + 1 && here >= Alone)
            {
                Place(0, [.. lines.Take(here)], Text);
                lines = [.. lines.Skip(here)];
            }

            Turn();
        }

        Place(0, lines, Text);
    }

    private List<Placed> Down(double x, double from, double size, IEnumerable<SheetLine> lines) =>
        [.. lines.Select(line => (Placed)new(x, (from += Height(faces, line.Size ?? size)) - ((line.Size ?? size) * Under), line))];

    /// <summary>Of one point of size, from what letters stand on to the next line.</summary>
    private double Under => faces.Main.Descent + faces.Main.Gap;

    private void Rule(double thick)
    {
        pages[^1].Add(new Block.Rule(left, y, width, thick));
        y += thick;
    }

    private void Turn()
    {
        if (!IsFresh)
        {
            pages.Add([]);
            y = top;
        }
    }
}
