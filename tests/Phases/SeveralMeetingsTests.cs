using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases;

public sealed class SeveralMeetingsInSqliteTests : SeveralMeetingsContract;

[Collection(OneAzurite.Name)]
public sealed class SeveralMeetingsInAzureTablesTests(Azurite azurite) : SeveralMeetingsContract
{
    private protected override async Task<IRecord?> CreateAsync() => await azurite.OpenRecordAsync();
}
