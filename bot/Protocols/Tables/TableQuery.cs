using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace StrategyBot.Protocols.Tables;

/// <summary>Reads a query page by page until the service gives no further continuation.</summary>
/// <remarks>
/// learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination. A page ends after 1,000 rows, after five seconds, or at a partition's edge,
/// and may be empty although more follow.
/// </remarks>
internal sealed class TableQuery<T>(TableWire wire, string path, string? filter, int? maxPerPage, string? select, CancellationToken cancellationToken) : AsyncPageable<T>(cancellationToken)
    where T : TableEntity, new()
{
    private const string NextPartitionKey = "x-ms-continuation-NextPartitionKey";
    private const string NextRowKey = "x-ms-continuation-NextRowKey";

    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await ReadAsync(continuationToken, pageSizeHint ?? maxPerPage);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (continuationToken is not null);
    }

    private async Task<Page<T>> ReadAsync(string? continuationToken, int? top)
    {
        using var message = wire.Message(TableRequest.Get(path));
        Ask(message.Request.Uri, continuationToken, top);
        var response = await wire.SendAsync(message, CancellationToken);
        using var json = JsonDocument.Parse(response.Content);
        var rows = json.RootElement.GetProperty("value").EnumerateArray().Select(EntityJson.Read<T>).ToList();
        return Page<T>.FromValues(rows, Continuation(response), response);
    }

    private void Ask(RequestUriBuilder address, string? continuationToken, int? top)
    {
        var next = continuationToken?.Split(' ');
        (string Name, string? Value)[] asked =
        [
            ("$filter", filter),
            ("$select", select),
            ("$top", top?.ToString(CultureInfo.InvariantCulture)),
            ("NextPartitionKey", next?[0]),
            ("NextRowKey", next?[1]),
        ];
        foreach (var (name, value) in asked.Where(part => !string.IsNullOrEmpty(part.Value)))
        {
            // Escaped, so that a quote or an ampersand in a value stays part of it.
            address.AppendQuery(name, value!, escapeValue: true);
        }
    }

    // Both are opaque and hold no space. The row's is absent where the next page starts a partition.
    private static string? Continuation(Response response) =>
        response.Headers.TryGetValue(NextPartitionKey, out var partition)
            ? $"{partition} {(response.Headers.TryGetValue(NextRowKey, out var row) ? row : "")}"
            : null;
}
