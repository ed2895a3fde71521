using System.Net;
using Azure.Core;
using StrategyBot.Protocols.Tables;

namespace StrategyBot.Tests.Protocols.Tables;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=council;AccountKey=AAAA;EndpointSuffix=core.windows.net", "https://council.table.core.windows.net/", "council")]
    [InlineData("AccountName=council;AccountKey=AAAA;", "https://council.table.core.windows.net/", "council")]
    [InlineData("AccountName=x;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:5/x", "http://127.0.0.1:5/x", "x")]
    public void A_connection_string_names_the_service(string text, string endpoint, string account)
    {
        var settings = TableConnectionString.Parse(text);
        Assert.Equal((endpoint, account), (settings.Endpoint.AbsoluteUri, settings.Credential.AccountName));
    }

    [Theory]
    [InlineData("", "AccountName")]
    [InlineData("AccountName=council", "AccountKey")]
    [InlineData("AccountName=council;AccountKey=sEcReT!", "AccountKey")]
    [InlineData("AccountName=council;AccountKey=AAAA;TableEndpoint=sEcReT", "endpoint")]
    [InlineData("sEcReT", "name=value")]
    public void A_wrong_connection_string_is_refused_in_words_that_do_not_repeat_it(string text, string names)
    {
        var wrong = Assert.Throws<FormatException>(() => new TableServiceClient(text));
        Assert.Contains(names, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sEcReT", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_writes_each_value_so_that_it_stays_a_value() => Assert.Equal(
        "PartitionKey eq 'O''Neil'' or true' and DueAt le datetime'2026-06-01T09:00:00.0000000Z' and Shard eq 3 and Seq gt 5L and Open eq true and Id eq guid'11111111-2222-3333-4444-555555555555'",
        TableClient.CreateQueryFilter($"PartitionKey eq {"O'Neil' or true"} and DueAt le {new DateTimeOffset(2026, 6, 1, 10, 0, 0, TimeSpan.FromHours(1))} and Shard eq {3} and Seq gt {5L} and Open eq {true} and Id eq {new Guid("11111111-2222-3333-4444-555555555555")}"));

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent_as_bearer()
    {
        var identity = new Identity();
        var service = new ScriptedService(new ScriptedService.Reply(HttpStatusCode.NoContent));
        await new TableServiceClient(new Uri("https://council.table.core.windows.net"), identity, service.Options()).GetTableClient("cases").CreateIfNotExistsAsync();

        Assert.Equal(["https://storage.azure.com/.default"], identity.Asked);
        Assert.Contains("\nAuthorization: Bearer a-token\n", service.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_never_sent_in_clear()
    {
        var service = new ScriptedService();
        var cases = new TableServiceClient(new Uri("http://council.table.core.windows.net"), new Identity(), service.Options()).GetTableClient("cases");

        await Assert.ThrowsAsync<InvalidOperationException>(() => cases.CreateIfNotExistsAsync());
        Assert.Equal(0, service.Requests);
    }

    private sealed class Identity : TokenCredential
    {
        public string[] Asked { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked = requestContext.Scopes;
            return new AccessToken("a-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
