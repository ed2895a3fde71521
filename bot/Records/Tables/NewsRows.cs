using System.Globalization;
using Azure.Data.Tables;

namespace StrategyBot.Records.Tables;

/// <summary>Of which streams the rows on shelves change, in the order of time: written before the record is, so that whoever follows the
/// shelves misses no write that took its time. Beside the shelves, in a partition that no shelf is called.</summary>
/// <param name="wall">Not a case's clock: the writers' own, which differ by seconds.</param>
internal sealed class NewsRows(TableClient table, TimeProvider wall)
{
    private const string Partition = "~news";

    // Longer than a write goes on between its news and its end, and clocks differ: so long a change is named again and again.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(2);

    // Whoever is further behind reads the shelves anew.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    public Task AddAsync(string stream, CancellationToken cancellationToken) => table.UpsertEntityAsync(
        new TableEntity(Partition, $"{At(wall.GetUtcNow())}-{TableKeys.Digest(stream)}") { ["Stream"] = stream },
        TableUpdateMode.Replace, cancellationToken);

    public async Task<ShelfNews?> SinceAsync(string? mark, CancellationToken cancellationToken)
    {
        var now = wall.GetUtcNow();
        var next = At(now - Again);
        if (mark is null)
        {
            await TidyAsync(At(now - Kept), cancellationToken);
            return new([], next);
        }

        if (string.CompareOrdinal(mark, At(now - (Kept / 2))) < 0)
        {
            return null;
        }

        var streams = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {mark}"), select: ["Stream"],
            cancellationToken: cancellationToken))
        {
            streams.Add(row.GetString("Stream"));
        }

        return new([.. streams.Distinct()], next);
    }

    private async Task TidyAsync(string before, CancellationToken cancellationToken)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {before}"), maxPerPage: 100,
            select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken).AsPages())
        {
            // Somebody else may tidy too.
            await Task.WhenAll(page.Values.Select(row => table.DeleteEntityAsync(row.PartitionKey, row.RowKey,
                cancellationToken: cancellationToken)));
        }
    }

    private static string At(DateTimeOffset instant) => instant.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
