using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using StrategyBot.Sandbox;

namespace StrategyBot.Tests.Sandbox.Page;

/// <summary>The people's side of the sandbox with a bot of a few lines behind it, so that the page is tested by itself.</summary>
internal sealed class StubTeams : IAsyncDisposable
{
    public const string Now = "2026-11-25T09:30:00Z";
    private static readonly string[][] Someone =
    [
        ["chair", "Priya Nair", "Team Manager", "Children's social care"],
        ["police", "Sam Whitlock", "Detective Sergeant", "Police"],
        ["school", "Ruth Carver", "Designated Safeguarding Lead", "School"],
    ];

    private readonly WebApplication app;
    private readonly List<Channel<string>> listeners = [];
    private int lastId;

    private StubTeams()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapSandboxPage();
        Map(app.MapGroup("/sandbox"));
    }

    public string Url { get; private set; } = "";

    /// <summary>What the bot was sent, newest last.</summary>
    public List<JsonNode> Invokes { get; } = [];

    /// <summary>Whether the bot does not answer.</summary>
    public bool Silent { get; set; }

    /// <summary>The chair has done all of it.</summary>
    public bool NothingWaits { get; set; }

    public string MeetingState { get; set; } = "scheduled";

    public string StartsAt { get; set; } = "2026-11-25T09:45:00Z";

    /// <summary>The practice case that is played, as the world tells it.</summary>
    public JsonObject? Playing { get; set; }

    /// <summary>What was asked of Practise, newest last.</summary>
    public List<string> Practised { get; } = [];

    private Dictionary<string, JsonArray> Messages { get; } = new() { ["chair"] = [], ["meeting"] = [] };

    private Dictionary<string, string> Responses { get; } = [];

    private HashSet<string> Inside { get; } = [];

    public static string Mri(string person) => $"29:{person}-aad";

    public static async Task<StubTeams> StartAsync()
    {
        var teams = new StubTeams();
        await teams.app.StartAsync();
        teams.Url = teams.app.Urls.Single();
        return teams;
    }

    public void Enter(string person) => Inside.Add(person);

    public void Post(string chat, string from, string? text, params JsonNode[] cards)
    {
        lock (Messages)
        {
            Messages[chat].Add(new JsonObject
            {
                ["id"] = $"m{++lastId}",
                ["from"] = new JsonObject
                {
                    ["id"] = from,
                    ["name"] = from == "bot" ? "StrategyBot" : Someone.Single(p => p[0] == from)[1],
                    ["bot"] = from == "bot",
                },
                ["at"] = Now,
                ["text"] = text,
                ["textFormat"] = "markdown",
                ["attachments"] = new JsonArray([
                    .. cards.Select(
                        card => new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card })]),
            });
        }

        Change();
    }

    /// <summary>The bot changes the first message that has a card.</summary>
    public void Edit(string chat, JsonNode card)
    {
        lock (Messages)
        {
            Messages[chat].First(message => message!["attachments"] is JsonArray { Count: > 0 })!["attachments"]![0]!["content"] = card;
        }

        Change();
    }

    /// <summary>The bot changes the last message's card.</summary>
    public void Update(string chat, JsonNode card)
    {
        lock (Messages)
        {
            Messages[chat][^1]!["attachments"]![0]!["content"] = card;
        }

        Change();
    }

    public void Change()
    {
        lock (listeners)
        {
            listeners.ForEach(l => l.Writer.TryWrite("""{"kind":"chat"}"""));
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (listeners)
        {
            listeners.ForEach(l => l.Writer.TryComplete());
        }

        await app.DisposeAsync();
    }

    private void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("people",
            () => Someone.Select(
                p => new
                {
                    id = p[0],
                    name = p[1],
                    role = p[2],
                    agency = p[3],
                    aadObjectId = $"{p[0]}-aad",
                    mail = $"{p[0]}@council.example",
                    tenantId = "t"
                }));
        api.MapGet("clock", () => new { now = Now });
        api.MapPost("clock", () =>
        {
            Post("chair", "bot", "Health has not answered.");
            return new { now = "2026-11-25T10:30:00Z" };
        });
        api.MapGet("events", ListenAsync);
        MapPractise(api.MapGroup("practise"));
        api.MapGet("api/{person}/chats", Chats);
        api.MapGet("api/{person}/chats/{chat}/messages", (string chat) => Json(Messages[chat]));
        api.MapPost("api/{person}/chats/{chat}/messages", Say);
        api.MapPost("api/{person}/chats/{chat}/invoke", Invoke);
        api.MapGet("api/{person}/calendar", Calendar);
        api.MapPost("api/{person}/calendar/e1/response",
            (string person, JsonNode body) => Responses[person] = body["response"]!.ToString());
        api.MapGet("api/{person}/mail", Mail);
        api.MapPost("api/{person}/meetings/o1/{step}", Meet);
    }

    private void MapPractise(IEndpointRouteBuilder practise)
    {
        practise.MapGet("", () => Json(new JsonObject { ["cases"] = StubPractise.Cases, ["playing"] = Playing?.DeepClone() }));
        practise.MapPost("", (JsonNode body) => Play($"begin {body["case"]}", StubPractise.Begun));
        practise.MapDelete("", () => Play("leave", null));
        practise.MapPost("ask", (JsonNode body) => Play($"ask {body["who"]}", Playing));
        practise.MapPost("step", (JsonNode body) => (bool)body["chair"]! ? Play("step", Playing) : Json(new JsonObject()));
    }

    private IResult Play(string what, JsonObject? playing)
    {
        Practised.Add(what);
        Playing = playing;
        Change();
        return Json(new JsonObject());
    }

    private IResult Json(JsonNode node)
    {
        lock (Messages)
        {
            return Results.Text(node.ToJsonString(), "application/json");
        }
    }

    private IEnumerable<object> Chats(string person)
    {
        var meeting = new
        {
            id = "meeting",
            kind = "meeting",
            title = "SB-2026-014 Heron",
            at = Now,
            preview = "Inviting",
            members = Someone.Select(p => p[1]),
            onlineMeetingId = "o1",
            eventId = "e1",
            startsAt = StartsAt,
            inMeeting = Inside.Contains(person),
            meetingState = MeetingState,
        };
        var personal =
            new
            {
                id = "chair",
                kind = "personal",
                title = "StrategyBot",
                at = Now,
                preview = "Type convene to start",
                members = new[] { "Priya Nair", "StrategyBot" },
                inMeeting = false
            };
        return person == "chair" ? [personal, meeting] : [meeting];
    }

    private IResult Say(string person, string chat, JsonNode body)
    {
        if (Silent)
        {
            return Results.Text("StrategyBot is not answering. Please try again.", statusCode: 503);
        }

        Post(chat, person, body["text"]!.ToString());
        if (chat == "chair")
        {
            Post(chat, "bot", "Here is **your card**.", StubCards.Posted);
        }

        return Results.Accepted();
    }

    private object Invoke(JsonNode body)
    {
        if (Silent)
        {
            return new { status = 502 };
        }

        Invokes.Add(body);
        var verb = (body["value"]!["action"]?["verb"] ?? body["value"]!["data"]!["verb"])!.ToString();
        return new { status = 200, body = Reply(verb) };
    }

    private object Reply(string verb) => verb switch
    {
        "stub/save" => Card(StubCards.Saying("Saved 10:42")),
        "stub/next" => Card(StubCards.SecondStep),
        "stub/view" => Card(StubCards.Saying("What you see")),
        "stub/toast" => new { statusCode = 200, type = "application/vnd.microsoft.activity.message", value = "Told you" },
        "hub/my-part" => Card(NothingWaits ? StubPractise.NothingMore : StubPractise.MyPart),
        "stub/form" or "overseeing/own-measures" =>
            new
            {
                task = new
                {
                    type = "continue",
                    value = new
                    {
                        title = "Convene",
                        height = "large",
                        width = "medium",
                        card = new { contentType = "application/vnd.microsoft.card.adaptive", content = StubCards.Form }
                    }
                }
            },
        "stub/submit" => new { task = new { type = "message", value = "Saved. Thank you." } },
        _ => new { },
    };

    private static object Card(JsonNode card) => new { statusCode = 200, type = "application/vnd.microsoft.card.adaptive", value = card };

    private IEnumerable<object> Calendar(string person) =>
    [
        new
        {
            id = "e1", subject = "SB-2026-014", body = "<p>Please answer. <script>alert(1)</script></p>", startsAt = "2026-11-25T14:00:00Z",
                endsAt = "2026-11-25T15:00:00Z", onlineMeetingId = "o1",
            chatId = "meeting", organiser = "meetings@council.example",
                response = person == "chair" ? "accepted" : Responses.GetValueOrDefault(person, "none"),
        },
    ];

    private static IEnumerable<object> Mail(string person) =>
    [
        new
        {
            id = "l1", subject = "SB-2026-014", from = "minutes@council.example", at = Now, bodyType = "html",
                body = $"<h1>For {person}</h1><p>Open <a href='https://example.com/x'>your part</a>.</p>",
            attachments = new[] { new { name = "minutes.docx", contentType = "application/octet-stream", size = 20480 } },
        },
    ];

    private IResult Meet(string person, string step)
    {
        _ = step is "start" or "join" ? Inside.Add(person) : Inside.Remove(person);
        MeetingState = step == "end" ? "ended" : "running";
        Change();
        return Results.NoContent();
    }

    private async Task ListenAsync(HttpContext context)
    {
        var mine = Channel.CreateUnbounded<string>();
        lock (listeners)
        {
            listeners.Add(mine);
        }

        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await foreach (var data in mine.Reader.ReadAllAsync(context.RequestAborted))
        {
            await context.Response.WriteAsync($"event: change\ndata: {data}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
