using System.Diagnostics;
using System.Text.Json.Nodes;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Sandbox;

/// <summary>The sandbox's Teams held against a bot on Microsoft's own botbuilder for JavaScript.</summary>
public sealed class BotBuilderTests : BotBuilderWalk
{
    [NodeFact]
    public async Task A_bot_that_Microsofts_library_drives_finds_its_Teams_here()
    {
        using var bot =
            Process.Start(
                new ProcessStartInfo("node", ["echo-bot.mjs"])
                {
                    WorkingDirectory = NodeScript.Folder,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                })!;
        try
        {
            var port = await bot.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
            await WalkAsync($"http://127.0.0.1:{port}");
        }
        finally
        {
            bot.Kill(entireProcessTree: true);
        }
    }
}

/// <summary>What a bot that echoes is told in the sandbox, and what people must then see.</summary>
public abstract class BotBuilderWalk : SandboxHost
{
    protected async Task WalkAsync(string bot)
    {
        await StopWorldAsync();
        await StartWorldAsync(bot);

        await InAChatOfOnesOwnAsync();
        await InvokesAsync();
        await InAMeetingsChatAsync();
    }

    private async Task InAChatOfOnesOwnAsync()
    {
        var chat = PersonalChat(SandboxPeople.Chair);
        Assert.Equal(["You said: hello"], await TellAsync("chair", chat, "echo hello"));
        Assert.Equal(["You said: hello", "after"], await TellAsync("chair", chat, "update"));
        Assert.Equal(["You said: hello", "after"], await TellAsync("chair", chat, "delete"));
        Assert.Equal($"Priya Nair {SandboxPeople.CouncilTenant}", (await TellAsync("chair", chat, "members"))[^1]);
        await TellAsync("chair", chat, $"create 29:{SandboxPeople.SocialWorker.AadObjectId}");
        Assert.Equal(["Hello in a chat of our own"], await BotSaysAsync("social-worker", PersonalChat(SandboxPeople.SocialWorker)));
    }

    private async Task InvokesAsync()
    {
        var chat = PersonalChat(SandboxPeople.Chair);
        await TellAsync("chair", chat, "card");

        Assert.Equal("Opened hub",
            (string?)(await InvokeAsync(chat, "task/fetch",
                new { data = new { part = "hub" } }))["task"]!["value"]!["card"]!["content"]!["body"]![0]!["text"]);
        Assert.Equal("Saved words",
            (string?)(await InvokeAsync(chat, "task/submit", new { data = new { text = "words" } }))["task"]!["value"]);
        Assert.Equal("Pressed save",
            (string?)(await InvokeAsync(chat, "adaptiveCard/action",
                new
                {
                    action = new { type = "Action.Execute", verb = "save", data = new { } },
                    trigger = "manual"
                }))["value"]!["body"]![0]!["text"]);
    }

    private async Task InAMeetingsChatAsync()
    {
        var chat = (await MeetAsync()).Id;
        var members = (await TellAsync("police", chat, "@StrategyBot members"))[^1].Split("; ");
        Assert.Equal(4, members.Length);
        Assert.Contains($"Sam Whitlock {SandboxPeople.Police.TenantId}", members);
        Assert.StartsWith("Sam Whitlock Attendee", (await TellAsync("police", chat, "@StrategyBot participant"))[^1],
            StringComparison.Ordinal);
    }

    private async Task<JsonNode> InvokeAsync(string chat, string name, object value)
    {
        var card = (await ReadAsync($"sandbox/api/chair/chats/{Escape(chat)}/messages")).AsArray().Last()!;
        var (status, body) =
            await PostAsync($"sandbox/api/chair/chats/{Escape(chat)}/invoke", new { name, value, replyToId = (string?)card["id"] });
        Assert.Equal((200, 200), (status, (int)body!["status"]!));
        return body["body"]!;
    }

    private async Task<IReadOnlyList<string>> TellAsync(string person, string chat, string words)
    {
        Assert.Equal(202, (await PostAsync($"sandbox/api/{person}/chats/{Escape(chat)}/messages", new { text = words })).Status);
        return await BotSaysAsync(person, chat);
    }

    private async Task<IReadOnlyList<string>> BotSaysAsync(string person, string chat) =>
        [.. (await ReadAsync($"sandbox/api/{person}/chats/{Escape(chat)}/messages")).AsArray()
            .Where(message => (bool)message!["from"]!["bot"]!).Select(message => (string?)message!["text"] ?? "")
            .Where(text => text.Length > 0)];
}
