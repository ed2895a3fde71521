using System.Net;
using System.Text.Json;
using Azure.Core.Pipeline;
using StrategyBot.Protocols.Tables;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Protocols.Tables;

/// <summary>Answers requests in the order of its script and writes down both sides.</summary>
internal sealed class ScriptedService(params ScriptedService.Reply[] replies) : HttpMessageHandler
{
    // A request is signed with its date.
    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    // Only what matters to the service; the rest differs between machines.
    private static readonly string[] Headers =
        ["Accept", "Authorization", "Content-Type", "DataServiceVersion", "If-Match", "Prefer", "x-ms-date", "x-ms-version"];

    public int Requests { get; private set; }

    public string Transcript { get; private set; } = "";

    public TableClient Cases => Account.GetTableClient("cases");

    public TableServiceClient Account => new(
        new Uri("https://council.table.core.windows.net"),
        new TableSharedKeyCredential("council", Convert.ToBase64String("not a key"u8)),
        Options());

    public TableClientOptions Options() => new()
    {
        Clock = new StoppedClock(Noon),
        Transport = new HttpClientTransport(new HttpClient(this)),
        Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var reply = replies[Requests++];
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .Where(h => Headers.Contains(h.Key)).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}\n");
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken) + "\n";
        Transcript += $"{request.Method} {request.RequestUri!.AbsoluteUri}\n{string.Concat(headers)}\n{body}\n";
        Transcript += $"{(int)reply.Status} {reply.Status}\n{string.Concat((reply.Headers ?? []).Select(h => $"{h.Name}: {h.Value}\n"))}\n{reply.Body}\n\n";
        return Answer(reply);
    }

    private static HttpResponseMessage Answer(Reply reply)
    {
        if (reply.Broken)
        {
            throw new HttpRequestException("The connection broke.");
        }

        var response = new HttpResponseMessage(reply.Status) { Content = new StringContent(reply.Body) };
        foreach (var (name, value) in reply.Headers ?? [])
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    internal sealed record Reply(HttpStatusCode Status, string Body = "", (string Name, string Value)[]? Headers = null, bool Broken = false)
    {
        public static Reply Error(HttpStatusCode status, string code, string text = "Words that nobody should log.") => new(
            status,
            JsonSerializer.Serialize(new Dictionary<string, object> { ["odata.error"] = new { code, message = new { lang = "en-US", value = $"{text}\nRequestId:7f\nTime:2026-11-26T12:00:00Z" } } }),
            [("x-ms-request-id", "7f")]);
    }
}
