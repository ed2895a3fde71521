using Azure;
using Azure.Data.Tables;
using StrategyBot.Records;
using StrategyBot.Records.Tables;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

[Collection(OneAzurite.Name)]
public sealed class AzureTablesRecordTests(Azurite azurite) : RecordContract
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [NodeFact]
    public async Task Every_index_is_written_again_where_it_was_lost()
    {
        var (service, prefix) = (TableAccount.Open(azurite.ConnectionString), azurite.NewTableName());
        var record = new AzureTablesRecord(service, prefix, TimeProvider.System);
        await record.OpenAsync(default);
        await record.TryAppendAsync("cases/a", 0,
            [Line.Next(new("cases/a", 1, "case-opened", Noon, null, "bot", null, "s1", null, null, null), "{}", "salt", "")], "s1",
            new(["open"], Noon), default);
        foreach (var name in new[] { "Terms", "Due" })
        {
            await foreach (var row in service.GetTableClient(prefix + name).QueryAsync<TableEntity>())
            {
                await service.GetTableClient(prefix + name).DeleteEntityAsync(row.PartitionKey, row.RowKey);
            }
        }

        Assert.Empty(await record.FindAsync("open", default));

        await record.ReindexAsync("cases/a", 1, new(["open"], Noon), default);

        Assert.Equal(["cases/a"], await record.FindAsync("open", default));
        Assert.Equal(Noon, await record.NextDueAsync(default));
    }

    [NodeFact]
    public async Task No_key_and_no_address_holds_somebodys_mail_address()
    {
        var (service, prefix) = (TableAccount.Open(azurite.ConnectionString), azurite.NewTableName());
        var record = new AzureTablesRecord(service, prefix, TimeProvider.System);
        await record.OpenAsync(default);
        await record.TryAppendAsync("cases/a", 0,
            [Line.Next(new("cases/a", 1, "case-opened", Noon, null, "bot", null, "s1", null, null, null), "{}", "salt", "")], "s1",
            new(["mail:ann@nhs.example"], Noon), default);

        var rows = new List<TableEntity>();
        foreach (var name in new[] { "Streams", "Terms", "Due" })
        {
            await foreach (var row in service.GetTableClient(prefix + name).QueryAsync<TableEntity>())
            {
                rows.Add(row);
            }
        }

        Assert.Contains(rows, row => row.RowKey == "cases~002fa");
        Assert.DoesNotContain(rows, row => (row.PartitionKey + row.RowKey).Contains("ann", StringComparison.Ordinal));
    }

    [NodeTheory]
    [InlineData("Streams")]
    [InlineData("Terms")]
    [InlineData("Due")]
    [InlineData("Access")]
    [InlineData("Shelves")]
    public async Task A_table_that_is_missing_is_noticed_and_does_not_look_empty(string name)
    {
        var (service, prefix) = (TableAccount.Open(azurite.ConnectionString), azurite.NewTableName());
        var record = new AzureTablesRecord(service, prefix, TimeProvider.System);
        await record.OpenAsync(default);
        await record.CheckAsync(writes: false, default);
        await service.DeleteTableAsync(prefix + name);

        var missing = await Assert.ThrowsAsync<RequestFailedException>(() => record.CheckAsync(writes: false, default));

        Assert.Equal("it answered 404 (TableNotFound)", StoreStart.Why(missing));
        await record.OpenAsync(default);
        await record.CheckAsync(writes: false, default);
    }

    [NodeFact]
    public async Task News_is_named_again_for_as_long_as_its_write_may_take_and_after_a_day_one_begins_anew()
    {
        var clock = new StoppedClock(Noon);
        var (service, prefix) = (TableAccount.Open(azurite.ConnectionString), azurite.NewTableName());
        var record = new AzureTablesRecord(service, prefix, clock);
        await record.OpenAsync(default);
        var begun = (await record.NewsAsync(null, default))!;
        await record.ReindexAsync("cases/a", 0, new([], null) { Rows = [new("open", "a1")] }, default);

        clock.Advance(TimeSpan.FromSeconds(1));
        var first = (await record.NewsAsync(begun.Mark, default))!;
        clock.Advance(TimeSpan.FromSeconds(30));
        var second = (await record.NewsAsync(first.Mark, default))!;
        Assert.Equal(["cases/a"], first.Streams);
        Assert.Equal(["cases/a"], second.Streams);

        clock.Advance(TimeSpan.FromMinutes(3));
        var third = (await record.NewsAsync(second.Mark, default))!;
        Assert.Empty((await record.NewsAsync(third.Mark, default))!.Streams);

        clock.Advance(TimeSpan.FromHours(25));
        Assert.Null(await record.NewsAsync(third.Mark, default));
        clock.Advance(TimeSpan.FromDays(2));
        await record.NewsAsync(null, default);
        Assert.Empty(await NewsAsync());

        async Task<List<TableEntity>> NewsAsync()
        {
            var rows = new List<TableEntity>();
            await foreach (var row in service.GetTableClient(prefix + "Shelves").QueryAsync<TableEntity>("PartitionKey eq '~news'"))
            {
                rows.Add(row);
            }

            return rows;
        }
    }

    [NodeFact]
    public async Task Words_that_the_streams_head_does_not_name_are_believed_by_nobody()
    {
        var (service, prefix) = (TableAccount.Open(azurite.ConnectionString), azurite.NewTableName());
        var record = new AzureTablesRecord(service, prefix, TimeProvider.System);
        await record.OpenAsync(default);
        await record.ReindexAsync("cases/a", 0, new([], null) { Rows = [new("open", "a1")] }, default);
        var table = service.GetTableClient(prefix + "Shelves");

        // Doubted by a write that broke off before the record: what lay there is right still.
        await table.UpsertEntityAsync(new TableEntity("open", "cases~002fa") { ["Doubt"] = true }, TableUpdateMode.Merge);
        Assert.Equal([new ShelfRow("open", "a1")], await record.RowsAsync("cases/a", default));
        // And one that broke off after it.
        await table.UpsertEntityAsync(new TableEntity("open", "cases~002fa") { ["Text0"] = "another" }, TableUpdateMode.Merge);
        Assert.Null(await record.RowsAsync("cases/a", default));
        await table.DeleteEntityAsync("open", "cases~002fa");
        Assert.Null(await record.RowsAsync("cases/a", default));
    }

    private protected override async Task<IRecord> CreateAsync()
    {
        var record = new AzureTablesRecord(TableAccount.Open(azurite.ConnectionString), azurite.NewTableName(), TimeProvider.System);
        await record.OpenAsync(default);
        return record;
    }
}
