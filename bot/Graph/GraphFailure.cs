using System.Text.Json;
using System.Text.RegularExpressions;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Graph;

/// <summary>Translates what went wrong, once, into what is known of the effect.
/// Graph's message stays behind: it may quote what was sent.</summary>
internal static partial class GraphFailure
{
    public static async Task<EffectFailedException> FromAsync(
        HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var retryAfter = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
            _ => (TimeSpan?)null,
        };
        return new(EffectFailedException.Classify(status, retryAfter is not null), status,
            await CodeAsync(response, cancellationToken), retryAfter);
    }

    public static EffectFailedException From(HttpRequestException cut)
    {
        // Without a connection nothing was sent. Anything later may have reached the service.
        var sent =
            cut.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError);
        return new(sent ? EffectFailure.Unknown : EffectFailure.SurelyNotDone, 0, cut.HttpRequestError.ToString());
    }

    public static EffectFailedException Cut() => new(EffectFailure.Unknown, 0, "ConnectionCut");

    public static EffectFailedException TimedOut() => new(EffectFailure.Unknown, 0, "TimedOut");

    private static async Task<string> CodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            var code = body.RootElement.GetProperty("error").GetProperty("code").GetString() ?? "";
            return Code().IsMatch(code) ? code : "Unspecified";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A gateway between us and Graph answers in HTML.
            return "Unspecified";
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.]{1,80}$")]
    private static partial Regex Code();
}
