using System.Globalization;
using Azure.Data.Tables;

namespace StrategyBot.Records.Tables;

/// <summary>Who read what: a partition a stream, in the order of time. The same reading written again is the same row, so a
/// repeat adds nothing.</summary>
internal sealed class AccessRows(TableClient table)
{
    private const int MostRows = 100;

    public async Task AddAsync(IReadOnlyList<Access> accesses, CancellationToken cancellationToken)
    {
        foreach (var stream in accesses.GroupBy(access => access.Stream))
        {
            foreach (var rows in stream.Select(Row).Chunk(MostRows))
            {
                await table.SubmitTransactionAsync(
                    rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
            }
        }
    }

    public async Task<IReadOnlyList<Access>> ReadAsync(string stream, CancellationToken cancellationToken)
    {
        var accesses = new List<Access>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {TableKeys.Stream(stream)}"), cancellationToken: cancellationToken))
        {
            accesses.Add(
                new(stream, row.GetString("Person")!, row.GetString("What")!,
                    DateTimeOffset.Parse(row.GetString("At")!, CultureInfo.InvariantCulture)));
        }

        return accesses;
    }

    private static TableEntity Row(Access access, int index) => new(TableKeys.Stream(access.Stream), TableKeys.Access(access, index))
    {
        ["Person"] = access.Person,
        ["What"] = access.What,
        ["At"] = access.At.ToString("O", CultureInfo.InvariantCulture),
    };
}
