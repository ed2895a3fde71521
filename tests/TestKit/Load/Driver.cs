namespace StrategyBot.Tests.TestKit.Load;

/// <summary>Takes a turn and says whether the answer was the one that was wanted.</summary>
/// <param name="connection">Which of the connections; it takes one turn at a time.</param>
/// <param name="number">Of all turns of a round, which.</param>
internal delegate Task<bool> TakeTurn(int connection, long number, CancellationToken cancellationToken);

/// <summary>A round of turns.</summary>
/// <param name="Wrong">How many answers were not the one that was wanted.</param>
internal sealed record Round(Latencies Latencies, long Wrong, TimeSpan Took)
{
    public double PerSecond => Latencies.Count / Took.TotalSeconds;
}

/// <summary>Makes a load: each connection as fast as it is answered (closed), or at a given rate, whatever the answers do (open).</summary>
internal sealed class Driver(TimeProvider clock)
{
    /// <summary>Each connection asks again as soon as it is answered.</summary>
    public Task<Round> ClosedAsync(int connections, TimeSpan length, TakeTurn take, CancellationToken cancellationToken)
    {
        var (start, next) = (clock.GetTimestamp(), -1L);
        return RunAsync(connections, take, start, () =>
            clock.GetElapsedTime(start) < length ? (Interlocked.Increment(ref next), null) : null, cancellationToken);
    }

    /// <summary>As many turns as are said, each connection as fast as it is answered.</summary>
    public Task<Round> CountedAsync(int connections, long turns, TakeTurn take, CancellationToken cancellationToken)
    {
        var (start, next) = (clock.GetTimestamp(), -1L);
        return RunAsync(connections, take, start, () =>
            Interlocked.Increment(ref next) is var number && number < turns ? (number, null) : null, cancellationToken);
    }

    /// <summary>Turns begin at the given rate. A latency counts from when its turn was meant to begin: a turn that had to wait for a
    /// connection, as the ones before it were slow, has waited, and leaving that out would hide it (coordinated omission).</summary>
    public Task<Round> OpenAsync(int connections, double perSecond, TimeSpan length, TakeTurn take, CancellationToken cancellationToken)
    {
        var (start, next, turns) = (clock.GetTimestamp(), -1L, (long)(perSecond * length.TotalSeconds));
        return RunAsync(connections, take, start, () => Interlocked.Increment(ref next) is var number && number < turns
            ? (number, start + (long)(number / perSecond * clock.TimestampFrequency))
            : null, cancellationToken);
    }

    /// <param name="next">The next turn's number, and when it is meant to begin; <c>null</c> where there is none any more.</param>
    private async Task<Round> RunAsync(
        int connections, TakeTurn take, long start, Func<(long Number, long? At)?> next, CancellationToken cancellationToken)
    {
        var wrong = 0L;
        async Task<List<TimeSpan>> ConnectionAsync(int connection)
        {
            var took = new List<TimeSpan>();
            // Off the thread that starts them all.
            await Task.Yield();
            while (next() is { } turn)
            {
                if (turn.At is { } at && clock.GetElapsedTime(clock.GetTimestamp(), at) is { Ticks: > 0 } early)
                {
                    await Task.Delay(early, clock, cancellationToken);
                }

                var begun = turn.At ?? clock.GetTimestamp();
                if (!await take(connection, turn.Number, cancellationToken))
                {
                    Interlocked.Increment(ref wrong);
                }

                took.Add(clock.GetElapsedTime(begun));
            }

            return took;
        }

        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(ConnectionAsync));
        return new(new(all.SelectMany(one => one)), wrong, clock.GetElapsedTime(start));
    }
}
