using System.Collections.Concurrent;

namespace StrategyBot.Conversations;

/// <summary>What somebody was told would take longer, until it is done; a stop waits for it.</summary>
internal sealed class LateTurns : IHostedService
{
    /// <summary>What is answered meanwhile.</summary>
    public const string Said =
        "This takes longer than Teams waits for me, so I go on with it by myself and tell you in this chat when it is done. "
            + "If you hear nothing within five minutes, open the part again to see what stands.";

    private readonly ConcurrentDictionary<Task, bool> running = new();

    /// <param name="turn">Answers for its own failures.</param>
    public void Follow(Task turn)
    {
        running[turn] = true;
        turn.ContinueWith(done => running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Waits until nothing is late any more.</summary>
    public Task QuietAsync() => Task.WhenAll(running.Keys);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await QuietAsync().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The host waits no longer; whoever waits was told what to do if nothing comes.
        }
    }
}
