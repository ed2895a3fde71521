using StrategyBot.Conversations;
using StrategyBot.Oversight;
using StrategyBot.Records;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases;

/// <summary>Reads the board for whoever asks, from what lies on the shelf of open cases: no case is opened for it.</summary>
internal sealed class BoardLook(Clerk clerk, ProcedureProfile procedure, TeamsSettings teams, TimeProvider clock)
{
    /// <summary>What somebody of another organisation reads.</summary>
    public const string OfTheAuthority = "The board is for the authority's own people.";

    /// <param name="Board">For whoever may see rows; <c>null</c> for whoever sees counts alone.</param>
    /// <param name="IsWhole">Every case lies on the shelf; just after an update it may still be filled.</param>
    public sealed record Looked(CaseBoard? Board, BoardCounts Counts, bool IsWhole, Clocks Clocks, DateTimeOffset At);

    /// <returns><c>null</c> for whoever is not of this authority.</returns>
    public async Task<Looked?> ReadAsync(Turn turn, BoardFilter filter, CancellationToken cancellationToken)
    {
        var asker = turn.Asker();
        if (!turn.IsOfAuthority(teams))
        {
            return null;
        }

        var rows = (await clerk.ShelfAsync(BoardRow.Shelf, cancellationToken))
            .Select(row => (row.Case, Row: BoardRow.Read(row.Text))).ToList();
        var (now, clocks, reader) = (clock.GetUtcNow(), Clocks.For(procedure), BoardReader.Of(asker, procedure));
        var board = CaseBoard.Of(rows, reader, filter, now, clocks);
        return new(reader.All || reader.Areas.Count > 0 || board.Everything > 0 ? board : null,
            BoardCounts.Of(rows.Select(row => row.Row), now), await clerk.AreFilledAsync(BoardRow.Form, cancellationToken), clocks, now);
    }
}
