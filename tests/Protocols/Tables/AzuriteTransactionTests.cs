using Azure;
using StrategyBot.Protocols.Tables;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Protocols.Tables;

[Collection(OneAzurite.Name)]
public sealed class AzuriteTransactionTests(Azurite azurite)
{
    [NodeFact]
    public async Task Every_action_is_done_and_gives_the_rows_new_version()
    {
        var table = await azurite.NewTableAsync();
        await table.SubmitTransactionAsync([Add("2"), Add("3"), Add("6")]);
        var second = (await table.GetEntityIfExistsAsync<TableEntity>("case", "2")).Value!;
        var done = await table.SubmitTransactionAsync(
        [
            Add("1"),
            new(TableTransactionActionType.UpdateMerge, Row("2", "Zoë — ☕ 😀"), second.ETag),
            new(TableTransactionActionType.UpdateReplace, Row("3", "new"), ETag.All),
            new(TableTransactionActionType.UpsertMerge, Row("4", "new")),
            new(TableTransactionActionType.UpsertReplace, Row("O'N 5", "new")),
            new(TableTransactionActionType.Delete, new TableEntity("case", "6")),
        ]);

        Assert.Equal(["1 old", "2 Zoë — ☕ 😀", "3 new", "4 new", "O'N 5 new"], await ReadAsync(table));
        Assert.All(done.Value, part => Assert.Equal(204, part.Status));
        var first = (await table.GetEntityIfExistsAsync<TableEntity>("case", "1")).Value!;
        Assert.Equal(first.ETag, done.Value[0].Headers.ETag);
        await table.UpdateEntityAsync(first, done.Value[0].Headers.ETag!.Value);
    }

    [NodeFact]
    public async Task A_hundred_rows_are_added_or_none()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Row("r042", "before"));
        var actions = Enumerable.Range(0, 100).Select(n => Add($"r{n:000}")).ToList();
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(actions));

        Assert.Equal((409, TableErrorCode.EntityAlreadyExists), (refused.Status, refused.ErrorCode));
        Assert.Equal(["r042 before"], await ReadAsync(table));

        await table.DeleteEntityAsync("case", "r042");
        Assert.Equal(100, (await table.SubmitTransactionAsync(actions)).Value.Count);
        Assert.Equal(100, (await ReadAsync(table)).Count);
    }

    [NodeFact]
    public async Task A_stale_version_refuses_the_whole_and_names_its_action()
    {
        var table = await azurite.NewTableAsync();
        var stale = (await table.AddEntityAsync(Row("head", "1"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Row("head", "2"));
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [Add("a"), new(TableTransactionActionType.UpdateMerge, Row("head", "3"), stale), Add("b")]));

        Assert.Equal((412, TableErrorCode.UpdateConditionNotSatisfied, 1), (refused.Status, refused.ErrorCode, refused.FailedTransactionActionIndex));
        Assert.Equal(["head 2"], await ReadAsync(table));
    }

    [NodeFact]
    public async Task Of_twenty_writers_of_one_version_one_wins()
    {
        var table = await azurite.NewTableAsync();
        var version = (await table.AddEntityAsync(Row("head", "0"))).Headers.ETag!.Value;
        var results = await Task.WhenAll(Enumerable.Range(1, 20).Select(async n =>
        {
            try
            {
                await table.SubmitTransactionAsync([Add($"fact{n:00}"), new(TableTransactionActionType.UpdateMerge, Row("head", $"{n}"), version)]);
                return n;
            }
            catch (TableTransactionFailedException e) when (e.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
            {
                return 0;
            }
        }));

        var winner = Assert.Single(results, n => n != 0);
        Assert.Equal([$"fact{winner:00} old", $"head {winner}"], await ReadAsync(table));
    }

    private static TableTransactionAction Add(string rowKey) => new(TableTransactionActionType.Add, Row(rowKey, "old"));

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
