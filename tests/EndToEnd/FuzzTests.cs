using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Protocols.Teams;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.Protocols.Teams;
using StrategyBot.Tests.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>Whatever comes from Teams or a partner's page, and whatever the roster says: an answer, and never a fault of ours.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20261128;

    // So many calls on one case: later ones would only find it fuller.
    private const int CallsOnACase = 1_000;

    private static readonly IReadOnlyList<Participant> People =
        [Given.Priya, Given.Tom, Given.Sam, Given.Grace, Given.Ruth, Given.Helen];

    // The panel knows its people by their tokens.
    private static readonly IReadOnlyList<Fact> Council =
    [
        .. from person in new[] { (Given.Priya, SandboxPeople.Chair), (Given.Tom, SandboxPeople.SocialWorker) }
           select new ParticipantAdded(
               person.Item1 with { Person = PersonId.Of(person.Item2.TenantId, person.Item2.AadObjectId) }),
    ];

    // Far more than what they are allowed to leave behind, and far less than what they bring.
    private const long MayKeep = 64L * 1024 * 1024;

    // With sizes, the texts that were rightly saved fill what is kept of cases (CaseFolders).
    private const long KeptOfCases = 128L * 1024 * 1024;

    [Fact]
    public async Task No_odd_activity_and_no_odd_call_of_a_page_is_a_fault_of_the_servers()
    {
        var isLong = Environment.GetEnvironmentVariable("SOAK") == "long";
        var random = new Random(Seed);
        var mutator = new Mutator(random, isLong ? 300_000 : 3_000);
        var wrong = new List<string>();
        for (var call = 0; call < (isLong ? 100_000 : 5_000); call += CallsOnACase)
        {
            wrong.AddRange(await PlayAsync(call, random, mutator, isLong ? MayKeep + KeptOfCases : MayKeep));
        }

        // The ids at their beginning differ.
        var found = wrong.DistinctBy(fault => fault[Math.Min(60, fault.Length)..]).Take(12);
        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', found)}");
    }

    /// <summary>A route that the fuzz doesn't know is one that nobody has tried.</summary>
    [Fact]
    public async Task Every_route_of_the_bot_is_played_with()
    {
        using var folder = new TemporaryFolder();
        await using var app = SecurityHeadersTests.Live(folder.Path, ("StrategyBot:SecurityContact", "mailto:security@council.example"));
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
                .Select(method => $"{method} {endpoint.RoutePattern.RawText}"));

        Assert.Equal(OddCalls.Routes.Append("POST /api/messages").Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyCollection<string>> PlayAsync(int first, Random random, Mutator mutator, long mayKeep)
    {
        var faults = new Faults();
        await using var host = await LinksHost.StartAsync(more: services => services
            .AddSingleton<ILoggerProvider>(faults)
            .AddSingleton(new ConnectorClient(new() { Transport = new HttpClientTransport(new OddConnector(random.Next())) }, null,
                new SkippingClock(), NullLogger<ConnectorClient>.Instance)));
        var isOver = first / CallsOnACase % 2 == 1;
        await host.HaveAsync((isOver ? AMeeting.Spoken(AMeeting.Held()) : Given.AConvenedCase()).By(Given.Priya)
            .Fact([.. Council, AMeeting.In(new ChatFound("online-1", "19:meeting_fuzz@thread.v2", "https://teams.example/join"))]));
        using var teams = new HttpClient { BaseAddress = new(host.Url) };
        using var odd = await OddCalls.BeginAsync(host, random, mutator);
        if (isOver)
        {
            // Then there is a draft.
            await host.Clerk.RecordAsync(Given.Id, "end", _ => [AMeeting.In(new MeetingEnded(Via.TeamsEvent))], default);
        }

        foreach (var wrong in await odd.WellBehavedAsync())
        {
            faults.Add(wrong);
        }

        var sound = await SoundAsync(teams, host);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var call = 0; call < CallsOnACase; call++)
        {
            var activity = sound[random.Next(sound.Count)];
            var (what, status) = random.Next(2) == 0 ? await odd.PlayAsync(activity)
                : ((string?)activity["name"], await StatusAsync(spoiled => SendAsync(teams, spoiled), mutator.Spoil(As(activity, random))));
            if (status >= 500)
            {
                faults.Add($"Call {first + call} ({what}) was answered with {status}.");
            }
        }

        if (GC.GetTotalMemory(forceFullCollection: true) - before is var kept && kept > mayKeep)
        {
            faults.Add($"After call {first + CallsOnACase} {kept:N0} bytes more are kept.");
        }

        return faults.All;
    }

    private static JsonObject As(JsonObject activity, Random random)
    {
        var sent = activity.DeepClone().AsObject();
        // Mostly the chair, whose forms they are.
        sent["from"] = From(random.Next(2) == 0 ? Given.Priya : People[random.Next(People.Count)]);
        sent["id"] = $"f:{random.Next()}";
        return sent;
    }

    /// <summary>What is too long is refused before all of it was sent, and the line with it.</summary>
    private static async Task<int> StatusAsync(Func<byte[], Task<int>> send, byte[] body)
    {
        try
        {
            return await send(body);
        }
        catch (HttpRequestException) when (body.Length > RequestBody.MostBytes)
        {
            return (int)HttpStatusCode.RequestEntityTooLarge;
        }
    }

    /// <summary>What Teams really sends: what was recorded of it, and every form that opens, opened and saved.</summary>
    private static async Task<IReadOnlyList<JsonObject>> SoundAsync(HttpClient teams, LinksHost host)
    {
        var sound = new List<JsonObject>();
        foreach (var file in Directory.GetFiles(Recorded.Folder, "*.json").Order(StringComparer.Ordinal))
        {
            var activity = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
            activity["serviceUrl"] = "http://localhost:3978/sandbox/connector";
            sound.Add(activity);
        }

        var fetch = sound.Single(activity => (string?)activity["name"] == "task/fetch");
        foreach (var verb in host.Verbs.All.Order(StringComparer.Ordinal))
        {
            var opens = Invoke(fetch, "task/fetch", new JsonObject { ["verb"] = verb, ["case"] = Given.Id.Value });
            sound.Add(opens);
            using var answer = await teams.PostAsync("api/messages", Json(System.Text.Encoding.UTF8.GetBytes(opens.ToJsonString())));
            var card = JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["task"]?["value"] as JsonObject;
            sound.AddRange(Submits(fetch, card?["card"]?["content"]));
        }

        return [.. sound, .. Lines(sound[0])];
    }

    private static IEnumerable<JsonObject> Lines(JsonObject like) => new[]
    {
        "status", "help", "next", "missing", "due", "my actions", "when SB-2026-014", "note health: seen",
        "action Tom by Friday 12:00: ring", "decision s47 joint", "convene", "end",
    }.Select(text =>
    {
        var activity = like.DeepClone().AsObject();
        (activity["type"], activity["name"], activity["value"], activity["text"]) = ("message", null, null, text);
        return activity;
    });

    private static IEnumerable<JsonObject> Submits(JsonObject like, JsonNode? card)
    {
        var inputs = Objects(card).Where(item => $"{item["type"]}".StartsWith("Input.", StringComparison.Ordinal)).ToList();
        foreach (var button in Objects(card).Where(item => $"{item["type"]}" is "Action.Submit" or "Action.Execute"))
        {
            var data = button["data"]?.DeepClone() as JsonObject ?? [];
            data["verb"] ??= button["verb"]?.DeepClone();
            foreach (var input in inputs)
            {
                data[$"{input["id"]}"] = input["value"]?.DeepClone() ?? "typed";
            }

            yield return Invoke(like, "task/submit", data);
        }
    }

    private static JsonObject Invoke(JsonObject like, string name, JsonObject data)
    {
        var activity = like.DeepClone().AsObject();
        (activity["name"], activity["value"]) = (name, new JsonObject { ["data"] = data });
        activity["conversation"]!["conversationType"] = "personal";
        activity["from"] = From(Given.Priya);
        return activity;
    }

    private static JsonObject From(Participant by) =>
        new() { ["id"] = by.ChannelId, ["aadObjectId"] = by.Person!.Value.Value.Split('/')[1], ["name"] = by.Name };

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject item => item.Where(field => field.Key != "data").SelectMany(field => Objects(field.Value)).Prepend(item),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    private static async Task<int> SendAsync(HttpClient teams, byte[] body)
    {
        using var answer = await teams.PostAsync("api/messages", Json(body));
        return (int)answer.StatusCode;
    }

    private static ByteArrayContent Json(byte[] body) =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    /// <summary>Whatever was logged as an error, from anywhere.</summary>
    private sealed class Faults : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> all = new();

        public IReadOnlyCollection<string> All => all;

        public void Add(string fault) => all.Enqueue(fault);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Add($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }

    /// <summary>A connector that mostly answers, and else as services do on a bad day.</summary>
    private sealed class OddConnector(int seed) : HttpMessageHandler
    {
        private readonly Random random = new(seed);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            int odd;
            lock (random)
            {
                odd = random.Next(20);
            }

            return odd switch
            {
                0 => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden)),
                1 => Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent("<html>") }),
                2 => throw new HttpRequestException("cut"),
                3 => Answer("""{"id":5,"members":"none"}"""),
                4 => Answer("""{"id":"1","name":"\ud83d","aadObjectId":null,"email":"\udc00@nhs.example"}"""),
                _ when request.Method == HttpMethod.Get => Answer(Member(request.RequestUri!)),
                _ => Answer("""{"id":"1"}"""),
            };
        }

        private static string Member(Uri asked) =>
            People.FirstOrDefault(person => person.ChannelId == Uri.UnescapeDataString(asked.Segments[^1])) is { } person
                ? new JsonObject(From(person).ToDictionary(field => field.Key, field => field.Value?.DeepClone()))
                {
                    ["tenantId"] = person.Person!.Value.Value.Split('/')[0],
                    ["email"] = person.Mail,
                }.ToJsonString()
                : """{"members":[]}""";

        private static Task<HttpResponseMessage> Answer(string body) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) });
    }
}
