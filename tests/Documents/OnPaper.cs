using StrategyBot.Cases;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Documents;

/// <summary>The minutes of a case as pieces of a document, and what stands in them.</summary>
internal static class OnPaper
{
    public static IReadOnlyList<SheetPiece> Pieces(Given given, int version, Participant reader, Func<Case, Case>? change = null)
    {
        var @case = change is null ? given.Case : change(given.Case);
        var paragraphs = version == 0 ? MinutesDraft.Of(@case) : @case.Meeting.Minutes.Of(version);
        return MinutesLayout.Of(MinutesCopy.OnPaper(paragraphs, reader),
            MinutesFile.Paper(@case, @case.Meeting, version, paragraphs, reader, Words));
    }

    /// <summary>What goes on one child's file.</summary>
    public static IReadOnlyList<SheetPiece> Extract(Given given, int version, Participant reader, ChildId child)
    {
        var (@case, meeting) = (given.Case, given.Case.Meeting);
        return MinutesLayout.Of(MinutesCopy.OnPaper(MinutesExtract.Of(meeting.Minutes.Of(version), child), reader),
            MinutesFile.Paper(@case, meeting, version, meeting.Minutes.Of(version), reader, Words, @case.Find(child)));
    }

    public static IReadOnlyList<SheetPiece.Head> Headings(IReadOnlyList<SheetPiece> pieces, int level) =>
        [.. pieces.OfType<SheetPiece.Head>().Where(head => head.Level == level)];

    public static SheetPiece.Grid Grid(IReadOnlyList<SheetPiece> pieces, string name) =>
        pieces.OfType<SheetPiece.Grid>().First(grid => grid.Name == name);

    public static List<IReadOnlyList<string>> Table(IReadOnlyList<SheetPiece> pieces, string name) =>
        [.. Grid(pieces, name).Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Text)])];

    public static string Row(IEnumerable<IReadOnlyList<string>> rows, string question) => rows.Single(row => row[1] == question)[2];

    public static Dictionary<string, string> Numbered(IReadOnlyList<SheetPiece> pieces) => pieces.OfType<SheetPiece.Grid>()
        .Where(grid => grid.Columns is ["No.", "Question", ..]).SelectMany(grid => grid.Rows)
        .ToDictionary(row => Text(row[0]), row => Text(row[2]));

    public static IEnumerable<string> Lines(IReadOnlyList<SheetPiece> pieces) =>
        pieces.OfType<SheetPiece.Line>().Select(line => string.Concat(line.Words.Select(said => said.Text)).Replace('\u00A0', ' '));

    public static IEnumerable<string> Said(SheetPiece piece) => piece switch
    {
        SheetPiece.Grid grid => grid.Rows.SelectMany(row => row.Select(Text)),
        SheetPiece.Line line => [string.Concat(line.Words.Select(said => said.Text))],
        _ => [],
    };

    public static string Text(SheetPiece.Cell cell) => string.Concat(cell.Words.Select(said => said.Text)).Replace('\u00A0', ' ');
}
