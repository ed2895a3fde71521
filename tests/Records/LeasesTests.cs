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
        var noon = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
        var (dead, other, third) = (Open(), Open(), Open());
        await dead.TryTakeAsync("cases/a", noon, noon.AddSeconds(45), default);
        dead.Dispose();

        Assert.True(await other.TryTakeAsync("cases/a", noon, noon.AddSeconds(45), default));
        Assert.False(await third.TryTakeAsync("cases/a", noon, noon.AddSeconds(45), default));
    }

    public void Dispose()
    {
        opened.ForEach(instance => instance.Dispose());
        folder.Dispose();
    }

    protected override Task<ILeases> AnotherAsync() => Task.FromResult<ILeases>(Open());

    private SqliteLeases Open()
    {
        opened.Add(new(Path.Combine(folder.Path, "record.db")));
        return opened[^1];
    }
}

[Collection(OneAzurite.Name)]
public sealed class AzureTablesLeasesTests(Azurite azurite) : LeaseContract
{
    private readonly string prefix = azurite.NewTableName();

    protected override async Task<ILeases> AnotherAsync()
    {
        var account = TableAccount.Open(azurite.ConnectionString);
        await new AzureTablesRecord(account, prefix).OpenAsync(default);
        return new AzureTablesLeases(account, prefix);
    }
}
