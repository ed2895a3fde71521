using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StrategyBot.Tests.Sandbox.Page;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>The same person in a tab of a real browser: everything that is typed and pressed goes through the
/// page, by the keyboard.</summary>
internal sealed class TabUser(HttpClient world, string name, Tab tab, TabbedWindow window) : TeamsUser(world, name)
{
    // After this long a press is taken for lost; together as long as a broken page alone would be.
    private static readonly TimeSpan NothingWasSent = TimeSpan.FromSeconds(10);
    private const int MostPresses = 6;

    private IPage Page => tab.Page;

    private ILocator Dialog => Page.Locator("dialog[open]");

    public override async Task<Shown> SayInAsync(string chat, string text)
    {
        await window.FrontAsync(tab);
        await OpenAsync(chat);
        var box = Page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Message to ") });
        await TypeAsync(box, text);
        await Page.RunAndWaitForResponseAsync(() => Page.Keyboard.PressAsync("Enter"),
            response => response.Url.EndsWith("/messages", StringComparison.Ordinal) && response.Request.Method == "POST");
        return await LastAsync(chat);
    }

    public override async Task MeetingAsync(string step)
    {
        await window.FrontAsync(tab);
        var chat = await MeetingChatAsync();
        await OpenAsync(chat["id"]!.GetValue<string>());
        // Whoever is first starts it.
        var title = step == "join" && chat["meetingState"]!.GetValue<string>() != "running" ? "start" : step;
        var button = Page.GetByRole(AriaRole.Region, new() { Name = "Meeting", Exact = true })
            .GetByRole(AriaRole.Button, new() { NameRegex = new($"^{title}", RegexOptions.IgnoreCase) });
        await Page.RunAndWaitForResponseAsync(() => KeyAsync(button, "Enter"),
            response => response.Url.Contains("/meetings/", StringComparison.Ordinal));
    }

    internal override async Task<JsonNode> AnswerAsync(Shown on, JsonObject action, IReadOnlyList<(string Input, string Value)> filled)
    {
        await window.FrontAsync(tab);
        if (!on.IsDialog)
        {
            await OpenAsync(on.Chat);
        }

        var title = action["title"]!.GetValue<string>();
        var scope =
            on.IsDialog
                ? Dialog
                : Page.Locator(".messages .card")
                    .Filter(new() { Has = Page.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }) }).Last;
        foreach (var (input, value) in filled)
        {
            await FillAsync(scope, on.Inputs.First(item => item["id"]!.GetValue<string>() == input), value);
        }

        var request = await PressAsync(scope.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).First);
        var answer = JsonNode.Parse(await (await request.ResponseAsync())!.TextAsync())!;
        Seen.Add(answer.ToJsonString());
        await Assertions.Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        return answer;
    }

    /// <summary>Presses a card's button; again where the card refreshed itself under the finger, so that nothing was sent.</summary>
    private async Task<IRequest> PressAsync(ILocator button)
    {
        var sent = new TaskCompletionSource<IRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Notice(object? page, IRequest request)
        {
            if (request.Url.EndsWith("/invoke", StringComparison.Ordinal)
                && request.PostData?.Contains("\"automatic\"", StringComparison.Ordinal) != true)
            {
                sent.TrySetResult(request);
            }
        }

        Page.Request += Notice;
        try
        {
            for (var press = 1; ; press++)
            {
                await Assertions.Expect(button).ToBeVisibleAsync();
                await KeyAsync(button, "Enter");
                try
                {
                    return await sent.Task.WaitAsync(NothingWasSent);
                }
                catch (TimeoutException) when (press < MostPresses)
                {
                    continue;
                }
            }
        }
        finally
        {
            Page.Request -= Notice;
        }
    }

    /// <summary>Goes to a chat as by its link in the list; what was opened over it is closed first.</summary>
    private async Task OpenAsync(string chat)
    {
        if (await Dialog.IsVisibleAsync())
        {
            await KeyAsync(Dialog.GetByRole(AriaRole.Button, new() { Name = "Close dialog" }), "Enter");
            await Page.WaitForFunctionAsync("() => !document.querySelector('dialog[open]:not(:has(.discard))')");
            var discard = Dialog.GetByRole(AriaRole.Button, new() { Name = "Close without saving" });
            if (await discard.IsVisibleAsync())
            {
                await KeyAsync(discard, "Enter");
            }

            await Assertions.Expect(Dialog).ToHaveCountAsync(0);
        }

        var href = $"/?as={Name}#/chat/{Uri.EscapeDataString(chat)}";
        if (!Page.Url.EndsWith(href, StringComparison.Ordinal))
        {
            await Page.EvaluateAsync("hash => location.hash = hash", href[href.IndexOf('#', StringComparison.Ordinal)..]);
        }

        await Assertions.Expect(Page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Message to ") })).ToBeVisibleAsync();
    }

    private async Task FillAsync(ILocator scope, JsonObject input, string value)
    {
        // A choice that stands open bears the input's id as its name.
        ILocator Box(string choice) => scope.Locator($"input[name='{input["id"]}'][value='{choice}']");
        var field = scope.GetByLabel(new Regex($"^{Regex.Escape(input["label"]!.GetValue<string>())}( ?\\*)?$")).First;
        switch (input["type"]!.GetValue<string>())
        {
            case "Input.ChoiceSet" when input["isMultiSelect"]?.GetValue<bool>() == true:
                foreach (var choice in input["choices"]!.AsArray().Select(choice => choice!["value"]!.GetValue<string>()))
                {
                    if (await Box(choice).IsCheckedAsync() != value.Split(',').Contains(choice))
                    {
                        await KeyAsync(Box(choice), "Space");
                    }
                }

                break;
            case "Input.ChoiceSet" when input["style"]?.GetValue<string>() == "expanded":
                await KeyAsync(Box(value), "Space");
                break;
            case "Input.ChoiceSet" when input["style"]?.GetValue<string>() == "filtered":
                await TypeAsync(field, TitleOf(input, value));
                break;
            case "Input.ChoiceSet":
                await field.SelectOptionAsync(new SelectOptionValue { Label = TitleOf(input, value) });
                break;
            case "Input.Toggle":
                if (await field.IsCheckedAsync() != (value == "true"))
                {
                    await KeyAsync(field, "Space");
                }

                break;
            case "Input.Date" or "Input.Time":
                // Each language has its own order of keys here.
                await field.FillAsync(value);
                break;
            default:
                await TypeAsync(field, value);
                break;
        }
    }

    private static string TitleOf(JsonObject input, string value) =>
        input["choices"]!.AsArray().First(choice => choice!["value"]!.GetValue<string>() == value)!["title"]!.GetValue<string>();

    private async Task TypeAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    private static async Task KeyAsync(ILocator target, string key)
    {
        await ReachAsync(target);
        await target.PressAsync(key);
    }

    /// <summary>Focuses what the Tab key would come to.</summary>
    private static async Task ReachAsync(ILocator target)
    {
        await target.FocusAsync();
        Assert.True(
            await target.EvaluateAsync<bool>("element => element.tabIndex >= 0 && !element.disabled && !element.closest('[inert]')"),
            "The keyboard does not reach it.");
    }
}
