using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>A Bot Framework emulator on loopback as the channel of the chair's own chat, in place of the sandbox's
/// page (design §7).</summary>
public sealed class EmulatorTests
{
    [Fact]
    public async Task An_emulator_can_be_the_channel_of_ones_own_chat()
    {
        await using var processes = await BotProcesses.StartAsync();
        await using var emulator = await StartAsync();

        Assert.Contains("What you can type", await emulator.TellAsync(processes.Bot, SandboxPeople.Chair.AadObjectId, "help"),
            StringComparison.Ordinal);
        Assert.Contains("Save and go on", await emulator.TellAsync(processes.Bot, SandboxPeople.Chair.AadObjectId, "convene"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("Save and go on", await emulator.TellAsync(processes.Bot, "99999999-0000-4000-8000-000000000009", "convene"),
            StringComparison.Ordinal);
    }

    private static async Task<Emulator> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var emulator = new Emulator(builder.Build());
        await emulator.OpenAsync();
        return emulator;
    }

    private sealed class Emulator(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<string> said = new();

        public async Task OpenAsync()
        {
            // Playground answers at /_connector; every client library asks below /v3.
            app.MapPost("/_connector/v3/conversations/{conversation}/activities/{replyTo?}", (JsonObject activity) =>
            {
                said.Enqueue(activity.ToJsonString());
                return Results.Json(new { id = $"reply-{said.Count}" });
            });
            await app.StartAsync();
        }

        /// <summary>Types a line as an emulator sends it: no token, no tenant, one user.</summary>
        /// <returns>All that the bot said to it.</returns>
        public async Task<string> TellAsync(HttpClient bot, string user, string text)
        {
            said.Clear();
            var response = await bot.PostAsJsonAsync("api/messages", new
            {
                type = "message",
                id = Guid.CreateVersion7().ToString(),
                channelId = "msteams",
                serviceUrl = $"{app.Urls.Single()}/_connector",
                from = new { id = "user-id-0", name = "Alex Wilber", aadObjectId = user },
                recipient = new { id = "00000000-0000-0000-0000-00000000000011", name = "Test Bot" },
                conversation = new { id = "personal-chat-id", conversationType = "personal" },
                locale = "en-GB",
                text,
            });
            response.EnsureSuccessStatusCode();
            return string.Join('\n', said);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
