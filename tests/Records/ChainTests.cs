using Azure.Data.Tables;
using Microsoft.Data.Sqlite;
using StrategyBot.Records;
using StrategyBot.Records.Tables;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

public sealed class ChainInSqliteTests : ChainContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private SqliteRecord? record;

    private string Database => Path.Combine(folder.Path, "record.db");

    public void Dispose()
    {
        record?.Dispose();
        folder.Dispose();
    }

    private protected override Task<IRecord> CreateAsync() => Task.FromResult<IRecord>(record = new SqliteRecord(Database));

    private protected override Task ReplaceAsync(string stream, IReadOnlyList<Line> lines)
    {
        Replace(Database, stream, lines);
        return Task.CompletedTask;
    }

    internal static void Replace(string database, string stream, IReadOnlyList<Line> lines)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        Run(connection, "DELETE FROM lines WHERE stream = $1", stream);
        foreach (var line in lines)
        {
            Run(connection, "INSERT INTO lines VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", stream, line.Seq,
                line.Stored ?? line.Envelope.ToJson(), line.Content, line.Salt, line.Digest, line.Previous, line.Hash);
        }

        transaction.Commit();
    }

    private static void Run(SqliteConnection connection, string sql, params object?[] values)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (at, value) in values.Index())
        {
            command.Parameters.AddWithValue($"${at + 1}", value ?? DBNull.Value);
        }

        command.ExecuteNonQuery();
    }
}

[Collection(OneAzurite.Name)]
public sealed class ChainInAzureTablesTests(Azurite azurite) : ChainContract
{
    private readonly string prefix = azurite.NewTableName();

    private TableServiceClient Service => TableAccount.Open(azurite.ConnectionString);

    private protected override async Task<IRecord> CreateAsync()
    {
        var record = new AzureTablesRecord(Service, prefix, TimeProvider.System);
        await record.OpenAsync(default);
        return record;
    }

    private protected override async Task ReplaceAsync(string stream, IReadOnlyList<Line> lines)
    {
        var table = Service.GetTableClient(prefix + AzureTablesRecord.Streams);
        var partition = TableKeys.Stream(stream);
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition))
        {
            if (row.RowKey.StartsWith("line-", StringComparison.Ordinal))
            {
                await table.DeleteEntityAsync(partition, row.RowKey);
            }
        }

        foreach (var line in lines)
        {
            var row = LineRows.Row(partition, line);
            row["Envelope"] = line.Stored ?? line.Envelope.ToJson();
            await table.AddEntityAsync(row);
        }

        var head = new TableEntity(partition, TableKeys.Head) { ["Version"] = lines[^1].Seq };
        await table.UpdateEntityAsync(head, Azure.ETag.All, TableUpdateMode.Merge);
    }
}
