using System.Threading.Channels;

namespace StrategyBot.Records;

/// <summary>Who read what. Durable within a second, not before the answer;
/// where it can't be written, reading closes and saving goes on (design §6).</summary>
internal sealed class AccessLog(IRecord record, ILogger<AccessLog> logger) : BackgroundService
{
    // Wall time, as it bounds a loss on a crash and not a deadline of a case.
    private static readonly TimeSpan Within = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Access> notes = Channel.CreateUnbounded<Access>(new UnboundedChannelOptions { SingleReader = true });

    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile bool isClosed;

    /// <exception cref="ReadingClosedException">The log can't be written just now.</exception>
    public void Note(Access access)
    {
        // Also where the bot stops: nobody would write it down any more.
        if (isClosed || !notes.Writer.TryWrite(access))
        {
            throw new ReadingClosedException();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        notes.Writer.TryComplete();
        if (ExecuteTask is not null)
        {
            // Stopped before its first line has run, it would never run, and what was noted would be lost.
            await started.Task.WaitAsync(cancellationToken);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        started.TrySetResult();
        var batch = new List<Access>();
        while (await notes.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < 500 && notes.Reader.TryRead(out var access))
            {
                batch.Add(access);
            }

            await WriteAsync(batch, stoppingToken);
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<Access> batch, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await record.LogAccessAsync(batch, CancellationToken.None);
                isClosed = false;
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                isClosed = true;
                logger.AccessLogClosed(failure.GetType().Name, batch.Count);
                await Task.Delay(Within, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

/// <summary>Reading is closed because it can't be logged.</summary>
internal sealed class ReadingClosedException() : Exception("The access log cannot be written, so nothing is read out.");
