using Azure;
using Azure.Data.Tables;

namespace StrategyBot.Records.Tables;

/// <summary>A partition for each shelf, a row for each stream on it. It is another partition than the stream's: a row that will change is
/// doubted first, the record is written second, and the words third. What is in doubt is asked of the stream itself.</summary>
internal sealed class ShelfRows(TableClient table)
{
    private const string Doubt = "Doubt";

    public async Task<IReadOnlyList<Shelved>> ReadAsync(string shelf, CancellationToken cancellationToken)
    {
        var rows = new List<Shelved>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {shelf}"), cancellationToken: cancellationToken))
        {
            rows.Add(new(TableKeys.StreamName(row.RowKey), row.ContainsKey(Doubt) ? null : LineRows.GetText(row, "Text")));
        }

        return [.. rows.OrderBy(row => row.Stream, StringComparer.Ordinal)];
    }

    /// <returns><c>null</c> where one is not what the stream's head says of it: a write is on its way, or broke off.</returns>
    /// <param name="named">By the head.</param>
    public async Task<IReadOnlyList<ShelfRow>?> OfAsync(string stream, IEnumerable<string> named, CancellationToken cancellationToken)
    {
        var rows = await Task.WhenAll(named.Select(async name =>
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(ShelfOf(name), TableKeys.Stream(stream),
                cancellationToken: cancellationToken);
            // In doubt or not: what counts is whether these are the words that the head names.
            var text = found.HasValue ? LineRows.GetText(found.Value!, "Text") : null;
            return text is not null && Named(ShelfOf(name), text) == name ? new ShelfRow(ShelfOf(name), text) : null;
        }));
        return rows.Contains(null) ? null : [.. rows.OfType<ShelfRow>().OrderBy(row => row.Shelf, StringComparer.Ordinal)];
    }

    /// <summary>What a stream's head says of its rows: each shelf with a digest of what lies there.</summary>
    public static HashSet<string>? Named(IReadOnlyList<ShelfRow>? rows) =>
        rows is null ? null : [.. rows.Select(row => Named(row.Shelf, row.Text))];

    private static string Named(string shelf, string text) => $"{shelf}={TableKeys.Digest(text)}";

    public static string ShelfOf(string named) => named[..named.IndexOf('=', StringComparison.Ordinal)];

    /// <summary>Before the record is written: from here on nobody believes these rows.</summary>
    public async Task<IReadOnlyList<Doubted>> DoubtAsync(string stream, IEnumerable<string> shelves, CancellationToken cancellationToken) =>
        await Task.WhenAll(shelves.Select(async shelf =>
        {
            var row = new TableEntity(shelf, TableKeys.Stream(stream)) { [Doubt] = true };
            var answer = await table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellationToken);
            return new Doubted(shelf, answer.Headers.ETag ?? default);
        }));

    /// <summary>After it is written. A row that another writer doubts meanwhile stays in doubt.</summary>
    public Task SettleAsync(
        string stream, IReadOnlyList<Doubted> doubted, IReadOnlyList<ShelfRow>? rows, CancellationToken cancellationToken) =>
        Task.WhenAll(doubted.Select(one => SettleAsync(TableKeys.Stream(stream), one,
            rows?.FirstOrDefault(row => row.Shelf == one.Shelf), cancellationToken)));

    private async Task SettleAsync(string key, Doubted one, ShelfRow? row, CancellationToken cancellationToken)
    {
        try
        {
            if (row is null)
            {
                await table.DeleteEntityAsync(one.Shelf, key, one.ETag, cancellationToken);
                return;
            }

            var entity = new TableEntity(one.Shelf, key);
            LineRows.PutText(entity, "Text", row.Text);
            await table.UpdateEntityAsync(entity, one.ETag, TableUpdateMode.Replace, cancellationToken);
        }
        catch (RequestFailedException refused) when (refused.IsConflict())
        {
            // Doubted anew meanwhile, by whoever writes next.
        }
    }

    internal sealed record Doubted(string Shelf, ETag ETag);
}
