using System.Net.Http.Headers;
using System.Text.Json;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Benchmarks.Load.Serving;

/// <summary>The bare floor: parses the activity and answers an invoke with always the same bytes; of a message, it posts always the
/// same card. It checks no token, knows no case and keeps nothing: as little as a bot of any kind must do.</summary>
internal static class BareFloor
{
    private static readonly byte[] Answer =
        """{"task":{"type":"message","value":"Nothing was done."}}"""u8.ToArray();

    private static readonly byte[] Card = """
        {"type":"message","summary":"StrategyBot","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"One card"}]}}]}
        """u8.ToArray();

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static WebApplication Build(Served served)
    {
        var app = Serve.Kestrel(served).Build();
        var connector = new HttpClient(Serve.ToFake(served));
        app.MapPost("/api/messages", http => AnswerAsync(http, connector));
        return app;
    }

    private static async Task AnswerAsync(HttpContext http, HttpClient connector)
    {
        var activity = (await JsonSerializer.DeserializeAsync(http.Request.Body, TeamsJson.Wire.Activity, http.RequestAborted))!;
        if (activity.Type == ActivityTypes.Message)
        {
            var post = new ByteArrayContent(Card) { Headers = { ContentType = Json } };
            var url = $"{activity.ServiceUrl}v3/conversations/{activity.Conversation!.Id}/activities";
            using var posted = await connector.PostAsync(new Uri(url), post, http.RequestAborted);
            posted.EnsureSuccessStatusCode();
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = Answer.Length;
        await http.Response.Body.WriteAsync(Answer, http.RequestAborted);
    }
}
