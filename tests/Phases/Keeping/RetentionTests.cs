using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Keeping;

public sealed class RetentionInSqliteTests : RetentionContract;

[Collection(OneAzurite.Name)]
public sealed class RetentionInAzureTablesTests(Azurite azurite) : RetentionContract
{
    private protected override async Task<IRecord?> CreateAsync() => await azurite.OpenRecordAsync();
}
