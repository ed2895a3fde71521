using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using StrategyBot.Conversations;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>Everything that the bot answers but Teams' own activities, called as browsers, proxies and strangers might: with good, foreign
/// and made-up tokens, cookies and chats, and with bodies and addresses that were spoiled on the way.</summary>
internal sealed class OddCalls : IDisposable
{
    private static readonly string[] OddPaths =
    [
        "x", "%00", "%ff%fe", "%ed%a0%80", "%2e%2e%2f%2e%2e%2frecord.db", "..%5c..", "%25", "%", "%u0041", "a%0d%0ab", "%f0%9f%98%80",
        new string('A', 43), new string('a', 7_000),
    ];

    private static readonly string[] OddTexts =
    [
        "", " ", "-", "x", "%00", "\t", "é£", "Bearer", "Bearer ", "Basic eDp4", new string('0', 12), new string('z', 4_000), "{}", "null",
    ];

    /// <summary>By method and pattern, as the server has them; <c>POST /api/messages</c> is played with by FuzzTests itself.</summary>
    private static readonly Dictionary<string, Func<OddCalls, JsonObject, HttpRequestMessage>> Played = new(StringComparer.Ordinal)
    {
        ["POST /p/api/code"] = static (odd, _) => odd.Partner("code", new() { ["token"] = odd.Token(), ["challenge"] = "x" }),
        ["POST /p/api/sign-in"] = static (odd, _) => odd.Partner(
            "sign-in", new() { ["token"] = odd.Token(), ["challenge"] = odd.Text(), ["code"] = "123456" }),
        ["POST /p/api/sign-out"] = static (odd, _) => odd.Partner("sign-out", [], mayEnd: true),
        ["POST /p/api/me"] = static (odd, _) => odd.Partner("me", []),
        ["POST /p/api/from"] = static (odd, _) => odd.Partner("from", []),
        ["POST /p/api/known"] = static (odd, _) => odd.Partner("known", new() { ["token"] = odd.Token() }),
        ["POST /p/api/tasks"] = static (odd, _) => odd.Partner("tasks", new() { ["automatic"] = odd.random.Next(2) == 0 }),
        ["POST /p/api/act"] = static (odd, activity) => odd.Partner("act", odd.Press(activity)),
        ["GET /p/api/events"] = static (odd, _) => odd.AsPartner(odd.Get($"/p/api/events?s={odd.Label()}"), mayEnd: false),
        ["POST /panel/api/board"] = static (odd, _) => odd.Panel(
            "board", new() { ["seen"] = odd.random.Next(-3, 60), ["automatic"] = odd.random.Next(2) == 0 }),
        ["POST /panel/api/act"] = static (odd, activity) => odd.Panel("act", odd.Press(activity)),
        ["POST /panel/api/line"] = static (odd, activity) => odd.Panel(
            "line", new() { ["text"] = (string?)activity["text"] ?? "status", ["id"] = odd.PressId() }),
        ["POST /panel/api/draft"] = static (odd, _) => odd.Panel("draft", []),
        ["POST /panel/api/copies"] = static (odd, _) => odd.Panel("copies", []),
        ["POST /panel/api/timeline"] = static (odd, _) => odd.Panel("timeline", new() { ["width"] = odd.random.Next(-9, 9_999) }),
        ["POST /panel/api/service/board"] = static (odd, _) => odd.Panel(
            "service/board", new()
            {
                ["team"] = odd.Text(),
                ["area"] = odd.Text(),
                ["stage"] = $"{odd.random.Next(-3, 9)}",
                ["most"] = odd.random.Next(),
            }),
        ["POST /panel/api/service/case"] = static (odd, _) => odd.Panel(
            "service/case",
            new()
            {
                ["case"] = odd.random.Next(2) == 0 ? Given.Id.Value : odd.Text(),
                ["width"] = odd.random.Next(-9, 9_999),
                ["who"] = odd.Text(),
            }),
        ["POST /panel/api/service/paper"] = static (odd, _) => odd.Panel(
            "service/paper", new() { ["area"] = odd.Text(), ["month"] = odd.Text() }),
        ["POST /panel/api/service/measures"] = static (odd, _) => odd.Panel("service/measures", new() { ["area"] = odd.Text() }),
        ["POST /panel/api/service/lists"] = static (odd, _) => odd.Panel(
            "service/lists", new()
            {
                ["list"] = $"{odd.random.Next(-3, 9)}",
                ["month"] = odd.Text(),
                ["area"] = odd.Text(),
                ["most"] = -odd.random.Next(),
                ["asFile"] = odd.random.Next(2) == 0,
            }),
        ["POST /panel/api/service/act"] = static (odd, activity) => odd.Panel("service/act", odd.Press(activity)),
        ["GET /panel/api/events"] = static (odd, _) => odd.AsPanel(odd.Get("/panel/api/events")),
        ["GET /panel/host"] = static (odd, _) => odd.AsPanel(odd.Get("/panel/host")),
        ["GET /documents/{token}"] = static (odd, _) => odd.AsPartner(odd.Get($"/documents/{odd.Path()}"), mayEnd: false),
        ["GET /p/"] = static (odd, _) => odd.Get(odd.random.Next(2) == 0 ? "/p" : "/p/"),
        ["GET /p/favicon.svg"] = static (odd, _) => odd.Get("/p/favicon.svg"),
        ["GET /p/assets/{name}"] = static (odd, _) => odd.Get($"/p/assets/{odd.Path()}"),
        ["GET /panel/"] = static (odd, _) => odd.Get(odd.random.Next(2) == 0 ? "/panel" : "/panel/"),
        ["GET /panel/favicon.svg"] = static (odd, _) => odd.Get("/panel/favicon.svg"),
        ["GET /panel/assets/{name}"] = static (odd, _) => odd.Get($"/panel/assets/{odd.Path()}"),
        ["GET /healthz"] = static (odd, _) => odd.Get("/healthz"),
        ["GET /readyz"] = static (odd, _) => odd.Get("/readyz"),
        ["GET /.well-known/security.txt"] = static (odd, _) => odd.Get("/.well-known/security.txt"),
    };

    // These do something; the others are there to be known.
    private static readonly IReadOnlyList<string> Often =
        [.. Played.Keys.Where(route => route.Contains("/api/", StringComparison.Ordinal))];

    private readonly HttpClient http;
    private readonly Random random;
    private readonly Mutator mutator;
    private readonly IReadOnlyList<string> tokens;
    private readonly IReadOnlyList<string> chats;
    private readonly Visitor nurse;
    private readonly Visitor teacher;
    private readonly string link;
    private bool hasEnded;

    private OddCalls(
        LinksHost host, Random random, Mutator mutator, IReadOnlyList<string> tokens, IReadOnlyList<string> chats, Visitor nurse,
        Visitor teacher, string link)
    {
        (this.random, this.mutator, this.tokens, this.chats) = (random, mutator, tokens, chats);
        (this.nurse, this.teacher, this.link) = (nurse, teacher, link);
        // As bytes, whatever they are: no client has to be well behaved.
        http = new(new SocketsHttpHandler { UseCookies = false, RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1 })
        {
            BaseAddress = new(host.Url),
        };
    }

    public static IReadOnlyCollection<string> Routes => Played.Keys;

    /// <summary>With a nurse and a teacher who are signed in behind their links, and tokens of the chair, the social worker and somebody
    /// who isn't on the case.</summary>
    public static async Task<OddCalls> BeginAsync(LinksHost host, Random random, Mutator mutator)
    {
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        var tokens = new List<string>();
        foreach (var person in new[] { "chair", "social-worker", "organiser" })
        {
            using var answer = await world.PostAsync($"sandbox/api/{person}/token", null);
            tokens.Add((await answer.Content.ReadFromJsonAsync<JsonObject>())!["token"]!.GetValue<string>());
        }

        var (nurse, teacher) = (new Visitor(host), new Visitor(host));
        await nurse.EnterAsync(host, "health");
        await teacher.EnterAsync(host, "school");
        var room = (await host.Clerk.LoadAsync(Given.Id, default)).Meeting.Room;
        var link = Visitor.TokenOf(await host.LinkOfAsync("health"));
        return new(host, random, mutator, tokens, [room.Chat!.ThreadId!], nurse, teacher, link);
    }

    /// <summary>What the well-behaved get: without it a fuzz would only knock at closed doors.</summary>
    public async Task<IReadOnlyList<string>> WellBehavedAsync()
    {
        var wrong = new List<string>();
        foreach (var (path, body) in new (string, JsonObject)[]
        {
            ("/panel/api/board", []), ("/panel/api/draft", []), ("/panel/api/copies", []),
            ("/panel/api/timeline", new() { ["width"] = 800 }),
            ("/panel/api/service/board", []), ("/panel/api/service/measures", []),
            ("/panel/api/service/case", new() { ["case"] = Given.Id.Value }),
            ("/panel/api/line", new() { ["text"] = "status", ["id"] = PressId() }),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
            request.Headers.Authorization = new("Bearer", tokens[0]);
            request.Headers.Add("X-Chat", chats[0]);
            using var answer = await http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode || text.Contains("neutral", StringComparison.Ordinal))
            {
                wrong.Add($"{path}: {(int)answer.StatusCode} {text}");
            }
        }

        foreach (var path in new[] { "me", "tasks" })
        {
            var (status, body) = await nurse.PostAsync(path, new { });
            if (status != 200 || body.AsObject().Count == 0)
            {
                wrong.Add($"{path}: {status} {body}");
            }
        }

        return wrong;
    }

    /// <param name="activity">Whose verb and form a page sends too.</param>
    public async Task<(string What, int Status)> PlayAsync(JsonObject activity)
    {
        var route = random.Next(8) == 0 ? Played.Keys.ElementAt(random.Next(Played.Count)) : Often[random.Next(Often.Count)];
        using var request = Played[route](this, activity);
        try
        {
            // A line that stays open is hung up at once.
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream")
            {
                await answer.Content.ReadAsByteArrayAsync();
            }

            return (route, (int)answer.StatusCode);
        }
        catch (HttpRequestException) when (request.Content?.Headers.ContentLength > RequestBody.MostBytes)
        {
            // Refused before all of it was sent, and the line with it.
            return (route, (int)HttpStatusCode.RequestEntityTooLarge);
        }
    }

    public void Dispose()
    {
        http.Dispose();
        nurse.Dispose();
        teacher.Dispose();
    }

    private HttpRequestMessage Partner(string path, JsonObject body, bool mayEnd = false) =>
        AsPartner(Post($"/p/api/{path}", body), mayEnd);

    private HttpRequestMessage Panel(string path, JsonObject body) => AsPanel(Post($"/panel/api/{path}", body));

    private HttpRequestMessage AsPartner(HttpRequestMessage request, bool mayEnd)
    {
        // The teacher signs out, once: whoever has gone is a stranger from then on. The nurse never does.
        var visitor = mayEnd || random.Next(4) == 0 ? teacher : nurse;
        hasEnded |= mayEnd && random.Next(4) == 0;
        var label = mayEnd ? (hasEnded ? teacher.Label : Path()) : random.Next(5) > 0 ? visitor.Label : Label();
        request.Headers.TryAddWithoutValidation("X-Link", label);
        if (random.Next(6) > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", random.Next(8) == 0 ? $"link-{Label()}={Text()}; {Text()}"
                : string.Join("; ", visitor.Cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}")));
        }

        if (random.Next(12) == 0)
        {
            request.Headers.TryAddWithoutValidation("Origin", Text());
        }

        return request;
    }

    private HttpRequestMessage AsPanel(HttpRequestMessage request)
    {
        var token = random.Next(8) switch
        {
            0 => Text(),
            1 => $"Bearer {Broken(tokens[0])}",
            2 => $"Bearer {Text()}",
            3 => $"Bearer {tokens[2]}",
            4 => $"Bearer {tokens[1]}",
            _ => $"Bearer {tokens[0]}",
        };
        request.Headers.TryAddWithoutValidation("Authorization", token);
        request.Headers.TryAddWithoutValidation("X-Chat", random.Next(6) == 0 ? Text() : chats[random.Next(chats.Count)]);
        return request;
    }

    private HttpRequestMessage Post(string path, JsonObject body)
    {
        var content = new ByteArrayContent(random.Next(3) == 0 ? Encoding.UTF8.GetBytes(body.ToJsonString()) : mutator.Spoil(body));
        if (random.Next(10) > 0)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        else
        {
            content.Headers.TryAddWithoutValidation("Content-Type",
                random.Next(2) == 0 ? "application/json; charset=utf-16" : OddTexts[random.Next(OddTexts.Length)]);
        }

        return new(HttpMethod.Post, path) { Content = content };
    }

    private HttpRequestMessage Get(string path) => new(HttpMethod.Get, new Uri($"{http.BaseAddress!.ToString().TrimEnd('/')}{path}",
        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

    private JsonObject Press(JsonObject activity)
    {
        var data = activity["value"]?["data"] as JsonObject ?? [];
        return new()
        {
            ["verb"] = data["verb"]?.DeepClone() ?? "hub/my-part",
            ["data"] = data.DeepClone(),
            ["id"] = PressId(),
            ["automatic"] = random.Next(3) == 0,
        };
    }

    private string PressId() => $"press-{random.Next():D10}";

    private string Token() => random.Next(4) switch
    {
        0 => link,
        1 => new('A', 43),
        2 => Broken(link),
        _ => Text(),
    };

    private string Label() => random.Next(4) switch
    {
        0 => nurse.Label,
        1 => teacher.Label,
        _ => OddPaths[random.Next(OddPaths.Length - 1)],
    };

    private string Text() => OddTexts[random.Next(OddTexts.Length)];

    private string Path() => OddPaths[random.Next(OddPaths.Length)];

    private string Broken(string text)
    {
        var at = random.Next(text.Length);
        return random.Next(2) == 0 ? text[..at] : text.Remove(at, 1).Insert(at, "_");
    }
}
