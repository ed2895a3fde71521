using System.Net;
using Azure;
using StrategyBot.Protocols.Tables;
using static StrategyBot.Tests.Protocols.Tables.ScriptedService;

namespace StrategyBot.Tests.Protocols.Tables;

public sealed class FailureTests
{
    private static readonly TableEntity Row = new("SB-2026-001", "1");

    [Fact]
    public async Task A_refusal_carries_Azures_code_and_nothing_of_its_text()
    {
        var service = new ScriptedService(Reply.Error(HttpStatusCode.Conflict, "EntityAlreadyExists"));
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => service.Cases.AddEntityAsync(Row));

        Assert.Equal((409, TableErrorCode.EntityAlreadyExists), (refused.Status, refused.ErrorCode));
        Assert.Equal("Azure Tables answered 409 (EntityAlreadyExists), request 7f.", refused.Message);
        Assert.DoesNotContain("Words", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<?xml version="1.0"?><m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><m:code>AuthenticationFailed</m:code><m:message>x</m:message></m:error>""", "AuthenticationFailed")]
    [InlineData("<html><body>A proxy speaks.", null)]
    [InlineData("[]", null)]
    [InlineData("", null)]
    public async Task A_refusal_that_is_not_the_Table_services_own_is_read_as_far_as_it_goes(string body, string? code)
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => new ScriptedService(new Reply(HttpStatusCode.Forbidden, body)).Cases.AddEntityAsync(Row));

        Assert.Equal((403, code), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task A_table_that_is_not_there_does_not_look_like_a_row_that_is_not_there()
    {
        var service = new ScriptedService(Reply.Error(HttpStatusCode.NotFound, "TableNotFound"), Reply.Error(HttpStatusCode.NotFound, "TableNotFound"));

        await Assert.ThrowsAsync<RequestFailedException>(() => service.Cases.GetEntityIfExistsAsync<TableEntity>("a", "b"));
        await Assert.ThrowsAsync<RequestFailedException>(() => service.Cases.DeleteEntityAsync("a", "b"));
    }

    [Theory]
    [InlineData("2:The specified entity already exists.", 2)]
    [InlineData("0:The specified entity already exists.", 0)]
    [InlineData("The specified entity already exists.", null)]
    public async Task A_refused_transaction_names_the_action_at_fault(string text, int? index)
    {
        var part = $"409 Conflict\r\nContent-Type: application/json\r\n\r\n{Reply.Error(HttpStatusCode.Conflict, "EntityAlreadyExists", text).Body}";
        var service = new ScriptedService(TranscriptTests.Accepted(part) with { Headers = [("x-ms-request-id", "8a")] });
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Submit(service));

        Assert.Equal((409, TableErrorCode.EntityAlreadyExists, index), (refused.Status, refused.ErrorCode, refused.FailedTransactionActionIndex));
        Assert.Equal("Azure Tables answered 409 (EntityAlreadyExists), request 8a.", refused.Message);
    }

    [Fact]
    public async Task A_transaction_refused_at_the_door_is_not_said_to_have_a_faulty_action()
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Submit(new ScriptedService(Reply.Error(HttpStatusCode.RequestEntityTooLarge, "RequestBodyTooLarge"))));

        Assert.Equal("RequestBodyTooLarge", refused.ErrorCode);
    }

    [Fact]
    public async Task A_transaction_whose_answer_is_cut_short_is_not_taken_for_done() =>
        await Assert.ThrowsAsync<RequestFailedException>(() => Submit(new ScriptedService(TranscriptTests.Accepted("204 No Content"))));

    private static Task Submit(ScriptedService service) => service.Cases.SubmitTransactionAsync(
        [new(TableTransactionActionType.Add, Row), new(TableTransactionActionType.Add, new TableEntity("SB-2026-001", "2"))]);
}
