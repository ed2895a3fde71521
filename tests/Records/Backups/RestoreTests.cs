using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records.Backups;

public sealed class RestoreInSqliteTests : RestoreContract;

[Collection(OneAzurite.Name)]
public sealed class RestoreInAzureTablesTests(Azurite azurite) : RestoreContract
{
    private protected override async Task<IRecord?> CreateAsync() => await azurite.OpenRecordAsync();
}
