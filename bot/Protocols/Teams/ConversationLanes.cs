namespace StrategyBot.Protocols.Teams;

/// <summary>Lets one request at a time into a conversation, and no more than seven in any second.</summary>
/// <remarks>Facts B4 (412: concurrent operations on one conversation) and B5 (7 a second per bot and thread).</remarks>
internal sealed class ConversationLanes(TimeProvider wallClock)
{
    private const int MostPerSecond = 7;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock door = new();
    private readonly Dictionary<string, Lane> lanes = new(StringComparer.Ordinal);

    public async Task<T> RunAsync<T>(string conversationId, Func<Task<T>> send, CancellationToken cancellationToken)
    {
        var lane = Enter(conversationId);
        try
        {
            await lane.Turn.WaitAsync(cancellationToken);
            try
            {
                await PaceAsync(lane, cancellationToken);
                return await send();
            }
            finally
            {
                lane.Turn.Release();
            }
        }
        finally
        {
            Leave(lane);
        }
    }

    private Lane Enter(string conversationId)
    {
        lock (door)
        {
            foreach (var (id, _) in lanes.Where(l => l.Value.Inside == 0 && !IsRecent(l.Value.LastStart)).ToList())
            {
                lanes.Remove(id);
            }

            if (!lanes.TryGetValue(conversationId, out var lane))
            {
                lanes.Add(conversationId, lane = new());
            }

            lane.Inside++;
            return lane;
        }
    }

    private void Leave(Lane lane)
    {
        lock (door)
        {
            lane.Inside--;
        }
    }

    private async Task PaceAsync(Lane lane, CancellationToken cancellationToken)
    {
        if (lane.Starts.Count == MostPerSecond && Second - wallClock.GetElapsedTime(lane.Starts.Dequeue()) is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, wallClock, cancellationToken);
        }

        var start = wallClock.GetTimestamp();
        lane.Starts.Enqueue(start);
        lane.LastStart = start;
    }

    private bool IsRecent(long? start) => start is { } at && wallClock.GetElapsedTime(at) < Second;

    private sealed class Lane
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Queue<long> Starts { get; } = new(MostPerSecond);

        public long? LastStart { get; set; }

        // Guarded by the door.
        public int Inside { get; set; }
    }
}
