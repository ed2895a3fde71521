using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Deliveries;

/// <summary>What came back from the bot.</summary>
/// <param name="Status">The HTTP status; <see cref="Unreachable"/> or <see cref="TooLate"/> where none came.</param>
/// <param name="Body">The JSON body, where there was one.</param>
internal sealed record BotAnswer(int Status, JsonNode? Body = null)
{
    public const int Unreachable = 502;
    public const int TooLate = 504;

    public bool Accepted => Status is >= 200 and < 300;

    /// <summary>The Bot Service delivers again only where the bot may not have seen it or said that it failed.</summary>
    public bool WorthAnother => Status >= 500;
}

/// <summary>The world's HTTP line to the bot.</summary>
internal sealed class BotLine(SandboxUrls urls, DeliveryPace pace) : IDisposable
{
    // Loopback only: a proxy of the machine must not see it.
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>One delivery of an activity; <c>serviceUrl</c> is set here, since the world's port may differ after a restart.</summary>
    public Task<BotAnswer> DeliverAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        var sent = (JsonObject)activity.DeepClone();
        sent["serviceUrl"] = urls.Connector;
        return PostAsync("/api/messages", sent, pace.Limit, cancellationToken);
    }

    /// <summary>Lets the bot work everything that is due at <paramref name="now"/>.</summary>
    /// <remarks>No limit: a bot that has a hundred mails to send may take its time; the one who asked may hang up.</remarks>
    public Task<BotAnswer> SettleAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        PostAsync("/sandbox/runner", new JsonObject { ["now"] = WorldJson.Instant(now) }, Timeout.InfiniteTimeSpan, cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<BotAnswer> PostAsync(string path, JsonObject body, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var limited = new CancellationTokenSource(limit, pace.Wall);
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limited.Token);
        try
        {
            using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri(urls.Bot + path), content, timed.Token);
            return new BotAnswer((int)response.StatusCode, Parse(await response.Content.ReadAsStringAsync(timed.Token)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new BotAnswer(BotAnswer.TooLate);
        }
        catch (HttpRequestException)
        {
            return new BotAnswer(BotAnswer.Unreachable);
        }
    }

    private static JsonNode? Parse(string body)
    {
        try
        {
            return string.IsNullOrWhiteSpace(body) ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
