using Azure;
using Azure.Data.Tables;
using StrategyBot.Records.Tables;

namespace StrategyBot.Records;

/// <summary>The record in Azure Tables: one stream one partition, an append one transaction;
/// index first, record second, tidy third (README.md).</summary>
internal sealed class AzureTablesRecord : IRecord
{
    public const string Streams = "Streams";

    private static readonly string[] Names = [Streams, "Terms", "Due", "Access", "Shelves"];

    private readonly IReadOnlyList<TableClient> tables;
    private readonly StreamRows streams;
    private readonly TermRows terms;
    private readonly DueRows due;
    private readonly AccessRows accesses;
    private readonly ShelfRows shelves;
    private readonly NewsRows news;

    /// <param name="prefix">How its tables' names begin.</param>
    /// <param name="wall">The machine's own clock.</param>
    public AzureTablesRecord(TableServiceClient service, string prefix, TimeProvider wall)
    {
        tables = [.. Names.Select(name => service.GetTableClient(prefix + name))];
        streams = new(tables[0]);
        terms = new(tables[1], streams);
        due = new(tables[2]);
        accesses = new(tables[3]);
        shelves = new(tables[4]);
        news = new(tables[4], wall);
    }

    public Task<IReadOnlyList<Line>> ReadAsync(string stream, int after, CancellationToken cancellationToken) =>
        streams.LinesAsync(stream, after, cancellationToken);

    public async Task<Appended> TryAppendAsync(
        string stream, int after, IReadOnlyList<Line> lines, string source, Index? index, CancellationToken cancellationToken)
    {
        RecordLimits.Check(stream, lines, source);
        var head = await streams.HeadAsync(stream, cancellationToken);
        if (head.Version != after)
        {
            return await streams.HasSourceAsync(stream, source, cancellationToken) ? Appended.Repeated : Appended.Raced;
        }

        if (index is null)
        {
            return await streams.CommitAsync(stream, head, head.After(lines.Count), lines, source, cancellationToken);
        }

        var keys = index.Terms.Select(TableKeys.Term).ToHashSet();
        var next = head.After(lines.Count) with { Terms = keys, Shelves = ShelfRows.Named(index.Rows) ?? head.Shelves };
        var changed = head.Shelves.Except(next.Shelves).Concat(next.Shelves.Except(head.Shelves)).Select(ShelfRows.ShelfOf)
            .Distinct().ToList();
        var telling = changed.Count > 0 ? news.AddAsync(stream, cancellationToken) : Task.CompletedTask;
        var doubting = shelves.DoubtAsync(stream, changed, cancellationToken);
        var adding = terms.AddAsync(stream, keys.Except(head.Terms), after + lines.Count, cancellationToken);
        var row =
            index.DueAt is { } dueAt
                ? await due.LowerAsync(stream, dueAt, cancellationToken)
                : await due.ReadAsync(stream, cancellationToken);
        await adding;
        await telling;
        var doubted = await doubting;
        var outcome = await streams.CommitAsync(stream, head, next, lines, source, cancellationToken);
        if (outcome == Appended.Written)
        {
            await TidyAsync(stream, after + lines.Count, head.Terms.Except(keys), row, index, doubted);
        }

        return outcome;
    }

    public Task WithholdAsync(string stream, IReadOnlyList<Line> lines, CancellationToken cancellationToken) =>
        streams.WithholdAsync(stream, lines, cancellationToken);

    public Task<bool> HasSourceAsync(string stream, string source, CancellationToken cancellationToken) =>
        streams.HasSourceAsync(stream, source, cancellationToken);

    public Task<IReadOnlyList<string>> FindAsync(string term, CancellationToken cancellationToken) =>
        terms.FindAsync(term, cancellationToken);

    public Task<IReadOnlyList<Shelved>> ShelfAsync(string shelf, CancellationToken cancellationToken) =>
        shelves.ReadAsync(shelf, cancellationToken);

    public async Task<IReadOnlyList<ShelfRow>?> RowsAsync(string stream, CancellationToken cancellationToken) =>
        await shelves.OfAsync(stream, (await streams.HeadAsync(stream, cancellationToken)).Shelves, cancellationToken);

    public Task<ShelfNews?> NewsAsync(string? since, CancellationToken cancellationToken) => news.SinceAsync(since, cancellationToken);

    public async Task<IReadOnlyList<Due>> DueAsync(DateTimeOffset at, int most, CancellationToken cancellationToken) =>
        [.. (await due.UntilAsync(at, cancellationToken)).Take(most).Select(row => new Due(row.Stream, row.DueAt, row.Attempts))];

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => due.EarliestAsync(cancellationToken);

    public async Task PostponeAsync(string stream, DateTimeOffset? nextTry, int attempts, CancellationToken cancellationToken)
    {
        var row = await due.ReadAsync(stream, cancellationToken);
        var look = nextTry > row.DueAt ? nextTry.Value : row.DueAt;
        if (row.Exists && await streams.FenceAsync(stream, await streams.HeadAsync(stream, cancellationToken), null, cancellationToken))
        {
            await due.TryWriteAsync(row with { Look = look, Attempts = attempts }, cancellationToken);
        }
    }

    public async Task PutOffAsync(string stream, int version, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        var row = await due.ReadAsync(stream, cancellationToken);
        var head = await streams.HeadAsync(stream, cancellationToken);
        var isRight = dueAt is { } at ? row.Look == at && row.DueAt == at : !row.Exists;
        if (head.Version == version && !isRight && await streams.FenceAsync(stream, head, null, cancellationToken))
        {
            await PutExactlyAsync(row, dueAt, cancellationToken);
        }
    }

    public async Task<bool> ReindexAsync(string stream, int version, Index index, CancellationToken cancellationToken)
    {
        var row = await due.ReadAsync(stream, cancellationToken);
        var head = await streams.HeadAsync(stream, cancellationToken);
        if (head.Version != version)
        {
            return false;
        }

        var keys = index.Terms.Select(TableKeys.Term).ToHashSet();
        var next = head with { Terms = keys, Shelves = ShelfRows.Named(index.Rows) ?? head.Shelves };
        await terms.AddAsync(stream, keys, version, cancellationToken);
        await news.AddAsync(stream, cancellationToken);
        // All of them, also those that ought to stand: the row itself may be lost.
        var doubted = index.Rows is null ? []
            : await shelves.DoubtAsync(stream, head.Shelves.Union(next.Shelves).Select(ShelfRows.ShelfOf).Distinct(), cancellationToken);
        if (!await streams.FenceAsync(stream, head, next, cancellationToken))
        {
            return false;
        }

        await PutExactlyAsync(row, index.DueAt, cancellationToken);
        await terms.RemoveAsync(stream, head.Terms.Except(keys), version, cancellationToken);
        await shelves.SettleAsync(stream, doubted, index.Rows, cancellationToken);
        return true;
    }

    public Task<IReadOnlyList<string>> StreamsAsync(string prefix, CancellationToken cancellationToken) =>
        streams.NamesAsync(prefix, cancellationToken);

    public Task LogAccessAsync(IReadOnlyList<Access> accesses, CancellationToken cancellationToken) =>
        this.accesses.AddAsync(accesses, cancellationToken);

    public Task<IReadOnlyList<Access>> AccessesAsync(string stream, CancellationToken cancellationToken) =>
        accesses.ReadAsync(stream, cancellationToken);

    public async Task CheckAsync(bool writes, CancellationToken cancellationToken)
    {
        if (writes)
        {
            await tables[0].UpsertEntityAsync(new TableEntity("check", "check"), TableUpdateMode.Replace, cancellationToken);
        }

        // The others too: one that is missing is noticed here, and not by the first person who needs it.
        await Task.WhenAll(
            tables.Select(table => table.GetEntityIfExistsAsync<TableEntity>("check", "check", cancellationToken: cancellationToken)));
    }

    public Task OpenAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(tables.Select(table => table.CreateIfNotExistsAsync(cancellationToken)));

    private async Task TidyAsync(
        string stream, int version, IEnumerable<string> gone, DueRows.DueRow row, Index index,
        IReadOnlyList<ShelfRows.Doubted> doubted)
    {
        try
        {
            // Without the caller's token: it is written, so the answer no longer depends on this.
            await PutExactlyAsync(row, index.DueAt, CancellationToken.None);
            await terms.RemoveAsync(stream, gone, version, CancellationToken.None);
            await shelves.SettleAsync(stream, doubted, index.Rows, CancellationToken.None);
        }
        catch (Exception failure) when (failure is RequestFailedException or OperationCanceledException or AggregateException)
        {
            // The record stands. What is left in the index costs a needless look, and what lies in doubt on a shelf a reading of it.
        }
    }

    private async Task PutExactlyAsync(DueRows.DueRow row, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        if (dueAt is null && row.Exists)
        {
            await due.TryDeleteAsync(row, cancellationToken);
        }
        else if (dueAt is { } at && (row.Look != at || row.DueAt != at))
        {
            await due.TryWriteAsync(row with { Look = at, DueAt = at }, cancellationToken);
        }
    }
}
