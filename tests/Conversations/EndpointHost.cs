using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Conversations;
using StrategyBot.Protocols.Teams;
using StrategyBot.Rules;
using StrategyBot.Tests.Protocols.Teams;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Conversations;

/// <summary>The way in from Teams with one verb and one command behind it; a connector that says what it is told to.</summary>
internal sealed class EndpointHost : IAsyncDisposable
{
    public const string Chat = "19:meeting_1@thread.v2", Nurse = "29:grace", Loopback = "http://localhost:3978/sandbox/connector";

    private readonly TeamsEndpoint endpoint;

    private EndpointHost(ConnectorStub connector)
    {
        Connector = connector;
        var services = new ServiceCollection().AddSingleton(this).BuildServiceProvider();
        endpoint = Of(new Verbs().Add<Press, Press.Form>(), new Commands().Add<Tell>(), new Notices(), connector.ClientWithoutCredential(),
            Wall, services, Log, Late, (person, address, _) => Task.FromResult(address.Domain == $"{person.TenantId}.example"));
    }

    public ConnectorStub Connector { get; }

    /// <summary>How long a click is waited for is over when the test says so.</summary>
    public ImpatientClock Wall { get; } = new(limit: TimeSpan.Zero);

    public KeptLog<TeamsEndpoint> Log { get; } = new();

    public LateTurns Late { get; } = new();

    public List<Turn> Turns { get; } = [];

    public List<string?> Words { get; } = [];

    /// <summary>What the verb was told of somebody who waits no longer.</summary>
    public CancellationToken Heard { get; private set; }

    /// <summary>What the verb and the command do.</summary>
    public Func<Task<Reply>> Answers { get; set; } = () => Task.FromResult<Reply>(new Reply.Say("Saved."));

    /// <summary>The connector's client gives nothing up by itself: what ends a wait here is the endpoint.</summary>
    public static async Task<EndpointHost> StartAsync()
    {
        var stub = await ConnectorStub.StartAsync();
        stub.Options.Retry.NetworkTimeout = TimeSpan.FromHours(1);
        return new(stub);
    }

    public static TeamsEndpoint Of(
        Verbs verbs, Commands commands, Notices notices, ConnectorClient connector, TimeProvider wall, IServiceProvider services,
        ILogger<TeamsEndpoint> log, LateTurns late, OwnsAddress owns)
    {
        var (settings, clock) = (new TeamsSettings("bot", "council", Loopback, IsSandbox: true), new WallClock(wall));
        var conversations = new TeamsConversations(connector, settings);
        var speakers = new TeamsSpeakers(conversations, new Vouching(owns, clock), clock, NullLogger<TeamsSpeakers>.Instance);
        var turns = new TeamsTurns(verbs, commands, notices, speakers, conversations, settings,
            new Sources(new byte[32]), services);
        return new(turns, late, conversations, new TeamsGate(settings, validator: null), clock, log);
    }

    public void Roster(string email = "grace@nhs.example", string? upn = null, string tenant = "nhs", string name = "Grace Adeyemi") =>
        Connector.Answer(200, $$"""
            {"id":"{{Nurse}}","name":"{{name}}","aadObjectId":"grace-in-nhs","tenantId":"{{tenant}}","email":"{{email}}",
            "userPrincipalName":{{(upn is null ? "null" : $"\"{upn}\"")}}}
            """);

    public static JsonObject Submit(string words = "hello") => Activity("invoke", "task/submit",
        new JsonObject { ["data"] = new JsonObject { ["verb"] = Press.Verb, ["words"] = words } });

    public static JsonObject Fetch() => Activity("invoke", "task/fetch",
        new JsonObject { ["data"] = new JsonObject { ["verb"] = Press.Verb } });

    public static JsonObject Action(string trigger = "manual") => Activity("invoke", "adaptiveCard/action", new JsonObject
    {
        ["action"] = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = Press.Verb,
            ["data"] = new JsonObject { ["words"] = "hello" },
        },
        ["trigger"] = trigger,
    });

    public static JsonObject Said(string text)
    {
        var activity = Activity("message", null, null);
        activity["text"] = text;
        return activity;
    }

    public static JsonObject InOwnChat(JsonObject activity)
    {
        activity["conversation"]!["conversationType"] = "personal";
        return activity;
    }

    public static JsonObject Activity(string type, string? name, JsonNode? value) => new()
    {
        ["type"] = type,
        ["id"] = "activity-1",
        ["name"] = name,
        ["value"] = value,
        ["channelId"] = "msteams",
        ["serviceUrl"] = Loopback,
        ["from"] = new JsonObject { ["id"] = Nurse, ["aadObjectId"] = "grace-in-nhs", ["name"] = "Grace" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "StrategyBot" },
        ["conversation"] = new JsonObject { ["id"] = Chat, ["conversationType"] = "groupChat", ["tenantId"] = "council" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "council" } },
    };

    public Task<(int Status, JsonNode? Body)> SendAsync(JsonObject activity) => SendAsync(activity.ToJsonString());

    public Task<(int Status, JsonNode? Body)> SendAsync(string body) => SendAsync(Encoding.UTF8.GetBytes(body));

    public async Task<(int Status, JsonNode? Body)> SendAsync(byte[] body, CancellationToken gone = default)
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Request.Body = new MemoryStream(body);
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await (await endpoint.ReceiveAsync(http, gone)).ExecuteAsync(http);
        return (http.Response.StatusCode, answer.Length == 0 ? null : JsonNode.Parse(answer.ToArray()));
    }

    public ValueTask DisposeAsync() => Connector.DisposeAsync();

    internal sealed class Press(EndpointHost host) : IVerb<Press.Form>
    {
        public static string Verb => "test/press";

        public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
        {
            host.Turns.Add(turn);
            host.Words.Add(form.Words);
            host.Heard = cancellationToken;
            return host.Answers();
        }

        internal sealed record Form(string? Words);
    }

    private sealed class Tell(EndpointHost host) : ICommand
    {
        public static string Word => "tell";

        public static string Help => "";

        public static bool HoldsContent => false;

        public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
        {
            host.Turns.Add(turn);
            host.Words.Add(rest);
            return host.Answers();
        }
    }
}
