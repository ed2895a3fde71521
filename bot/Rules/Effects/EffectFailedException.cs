namespace StrategyBot.Rules.Effects;

/// <summary>What is known after an attempt on the outside that did not end in a receipt.</summary>
/// <remarks>Design §3: 412, 429 and 503 with <c>Retry-After</c> are surely not done;
/// 502, 504, a time-out or a broken connection are unknown.</remarks>
public enum EffectFailure
{
    /// <summary>The service said that it did nothing; try again later.</summary>
    SurelyNotDone,

    /// <summary>The service said no; trying the same again will not help.</summary>
    Refused,

    /// <summary>It may or may not have been done; look before trying again.</summary>
    Unknown,
}

/// <summary>An attempt on the outside failed. Carries no content, names or addresses: it ends up in logs.</summary>
/// <param name="failure">What is known.</param>
/// <param name="status">The HTTP status, or 0 where none came.</param>
/// <param name="code">The service's own error code, for example <c>ErrorItemNotFound</c>.</param>
/// <param name="retryAfter">How long the service asked us to wait.</param>
internal sealed class EffectFailedException(EffectFailure failure, int status, string code, TimeSpan? retryAfter = null)
    : Exception($"The attempt failed ({failure}, HTTP {status}, {code}).")
{
    public EffectFailure Failure { get; } = failure;

    public int Status { get; } = status;

    public string Code { get; } = code;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>What an HTTP status tells of an attempt that is not idempotent.</summary>
    public static EffectFailure Classify(int status, bool hasRetryAfter) => status switch
    {
        412 or 429 => EffectFailure.SurelyNotDone,
        503 when hasRetryAfter => EffectFailure.SurelyNotDone,
        408 or >= 500 or 0 => EffectFailure.Unknown,
        _ => EffectFailure.Refused,
    };
}
