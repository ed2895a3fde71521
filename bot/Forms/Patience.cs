using StrategyBot.Rules.Effects;

namespace StrategyBot.Forms;

/// <summary>How long a form waits for the outside: an invoke must be answered within five seconds (design §8).</summary>
internal static class Patience
{
    // A save may ask twice: for what is saved, and for the next form.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    public static CancellationTokenSource For(CancellationToken cancellationToken)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Longest);
        return patience;
    }

    public static bool IsOutage(Exception failure, CancellationToken cancellationToken) =>
        failure is EffectFailedException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
