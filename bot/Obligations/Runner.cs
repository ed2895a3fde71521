using System.Collections.Concurrent;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Obligations;

/// <summary>Performs what is due, and nothing else. It holds no truth: stopped anywhere and started again, it finds the same
/// work in the record.</summary>
internal sealed class Runner(
    IRecord record, CaseWork work, CaseLeases leases, RecordSignal signal, TimeProvider clock, WallClock wall,
    ILogger<Runner> logger) : BackgroundService
{
    // The due index is asked at least this often, as another instance may have written.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // As many cases at once as keep two cores and one mailbox busy; a case's own work is done in order.
    private const int CasesAtOnce = 4;

    // While another instance has what is due, a settling one asks again.
    private static readonly TimeSpan Elsewhere = TimeSpan.FromMilliseconds(200);

    // How long a case that only a newer release can read is not looked at.
    private static readonly TimeSpan LeftAlone = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);

    // Kept here and not in the record: whoever can read the case finds it due as it was.
    private readonly ConcurrentDictionary<string, DateTimeOffset> leftAlone = new(StringComparer.Ordinal);

    /// <summary>Works everything due until nothing is, here or at another instance, then tells when something will be.</summary>
    public async Task<DateTimeOffset?> SettleAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (await WorkDueAsync(cancellationToken) is { } worked)
            {
                if (worked == 0)
                {
                    await Task.Delay(Elsewhere, wall.Time, cancellationToken);
                }
            }

            return await record.NextDueAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await leases.ReleaseAllAsync(cancellationToken);
        }
        catch (Exception failure)
        {
            // They run out by themselves.
            logger.RunnerFailed(failure.GetType().Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var woken = signal.Next;
            try
            {
                await WorkMineAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.RunnerFailed(failure.GetType().Name);
            }

            await Task.WhenAny(woken, Task.Delay(Look, wall.Time, stoppingToken));
        }
    }

    /// <summary>Works what is due and not another instance's, until there is no more of it.</summary>
    private async Task WorkMineAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (await WorkDueAsync(cancellationToken) is > 0)
            {
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <returns>How many cases were worked here; <c>null</c> where nothing was due at all.</returns>
    private async Task<int?> WorkDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = (await record.DueAsync(now, most: 100 + leftAlone.Count, cancellationToken))
            .Concat(work.TakeWoken().Select(id => new Due(CaseCodec.StreamOf(id), now, 0)))
            .DistinctBy(due => due.Stream).Where(IsMine).ToList();
        var worked = 0;
        await Parallel.ForEachAsync(due,
            new ParallelOptions { MaxDegreeOfParallelism = CasesAtOnce, CancellationToken = cancellationToken }, async (item, token) =>
        {
            if (await WorkAsync(item, token))
            {
                Interlocked.Increment(ref worked);
            }
        });
        return due.Count == 0 ? null : worked;
    }

    private async Task<bool> WorkAsync(Due due, CancellationToken cancellationToken)
    {
        var id = CaseCodec.CaseOf(due.Stream);
        try
        {
            return await work.DoAsync(id, cancellationToken);
        }
        catch (LeftAloneException left)
        {
            await LeaveAsync(due.Stream, left, cancellationToken);
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // One case that can't be worked must not stop the others.
            logger.CaseFailed(id.Value, failure.GetType().Name, due.Attempts + 1);
            await record.PostponeAsync(due.Stream, clock.GetUtcNow() + BackOff.After(due.Attempts), due.Attempts + 1, cancellationToken);
            return true;
        }
    }

    private bool IsMine(Due due) => !leftAlone.TryGetValue(due.Stream, out var until) || until <= wall.Time.GetUtcNow();

    private async Task LeaveAsync(string stream, LeftAloneException why, CancellationToken cancellationToken)
    {
        var id = CaseCodec.CaseOf(stream);
        if (!leftAlone.ContainsKey(stream))
        {
            logger.LeftAlone(why is BrokenRecordException ? LogLevel.Error : LogLevel.Warning, id.Value, why.Why);
        }

        leftAlone[stream] = wall.Time.GetUtcNow() + LeftAlone;
        await leases.ReleaseAsync(id, cancellationToken);
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
