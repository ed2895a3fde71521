using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace StrategyBot.Records.Tables;

/// <summary>A partition for each term, a row for each stream that it may find.
/// Only candidates: whether it does is said by the stream's head.</summary>
internal sealed class TermRows(TableClient table, StreamRows streams)
{
    // A chair may have hundreds of cases; so many heads are read side by side.
    private const int ReadsAtOnce = 16;

    public async Task<IReadOnlyList<string>> FindAsync(string term, CancellationToken cancellationToken)
    {
        var key = TableKeys.Term(term);
        var candidates = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key}"), select: ["RowKey"],
            cancellationToken: cancellationToken))
        {
            candidates.Add(TableKeys.StreamName(row.RowKey));
        }

        var found = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(candidates,
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken }, async (stream, token) =>
        {
            if ((await streams.HeadAsync(stream, token)).Terms.Contains(key))
            {
                found.Add(stream);
            }
        });
        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <param name="keys">Terms as keys.</param>
    /// <param name="version">The stream's version from which on they find it.</param>
    public Task AddAsync(string stream, IEnumerable<string> keys, int version, CancellationToken cancellationToken) =>
        Task.WhenAll(
            keys.Select(
                key => table.UpsertEntityAsync(new TableEntity(key, TableKeys.Stream(stream)) { ["Version"] = version },
                    TableUpdateMode.Replace, cancellationToken)));

    /// <summary>Takes rows away that a version no longer needs, unless a later one has put them there again.</summary>
    public Task RemoveAsync(string stream, IEnumerable<string> keys, int version, CancellationToken cancellationToken) =>
        Task.WhenAll(keys.Select(key => RemoveAsync(TableKeys.Stream(stream), key, version, cancellationToken)));

    private async Task RemoveAsync(string partition, string key, int version, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(key, partition, cancellationToken: cancellationToken);
        if (!row.HasValue || row.Value!.GetInt32("Version") > version)
        {
            return;
        }

        try
        {
            await table.DeleteEntityAsync(key, partition, row.Value.ETag, cancellationToken);
        }
        catch (RequestFailedException refused) when (refused.IsConflict())
        {
            // Put there again meanwhile.
        }
    }
}
