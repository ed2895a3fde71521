namespace StrategyBot.Records;

/// <summary>Whether the store can be read and written now. Asked by anybody, so it costs little however often it is asked:
/// it looks every two seconds at most, and writes once a minute.</summary>
internal sealed class Readiness(IRecord record, TimeProvider wall, ILogger<Readiness> logger) : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(2), ProvedFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private (bool IsReady, long At)? answered;
    private long? wrote;

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (answered is not { } last || wall.GetElapsedTime(last.At) >= KeptFor)
            {
                answered = (await LookAsync(cancellationToken), wall.GetTimestamp());
            }

            return answered.Value.IsReady;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        var writes = wrote is not { } at || wall.GetElapsedTime(at) >= ProvedFor;
        try
        {
            await record.CheckAsync(writes, cancellationToken);
            wrote = writes ? wall.GetTimestamp() : wrote;
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Until it has written again it isn't ready, whatever can be read.
            wrote = null;
            logger.NotReady(failure.GetType().Name);
            return false;
        }
    }
}
