using StrategyBot.Records.Tables;

namespace StrategyBot.Tests.Records.Tables;

public sealed class TableConnectionStringTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=council;AccountKey=AAAA;EndpointSuffix=core.windows.net",
        "https://council.table.core.windows.net/", "council")]
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
        var wrong = Assert.Throws<FormatException>(() => TableAccount.Open(text));
        Assert.Contains(names, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sEcReT", wrong.ToString(), StringComparison.Ordinal);
    }
}
