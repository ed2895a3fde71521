using Azure.Data.Tables;
using StrategyBot.Records;
using StrategyBot.Records.Tables;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

public sealed class NewerReleaseInSqliteTests : NewerReleaseContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<IDisposable> opened = [];

    private string Database => Path.Combine(folder.Path, "record.db");

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        folder.Dispose();
    }

    private protected override Task<IRecord> CreateAsync() => Task.FromResult<IRecord>(Kept(new SqliteRecord(Database)));

    private protected override ILeases Leases() => Kept(new SqliteLeases(Database, TimeProvider.System));

    private T Kept<T>(T one)
        where T : IDisposable
    {
        opened.Add(one);
        return one;
    }
}

[Collection(OneAzurite.Name)]
public sealed class NewerReleaseInAzureTablesTests(Azurite azurite) : NewerReleaseContract
{
    private readonly string prefix = azurite.NewTableName();

    private TableServiceClient Service => TableAccount.Open(azurite.ConnectionString);

    private protected override async Task<IRecord> CreateAsync()
    {
        var record = new AzureTablesRecord(Service, prefix, TimeProvider.System);
        await record.OpenAsync(default);
        return record;
    }

    private protected override ILeases Leases() => new AzureTablesLeases(Service, prefix, TimeProvider.System);
}
