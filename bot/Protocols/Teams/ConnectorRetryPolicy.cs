using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace StrategyBot.Protocols.Teams;

/// <summary>Tries again what the connector surely did not do, and what may be done twice.</summary>
/// <remarks>
/// Design §3, facts B4: 412, 429 and 503 with <c>Retry-After</c> are surely not done. After 502, 503 or 504 a second POST of
/// an activity might show it twice, so only a repeatable request goes again. Any other status is final.
/// </remarks>
internal sealed class ConnectorRetryPolicy(TimeProvider wallClock) : HttpPipelinePolicy
{
    private const int MaxAttempts = 4;

    // Whoever asked has a next try of their own; a longer wait belongs there and not in an open request.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public static void MarkRepeatable(HttpMessage message) => message.SetProperty(typeof(ConnectorRetryPolicy), true);

    public static TimeSpan? RetryAfter(Response response, DateTimeOffset now)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var value))
        {
            return null;
        }

        TimeSpan? wait = int.TryParse(value, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at - now
            : null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        for (var attempt = 1; ; attempt++)
        {
            await ProcessNextAsync(message, pipeline);
            if (attempt == MaxAttempts || WaitAfter(attempt, message) is not { } wait)
            {
                return;
            }

            await Task.Delay(wait, wallClock, message.CancellationToken);
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The connector is only called asynchronously.");

    private TimeSpan? WaitAfter(int attempt, HttpMessage message)
    {
        var asked = RetryAfter(message.Response, wallClock.GetUtcNow());
        var again = message.Response.Status switch
        {
            412 or 429 => true,
            503 when asked is not null => true,
            502 or 503 or 504 => message.TryGetProperty(typeof(ConnectorRetryPolicy), out _),
            _ => false,
        };
        return again && !(asked > LongestWait) ? asked ?? BackOff(attempt) : null;
    }

    // 1, 2, 4 seconds, each up to half longer so that several waiters don't come back together.
    private static TimeSpan BackOff(int attempt) => TimeSpan.FromSeconds((1 << (attempt - 1)) * (1 + (Random.Shared.NextDouble() / 2)));
}
