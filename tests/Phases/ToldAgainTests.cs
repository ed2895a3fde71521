using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases;

public sealed class ToldAgainInSqliteTests : ToldAgainContract;

[Collection(OneAzurite.Name)]
public sealed class ToldAgainInAzureTablesTests(Azurite azurite) : ToldAgainContract
{
    private protected override async Task<IRecord?> CreateAsync() => await azurite.OpenRecordAsync();
}
