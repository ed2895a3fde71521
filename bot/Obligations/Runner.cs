using StrategyBot.Records;

namespace StrategyBot.Obligations;

/// <summary>Performs what is due, and nothing else. It holds no truth: stopped anywhere and started again, it finds the same work in the record.</summary>
public sealed class Runner(IRecord record, CaseWork work, RecordSignal signal, TimeProvider clock, WallClock wall, ILogger<Runner> logger) : BackgroundService
{
    // The due index is asked at least this often, as another instance may have written.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // As many cases at once as keep two cores and one mailbox busy; a case's own work is done in order.
    private const int CasesAtOnce = 4;

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Works everything due until nothing is, then tells when something will be.</summary>
    public async Task<DateTimeOffset?> SettleAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                var due = await record.DueAsync(clock.GetUtcNow(), most: 100, cancellationToken);
                if (due.Count == 0)
                {
                    return await record.NextDueAsync(cancellationToken);
                }

                await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = CasesAtOnce, CancellationToken = cancellationToken },
                    async (item, token) => await WorkAsync(item, token));
            }
        }
        finally
        {
            turn.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var woken = signal.Next;
            try
            {
                await SettleAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.RunnerFailed(failure.GetType().Name);
            }

            await Task.WhenAny(woken, Task.Delay(Look, wall.Time, stoppingToken));
        }
    }

    private async Task WorkAsync(Due due, CancellationToken cancellationToken)
    {
        var id = CaseCodec.CaseOf(due.Stream);
        try
        {
            await work.DoAsync(id, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // One case that can't be worked must not stop the others.
            logger.CaseFailed(id.Value, failure.GetType().Name, due.Attempts + 1);
            await record.PostponeAsync(due.Stream, clock.GetUtcNow() + BackOff.After(due.Attempts), due.Attempts + 1, cancellationToken);
        }
    }
}

/// <summary>How long to wait before the next try.</summary>
internal static class BackOff
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>30 seconds, a minute, two, … at most an hour.</summary>
    public static TimeSpan After(int attempts) =>
        attempts >= 7 ? Longest : TimeSpan.FromSeconds(30 * Math.Pow(2, attempts));
}

/// <summary>The clock on the wall: leases, rate limits, token lifetimes, how often to look. Never what a case is judged by (design §7).</summary>
public sealed record WallClock(TimeProvider Time);
