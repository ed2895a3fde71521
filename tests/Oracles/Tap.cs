using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Oracles;

/// <summary>Stands between the bot and its Teams, passes everything on both ways and keeps what the bot says.</summary>
internal sealed class Tap : IAsyncDisposable
{
    private static readonly string[] OfTheHop = ["Host", "Connection", "Transfer-Encoding", "Content-Length", "Content-Type"];

    private readonly ConcurrentQueue<Said> said = new();
    private readonly HttpClient line = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
    private readonly WebApplication app;
    private string world = "", bot = "";

    private Tap()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Url);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(PassAsync);
    }

    public string Url { get; } = $"http://localhost:{Ports.Free()}";

    public IReadOnlyCollection<Said> All => said;

    public static async Task<Tap> StartAsync()
    {
        var tap = new Tap();
        await tap.app.StartAsync();
        return tap;
    }

    public void Between(Uri worldAddress, Uri botAddress) =>
        (world, bot) = (worldAddress.GetLeftPart(UriPartial.Authority), botAddress.GetLeftPart(UriPartial.Authority));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        line.Dispose();
    }

    private async Task PassAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        var isForBot = path is "/api/messages" or "/sandbox/runner";
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        // The bot answers where an activity says that it came from.
        using var request = isForBot
            ? Copy(http.Request, bot, body.Replace(world, Url, StringComparison.Ordinal))
            : Copy(http.Request, world, body);
        using var response = await line.SendAsync(request, http.RequestAborted);
        var answer = await response.Content.ReadAsByteArrayAsync(http.RequestAborted);
        Note(path, body, Encoding.UTF8.GetString(answer));
        http.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => !OfTheHop.Contains(header.Key)))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        http.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        if (answer.Length > 0)
        {
            await http.Response.Body.WriteAsync(answer, http.RequestAborted);
        }
    }

    private static HttpRequestMessage Copy(HttpRequest request, string to, string body)
    {
        var copy = new HttpRequestMessage(new(request.Method), to + request.Path.ToUriComponent() + request.QueryString.ToUriComponent());
        if (request.ContentType is { } type)
        {
            copy.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            copy.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var (name, values) in request.Headers.Where(header => !OfTheHop.Contains(header.Key)))
        {
            copy.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return copy;
    }

    private void Note(string path, string body, string answer)
    {
        if (path.StartsWith("/sandbox/connector/", StringComparison.Ordinal) && body.Length > 0)
        {
            said.Enqueue(new(path.EndsWith("/conversations", StringComparison.Ordinal) ? Said.Conversation : Said.Activity, body));
        }
        else if (path == "/api/messages" && answer.Length > 0 && (string?)JsonNode.Parse(body)!["name"] is { } invoke)
        {
            said.Enqueue(new(invoke, answer));
        }
    }
}

/// <summary>Something that the bot said.</summary>
/// <param name="What">An activity, the parameters of a conversation, or the invoke's name whose answer it is.</param>
internal sealed record Said(string What, string Json)
{
    public const string Activity = "activity";
    public const string Conversation = "conversation";
}
