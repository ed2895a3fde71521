using Azure;
using Azure.Data.Tables;

namespace StrategyBot.Records.Tables;

/// <summary>When each stream needs its next look: a row a stream, in 16 shards. It may tell too early, never too late.</summary>
/// <remarks>
/// Hence: whoever puts a row later must know that nobody is about to append.
/// Their own write to the stream's head (an append, or a fence) turns away everyone
/// who had lowered the row before; the row's tag turns away them where somebody lowers it after.
/// So every append that owes something writes the row first.
/// </remarks>
internal sealed class DueRows(TableClient table)
{
    // Only writers of one stream on other instances are in the way.
    private const int MaxAttempts = 16;

    public async Task<DueRow> ReadAsync(string stream, CancellationToken cancellationToken)
    {
        var found =
            await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Shard(stream), TableKeys.Stream(stream),
                cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : new DueRow(stream, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue, 0, default);
    }

    /// <summary>Those to be looked at by <paramref name="at"/>, the longest due first.</summary>
    public async Task<IReadOnlyList<DueRow>> UntilAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var rows = new List<DueRow>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Look le {at.UtcTicks}"),
            cancellationToken: cancellationToken))
        {
            rows.Add(Read(row));
        }

        return [.. rows.OrderBy(row => row.Look).ThenBy(row => row.DueAt).ThenBy(row => row.Stream, StringComparer.Ordinal)];
    }

    public async Task<DateTimeOffset?> EarliestAsync(CancellationToken cancellationToken)
    {
        var earliest = long.MaxValue;
        await foreach (var row in table.QueryAsync<TableEntity>(select: ["Look"], cancellationToken: cancellationToken))
        {
            earliest = Math.Min(earliest, row.GetInt64("Look")!.Value);
        }

        return earliest == long.MaxValue ? null : Instant(earliest);
    }

    /// <summary>Writes the row anew, no later than it was and no later than <paramref name="dueAt"/>.</summary>
    public async Task<DueRow> LowerAsync(string stream, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var row = await ReadAsync(stream, cancellationToken);
            if (await TryWriteAsync(row with { Look = Earlier(row.Look, dueAt), DueAt = Earlier(row.DueAt, dueAt) },
                cancellationToken) is { } written)
            {
                return written;
            }
        }

        throw new TimeoutException($"The due row of {stream} changed {MaxAttempts} times while it was being written.");
    }

    /// <returns><c>null</c> if somebody changed the row since it was read.</returns>
    public async Task<DueRow?> TryWriteAsync(DueRow row, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(TableKeys.Shard(row.Stream), TableKeys.Stream(row.Stream))
        {
            ["Look"] = row.Look.UtcTicks,
            ["DueAt"] = row.DueAt.UtcTicks,
            ["Attempts"] = row.Attempts,
        };
        try
        {
            var response = await (row.Exists
                ? table.UpdateEntityAsync(entity, row.ETag, TableUpdateMode.Replace, cancellationToken)
                : table.AddEntityAsync(entity, cancellationToken));
            return row with { ETag = response.Headers.ETag!.Value };
        }
        catch (RequestFailedException refused) when (refused.IsConflict())
        {
            return null;
        }
    }

    /// <summary>Takes the row away, unless somebody changed it since it was read.</summary>
    public async Task TryDeleteAsync(DueRow row, CancellationToken cancellationToken)
    {
        try
        {
            await table.DeleteEntityAsync(TableKeys.Shard(row.Stream), TableKeys.Stream(row.Stream), row.ETag, cancellationToken);
        }
        catch (RequestFailedException refused) when (refused.IsConflict())
        {
            // It is early now, which costs a look.
        }
    }

    private static DueRow Read(TableEntity row) => new(
        TableKeys.StreamName(row.RowKey), Instant(row.GetInt64("Look")!.Value), Instant(row.GetInt64("DueAt")!.Value),
        row.GetInt32("Attempts")!.Value, row.ETag);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Instant(long utcTicks) => new(utcTicks, TimeSpan.Zero);

    /// <param name="Look">When to look: what is due, or the next try where that was put off.</param>
    internal sealed record DueRow(string Stream, DateTimeOffset Look, DateTimeOffset DueAt, int Attempts, ETag ETag)
    {
        public bool Exists => ETag != default;
    }
}
