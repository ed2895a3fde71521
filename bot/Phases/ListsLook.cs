using StrategyBot.Conversations;
using StrategyBot.Oversight;
using StrategyBot.Records;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases;

/// <summary>Reads the service's lists for whoever asks, from what the cases laid on the shelves: no case is opened for it.</summary>
internal sealed class ListsLook(ServiceBook book, Clerk clerk, ProcedureProfile procedure, TeamsSettings teams, TimeProvider clock)
{
    public const string OfTheAuthority = "The lists are for the authority's own people.";

    /// <param name="Lists">For whoever may see rows; <c>null</c> for whoever sees counts alone.</param>
    /// <param name="Counts">Of twelve months and all areas, whatever was asked for; empty beside rows.</param>
    /// <param name="Months">Those that can be chosen, the newest first.</param>
    public sealed record Looked(
        ServiceLists? Lists, IReadOnlyList<ListCounts> Counts, IReadOnlyList<DateOnly> Months, bool IsWhole, DateTimeOffset At);

    /// <param name="month">One of the last twelve; <c>null</c>: all of them.</param>
    /// <param name="measure">Whose cases are asked for; <c>null</c>: none's.</param>
    /// <param name="most">How many lines of each list are wanted.</param>
    /// <returns><c>null</c> for whoever is not of this authority.</returns>
    public async Task<Looked?> ReadAsync(
        Turn turn, DateOnly? month, string? area, ServiceMeasure? measure, int most, CancellationToken cancellationToken)
    {
        var asker = turn.Asker();
        if (!turn.IsOfAuthority(teams))
        {
            return null;
        }

        var (now, clocks, reader) = (clock.GetUtcNow(), Clocks.For(procedure), BoardReader.Of(asker, procedure));
        var isServed = reader.All || reader.Areas.Count > 0;
        var (lists, counts, months) = await book.ReadAsync(cases =>
            cases.Lists.Lists(reader, month, area, now, clocks, measure, most) is var here && (isServed || here.Everything > 0)
                ? (here, (IReadOnlyList<ListForReader>)[], cases.Months)
                : ((ServiceLists?)null, cases.Lists.Counted(now, clocks), cases.Months), cancellationToken);
        return new(lists, [.. counts.Select(ListCounts.Of)], [.. months.Reverse()],
            await clerk.AreFilledAsync(BoardRow.Form, cancellationToken), now);
    }
}
