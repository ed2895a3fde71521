using StrategyBot.Conversations;
using StrategyBot.Oversight;
using StrategyBot.Records;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases;

/// <summary>Reads the measures of twelve months from what the cases laid on the months' shelves: no case is opened for it, and none that
/// is older costs anything.</summary>
internal sealed class MeasuresLook(
    ServiceBook book, Clerk clerk, ProcedureProfile procedure, TeamsSettings teams, TimeProvider clock)
{
    public const string OfTheAuthority = "The measures are for the authority's own people.";

    /// <param name="MayOpen">The reader may see cases of the service, and comes from a measure to its cases.</param>
    public sealed record Looked(MeasuredYear Year, bool IsWhole, DateTimeOffset At, bool MayOpen);

    /// <param name="area"><c>null</c>: all of them.</param>
    /// <returns><c>null</c> for whoever is not of this authority.</returns>
    public async Task<Looked?> ReadAsync(Turn turn, string? area, CancellationToken cancellationToken)
    {
        if (!turn.IsOfAuthority(teams))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var year = await book.ReadAsync(cases => cases.Measures(area, now), cancellationToken);
        return new(year, await clerk.AreFilledAsync(BoardRow.Form, cancellationToken), now,
            BoardReader.Of(turn.Asker(), procedure) is { All: true } or { Areas.Count: > 0 });
    }
}
