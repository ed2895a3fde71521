using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace StrategyBot.Tests.PartnerLinks;

/// <summary>A device that keeps its cookies, at the page's own requests.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient http;
    private int pressed;

    public Visitor(LinksHost host)
        : this(host.Url)
    {
    }

    /// <param name="from">The address it comes from; all of 127.0.0.0/8 is this machine.</param>
    public Visitor(LinksHost host, string from) => http = new(new SocketsHttpHandler
    {
        CookieContainer = Cookies,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = new(host.Url) };

    public Visitor(string url) => http = new(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = new(url) };

    /// <summary>Which session is meant.</summary>
    public string Label { get; set; } = "-";

    public CookieContainer Cookies { get; private init; } = new();

    /// <summary>The same device at another instance of the bot.</summary>
    public Visitor At(string url) => new(url, Cookies) { Label = Label };

    public static string TokenOf(string link) => link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..];

    public async Task<string> WantCodeAsync(string token) => (await PostAsync("code", new { token })).Body["challenge"]!.GetValue<string>();

    public Task<(int Status, JsonNode Body)> SignInAsync(string token, string challenge, string code) =>
        PostAsync("sign-in", new { token, challenge, code });

    private Visitor(string url, CookieContainer cookies)
    {
        Cookies = cookies;
        http = new(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = new(url) };
    }

    /// <summary>Signs in, which must succeed.</summary>
    public async Task EnterAsync(string token, string challenge, string code)
    {
        var (status, body) = await SignInAsync(token, challenge, code);
        Assert.True(status == 200, body.ToJsonString());
        Label = body["label"]!.GetValue<string>();
    }

    /// <summary>From the mail to the open page.</summary>
    public async Task EnterAsync(LinksHost host, string person)
    {
        var token = TokenOf(await host.LinkOfAsync(person));
        var challenge = await WantCodeAsync(token);
        await EnterAsync(token, challenge, await host.CodeOfAsync(person));
    }

    public Task<(int Status, JsonNode Body)> ActAsync(string verb, object data, string? id = null) =>
        PostAsync("act", new { verb, data, id = id ?? $"press-{pressed++:D4}" });

    /// <summary>Opens the live stream, which is meant to be refused.</summary>
    public async Task<(int Status, JsonNode Body)> RefusedStreamAsync()
    {
        using var answer = await http.GetAsync($"p/api/events?s={Label}", HttpCompletionOption.ResponseHeadersRead);
        Assert.False(answer.IsSuccessStatusCode);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    public Task<(int Status, JsonNode Body)> MeAsync() => PostAsync("me", new { });

    public async Task<(int Status, JsonNode Body)> PostAsync(string path, object body, bool withHeader = true, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"p/api/{path}") { Content = JsonContent.Create(body) };
        if (withHeader)
        {
            request.Headers.Add("X-Link", Label);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }

    /// <summary>A body that no page sends.</summary>
    public async Task<int> SendAsync(string path, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"p/api/{path}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Link", Label);
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(path);

    public void Dispose() => http.Dispose();
}
