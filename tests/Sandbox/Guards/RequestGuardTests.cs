namespace StrategyBot.Tests.Sandbox.Guards;

public sealed class RequestGuardTests : SandboxHost
{
    [Theory]
    [InlineData("Host", "sandbox.example")]
    [InlineData("Host", "localhost.sandbox.example")]
    [InlineData("Host", "10.0.0.7")]
    [InlineData("Origin", "http://sandbox.example")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Origin", "null")]
    [InlineData("X-Forwarded-For", "10.0.0.7")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("Forwarded", "for=10.0.0.7")]
    public async Task What_does_not_come_from_this_machine_is_turned_away_with_a_sentence(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "sandbox/people");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await World.SendAsync(request);

        var answer = await Answered(response);
        Assert.Equal(403, answer.Status);
        Assert.EndsWith(".", (string?)answer.Body!["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandboxs_own_page_is_let_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "sandbox/people");
        request.Headers.Add("Origin", World.BaseAddress!.ToString().TrimEnd('/'));

        using var response = await World.SendAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task Every_name_of_this_machine_will_do(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "sandbox/people");
        request.Headers.Host = host;

        using var response = await World.SendAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
    }
}
