using StrategyBot.Records;

namespace StrategyBot.Checking;

/// <summary>Writes a mark of its own into the store and reads it back.</summary>
internal sealed class StoreCheck(IRecord record) : ICheck
{
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await record.OpenAsync(cancellationToken);
            await record.CheckAsync(writes: true, cancellationToken);
            return [new(Verdict.Ok, "store", "written and read.")];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return [new(Verdict.Wrong, "store",
                $"it can't be written and read ({Short(failure)}). Look at the Storage__ settings, the bot's role on the storage "
                    + $"account, and its private endpoint.")];
        }
    }

    // The type and the service's code; a message may hold an address.
    private static string Short(Exception failure) =>
        failure is Azure.RequestFailedException { ErrorCode: { } code } ? code : failure.GetType().Name;
}
