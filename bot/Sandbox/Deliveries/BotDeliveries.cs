using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Deliveries;

/// <summary>Brings activities to the bot as the Bot Service does: in order within a conversation, up to three times, always
/// under the same id.</summary>
internal sealed class BotDeliveries(WorldStore store, BotLine line, DeliverySpeed pace, ILogger<BotDeliveries> logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task> underWay = new();
    private readonly Dictionary<string, Task> lastOf = [];
    private readonly CancellationTokenSource closing = new();

    public bool AnyUnderWay => !underWay.IsEmpty;

    /// <summary>Puts the activity on its way once <paramref name="world"/> is on the disk;
    /// a world that stops meanwhile delivers it after its next start.</summary>
    /// <returns>Ends when the bot has answered or the world has given up: whether it was accepted.</returns>
    public Task<bool> Enqueue(WorldTransaction world, JsonObject activity)
    {
        var delivery = new Delivery((string)activity["id"]!, (string)activity["conversation"]!["id"]!, activity);
        world.Put(Kinds.Delivery, delivery.Id, delivery);
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        world.AfterCommit(() => Start(delivery, done));
        return done.Task;
    }

    /// <summary>Takes up what a stopped world left on its way.</summary>
    public void Resume()
    {
        foreach (var delivery in store.All<Delivery>(Kinds.Delivery))
        {
            Start(delivery, new TaskCompletionSource<bool>());
        }
    }

    /// <summary>Ends when nothing is on its way any more.</summary>
    public async Task QuietAsync(CancellationToken cancellationToken)
    {
        while (underWay.Values.ToArray() is { Length: > 0 } running)
        {
            await Task.WhenAll(running).WaitAsync(cancellationToken);
        }
    }

    /// <summary>An invoke: somebody waits for the bot's answer.</summary>
    /// <remarks>Facts sheet B7: when the bot was too late the person is told so at once, and the same activity comes to the
    /// bot a second time.</remarks>
    public async Task<BotAnswer> InvokeAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        var answer = await line.DeliverAsync(activity, cancellationToken);
        foreach (var wait in pace.Waits)
        {
            if (answer.Status == BotAnswer.TooLate)
            {
                _ = Track((string)activity["id"]!, line.DeliverAsync(activity, closing.Token));
            }

            if (!answer.WorthAnother || answer.Status == BotAnswer.TooLate)
            {
                break;
            }

            await Task.Delay(wait, cancellationToken);
            answer = await line.DeliverAsync(activity, cancellationToken);
        }

        return answer;
    }

    /// <summary>Breaks off what is under way and waits for it, so that nothing writes to a store that is closing.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await QuietAsync(CancellationToken.None);
        closing.Dispose();
    }

    private void Start(Delivery delivery, TaskCompletionSource<bool> done)
    {
        lock (lastOf)
        {
            var before = lastOf.GetValueOrDefault(delivery.ChatId, Task.CompletedTask);
            lastOf[delivery.ChatId] = Track(delivery.Id, DeliverAsync(delivery, before, done));
        }
    }

    private async Task Track(string id, Task work)
    {
        underWay[id] = work;
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        underWay.TryRemove(id, out _);
    }

    private async Task DeliverAsync(Delivery delivery, Task before, TaskCompletionSource<bool> done)
    {
        try
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
            var answer = await line.DeliverAsync(delivery.Activity, closing.Token);
            foreach (var wait in pace.Waits)
            {
                if (!answer.WorthAnother)
                {
                    break;
                }

                await Task.Delay(wait, closing.Token);
                answer = await line.DeliverAsync(delivery.Activity, closing.Token);
            }

            if (!answer.Accepted)
            {
                logger.GivenUp(delivery.Id, answer.Status);
            }

            store.Write(world => { world.Delete(Kinds.Delivery, delivery.Id); });
            done.TrySetResult(answer.Accepted);
        }
        catch (OperationCanceledException)
        {
            // The world is stopping: the delivery stays in sandbox.db and goes out after the next start.
            done.TrySetResult(false);
        }
    }

    private sealed record Delivery(string Id, string ChatId, JsonObject Activity);
}
