using StrategyBot.Rules.Effects;

namespace StrategyBot.Graph;

/// <summary>Which failed call is tried again within its own time, and after how long.</summary>
/// <remarks>Design §3: an effect is repeated only when it was surely not done;
/// what is idempotent also after 502, 503, 504 or a cut connection.</remarks>
internal static class GraphRetry
{
    // First try and three more, as Graph's own handler would; whatever lasts longer is the obligation's to wait for.
    private const int MaxAttempts = 4;

    /// <returns>How long to wait, or <c>null</c> when the failure is final.</returns>
    public static TimeSpan? WaitAfter(EffectFailedException failure, bool idempotent, int attempt)
    {
        var worthIt = failure.Failure == EffectFailure.SurelyNotDone || (idempotent && failure.Status is 0 or 502 or 503 or 504);
        return worthIt && attempt < MaxAttempts
            ? failure.RetryAfter ?? TimeSpan.FromSeconds(1 << (attempt - 1))
            : null;
    }

    public static bool IsIdempotent(HttpRequestMessage request) =>
        request.Method != HttpMethod.Post || request.Options.Any(option => option.Value is MayRepeat);
}
