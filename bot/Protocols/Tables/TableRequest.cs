using Azure;

namespace StrategyBot.Protocols.Tables;

/// <summary>One operation on one entity, as it is sent alone or as a part of a transaction.</summary>
/// <remarks>learn.microsoft.com/rest/api/storageservices/operations-on-entities.</remarks>
/// <param name="Method">The verb; a merge has its own, <c>MERGE</c>.</param>
/// <param name="Path">Below the account's address, escaped.</param>
/// <param name="IfMatch">The version that must be there; <c>null</c> sends no condition.</param>
/// <param name="Body">The entity as one line of JSON; <c>null</c> for a delete.</param>
internal sealed record TableRequest(string Method, string Path, ETag? IfMatch, string? Body)
{
    public const string Accept = "application/json;odata=minimalmetadata";

    private const string Tables = "/Tables";

    // Doing it twice leaves what doing it once does, unless a version was asked for: then the second meets what the first left.
    public bool IsIdempotent => Method == "POST" ? Path == Tables : IfMatch is null || IfMatch == ETag.All;

    public static TableRequest CreateTable(string name) => new("POST", Tables, null, EntityJson.TableName(name));

    public static TableRequest Get(string path) => new("GET", path, null, null);

    public static TableRequest Insert(string table, TableEntity entity) =>
        new("POST", $"/{table}", null, Checked(entity));

    public static TableRequest Update(string table, TableEntity entity, ETag ifMatch, TableUpdateMode mode) => ifMatch == default
        ? throw new ArgumentException("An update needs the version that it updates; ETag.All means any.")
        : new(Verb(mode), PathTo(table, entity.PartitionKey, entity.RowKey), ifMatch, Checked(entity));

    public static TableRequest Upsert(string table, TableEntity entity, TableUpdateMode mode) =>
        new(Verb(mode), PathTo(table, entity.PartitionKey, entity.RowKey), null, Checked(entity));

    public static TableRequest Delete(string table, string partitionKey, string rowKey, ETag ifMatch) =>
        new("DELETE", PathTo(table, partitionKey, rowKey), ifMatch == default ? ETag.All : ifMatch, null);

    public static string PathTo(string table, string partitionKey, string rowKey)
    {
        TableLimits.CheckKeys(partitionKey, rowKey);
        return $"/{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";
    }

    public IEnumerable<(string Name, string Value)> Headers()
    {
        yield return ("Accept", Accept);
        yield return ("DataServiceVersion", "3.0");
        if (Body is not null)
        {
            yield return ("Content-Type", "application/json");
        }

        if (Method == "POST")
        {
            // Else the service sends back what it was just given.
            yield return ("Prefer", "return-no-content");
        }

        if (IfMatch is { } version)
        {
            yield return ("If-Match", version.ToString("H"));
        }
    }

    private static string Verb(TableUpdateMode mode) => mode == TableUpdateMode.Merge ? "MERGE" : "PUT";

    private static string Checked(TableEntity entity)
    {
        TableLimits.CheckEntity(entity);
        return EntityJson.Write(entity);
    }

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
