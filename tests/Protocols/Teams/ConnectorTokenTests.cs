using Azure.Core;
using Azure.Identity;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

/// <summary>The bot's token goes to Teams and to nobody else.</summary>
public sealed class ConnectorTokenTests : IAsyncLifetime
{
    private static readonly Activity Message = new() { Type = ActivityTypes.Message };

    private ConnectorStub stub = null!;

    public async Task InitializeAsync() => stub = await ConnectorStub.StartAsync();

    public async Task DisposeAsync() => await stub.DisposeAsync();

    [Theory]
    [InlineData("https://evil.example/uk/")]
    [InlineData("https://trafficmanager.net/uk/")]
    [InlineData("https://evil.trafficmanager.net/uk/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/uk/")]
    [InlineData("https://evilsmba.trafficmanager.net/uk/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/uk/")]
    [InlineData("https://user@smba.trafficmanager.net/uk/")]
    [InlineData("https://smba.trafficmanager.net:8443/uk/")]
    [InlineData("https://smba.trafficmanager.net/uk/?to=")]
    [InlineData("https://smba.trafficmanager.net/uk/#")]
    [InlineData("https://smba.trafficmanager.net./uk/")]
    [InlineData("http://smba.trafficmanager.net/uk/")]
    [InlineData("ftp://smba.trafficmanager.net/uk/")]
    [InlineData("http://localhost:3978/sandbox/connector/")]
    [InlineData("https://localhost/")]
    [InlineData("/uk/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_host_that_is_not_on_the_list_is_refused_before_any_request(string? serviceUrl)
    {
        var asked = 0;
        var client = stub.Client(DelegatedTokenCredential.Create((_, _) =>
        {
            asked++;
            return new("bot-token", DateTimeOffset.MaxValue);
        }));

        var e = await Assert.ThrowsAsync<ConnectorException>(() => client.SendToConversationAsync(serviceUrl!, "19:a", Message, default));

        Assert.Equal((403, "ServiceUrlNotAllowed"), (e.Status, e.Code));
        Assert.Equal((0, 0), (stub.Requests, asked));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/uk/")]
    [InlineData("https://SMBA.trafficmanager.net/emea/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc")]
    public async Task Teams_own_hosts_get_the_token(string serviceUrl)
    {
        await stub.Answer(201, "{}").Client().SendToConversationAsync(serviceUrl, "19:a", Message, default);

        Assert.Contains("Authorization: Bearer bot-token", stub.Transcript, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirect_is_not_followed(int status)
    {
        stub.Answer(status, "", ("Location", "https://evil.example/"));

        var e = await Assert.ThrowsAsync<ConnectorException>(() => stub.Client()
            .GetMemberAsync(ConnectorStub.ServiceUrl, "19:a", "29:1", default));

        Assert.Equal((status, 1), (e.Status, stub.Requests));
    }

    [Fact]
    public async Task The_token_is_asked_for_the_connector_and_kept_while_it_lasts()
    {
        var scopes = new List<string>();
        var client = stub.Answer(201, "{}").Answer(201, "{}").Client(DelegatedTokenCredential.Create((context, _) =>
        {
            scopes.AddRange(context.Scopes);
            return new("bot-token", DateTimeOffset.MaxValue);
        }));

        await client.SendToConversationAsync(ConnectorStub.ServiceUrl, "19:a", Message, default);
        await client.SendToConversationAsync(ConnectorStub.ServiceUrl, "19:b", Message, default);

        Assert.Equal(["https://api.botframework.com/.default"], scopes);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_that_is_certain()
    {
        var client = stub.Client(DelegatedTokenCredential.Create((_, _) => throw new AuthenticationFailedException("AADSTS7000215")));

        var e = await Assert.ThrowsAsync<ConnectorException>(
            () => client.SendToConversationAsync(ConnectorStub.ServiceUrl, "19:a", Message, default));

        Assert.Equal((503, "TokenUnavailable", 0), (e.Status, e.Code, stub.Requests));
        Assert.NotNull(e.RetryAfter);
    }

    [Theory]
    [InlineData("http://localhost:3978/sandbox/connector/")]
    [InlineData("http://127.0.0.1:3978/sandbox/connector")]
    [InlineData("http://[::1]:3978/sandbox/connector/")]
    public async Task Without_a_credential_loopback_is_sent_to_with_no_token(string serviceUrl)
    {
        await stub.Answer(201, "{}").ClientWithoutCredential().SendToConversationAsync(serviceUrl, "19:a", Message, default);

        Assert.StartsWith("> POST /sandbox/connector/v3/", stub.Transcript, StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", stub.Transcript, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/uk/")]
    [InlineData("http://192.168.0.1:3978/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("file://localhost/etc/")]
    public async Task Without_a_credential_nothing_but_loopback_is_sent_to(string serviceUrl)
    {
        var e = await Assert.ThrowsAsync<ConnectorException>(() => stub.ClientWithoutCredential()
            .SendToConversationAsync(serviceUrl, "19:a", Message, default));

        Assert.Equal((403, 0), (e.Status, stub.Requests));
    }
}
