using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrategyBot.Sandbox;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.Deliveries;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Sandbox;

/// <summary>A world on real HTTP with a stub bot, whose wall clock stands still; it can be stopped and started on the same file.</summary>
public abstract class SandboxHost : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("sandbox-").FullName;
    private WebApplication app = null!;

    protected static DateTimeOffset Noon { get; } = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    protected HttpClient World { get; private set; } = null!;

    internal StubBot Bot { get; private set; } = null!;

    internal StoppedClock Wall { get; } = new(Noon);

    /// <summary>Times the world's patience with the bot.</summary>
    protected virtual TimeProvider Patience => TimeProvider.System;

    public async Task InitializeAsync()
    {
        Bot = await StubBot.StartAsync();
        await StartWorldAsync();
    }

    public async Task DisposeAsync()
    {
        await StopWorldAsync();
        await Bot.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    protected async Task StartWorldAsync(string? botUrl = null)
    {
        var builder =
            WebApplication.CreateBuilder(
                new WebApplicationOptions { EnvironmentName = "Production", Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Storage:Path"] = folder, ["Sandbox:BotUrl"] = botUrl ?? Bot.Url });
        builder.Services.AddSingleton(new SandboxClock(Wall));
        builder.Services.AddSandboxWorld(builder.Configuration, TimeProvider.System);
        builder.Services.AddSingleton(new DeliverySpeed(TimeSpan.FromMinutes(2), [TimeSpan.Zero, TimeSpan.Zero], Patience));
        app = builder.Build();
        app.MapSandboxWorld();
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        World = new HttpClient { BaseAddress = new Uri(address) };
    }

    protected async Task StopWorldAsync()
    {
        World.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>A meeting of the chair, police, health and a duty desk that lives nowhere; the bot isn't in its chat yet.</summary>
    internal Chat PlaceMeeting(params SandboxPerson[] more) =>
        Get<WorldStore>().Write(world => Get<MeetingChats>().Place(world, new MeetingPlan(
            "event-1", "online-1", "https://teams.example/meet/123", "Meeting SB-2026-001", SandboxPeople.Organiser,
            [.. new[] { SandboxPeople.Chair, SandboxPeople.Police, SandboxPeople.Health }.Concat(more).Select(person => person.Mail),
                "duty.desk@police.example"],
            Noon.AddDays(1), Noon.AddDays(1).AddHours(1))));

    /// <summary>The same with the app installed and the bot told of it.</summary>
    internal async Task<Chat> MeetAsync()
    {
        var chat = PlaceMeeting();
        Get<AppInstallation>().InstallInChat(chat);
        await Get<BotDeliveries>().QuietAsync(CancellationToken.None);
        return chat;
    }

    internal string PersonalChat(SandboxPerson person) => Get<ChatBook>().Personal(person)!.Id;

    protected static string Escape(string id) => Uri.EscapeDataString(id);

    protected async Task<JsonNode> ReadAsync(string path) => (await World.GetFromJsonAsync<JsonNode>(path))!;

    protected async Task<(int Status, JsonNode? Body)> PostAsync(string path, object body)
    {
        using var response = await World.PostAsJsonAsync(path, body);
        return await Answered(response);
    }

    protected static async Task<(int Status, JsonNode? Body)> Answered(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
