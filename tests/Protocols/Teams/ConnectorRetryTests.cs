using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

/// <summary>What is tried again, and when. Microsoft's table of status codes is in "Messages in bot conversations".</summary>
public sealed class ConnectorRetryTests : IAsyncLifetime
{
    private static readonly Activity Message = new() { Type = ActivityTypes.Message, Text = "2 of 3 are coming." };

    private ConnectorStub stub = null!;

    public async Task InitializeAsync() => stub = await ConnectorStub.StartAsync();

    public async Task DisposeAsync() => await stub.DisposeAsync();

    [Theory]
    [InlineData(412, null)]
    [InlineData(429, null)]
    [InlineData(429, "2")]
    [InlineData(503, "2")]
    public async Task A_send_that_was_surely_not_done_is_tried_again(int status, string? retryAfter)
    {
        Answer(status, retryAfter).Answer(201, """{"id":"1"}""");

        Assert.Equal("1", (await SendAsync()).Id);
        Assert.Equal(2, stub.Requests);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_send_that_may_have_been_done_is_not_tried_again(int status)
    {
        Answer(status);

        Assert.Equal(status, (await Assert.ThrowsAsync<ConnectorException>(SendAsync)).Status);
        Assert.Equal(1, stub.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task No_other_status_is_tried_again(int status)
    {
        foreach (var call in Repeatable().Append(SendAsync))
        {
            Answer(status);
            Assert.Equal(status, (await Assert.ThrowsAsync<ConnectorException>(call)).Status);
        }

        Assert.Equal(5, stub.Requests);
        Assert.Empty(stub.Clock.Waits);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_be_done_twice_is_tried_again(int status)
    {
        foreach (var call in Repeatable())
        {
            Answer(status).Answer(200, "{}");
            await call();
        }

        Assert.Equal(8, stub.Requests);
    }

    [Fact]
    public async Task Each_wait_is_about_twice_as_long_and_after_four_attempts_it_gives_up()
    {
        for (var i = 0; i < 4; i++)
        {
            Answer(429);
        }

        await Assert.ThrowsAsync<ConnectorException>(SendAsync);

        Assert.Equal(4, stub.Requests);
        Assert.Collection(
            stub.Clock.Waits,
            first => Assert.InRange(first.TotalSeconds, 1, 1.5),
            second => Assert.InRange(second.TotalSeconds, 2, 3),
            third => Assert.InRange(third.TotalSeconds, 4, 6));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Wed, 25 Nov 2026 14:00:09 GMT", 9)]
    [InlineData("Wed, 25 Nov 2026 13:59:00 GMT", 0)]
    public async Task The_wait_that_the_service_asks_for_is_kept_to(string retryAfter, int seconds)
    {
        Answer(429, retryAfter).Answer(201, """{"id":"1"}""");

        await SendAsync();

        Assert.Equal(seconds, stub.Clock.Waits.Sum(w => w.TotalSeconds));
    }

    [Fact]
    public async Task A_longer_wait_is_left_to_the_caller()
    {
        Answer(429, "60");

        var e = await Assert.ThrowsAsync<ConnectorException>(SendAsync);

        Assert.Equal(TimeSpan.FromSeconds(60), e.RetryAfter);
        Assert.Empty(stub.Clock.Waits);
    }

    [Fact]
    public async Task A_time_out_is_told_as_unknown_and_not_tried_again()
    {
        stub.Options.Retry.NetworkTimeout = TimeSpan.FromMilliseconds(50);
        stub.Answer(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var e = await Assert.ThrowsAsync<ConnectorException>(SendAsync);

        Assert.Equal((0, "TimedOut", 1), (e.Status, e.Code, stub.Requests));
    }

    [Fact]
    public void A_call_waits_ten_seconds_for_its_answer() =>
        Assert.Equal(TimeSpan.FromSeconds(10), new ConnectorClientOptions().Retry.NetworkTimeout);

    [Fact]
    public async Task A_broken_connection_is_told_as_unknown_and_not_tried_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new ConnectorClient(new(), null, stub.Clock, NullLogger<ConnectorClient>.Instance);

        var sent = client.SendToConversationAsync($"http://{listener.LocalEndpoint}/", "19:a", Message, default);
        using (var connection = await listener.AcceptSocketAsync())
        {
            await connection.ReceiveAsync(new byte[1]);
            connection.Close(timeout: 0);
        }

        var e = await Assert.ThrowsAsync<ConnectorException>(() => sent);
        Assert.Equal((0, "ConnectionBroken"), (e.Status, e.Code));
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_a_failure_of_the_connector()
    {
        using var caller = new CancellationTokenSource();
        stub.Answer(async context =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stub.Client()
            .SendToConversationAsync(ConnectorStub.ServiceUrl, "19:a", Message, caller.Token));
    }

    [Theory]
    [InlineData("""{"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the roster of Ada Bell"}}""",
        "BotNotInConversationRoster")]
    [InlineData("""{"error":{"code":"Ada Bell was not found","message":""}}""", "Unspecified")]
    [InlineData("""{"error":{"message":"Ada Bell"}}""", "Unspecified")]
    [InlineData("""{"error":"Ada Bell"}""", "Unspecified")]
    [InlineData("<html>Ada Bell</html>", "Unspecified")]
    [InlineData("", "Unspecified")]
    public async Task A_refusal_tells_the_services_code_and_nothing_of_its_message(string body, string code)
    {
        stub.Answer(403, body);

        var e = await Assert.ThrowsAsync<ConnectorException>(SendAsync);

        Assert.Equal((403, code), (e.Status, e.Code));
        Assert.DoesNotContain("Ada", e.ToString(), StringComparison.Ordinal);
    }

    private Task<ResourceResponse> SendAsync() => stub.Client().SendToConversationAsync(ConnectorStub.ServiceUrl, "19:a", Message, default);

    private ConnectorStub Answer(int status, string? retryAfter = null) =>
        retryAfter is null ? stub.Answer(status) : stub.Answer(status, "", ("Retry-After", retryAfter));

    private Func<Task>[] Repeatable()
    {
        var client = stub.Client();
        return
        [
            () => client.GetMemberAsync(ConnectorStub.ServiceUrl, "19:a", "29:1", default),
            () => client.UpdateActivityAsync(ConnectorStub.ServiceUrl, "19:a", "1", Message, default),
            () => client.DeleteActivityAsync(ConnectorStub.ServiceUrl, "19:a", "1", default),
            () => client.CreateConversationAsync(ConnectorStub.ServiceUrl, ConversationParameters.OneToOne("28:b", "29:1", "t"), default),
        ];
    }
}
