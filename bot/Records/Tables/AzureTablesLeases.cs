using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;

namespace StrategyBot.Records.Tables;

/// <summary>A lease is a row in the stream's own partition, apart from its head: taking it is in no append's way.</summary>
internal sealed class AzureTablesLeases(TableServiceClient service, string prefix, TimeProvider wall) : ILeases
{
    private readonly LeaseWatch watch = new(wall);
    private readonly TableClient table = service.GetTableClient(prefix + AzureTablesRecord.Streams);
    private readonly string holder = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <remarks>Whether it stands unchanged is told by its tag;
    /// <c>Until</c> is for instances of an earlier release, which go by it.</remarks>
    public async Task<bool> TryTakeAsync(string stream, TimeSpan term, CancellationToken cancellationToken)
    {
        var stands = await ReadAsync(stream, cancellationToken);
        if (stands is not null && stands.GetString("Holder") != holder && !watch.HasStood(stream, stands.ETag.ToString(), term))
        {
            return false;
        }

        var until = (wall.GetUtcNow() + term).UtcTicks;
        var lease = new TableEntity(TableKeys.Stream(stream), TableKeys.Lease) { ["Holder"] = holder, ["Until"] = until };
        try
        {
            await (stands is null
                ? table.AddEntityAsync(lease, cancellationToken)
                : table.UpdateEntityAsync(lease, stands.ETag, TableUpdateMode.Replace, cancellationToken));
            watch.Forget(stream);
            return true;
        }
        catch (RequestFailedException refused) when (refused.IsConflict())
        {
            return false;
        }
    }

    public async Task ReleaseAsync(string stream, CancellationToken cancellationToken)
    {
        if (await ReadAsync(stream, cancellationToken) is not { } stands || stands.GetString("Holder") != holder)
        {
            return;
        }

        try
        {
            await table.DeleteEntityAsync(stands.PartitionKey, stands.RowKey, stands.ETag, cancellationToken);
        }
        catch (RequestFailedException refused) when (refused.IsConflict())
        {
            // It had run out, and another has it now.
        }
    }

    private async Task<TableEntity?> ReadAsync(string stream, CancellationToken cancellationToken)
    {
        var found =
            await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Stream(stream), TableKeys.Lease,
                cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }
}
