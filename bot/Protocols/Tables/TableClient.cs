using System.Text.Json;
using Azure;
using Azure.Core;

namespace StrategyBot.Protocols.Tables;

/// <summary>One table.</summary>
/// <remarks>
/// <para>A broken limit is an <see cref="ArgumentException"/> before anything is sent; a refusal is a <see cref="RequestFailedException"/> with Azure's own code.</para>
/// <para>Reads, upserts and unconditional updates and deletes are retried by Azure.Core's rules. An insert, a transaction and anything that asks for a version is
/// retried only where the service said that it did nothing (429, or 503 with <c>Retry-After</c>). After any other failure its outcome is unknown: a caller
/// that repeats it and is told <c>EntityAlreadyExists</c> or <c>UpdateConditionNotSatisfied</c> must read to learn whether the other writer was itself.</para>
/// </remarks>
public sealed class TableClient
{
    private readonly TableWire wire;

    internal TableClient(TableWire wire, string tableName)
    {
        TableLimits.CheckTableName(tableName);
        (this.wire, Name) = (wire, tableName);
    }

    public string Name { get; }

    public Task<Response> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        SendAsync(TableRequest.CreateTable(Name), cancellationToken, allow: TableErrorCode.TableAlreadyExists);

    public Task<Response> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default) =>
        SendAsync(TableRequest.Insert(Name, entity), cancellationToken);

    public Task<Response> UpdateEntityAsync(TableEntity entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        SendAsync(TableRequest.Update(Name, entity, ifMatch, mode), cancellationToken);

    public Task<Response> UpsertEntityAsync(TableEntity entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        SendAsync(TableRequest.Upsert(Name, entity, mode), cancellationToken);

    /// <summary>A row that isn't there is no error: it is gone, as was asked. The response then says 404.</summary>
    public Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        SendAsync(TableRequest.Delete(Name, partitionKey, rowKey, ifMatch), cancellationToken, allow: TableErrorCode.ResourceNotFound);

    /// <remarks>A table that isn't there is an error, so that a wrong setting doesn't look like an empty store.</remarks>
    /// <typeparam name="T"><see cref="TableEntity"/>; the parameter is the official client's.</typeparam>
    public async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : TableEntity, new()
    {
        using var message = wire.Message(TableRequest.Get(TableRequest.PathTo(Name, partitionKey, rowKey)));
        if (Joined(select) is { } names)
        {
            message.Request.Uri.AppendQuery("$select", names, escapeValue: true);
        }

        var response = await wire.SendAsync(message, cancellationToken, allow: TableErrorCode.ResourceNotFound);
        if (response.Status == 404)
        {
            return new NoValueResponse<T>(response);
        }

        using var json = JsonDocument.Parse(response.Content);
        return Response.FromValue(EntityJson.Read<T>(json.RootElement), response);
    }

    /// <param name="filter">From <see cref="CreateQueryFilter"/>. Name the partition, else the whole table is read.</param>
    /// <param name="maxPerPage">At most 1,000.</param>
    /// <param name="select">Names of the values to read, keys included; all where none is named.</param>
    /// <param name="cancellationToken">Stops between pages and within one.</param>
    /// <typeparam name="T"><see cref="TableEntity"/>; the parameter is the official client's.</typeparam>
    public AsyncPageable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : TableEntity, new() =>
        new TableQuery<T>(wire, $"/{Name}()", filter, maxPerPage, Joined(select), cancellationToken);

    /// <summary>Does all of <paramref name="transactionActions"/>, or none of them: at most 100, on different rows of one partition, together at most 4 MB.</summary>
    /// <returns>An answer for each action in its order, with the row's new version where it has one.</returns>
    /// <exception cref="TableTransactionFailedException">Nothing was written; the exception names the action at fault.</exception>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var actions = transactionActions.ToList();
        TableTransaction.Check(actions);
        using var message = wire.Message(new TableRequest("POST", "/$batch", null, null));
        var id = message.Request.ClientRequestId;
        message.Request.Headers.Remove("Prefer");
        message.Request.Headers.SetValue("Accept", "application/json");
        message.Request.Headers.SetValue("Content-Type", $"multipart/mixed; boundary=batch_{id}");
        message.Request.Content = RequestContent.Create(TableTransaction.Write(actions.Select(action => TableTransaction.Request(Name, action)), wire.Account, id));
        var response = await wire.SendAsync(message, cancellationToken);
        return Response.FromValue<IReadOnlyList<Response>>(Accepted(response, actions.Count), response);
    }

    public static string CreateQueryFilter(FormattableString filter) => TableFilter.Of(filter);

    private static List<Response> Accepted(Response response, int actions)
    {
        var parts = TableTransaction.Read(response.Content.ToString());
        if (parts.Find(part => part.Status >= 400) is { } refused)
        {
            throw TableFailure.Of(response, refused);
        }

        // Neither a refusal nor an answer for each: what was done can't be told from this.
        return parts.Count == actions
            ? parts
            : throw new RequestFailedException(response.Status, $"Azure Tables answered {parts.Count} of {actions} actions.", null, null);
    }

    private static string? Joined(IEnumerable<string>? select) => select is null ? null : string.Join(',', select);

    private async Task<Response> SendAsync(TableRequest request, CancellationToken cancellationToken, string? allow = null)
    {
        using var message = wire.Message(request);
        return await wire.SendAsync(message, cancellationToken, allow);
    }
}
