using StrategyBot.Records;
using StrategyBot.Records.Tables;
using StrategyBot.Tests.TestKit;
using Index = StrategyBot.Records.Index;

namespace StrategyBot.Tests.Records;

/// <summary>The first release's lines in the other store: the same chain, the same state, and it goes on.</summary>
[Collection(OneAzurite.Name)]
public sealed class GoldenRecordInAzureTablesTests(Azurite azurite)
{
    [NodeFact]
    public async Task It_goes_on()
    {
        using var folder = new TemporaryFolder();
        using var golden = GoldenRecord.Open(GoldenRecord.FirstRelease, folder.Path);
        var record = new AzureTablesRecord(TableAccount.Open(azurite.ConnectionString), azurite.NewTableName(), TimeProvider.System);
        await record.OpenAsync(default);
        foreach (var stream in await golden.StreamsAsync("", default))
        {
            var lines = await golden.ReadAsync(stream, 0, default);
            foreach (var part in lines.Chunk(RecordLimits.MostLines))
            {
                var written =
                    await record.TryAppendAsync(stream, part[0].Seq - 1, part, $"copy-{part[0].Seq}", new Index([], null), default);
                Assert.Equal(Appended.Written, written);
            }

            Assert.Equal(lines, await record.ReadAsync(stream, 0, default));
        }

        await GoldenRecordTests.GoesOnAsync(record);
    }
}
