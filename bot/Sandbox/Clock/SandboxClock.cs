namespace StrategyBot.Sandbox.Clock;

/// <summary>The sandbox's case clock: the wall clock and an offset that only grows.</summary>
internal sealed class SandboxClock(TimeProvider wall) : TimeProvider
{
    private long offsetTicks;

    public TimeSpan Offset => new(Interlocked.Read(ref offsetTicks));

    public override DateTimeOffset GetUtcNow() => wall.GetUtcNow() + Offset;

    /// <summary>Puts the clock forward to <paramref name="now"/>; does nothing where it is already past that.</summary>
    public void MoveTo(DateTimeOffset now) => PutAhead(now - wall.GetUtcNow());

    /// <summary>Takes up an offset kept from before, unless the clock is further ahead already.</summary>
    public void PutAhead(TimeSpan offset)
    {
        for (var seen = Interlocked.Read(ref offsetTicks);
             offset.Ticks > seen && Interlocked.CompareExchange(ref offsetTicks, offset.Ticks, seen) is var found && found != seen;
             seen = found)
        {
        }
    }
}
