using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Conversations;

/// <summary>How long one click is waited for: Teams takes an answer for five seconds (design §8). Made at the door, it begins there,
/// and everything that is asked outside meanwhile shares it.</summary>
/// <param name="wallClock">Teams waits in real time, whatever the case's clock says.</param>
/// <param name="times">See <see cref="WallClock.PatienceTimes"/>.</param>
internal sealed class Patience(TimeProvider wallClock, double times = 1)
{
    /// <summary>Then whoever pressed is told that it takes longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    // What is left after it is for the record and for drawing.
    private static readonly TimeSpan ForOutside = TimeSpan.FromSeconds(3);

    private readonly long begun = wallClock.GetTimestamp();

    /// <summary>What of it is left; nothing, once it is over.</summary>
    public TimeSpan Left => LeftOf(Longest);

    /// <summary>The answer from outside; where none comes, or none in time, what stands for it.</summary>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, Func<T> otherwise, CancellationToken cancellationToken)
    {
        try
        {
            return await WithinAsync(ask, cancellationToken);
        }
        catch (Exception failure) when (failure is EffectFailedException or TimeoutException)
        {
            return otherwise();
        }
    }

    /// <exception cref="TimeoutException">No answer came in time.</exception>
    public async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(LeftOf(ForOutside), wallClock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLate.Token);
        try
        {
            // Who doesn't listen to the token is left behind.
            return await ask(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The outside took longer than a click may wait.");
        }
    }

    private TimeSpan LeftOf(TimeSpan limit) =>
        (limit * times) - wallClock.GetElapsedTime(begun) is { Ticks: > 0 } left ? left : TimeSpan.Zero;
}
