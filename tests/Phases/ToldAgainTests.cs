using StrategyBot.Records;
using StrategyBot.Records.Tables;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases;

public sealed class ToldAgainInSqliteTests : ToldAgainContract
{
    private protected override Task<IRecord?> CreateAsync() => Task.FromResult<IRecord?>(null);
}

[Collection(OneAzurite.Name)]
public sealed class ToldAgainInAzureTablesTests(Azurite azurite) : ToldAgainContract
{
    private protected override async Task<IRecord?> CreateAsync()
    {
        var record = new AzureTablesRecord(TableAccount.Open(azurite.ConnectionString), azurite.NewTableName());
        await record.OpenAsync(default);
        return record;
    }
}
