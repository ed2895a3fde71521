using StrategyBot.Rules.Effects;

namespace StrategyBot.Forms;

/// <summary>How long a form waits for the outside: an invoke must be answered within five seconds (design §8).</summary>
/// <param name="wallClock">Teams waits in real time, whatever the case's clock says.</param>
internal sealed class Patience(TimeProvider wallClock)
{
    // A save may ask twice: for what is saved, and for the next form.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>The answer from outside; where none comes, or none in time, what stands for it.</summary>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, Func<T> otherwise, CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(Longest, wallClock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLate.Token);
        try
        {
            return await ask(either.Token);
        }
        catch (Exception failure) when (failure is EffectFailedException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return otherwise();
        }
    }
}
