using StrategyBot.Conversations;
using StrategyBot.Oversight;
using StrategyBot.Records;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases;

/// <summary>Reads the board for whoever asks, from what lies on the shelf of open cases: no case is opened for it.</summary>
internal sealed class BoardLook(ServiceBook book, Clerk clerk, ProcedureProfile procedure, TeamsSettings teams, TimeProvider clock)
{
    /// <summary>What somebody of another organisation reads.</summary>
    public const string OfTheAuthority = "The board is for the authority's own people.";

    /// <param name="Board">For whoever may see rows; <c>null</c> for whoever sees counts alone.</param>
    /// <param name="IsWhole">Every case lies on the shelf; just after an update it may still be filled.</param>
    public sealed record Looked(CaseBoard? Board, BoardCounts Counts, bool IsWhole, Clocks Clocks, DateTimeOffset At);

    /// <param name="most">How many lines of each group are wanted.</param>
    /// <returns><c>null</c> for whoever is not of this authority.</returns>
    public async Task<Looked?> ReadAsync(Turn turn, BoardFilter filter, int most, CancellationToken cancellationToken)
    {
        var asker = turn.Asker();
        if (!turn.IsOfAuthority(teams))
        {
            return null;
        }

        var (now, clocks, reader) = (clock.GetUtcNow(), Clocks.For(procedure), BoardReader.Of(asker, procedure));
        var (board, counts) = await book.ReadAsync(
            cases => (cases.Open.Board(reader, filter, now, clocks, most), cases.Open.Counts(now, clocks)), cancellationToken);
        return new(reader.All || reader.Areas.Count > 0 || board.Everything > 0 ? board : null,
            counts, await clerk.AreFilledAsync(BoardRow.Form, cancellationToken), clocks, now);
    }
}
