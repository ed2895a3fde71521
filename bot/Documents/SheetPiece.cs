namespace StrategyBot.Documents;

/// <summary>A piece of a document before it is drawn. Tables are never merged, nested or empty.</summary>
internal abstract record SheetPiece
{
    private SheetPiece()
    {
    }

    public enum Edge
    {
        None,

        /// <summary>What is left out of this copy.</summary>
        Box,

        /// <summary>What a version changed.</summary>
        Bar,
    }

    /// <param name="Level">One document has one of level 1.</param>
    /// <param name="Signed">Whose words stand under it, and when; small, in the same line.</param>
    public sealed record Head(int Level, string Text, string Signed = "") : SheetPiece;

    public sealed record Line(params IReadOnlyList<Said> Words) : SheetPiece;

    /// <param name="Name">Told by a screen reader.</param>
    /// <param name="Columns">What stands on top of it on every page; none where the first column is of labels.</param>
    /// <param name="Widths">Twentieths of a point.</param>
    public sealed record Grid(
        string Name, IReadOnlyList<string> Columns, IReadOnlyList<int> Widths, IReadOnlyList<IReadOnlyList<Cell>> Rows) : SheetPiece;

    public sealed record Cell(Edge Edge, params IReadOnlyList<Said> Words)
    {
        public static implicit operator Cell(string text) => new(Edge.None, new Said(text));

        public static Cell Bold(string text) => new(Edge.None, new Said(text, IsBold: true));
    }

    public sealed record Said(string Text, bool IsBold = false);
}
