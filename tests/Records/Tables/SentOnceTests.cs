using System.Net;
using Azure;
using Azure.Data.Tables;
using static StrategyBot.Tests.Records.Tables.ScriptedService;

namespace StrategyBot.Tests.Records.Tables;

/// <summary>What may be sent twice: anything that leaves the same, and anything that was surely not done.</summary>
public sealed class SentOnceTests
{
    private static readonly TableEntity Row = new("SB-2026-001", "1");
    private static readonly ETag Version = new("W/\"1\"");
    private static readonly Reply Done = new(HttpStatusCode.NoContent);
    private static readonly Reply Accepted = new(HttpStatusCode.Accepted, OneAction, [("Content-Type", Multipart)]);
    private static readonly Reply Busy = new(HttpStatusCode.ServiceUnavailable, Headers: [("Retry-After", "0")]);

    private static readonly Dictionary<string, Func<TableClient, Task>> Once = new()
    {
        ["insert"] = cases => cases.AddEntityAsync(Row),
        ["update of a version"] = cases => cases.UpdateEntityAsync(Row, Version),
        ["delete of a version"] = cases => cases.DeleteEntityAsync("a", "b", Version),
        ["transaction"] = cases => cases.SubmitTransactionAsync([new(TableTransactionActionType.Add, Row)]),
    };

    private static readonly Dictionary<string, Func<TableClient, Task>> Again = new()
    {
        ["create"] = cases => cases.CreateIfNotExistsAsync(),
        ["upsert"] = cases => cases.UpsertEntityAsync(Row),
        ["update of any"] = cases => cases.UpdateEntityAsync(Row, ETag.All),
        ["delete of any"] = cases => cases.DeleteEntityAsync("a", "b"),
    };

    public static TheoryData<string> OnlyOnce => [.. Once.Keys];

    public static TheoryData<string> AnyNumber => [.. Again.Keys];

    [Theory]
    [MemberData(nameof(OnlyOnce))]
    public async Task What_must_not_be_done_twice_is_sent_once_when_its_outcome_is_unknown(string what)
    {
        foreach (var unknown in Unknown())
        {
            var service = new ScriptedService(unknown, Done);
            await Assert.ThrowsAnyAsync<Exception>(() => Once[what](service.Cases));
            Assert.Equal(1, service.Requests);
        }
    }

    [Theory]
    [MemberData(nameof(OnlyOnce))]
    public async Task What_must_not_be_done_twice_is_sent_again_when_it_was_surely_not_done(string what)
    {
        var service = new ScriptedService(new Reply(HttpStatusCode.TooManyRequests), Busy, what == "transaction" ? Accepted : Done);
        await Once[what](service.Cases);
        Assert.Equal(3, service.Requests);
    }

    [Theory]
    [MemberData(nameof(AnyNumber))]
    public async Task What_leaves_the_same_is_sent_again_after_anything(string what)
    {
        foreach (var unknown in Unknown())
        {
            var service = new ScriptedService(unknown, Done);
            await Again[what](service.Cases);
            Assert.Equal(2, service.Requests);
        }
    }

    [Fact]
    public async Task A_table_that_is_not_there_does_not_look_like_a_row_that_is_not_there()
    {
        var missing =
            new Reply(HttpStatusCode.NotFound, """{"odata.error":{"code":"TableNotFound","message":{"value":"No such table."}}}""");
        var service = new ScriptedService(missing, missing);

        var read = await Assert.ThrowsAsync<RequestFailedException>(() => service.Cases.GetEntityIfExistsAsync<TableEntity>("a", "b"));
        await Assert.ThrowsAsync<RequestFailedException>(() => service.Cases.DeleteEntityAsync("a", "b"));

        Assert.Equal((404, "TableNotFound"), (read.Status, read.ErrorCode));
    }

    private static Reply[] Unknown() =>
    [
        new(HttpStatusCode.InternalServerError),
        new(HttpStatusCode.ServiceUnavailable),
        new(HttpStatusCode.GatewayTimeout),
        new(HttpStatusCode.OK, Broken: true),
    ];
}
