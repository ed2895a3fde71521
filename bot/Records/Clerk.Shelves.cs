using StrategyBot.Rules;

namespace StrategyBot.Records;

/// <summary>What lies of a case on shelves, to be read together with other cases; whoever draws the service's screen answers it.
/// Of the record alone, and nothing of a child, a family or what is said of them.</summary>
internal delegate IReadOnlyList<ShelfRow> OnShelves(Case @case);

/// <summary>What every case lies on and is found by, and what is read of many at once.</summary>
internal sealed partial class Clerk
{
    // The shelf that says in which form the others were filled.
    private const string Filled = "filled";

    /// <summary>What lies on a shelf; of a case that is being written, from the case itself.</summary>
    public async Task<IReadOnlyList<(CaseId Case, string Text)>> ShelfAsync(string shelf, CancellationToken cancellationToken)
    {
        var rows = new List<(CaseId, string)>();
        foreach (var (stream, text) in await record.ShelfAsync(shelf, cancellationToken))
        {
            if ((text ?? await NowAsync(stream, shelf, cancellationToken)) is { } known)
            {
                rows.Add((CaseCodec.CaseOf(stream), known));
            }
        }

        return rows;
    }

    /// <inheritdoc cref="IRecord.NewsAsync"/>
    /// <returns>Of cases alone.</returns>
    public async Task<(IReadOnlyList<CaseId> Cases, string Mark)?> ShelfNewsAsync(string? since, CancellationToken cancellationToken) =>
        await record.NewsAsync(since, cancellationToken) is { } news
            ? ([.. news.Streams.Where(CaseCodec.IsCase).Select(CaseCodec.CaseOf)], news.Mark) : null;

    /// <summary>What lies of one case on all shelves; nothing where it can't be read.</summary>
    public async Task<IReadOnlyList<ShelfRow>> OnShelvesAsync(CaseId id, CancellationToken cancellationToken) =>
        await record.RowsAsync(CaseCodec.StreamOf(id), cancellationToken) ?? await RowsNowAsync(id, cancellationToken) ?? [];

    /// <summary>Fills the shelves from the records where an earlier release filled them otherwise, or not at all.</summary>
    /// <param name="form">Names how the rows look: another one fills them anew.</param>
    public async Task FillShelvesAsync(string form, CancellationToken cancellationToken)
    {
        if (await AreFilledAsync(form, cancellationToken))
        {
            return;
        }

        await RebuildIndexesAsync(cancellationToken);
        // Last: whoever stops before begins anew.
        await record.ReindexAsync(Filled, 0, new([], null) { Rows = [new(Filled, form)] }, cancellationToken);
    }

    /// <summary>Whether all cases lie on their shelves already.</summary>
    public async Task<bool> AreFilledAsync(string form, CancellationToken cancellationToken) =>
        (await record.ShelfAsync(Filled, cancellationToken)).Any(row => row.Text == form);

    /// <returns><c>null</c> where it lies there no more, or can't be read.</returns>
    private async Task<string?> NowAsync(string stream, string shelf, CancellationToken cancellationToken) =>
        (await RowsNowAsync(CaseCodec.CaseOf(stream), cancellationToken))?.FirstOrDefault(row => row.Shelf == shelf)?.Text;

    private async Task<IReadOnlyList<ShelfRow>?> RowsNowAsync(CaseId id, CancellationToken cancellationToken)
    {
        try
        {
            return RowsOf(await LoadAsync(id, cancellationToken));
        }
        catch (LeftAloneException)
        {
            return null;
        }
    }

    private Index IndexOf(Case @case, Case? before) =>
        new(CaseTerms.Of(@case), earliestDue(@case, before, clock.GetUtcNow())) { Rows = RowsOf(@case) };

    private IReadOnlyList<ShelfRow>? RowsOf(Case @case)
    {
        try
        {
            return onShelves?.Invoke(@case) ?? [];
        }
        catch (Exception)
        {
            // Of a case of which so much is gone that this can't be told: what is to be saved is saved.
            return null;
        }
    }
}
