using System.Net;
using System.Text.RegularExpressions;
using Azure;
using StrategyBot.Protocols.Tables;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Protocols.Tables.ScriptedService;

namespace StrategyBot.Tests.Protocols.Tables;

/// <summary>What goes over the wire, word for word, and what is made of the answer.</summary>
public sealed class TranscriptTests
{
    private const string Version = "W/\"datetime'2026-11-26T12%3A00%3A00.1234567Z'\"";
    private static readonly Reply Done = new(HttpStatusCode.NoContent, Headers: [("ETag", Version)]);

    [Fact]
    public async Task Making_a_table()
    {
        var service = new ScriptedService(new Reply(HttpStatusCode.NoContent), Reply.Error(HttpStatusCode.Conflict, "TableAlreadyExists"));
        await service.Cases.CreateIfNotExistsAsync();
        await service.Cases.CreateIfNotExistsAsync();
        Golden.Text(service.Transcript);
    }

    [Fact]
    public async Task Inserting_every_type_of_value()
    {
        var service = new ScriptedService(Done);
        var response = await service.Cases.AddEntityAsync(new TableEntity("SB-2026-001", "0000000001")
        {
            ["Text"] = "Zoë's \"plan\" — café ☕",
            ["Small"] = 7,
            ["Large"] = 9_007_199_254_740_993,
            ["Share"] = 0.5,
            ["Yes"] = true,
            ["At"] = new DateTimeOffset(2026, 6, 1, 10, 0, 0, TimeSpan.FromHours(1)),
            ["Id"] = new Guid("11111111-2222-3333-4444-555555555555"),
            ["Bytes"] = new byte[] { 1, 2, 255 },
        });
        Assert.Equal(new ETag(Version), response.Headers.ETag);
        Golden.Text(service.Transcript);
    }

    [Fact]
    public async Task Reading_a_row_whose_keys_need_escaping()
    {
        var service = new ScriptedService(
            new Reply(HttpStatusCode.OK, $$"""{"odata.metadata":"x","odata.etag":"{{Version.Replace("\"", "\\\"")}}","PartitionKey":"O'Neil & 100%","RowKey":"ł 1","Timestamp":"2026-11-26T12:00:00.1234567Z","Large@odata.type":"Edm.Int64","Large":"9007199254740993","Gone":null,"Small":7}"""),
            Reply.Error(HttpStatusCode.NotFound, "ResourceNotFound"));
        var found = await service.Cases.GetEntityIfExistsAsync<TableEntity>("O'Neil & 100%", "ł 1");
        var missing = await service.Cases.GetEntityIfExistsAsync<TableEntity>("a", "b", select: ["PartitionKey", "Small"]);

        Assert.Equal(new ETag(Version), found.Value!.ETag);
        Assert.Equal(("O'Neil & 100%", "ł 1", 9_007_199_254_740_993, 7L, 7, 2), (found.Value.PartitionKey, found.Value.RowKey, found.Value.GetInt64("Large"), found.Value.GetInt64("Small"), found.Value.GetInt32("Small"), found.Value.Count));
        Assert.False(missing.HasValue);
        Golden.Text(service.Transcript);
    }

    [Fact]
    public async Task Changing_and_deleting_a_row()
    {
        var service = new ScriptedService(Done, Done, Done, Done, Done, Done, Reply.Error(HttpStatusCode.NotFound, "ResourceNotFound"));
        var row = new TableEntity("SB-2026-001", "head") { ["Version"] = 3 };
        await service.Cases.UpdateEntityAsync(row, new ETag(Version));
        await service.Cases.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        await service.Cases.UpsertEntityAsync(row);
        await service.Cases.UpsertEntityAsync(row, TableUpdateMode.Replace);
        await service.Cases.DeleteEntityAsync("SB-2026-001", "head", new ETag(Version));
        await service.Cases.DeleteEntityAsync("SB-2026-001", "head");
        Assert.Equal(404, (await service.Cases.DeleteEntityAsync("SB-2026-001", "head")).Status);
        Golden.Text(service.Transcript);
    }

    [Fact]
    public async Task A_query_of_three_pages_of_which_one_is_empty()
    {
        var service = new ScriptedService(
            Page("""{"PartitionKey":"SB-2026-001","RowKey":"1"}""", ("x-ms-continuation-NextPartitionKey", "1!16!U0I+/w=="), ("x-ms-continuation-NextRowKey", "1!4!Mg--")),
            Page("", ("x-ms-continuation-NextPartitionKey", "1!16!next")),
            Page("""{"PartitionKey":"SB-2026-001","RowKey":"2"}"""));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {"SB-2026-001"} and RowKey ge {"O'N&l"}");
        var rows = new List<string>();
        await foreach (var row in service.Cases.QueryAsync<TableEntity>(filter, maxPerPage: 1, select: ["PartitionKey", "RowKey"]))
        {
            rows.Add(row.RowKey);
        }

        Assert.Equal(["1", "2"], rows);
        Golden.Text(service.Transcript);
    }

    [Fact]
    public async Task A_transaction_of_every_action()
    {
        var service = new ScriptedService(Accepted("204 No Content\r\nETag: \"one\"", "204 No Content\r\nETag: \"two\"", "204 No Content", "204 No Content", "204 No Content", "204 No Content"));
        var done = await service.Cases.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row("1")),
            new(TableTransactionActionType.UpdateMerge, Row("2"), new ETag(Version)),
            new(TableTransactionActionType.UpdateReplace, Row("3"), ETag.All),
            new(TableTransactionActionType.UpsertMerge, Row("4")),
            new(TableTransactionActionType.UpsertReplace, Row("5")),
            new(TableTransactionActionType.Delete, Row("O'N 6")),
        ]);

        Assert.Equal([new ETag("one"), new ETag("two")], done.Value.Take(2).Select(part => part.Headers.ETag!.Value));
        Assert.All(done.Value, part => Assert.Equal(204, part.Status));
        Golden.Text(Regex.Replace(service.Transcript, "_[0-9a-f-]{36}", "_{request id}"));
    }

    private static TableEntity Row(string rowKey) => new("SB-2026-001", rowKey) { ["Kind"] = "minutes-approved" };

    private static Reply Page(string rows, params (string, string)[] headers) => new(HttpStatusCode.OK, $$"""{"value":[{{rows}}]}""", headers);

    /// <summary>An answer in the shape of the specification's own sample.</summary>
    internal static Reply Accepted(params string[] parts) => new(HttpStatusCode.Accepted, string.Concat(
        "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n",
        string.Concat(parts.Select(part => $"--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 {part}\r\n\r\n\r\n")),
        "--changesetresponse_1--\r\n--batchresponse_1--\r\n"));
}
