using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Keeping;

public sealed class SealingInSqliteTests : SealingContract;

[Collection(OneAzurite.Name)]
public sealed class SealingInAzureTablesTests(Azurite azurite) : SealingContract
{
    private protected override async Task<IRecord?> CreateAsync() => await azurite.OpenRecordAsync();
}
