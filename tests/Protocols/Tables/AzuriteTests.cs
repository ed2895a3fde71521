using Azure;
using StrategyBot.Protocols.Tables;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Protocols.Tables;

/// <summary>The same client against a service that speaks the protocol.</summary>
[Collection(OneAzurite.Name)]
public sealed class AzuriteTests(Azurite azurite)
{
    [NodeFact]
    public async Task What_is_inserted_is_read_back_the_same()
    {
        var table = await azurite.NewTableAsync();
        var written = new TableEntity("O'Neil & 100%+", "Zoë ☕ = 1,2;3'")
        {
            ["Text"] = "Line one\r\nline two\u2028— \"quoted\" \\ ' <b> 😀 --changeset_x",
            ["Empty"] = "",
            ["Small"] = int.MinValue,
            ["Large"] = long.MaxValue,
            ["Share"] = double.NegativeInfinity,
            ["Yes"] = false,
            ["At"] = new DateTimeOffset(2026, 11, 26, 12, 0, 0, 123, TimeSpan.Zero),
            ["Id"] = new Guid("11111111-2222-3333-4444-555555555555"),
            ["Bytes"] = new byte[] { 0, 1, 254, 255 },
        };
        var response = await table.AddEntityAsync(written);
        var read = (await table.GetEntityIfExistsAsync<TableEntity>(written.PartitionKey, written.RowKey)).Value!;

        Assert.Equal((written.PartitionKey, written.RowKey), (read.PartitionKey, read.RowKey));
        Assert.Equal(written.OrderBy(v => v.Key), read.OrderBy(v => v.Key));
        Assert.Equal(response.Headers.ETag, read.ETag);
        Assert.NotNull(read.Timestamp);
    }

    // Azurite decodes a body piece by piece: sent as UTF-8, some of these would be broken in two.
    [NodeFact]
    public async Task A_text_of_64_KiB_is_kept()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("a", "b") { ["Text"] = new string('€', 32 * 1024) });
        var read = await table.GetEntityIfExistsAsync<TableEntity>("a", "b");
        Assert.Equal(new string('€', 32 * 1024), read.Value!.GetString("Text"));
    }

    [NodeFact]
    public async Task A_table_is_made_once_and_a_missing_one_is_an_error()
    {
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient(azurite.NewTableName());
        var missing = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityIfExistsAsync<TableEntity>("a", "b"));
        Assert.Equal(TableErrorCode.TableNotFound, missing.ErrorCode);

        Assert.Equal(204, (await table.CreateIfNotExistsAsync()).Status);
        Assert.Equal(409, (await table.CreateIfNotExistsAsync()).Status);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("a", "b")).HasValue);
    }

    [NodeFact]
    public async Task A_row_is_inserted_once()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Row("1", "first"));
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(Row("1", "second")));

        Assert.Equal(TableErrorCode.EntityAlreadyExists, refused.ErrorCode);
        Assert.Equal(["1 first"], await ReadAsync(table));
    }

    [NodeFact]
    public async Task A_change_of_an_older_version_is_refused_and_changes_nothing()
    {
        var table = await azurite.NewTableAsync();
        var old = (await table.AddEntityAsync(Row("1", "first"))).Headers.ETag!.Value;
        await table.UpdateEntityAsync(Row("1", "second"), old, TableUpdateMode.Replace);

        foreach (var change in new Func<Task>[]
        {
            () => table.UpdateEntityAsync(Row("1", "third"), old),
            () => table.UpdateEntityAsync(Row("1", "third"), old, TableUpdateMode.Replace),
            () => table.DeleteEntityAsync("case", "1", old),
        })
        {
            var refused = await Assert.ThrowsAsync<RequestFailedException>(change);
            Assert.Equal((412, TableErrorCode.UpdateConditionNotSatisfied), (refused.Status, refused.ErrorCode));
        }

        Assert.Equal(["1 second"], await ReadAsync(table));
    }

    [NodeFact]
    public async Task A_merge_keeps_and_a_replace_drops_what_is_not_named()
    {
        var table = await azurite.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("case", "1") { ["A"] = 1, ["B"] = 2 });
        await table.UpsertEntityAsync(new TableEntity("case", "1") { ["B"] = 3 });
        var merged = (await table.GetEntityIfExistsAsync<TableEntity>("case", "1")).Value!;
        await table.UpdateEntityAsync(new TableEntity("case", "1") { ["C"] = 4 }, merged.ETag, TableUpdateMode.Replace);
        var replaced = (await table.GetEntityIfExistsAsync<TableEntity>("case", "1")).Value!;

        Assert.Equal((1, 3), (merged.GetInt32("A"), merged.GetInt32("B")));
        Assert.Equal(["C"], replaced.Select(v => v.Key));
    }

    [NodeFact]
    public async Task A_row_is_deleted_and_deleting_it_again_is_no_error()
    {
        var table = await azurite.NewTableAsync();
        var version = (await table.AddEntityAsync(Row("1", "first"))).Headers.ETag!.Value;
        Assert.Equal(204, (await table.DeleteEntityAsync("case", "1", version)).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("case", "1")).Status);
    }

    [NodeFact]
    public async Task A_query_follows_its_continuation_in_the_order_of_the_keys()
    {
        var table = await azurite.NewTableAsync();
        await table.SubmitTransactionAsync(Enumerable.Range(0, 25).Select(n => new TableTransactionAction(TableTransactionActionType.Add, Row($"{n:00}", "x"))));
        await table.AddEntityAsync(new TableEntity("another", "00"));
        var pages = new List<int>();
        var rows = new List<string>();
        await foreach (var page in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {"case"} and RowKey ge {"03"}"), maxPerPage: 10, select: ["RowKey"]).AsPages())
        {
            pages.Add(page.Values.Count);
            rows.AddRange(page.Values.Select(row => row.RowKey));
        }

        Assert.Equal([10, 10, 2], pages);
        Assert.Equal(Enumerable.Range(3, 22).Select(n => $"{n:00}"), rows);
    }

    [NodeFact]
    public async Task A_query_finds_by_every_type_of_value()
    {
        var table = await azurite.NewTableAsync();
        var due = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
        await table.AddEntityAsync(new TableEntity("O'Neil", "1") { ["Due"] = due, ["Seq"] = 5_000_000_000, ["Shard"] = 3, ["Open"] = true });
        await table.AddEntityAsync(new TableEntity("O'Neil", "2") { ["Due"] = due.AddMilliseconds(1), ["Seq"] = 5_000_000_000, ["Shard"] = 3, ["Open"] = true });
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {"O'Neil"} and Due le {due} and Seq eq {5_000_000_000} and Shard eq {3} and Open eq {true}");
        var rows = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter))
        {
            rows.Add(row.RowKey);
        }

        Assert.Equal(["1"], rows);
    }

    private static TableEntity Row(string rowKey, string text) => new("case", rowKey) { ["Text"] = text };

    private static async Task<List<string>> ReadAsync(TableClient table)
    {
        var rows = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>())
        {
            rows.Add($"{row.RowKey} {row.GetString("Text")}");
        }

        return rows;
    }
}
