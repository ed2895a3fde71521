using System.Collections.Concurrent;

namespace StrategyBot.Tests.Sandbox.Graph;

/// <summary>A clock on which every wait is over at once and written down; a call's whole time is over when the test says so.</summary>
internal sealed class ImpatientClock(TimeSpan limit) : TimeProvider
{
    private readonly ConcurrentBag<Timer> limits = [];
    private readonly ConcurrentQueue<TimeSpan> waits = new();
    private DateTimeOffset now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    public override DateTimeOffset GetUtcNow() => now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.UtcTicks;

    public void Advance(TimeSpan by) => now += by;

    /// <summary>Ends the time of every call under way.</summary>
    /// <param name="upTo">Only of those that may take no longer than this.</param>
    public void Expire(TimeSpan? upTo = null)
    {
        foreach (var timer in limits.Where(timer => timer.Due <= (upTo ?? TimeSpan.MaxValue)))
        {
            timer.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state, dueTime);
        if (dueTime >= limit)
        {
            limits.Add(timer);
        }
        else if (dueTime >= TimeSpan.Zero)
        {
            waits.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => timer.Fire());
        }

        return timer;
    }

    private sealed class Timer(TimerCallback callback, object? state, TimeSpan due) : ITimer
    {
        private volatile bool over;

        public TimeSpan Due => due;

        public void Fire()
        {
            if (!over)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => over = true;

        public ValueTask DisposeAsync()
        {
            over = true;
            return ValueTask.CompletedTask;
        }
    }
}
