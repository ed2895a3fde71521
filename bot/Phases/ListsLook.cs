using StrategyBot.Conversations;
using StrategyBot.Oversight;
using StrategyBot.Records;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases;

/// <summary>Reads the service's lists for whoever asks, from what the cases laid on the shelves: no case is opened for it.</summary>
internal sealed class ListsLook(Clerk clerk, ProcedureProfile procedure, TeamsSettings teams, Words words, TimeProvider clock)
{
    public const string OfTheAuthority = "The lists are for the authority's own people.";

    /// <param name="Lists">For whoever may see rows; <c>null</c> for whoever sees counts alone.</param>
    /// <param name="Counts">Of twelve months and all areas, whatever was asked for; empty beside rows.</param>
    /// <param name="Months">Those that can be chosen, the newest first.</param>
    public sealed record Looked(
        ServiceLists? Lists, IReadOnlyList<ListCounts> Counts, IReadOnlyList<DateOnly> Months, bool IsWhole, DateTimeOffset At);

    /// <param name="month">One of the last twelve; <c>null</c>: all of them.</param>
    /// <param name="measure">Whose cases are asked for; <c>null</c>: none's.</param>
    /// <returns><c>null</c> for whoever is not of this authority.</returns>
    public async Task<Looked?> ReadAsync(
        Turn turn, DateOnly? month, string? area, ServiceMeasure? measure, CancellationToken cancellationToken)
    {
        var asker = turn.Asker();
        if (!turn.IsOfAuthority(teams))
        {
            return null;
        }

        var (now, clocks, reader) = (clock.GetUtcNow(), Clocks.For(procedure), BoardReader.Of(asker, procedure));
        var months = MeasuredYear.To(words.LocalDate(now));
        var rows = new List<(DateOnly? Month, CaseId Case, ListedCase Row)>();
        foreach (var shelf in months.Select(one => (DateOnly?)one).Append(null))
        {
            rows.AddRange((await clerk.ShelfAsync(shelf is { } one ? ListedCase.Shelf(one) : ListedCase.OpenShelf, cancellationToken))
                .Select(row => (shelf, row.Case, ListedCase.Read(row.Text))));
        }

        var isWhole = await clerk.AreFilledAsync(BoardRow.Form, cancellationToken);
        IReadOnlyList<DateOnly> offered = [.. months.Reverse()];
        var lists = ServiceLists.Of(rows.Where(row => month is null || row.Month is null || row.Month == month)
            .Select(row => (row.Case, row.Row)), reader, area, now, clocks, measure);
        return reader.All || reader.Areas.Count > 0 || rows.Exists(row => reader.Sees(row.Row.Keys) != BoardSight.Nothing)
            ? new(lists, [], offered, isWhole, now)
            : new(null, [.. ServiceLists.Counted(rows.Select(row => (row.Case, row.Row)), now, clocks).Select(ListCounts.Of)], offered,
                isWhole, now);
    }
}
