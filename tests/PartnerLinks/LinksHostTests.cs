using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

public sealed class LinksHostTests
{
    [Fact]
    public async Task The_page_stands_on_the_store_that_is_chosen()
    {
        await using var host = await LinksHost.StartAsync();

        Assert.Equal(ChosenStore.IsAzurite ? typeof(AzureTablesRecord) : typeof(SqliteRecord), host.Record.GetType());
    }
}
