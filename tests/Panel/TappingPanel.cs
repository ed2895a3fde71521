using System.Text.Json.Nodes;
using Microsoft.Playwright;
using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.Sandbox.Page;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Panel;

/// <summary>A chair who does in the panel, click by click, what is counted of the meeting.</summary>
internal sealed class TappingPanel(BotProcesses processes, Browser browser) : TappingUser(processes.World, "chair"), IAsyncDisposable
{
    private PanelTab? panel;

    public override async Task<Shown> StartAsync()
    {
        panel = await PanelTab.OpenAsync(browser, processes, this, Name);
        await Expect(panel.Form.Locator("h2")).ToBeVisibleAsync();
        // Again, as the answer that it opens with is to be seen.
        var answer = await panel.Tab.Page.RunAndWaitForResponseAsync(() => panel.Tab.Page.ReloadAsync(), IsAnswer);
        panel = new(panel.Tab, panel.Tab.Page.Frames.Single(frame => frame.Url.EndsWith("/panel", StringComparison.Ordinal)));
        var card = (await ReadAsync(answer))["body"]!["task"]!["value"]!["card"]!["content"]!.AsObject();
        return new(this, "", null, card, null, IsDialog: true);
    }

    protected override async Task<JsonNode> PerformAsync(
        Shown on, JsonObject action, IReadOnlyList<(string Input, string Value)> filled)
    {
        if (panel is null)
        {
            return await base.PerformAsync(on, action, filled);
        }

        await Expect(panel.Form).ToHaveAttributeAsync("aria-busy", "false");
        foreach (var (id, value) in filled)
        {
            var at = on.Inputs.Select((input, at) => (Input: input, At: at)).First(one => one.Input["id"]!.GetValue<string>() == id).At;
            if ((on.Inputs[at]["value"]?.ToString() ?? "") != value)
            {
                await FillAsync(on.Inputs[at], panel.Form.Locator(".ac-input-container").Nth(at), value);
            }
        }

        var button = panel.Frame.Locator(".form, footer").Locator("button, fluent-button")
            .GetByText(action["title"]!.GetValue<string>(), new() { Exact = true }).First;
        var answer = await panel.Tab.Page.RunAndWaitForResponseAsync(() => button.ClickAsync(), IsAnswer);
        return await ReadAsync(answer);
    }

    public async ValueTask DisposeAsync() => await (panel?.DisposeAsync() ?? default);

    private async Task FillAsync(JsonObject input, ILocator field, string value)
    {
        var choices = input["choices"]?.AsArray().Select(choice => choice!["value"]!.GetValue<string>()).ToList();
        switch (input["type"]!.GetValue<string>())
        {
            case "Input.ChoiceSet" when input["style"]?.GetValue<string>() == "expanded":
                var stood = (input["value"]?.ToString() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
                var wanted = value.Split(',', StringSplitOptions.RemoveEmptyEntries);
                var isMany = input["isMultiSelect"]?.GetValue<bool>() == true;
                foreach (var one in wanted.Except(stood).Concat(isMany ? stood.Except(wanted) : []))
                {
                    await field.Locator("input").Nth(choices!.IndexOf(one)).ClickAsync();
                }

                break;
            case "Input.ChoiceSet":
                await field.Locator("select").SelectOptionAsync([value]);
                break;
            case "Input.Toggle":
                await field.Locator("input").ClickAsync();
                break;
            default:
                if (await field.Locator(".covered").CountAsync() > 0)
                {
                    // What stands there reads without names, and is asked for first.
                    Now.Add(1, "shows what is covered");
                    await field.Locator(".covered").GetByRole(AriaRole.Button).ClickAsync();
                }

                await field.Locator("input, textarea").First.FillAsync(value);
                break;
        }
    }

    private static bool IsAnswer(IResponse response) => response.Url.EndsWith("/panel/api/act", StringComparison.Ordinal);

    /// <summary>As Teams would have answered.</summary>
    private static async Task<JsonNode> ReadAsync(IResponse response)
    {
        var answer = JsonNode.Parse(await response.TextAsync())!;
        return new JsonObject
        {
            ["status"] = response.Status,
            ["body"] = new JsonObject
            {
                ["task"] = answer["card"] is { } card
                    ? new JsonObject
                    {
                        ["type"] = "continue",
                        ["value"] = new JsonObject { ["card"] = new JsonObject { ["content"] = card.DeepClone() } },
                    }
                    : new JsonObject { ["type"] = "message", ["value"] = answer["text"]?.GetValue<string>() ?? "" },
            },
        };
    }
}
