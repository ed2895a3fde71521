namespace StrategyBot.Rules;

/// <summary>The clock on the wall: token lifetimes, leases, rate limits, how long a click is waited for, how often to look.
/// Never what a case is judged by (design §7).</summary>
/// <remarks>A protocol is handed its <paramref name="Time"/>, as it knows nothing of ours; so is the sandbox.</remarks>
internal sealed record WallClock(TimeProvider Time)
{
    /// <summary>How many times longer than Teams waits a click may take: in a sandbox on a busy machine, where nobody else waits.</summary>
    public double PatienceTimes { get; init; } = 1;
}
