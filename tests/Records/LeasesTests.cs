using StrategyBot.Records;
using StrategyBot.Records.Tables;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

public sealed class SqliteLeasesTests : LeaseContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<SqliteLeases> opened = [];

    [Fact]
    public async Task What_a_dead_instance_had_may_be_taken_at_once()
    {
        var term = TimeSpan.FromSeconds(45);
        var (dead, other, third) = (Open(TimeProvider.System), Open(TimeProvider.System), Open(TimeProvider.System));
        await dead.TryTakeAsync("cases/a", term, default);
        dead.Dispose();

        Assert.True(await other.TryTakeAsync("cases/a", term, default));
        Assert.False(await third.TryTakeAsync("cases/a", term, default));
    }

    public void Dispose()
    {
        opened.ForEach(instance => instance.Dispose());
        folder.Dispose();
    }

    private protected override Task<ILeases> AnotherAsync(TimeProvider wall) => Task.FromResult<ILeases>(Open(wall));

    private SqliteLeases Open(TimeProvider wall)
    {
        opened.Add(new(Path.Combine(folder.Path, "record.db"), wall));
        return opened[^1];
    }
}

[Collection(OneAzurite.Name)]
public sealed class AzureTablesLeasesTests(Azurite azurite) : LeaseContract
{
    private readonly string prefix = azurite.NewTableName();

    private protected override async Task<ILeases> AnotherAsync(TimeProvider wall)
    {
        var account = TableAccount.Open(azurite.ConnectionString);
        await new AzureTablesRecord(account, prefix, TimeProvider.System).OpenAsync(default);
        return new AzureTablesLeases(account, prefix, wall);
    }
}
