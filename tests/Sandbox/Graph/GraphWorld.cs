using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrategyBot.Graph;
using StrategyBot.Rules;
using StrategyBot.Sandbox;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Deliveries;
using StrategyBot.Sandbox.Graph;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Tests.Sandbox.Graph;

/// <summary>A sandbox world on real HTTP and, on the other side of the wire, the bot's Graph room with the real SDK.</summary>
internal sealed class GraphWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly string folder;
    private readonly WebApplication world;
    private readonly StubBot teamsBot;
    private readonly ServiceProvider bot;
    private readonly HttpClient http;

    private GraphWorld(string folder, WebApplication world, StubBot teamsBot)
    {
        this.folder = folder;
        this.world = world;
        this.teamsBot = teamsBot;
        http = new HttpClient { BaseAddress = new Uri(world.Urls.Single()) };
        var configuration = SandboxSettings.Under(new ConfigurationBuilder().Build());
        bot = new ServiceCollection().AddLogging().AddSingleton(new WallClock(Clock))
            .AddGraph(configuration, _ => world.Urls.Single() + SandboxGraph.Root)
            .BuildServiceProvider();
    }

    public ImpatientClock Clock { get; } = new(limit: TimeSpan.FromSeconds(15));

    /// <summary>Where its Graph answers.</summary>
    public string Address => world.Urls.Single() + SandboxGraph.Root;

    private ChatBook Chats => world.Services.GetRequiredService<ChatBook>();

    public InstalledApp InstalledIn(string chat) => Chats.Installed(Chats.Find(chat)!)!;

    /// <summary>As an earlier release, or somebody in Teams, left it.</summary>
    public void Have(InstalledApp app) => world.Services.GetRequiredService<AppInstallation>().Change(app);

    public WorldStore Store => world.Services.GetRequiredService<WorldStore>();

    public IReadOnlyList<GraphRoute> Routes => world.Services.GetRequiredService<GraphRoutes>().All;

    public static async Task<GraphWorld> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-graph-").FullName;
        var teamsBot = await StubBot.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:Path"] = folder;
        builder.Configuration["Sandbox:BotUrl"] = teamsBot.Url;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSandboxWorld(builder.Configuration, TimeProvider.System);
        var world = builder.Build();
        world.MapSandboxWorld();
        await world.StartAsync();
        return new GraphWorld(folder, world, teamsBot);
    }

    /// <summary>One of the bot's classes.</summary>
    public T Bot<T>() where T : notnull => bot.GetRequiredService<T>();

    /// <summary>Lets the next requests fail; with <paramref name="after"/> only once they are done.</summary>
    public async Task FailAsync(string method, string path, int status, int? retryAfter = null, int times = 1, bool after = false) =>
        (await http.PostAsJsonAsync("/sandbox/faults",
            new { service = "graph", method, path, status, retryAfter, times, after })).EnsureSuccessStatusCode();

    /// <summary>Lets the next requests be asked for another token.</summary>
    public async Task ChallengeAsync(string method, string path, int times = 1) =>
        (await http.PostAsJsonAsync("/sandbox/faults",
            new { service = "graph", method, path, status = 401, times, claims = "{\"access_token\":{}}" })).EnsureSuccessStatusCode();

    /// <summary>Somebody answers an event in their calendar.</summary>
    public async Task AnswerAsync(string eventId, SandboxPerson person, string response) =>
        (await http.PostAsJsonAsync($"/sandbox/api/{person.Id}/calendar/{Uri.EscapeDataString(eventId)}/response", new { response }))
            .EnsureSuccessStatusCode();

    /// <summary>What the bot's Teams side was told so far.</summary>
    public async Task<IEnumerable<string?>> ToldAsync()
    {
        await world.Services.GetRequiredService<BotDeliveries>().QuietAsync(CancellationToken.None);
        return teamsBot.Types;
    }

    /// <summary>What Graph itself shows.</summary>
    public async Task<JsonObject> GetAsync(string path) => (await http.GetFromJsonAsync<JsonObject>(SandboxGraph.Root + path))!;

    public async Task<(int Status, JsonObject? Body)> SendAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        using var request =
            new HttpRequestMessage(method, SandboxGraph.Root + path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject());
    }

    /// <summary>The people's side of the world.</summary>
    public Task<HttpResponseMessage> PersonAsync(SandboxPerson person, string path, object? body = null) =>
        http.PostAsJsonAsync($"/sandbox/api/{person.Id}/{path}", body ?? new { });

    public async Task<JsonArray> SeesAsync(SandboxPerson person, string what) =>
        (await http.GetFromJsonAsync<JsonArray>($"/sandbox/api/{person.Id}/{what}"))!;

    public static Invitation Invitation(string transactionId = "convening/invite/1") => new(
        transactionId, "SB-2026-014 Heron", "Wed 25 Nov 2026, 12:00", Noon, Noon.AddHours(1),
        new[] { SandboxPeople.Chair, SandboxPeople.Police, SandboxPeople.School }.Select(person => new Invitee(person.Mail, person.Name))
            .ToValueList());

    /// <summary>An invitation with its online meeting, as the bot comes to know it.</summary>
    public async Task<(string EventId, OnlineMeeting Meeting)> MeetingAsync()
    {
        var sent = await Bot<Invitations>().CreateAsync(Invitation());
        var state = await Bot<Invitations>().ReadAsync(sent.EventId);
        return (sent.EventId, (await Bot<MeetingRooms>().FindByJoinUrlAsync(state.JoinUrl!))!);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        http.Dispose();
        await world.DisposeAsync();
        await teamsBot.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
