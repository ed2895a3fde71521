using System.Text.Json.Nodes;
using StrategyBot.Tests.PartnerLinks;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>Somebody behind the link of a letter whose taps and texts are counted: the letter, the code and the tasks too.</summary>
internal sealed class LinkUser(BotProcesses processes, string name) : TappingUser(processes.World, name), IDisposable
{
    private Visitor? device;

    public override string Called => $"{Name}-link";

    public void Dispose() => device?.Dispose();

    /// <summary>From the letter to the page's tasks, and on by the one button there.</summary>
    public override async Task<Shown> StartAsync()
    {
        if (device is null)
        {
            device = new(processes.Bot.BaseAddress!.ToString());
            var token = await PartnerInstancesTests.TokenOfAsync(this);
            Now.Add(1, "opens the letter's link");
            var challenge = await device.WantCodeAsync(token);
            Now.Add(1, "asks for a code");
            Now.Texts++;
            Now.Add(1, "types the code, and signs in");
            await device.EnterAsync(token, challenge, await PartnerInstancesTests.CodeOfAsync(this));
        }

        var (_, page) = await device.PostAsync("tasks", new { });
        var open = page["tasks"]!.AsArray().Where(task => !task!["isDone"]!.GetValue<bool>() && task["url"] is null).ToList();
        return new(this, "", null, new JsonObject
        {
            ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = page["title"]!.DeepClone() }),
            // The one button first, then each row of the list.
            ["actions"] = new JsonArray([.. open.Take(1).Select(task => Press($"Go on: {task!["go"]}", task)),
                .. open.Select(task => Press(task!["title"]!.GetValue<string>(), task))]),
        }, null, IsDialog: true);
    }

    private static JsonObject Press(string title, JsonNode task)
    {
        var data = task["data"]!.DeepClone().AsObject();
        data["verb"] = task["verb"]!.DeepClone();
        return new() { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data };
    }

    /// <summary>How the page is answered.</summary>
    /// <param name="case">Another than theirs.</param>
    public async Task<int> StatusAsync(string @case = "SB-2026-001") => (await device!.ActAsync("hub/my-part", new { @case })).Status;

    /// <summary>What is said of a case.</summary>
    public async Task<string> AnswerAsync(string @case) => (await device!.ActAsync("hub/my-part", new { @case })).Body.ToJsonString();

    /// <summary>What the page asks of them.</summary>
    public async Task<IReadOnlyList<string>> TasksAsync() =>
        [.. (await device!.PostAsync("tasks", new { })).Body["tasks"]!.AsArray().Select(task => task!["title"]!.GetValue<string>())];

    /// <summary>Their own part, of the case that the link is for.</summary>
    public async Task<Shown> HubAsync()
    {
        var (_, answer) = await device!.ActAsync("hub/my-part", new { @case = (await device.MeAsync()).Body["case"]!.GetValue<string>() });
        return new(this, "", null, answer["card"]!.AsObject(), null, IsDialog: true);
    }

    internal override async Task<JsonNode> InvokeAsync(string chat, string invoke, JsonObject value, string? replyToId)
    {
        var data = value["data"]!.DeepClone().AsObject();
        data.Remove("verb", out var verb);
        var (status, answer) = await device!.ActAsync(verb!.GetValue<string>(), data);
        Seen.Add(answer.ToJsonString());
        return new JsonObject
        {
            ["status"] = status,
            ["body"] = new JsonObject
            {
                ["task"] = answer["card"] is { } card
                    ? new JsonObject
                    {
                        ["type"] = "continue",
                        ["value"] = new JsonObject { ["card"] = new JsonObject { ["content"] = card.DeepClone() } },
                    }
                    : new JsonObject { ["type"] = "message", ["value"] = answer["text"]?.DeepClone() },
            },
        };
    }
}
