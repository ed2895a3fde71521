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
        var next = page["tasks"]!.AsArray().FirstOrDefault(task => !task!["isDone"]!.GetValue<bool>() && task["url"] is null);
        var data = next?["data"]?.DeepClone().AsObject() ?? [];
        data["verb"] = next?["verb"]?.DeepClone();
        return new(this, "", null, new JsonObject
        {
            ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = page["title"]!.DeepClone() }),
            ["actions"] = next is null ? [] : new JsonArray(new JsonObject
            {
                ["type"] = "Action.Submit",
                ["title"] = $"Go on: {next["go"]}",
                ["data"] = data,
            }),
        }, null, IsDialog: true);
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
