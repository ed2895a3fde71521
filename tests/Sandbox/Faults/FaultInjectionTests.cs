using System.Text.Json.Nodes;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Tests.Sandbox.Faults;

public sealed class FaultInjectionTests : SandboxHost
{
    private static readonly object Hello = new { type = "message", text = "Hello" };

    private string Chat => Escape(PersonalChat(SandboxPeople.Chair));

    [Fact]
    public async Task A_fault_before_does_nothing_and_says_so_as_often_as_it_was_told()
    {
        await FaultAsync(new { service = "connector", method = "POST", path = "/activities", status = 429, retryAfter = 2, times = 2 });

        using var first = await SendRawAsync();
        Assert.Equal(429, (int)first.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), first.Headers.RetryAfter!.Delta);
        Assert.Equal("Throttled", (string?)(await Answered(first)).Body!["error"]!["code"]);
        Assert.Equal(1, (int?)(await ReadAsync("sandbox/faults"))[0]!["times"]);
        Assert.Equal(429, (await SendAsync()).Status);
        Assert.Empty(await MessagesAsync());

        Assert.Equal(201, (await SendAsync()).Status);
        Assert.Empty((await ReadAsync("sandbox/faults")).AsArray());
    }

    [Fact]
    public async Task A_fault_after_does_it_and_loses_the_answer()
    {
        await FaultAsync(new { service = "connector", method = "*", path = "*", status = 504, after = true });

        var sent = await SendAsync();

        Assert.Equal((504, "ServiceError"), (sent.Status, (string?)sent.Body!["error"]!["code"]));
        Assert.Single(await MessagesAsync());
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Status_0_cuts_the_connection(bool after, int messages)
    {
        await FaultAsync(new { service = "connector", status = 0, after });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => SendAsync());

        Assert.Equal(messages, (await MessagesAsync()).Count);
    }

    [Theory]
    [InlineData("graph", "POST", "*")]
    [InlineData("connector", "PUT", "*")]
    [InlineData("connector", "POST", "/v3/nothing")]
    public async Task A_fault_for_something_else_lets_a_request_pass(string service, string method, string path)
    {
        await FaultAsync(new { service, method, path, status = 503 });

        Assert.Equal(201, (await SendAsync()).Status);
        Assert.Single((await ReadAsync("sandbox/faults")).AsArray());
    }

    [Fact]
    public async Task Graph_fails_with_its_own_codes()
    {
        await FaultAsync(new { service = "graph", path = "/users/meetings@council.example/events", status = 403 });

        using var response = await World.GetAsync("sandbox/graph/v1.0/users/meetings%40council.example/events");

        var answer = await Answered(response);
        Assert.Equal((403, "ErrorAccessDenied"), (answer.Status, (string?)answer.Body!["error"]!["code"]));
    }

    [Fact]
    public async Task The_peoples_side_never_fails_by_a_fault()
    {
        await FaultAsync(new { service = "connector", status = 503, times = 9 });

        Assert.Empty(await MessagesAsync());
    }

    [Fact]
    public async Task Faults_can_be_cleared()
    {
        await FaultAsync(new { service = "connector", status = 503, times = 9 });

        using var cleared = await World.DeleteAsync("sandbox/faults");

        Assert.Equal(201, (await SendAsync()).Status);
    }

    [Theory]
    [InlineData("""{"service":"teams","status":503}""")]
    [InlineData("""{"service":"graph","status":200}""")]
    [InlineData("""{"service":"graph","status":503,"times":0}""")]
    public async Task A_fault_that_cannot_be_is_refused(string fault) =>
        Assert.Equal(400, (await PostAsync("sandbox/faults", JsonNode.Parse(fault)!)).Status);

    private async Task FaultAsync(object fault) => Assert.Equal(201, (await PostAsync("sandbox/faults", fault)).Status);

    private Task<(int Status, JsonNode? Body)> SendAsync() => PostAsync($"sandbox/connector/v3/conversations/{Chat}/activities", Hello);

    private Task<HttpResponseMessage> SendRawAsync() =>
        System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(World,
            $"sandbox/connector/v3/conversations/{Chat}/activities", Hello);

    private async Task<JsonArray> MessagesAsync() => (await ReadAsync($"sandbox/api/chair/chats/{Chat}/messages")).AsArray();
}
