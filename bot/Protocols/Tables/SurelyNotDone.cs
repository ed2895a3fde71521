using Azure.Core;

namespace StrategyBot.Protocols.Tables;

/// <summary>Retries a request that must not be done twice only where the service said that it did nothing.</summary>
/// <remarks>429, and 503 with <c>Retry-After</c>. After anything else (500, 504, a time-out, a broken connection) the outcome is unknown, and only the caller can tell by reading.</remarks>
internal sealed class SurelyNotDone : ResponseClassifier
{
    public static SurelyNotDone Instance { get; } = new();

    public override bool IsRetriableResponse(HttpMessage message) =>
        message.Response.Status == 429 || (message.Response.Status == 503 && message.Response.Headers.Contains("Retry-After"));

    public override bool IsRetriableException(Exception exception) => false;

    public override bool IsRetriable(HttpMessage message, Exception exception) => false;
}
