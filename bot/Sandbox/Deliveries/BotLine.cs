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

    /// <summary>When something is due next, where a settled bot said so.</summary>
    public DateTimeOffset? NextDue =>
        (Body as JsonObject)?["nextDue"] is JsonValue value && value.TryGetValue(out DateTimeOffset due) ? due : null;
}

/// <summary>The world's HTTP line to the bot, or to several over one record.</summary>
internal sealed class BotLine(SandboxUrls urls, DeliverySpeed pace) : IDisposable
{
    // Loopback only: a proxy of the machine must not see it.
    private readonly HttpClient http =
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    private int turn = -1;

    /// <summary>One delivery of an activity; <c>serviceUrl</c> is set here, since the world's port may differ after a restart.</summary>
    /// <remarks>Of several bots each gets the next one; where it can't be reached, or breaks off, another gets it
    /// under the same id.</remarks>
    public async Task<BotAnswer> DeliverAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        var sent = (JsonObject)activity.DeepClone();
        sent["serviceUrl"] = urls.Connector;
        var bots = urls.Bots;
        var first = (uint)Interlocked.Increment(ref turn);
        var answer = new BotAnswer(BotAnswer.Unreachable);
        for (var n = 0u; n < bots.Count && answer.Status == BotAnswer.Unreachable; n++)
        {
            answer = await PostAsync(bots[(int)((first + n) % bots.Count)], "/api/messages", sent, pace.Limit, cancellationToken);
        }

        return answer;
    }

    /// <summary>Lets every bot that is there work what is due at <paramref name="now"/>, until all are quiet.</summary>
    /// <remarks>No limit: a bot that has a hundred mails to send may take its time; the one who asked may hang up.</remarks>
    public async Task<BotAnswer> SettleAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(urls.Bots.Select(bot =>
            PostAsync(bot, "/sandbox/runner", new JsonObject { ["now"] = WorldJson.Instant(now) }, Timeout.InfiniteTimeSpan,
                cancellationToken)));
        var there = answers.Where(answer => answer.Status != BotAnswer.Unreachable).ToList();
        return there.Find(answer => !answer.Accepted)
            ?? there.OrderBy(answer => answer.NextDue ?? DateTimeOffset.MaxValue).FirstOrDefault()
            ?? new BotAnswer(BotAnswer.Unreachable);
    }

    public void Dispose() => http.Dispose();

    private async Task<BotAnswer> PostAsync(string bot, string path, JsonObject body, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var limited = new CancellationTokenSource(limit, pace.Wall);
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limited.Token);
        try
        {
            using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri(bot + path), content, timed.Token);
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
