using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>One person at their Teams: types, presses, fills, and sees what that person sees.</summary>
/// <param name="world">The sandbox's world.</param>
/// <param name="name">The person's short id.</param>
internal class TeamsUser(HttpClient world, string name)
{
    public string Name => name;

    /// <summary>Everything that this person was ever shown, for the tests that search it for what they must not see.</summary>
    public List<string> Seen { get; } = [];

    public async Task<string> PersonalChatAsync() =>
        (await ChatsAsync()).First(chat => chat!["kind"]!.GetValue<string>() == "personal")!["id"]!.GetValue<string>();

    public async Task<JsonNode> MeetingChatAsync() => (await ChatsAsync()).First(chat => chat!["kind"]!.GetValue<string>() == "meeting")!;

    public async Task<JsonArray> ChatsAsync() => await GetAsync("chats");

    public async Task<JsonArray> MailAsync() => await GetAsync("mail");

    public async Task<JsonArray> CalendarAsync() => await GetAsync("calendar");

    public async Task<JsonArray> MessagesAsync(string chat) => await GetAsync($"chats/{Uri.EscapeDataString(chat)}/messages");

    /// <summary>Types a line in the person's own chat and answers the bot's last message there.</summary>
    public async Task<Shown> SayAsync(string text) => await SayInAsync(await PersonalChatAsync(), text);

    public virtual async Task<Shown> SayInAsync(string chat, string text)
    {
        (await world.PostAsJsonAsync(Path($"chats/{Uri.EscapeDataString(chat)}/messages"), new { text })).EnsureSuccessStatusCode();
        return await LastAsync(chat);
    }

    /// <summary>The bot's last message in a chat.</summary>
    public async Task<Shown> LastAsync(string chat)
    {
        var message = (await MessagesAsync(chat)).Last(message => message!["from"]!["bot"]!.GetValue<bool>())!;
        var card = message["attachments"]?.AsArray().FirstOrDefault()?["content"];
        return new(this, chat, message["id"]!.GetValue<string>(), card is null ? null : card.AsObject(),
            message["text"]?.GetValue<string>(), IsDialog: false);
    }

    /// <summary>Opens the person's own part from the hub card in the meeting chat.</summary>
    public async Task<Shown> OpenHubAsync() => await OpenHubInAsync((await MeetingChatAsync())["id"]!.GetValue<string>());

    public async Task<Shown> OpenHubInAsync(string chat) => await (await LastCardAsync(chat)).PressAsync("Open my part");

    public async Task<Shown> LastCardAsync(string chat)
    {
        var message =
            (await MessagesAsync(chat)).Last(
                message => message!["from"]!["bot"]!.GetValue<bool>() && message["attachments"] is JsonArray { Count: > 0 })!;
        return new(this, chat, message["id"]!.GetValue<string>(), message["attachments"]![0]!["content"]!.AsObject(), null,
            IsDialog: false);
    }

    /// <param name="step"><c>start</c>, <c>join</c>, <c>leave</c> or <c>end</c>.</param>
    public virtual async Task MeetingAsync(string step) =>
        (await world.PostAsync(
            Path($"meetings/{Uri.EscapeDataString((await MeetingChatAsync())["onlineMeetingId"]!.GetValue<string>())}/{step}"),
            null)).EnsureSuccessStatusCode();

    /// <summary>Presses a button; as Teams does, the inputs' values are merged into its data.</summary>
    internal virtual async Task<JsonNode> AnswerAsync(Shown on, JsonObject action, IReadOnlyList<(string Input, string Value)> filled)
    {
        var (name, value) = on.Invoke(action, filled);
        return await InvokeAsync(on.Chat, name, value, on.MessageId);
    }

    internal virtual async Task<JsonNode> InvokeAsync(string chat, string invoke, JsonObject value, string? replyToId)
    {
        var response =
            await world.PostAsJsonAsync(Path($"chats/{Uri.EscapeDataString(chat)}/invoke"), new { name = invoke, value, replyToId });
        response.EnsureSuccessStatusCode();
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        Seen.Add(answer.ToJsonString());
        return answer;
    }

    private async Task<JsonArray> GetAsync(string what)
    {
        var answer = (await world.GetFromJsonAsync<JsonArray>(Path(what)))!;
        Seen.Add(answer.ToJsonString());
        return answer;
    }

    private string Path(string what) => $"sandbox/api/{name}/{what}";
}

/// <summary>What a person sees after a click or a line: a card, a dialog's card, or a sentence.</summary>
internal sealed record Shown(TeamsUser User, string Chat, string? MessageId, JsonObject? Card, string? Text, bool IsDialog)
{
    /// <summary>Everything readable on it.</summary>
    public string Words => Text ?? (Card is null ? "" : string.Join('\n', Strings(Card)));

    /// <summary>Its first line.</summary>
    public string Title => Words.Split('\n')[0];

    /// <summary>The verb that opens the form shown; <c>null</c> where it is none.</summary>
    public string? Part => Form?["part"]?.GetValue<string>();

    /// <summary>What it was opened with.</summary>
    public string? Asked(string field) => Form?["asked"]?[field]?.ToString();

    private JsonNode? Form => Card is null ? null
        : ActionsOf(Card).Select(action => (action["data"] as JsonObject)?["_form"]).FirstOrDefault(form => form is not null);

    public IEnumerable<string> Buttons =>
        Card is null ? [] : ActionsOf(Card).Except(Rows).Select(action => action["title"]!.GetValue<string>());

    /// <summary>Fills inputs and presses a button.</summary>
    /// <param name="button">Its title, or how that begins.</param>
    public async Task<Shown> PressAsync(string button, params (string Input, string Value)[] filled)
    {
        Assert.True(Card is not null, $"There is no card to press \"{button}\" on: {Text}");
        // A row of a list may begin as a button does.
        var action = ActionsOf(Card).Except(Rows).Concat(Rows)
            .FirstOrDefault(action => action["title"]!.GetValue<string>().StartsWith(button, StringComparison.Ordinal));
        Assert.True(action is not null, $"No button \"{button}\" on:\n{Words}\nButtons: {string.Join(" | ", Buttons)}");
        Assert.All(filled,
            typed => Assert.True(Inputs.Any(input => input["id"]!.GetValue<string>() == typed.Input),
                $"No input \"{typed.Input}\"; there are: {string.Join(", ", Inputs.Select(input => input["id"]))}\n{Words}"));
        var answer = await User.AnswerAsync(this, action, filled);
        Assert.True(answer["status"]!.GetValue<int>() == 200, $"\"{button}\" was answered with {answer.ToJsonString()}");
        return Read(answer["body"]);
    }

    /// <summary>Presses as a person does whose bot may die meanwhile: <c>null</c> where Teams says that it could
    /// not reach the app.</summary>
    public async Task<Shown?> TryPressAsync(string button, params (string Input, string Value)[] filled)
    {
        try
        {
            return await PressAsync(button, filled);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException or Xunit.Sdk.TrueException)
        {
            return null;
        }
    }

    /// <summary>What Teams sends when a button is pressed.</summary>
    internal (string Name, JsonObject Value) Invoke(JsonObject action, IReadOnlyList<(string Input, string Value)> filled)
    {
        var data = action["data"]?.DeepClone().AsObject() ?? [];
        if (action["associatedInputs"]?.GetValue<string>()?.ToLowerInvariant() != "none")
        {
            Fill(data, filled);
        }

        var opens = data["msteams"]?["type"]?.GetValue<string>() == "task/fetch";
        return action["type"]!.GetValue<string>() == "Action.Execute"
            ? ("adaptiveCard/action",
                new JsonObject
                {
                    ["action"] = new JsonObject
                    {
                        ["type"] = "Action.Execute",
                        ["verb"] = action["verb"]!.GetValue<string>(),
                        ["data"] = data,
                    },
                    ["trigger"] = "manual",
                })
            : (opens ? "task/fetch" : "task/submit",
                new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } });
    }

    /// <summary>Opens a part from the list of <em>my part</em>, out of its group where that is closed.</summary>
    /// <param name="title">How the part's row begins.</param>
    public async Task<Shown> PartAsync(string title)
    {
        var searched = new List<string>();
        await foreach (var (group, list) in ListsAsync())
        {
            if (list.OpenRows.FirstOrDefault(row => row.StartsWith(title, StringComparison.Ordinal)) is { } row)
            {
                return await (group is null ? this : await PressAsync(group)).PressAsync(row);
            }

            searched.AddRange(list.OpenRows);
        }

        throw new InvalidOperationException($"No part \"{title}\" among: {string.Join(" | ", searched)}");
    }

    /// <summary>The parts in the list of <em>my part</em>, also those of groups that are closed.</summary>
    public async Task<IReadOnlyList<string>> PartsAsync()
    {
        var parts = new List<string>();
        await foreach (var (_, list) in ListsAsync())
        {
            parts.AddRange(list.OpenRows);
        }

        return parts;
    }

    /// <summary>It is somebody's own part.</summary>
    public bool ListsParts => Card is not null && Objects(Card).Any(item => item["id"]?.ToString() == "parts");

    private IEnumerable<JsonObject> Rows =>
        Card is null ? [] : Objects(Card).Select(item => item["selectAction"]).OfType<JsonObject>();

    private IEnumerable<string> OpenRows => Rows.Where(row => !IsGroup(row)).Select(row => row["title"]!.GetValue<string>());

    private static bool IsGroup(JsonObject row) => row["data"]?["group"] is not null;

    /// <summary>The open list, and each that a group opens: nobody is counted for looking where a part is.</summary>
    private async IAsyncEnumerable<(string? Group, Shown List)> ListsAsync()
    {
        Assert.True(ListsParts, $"No list of parts on:\n{Words}");
        yield return (null, this);
        foreach (var group in Rows.Where(IsGroup))
        {
            var (name, value) = Invoke(group, []);
            yield return (group["title"]!.GetValue<string>(), Read((await User.InvokeAsync(Chat, name, value, MessageId))["body"]));
        }
    }

    /// <summary>The value behind a choice, found by what a person reads.</summary>
    public string Choice(string input, string title) =>
        InputsOf(Card!).First(item => item["id"]!.GetValue<string>() == input)["choices"]!.AsArray()
            .First(choice => choice!["title"]!.GetValue<string>()
            .StartsWith(title, StringComparison.Ordinal))!["value"]!.GetValue<string>();

    /// <summary>The values that a choice offers.</summary>
    public IReadOnlyList<string> Offered(string input) =>
        [.. InputsOf(Card!).First(item => item["id"]!.GetValue<string>() == input)["choices"]!.AsArray()
            .Select(choice => choice!["value"]!.GetValue<string>())];

    public IReadOnlyList<JsonObject> Inputs => [.. InputsOf(Card!)];

    private Shown Read(JsonNode? body)
    {
        var task = body?["task"];
        if (task is not null)
        {
            return task["type"]!.GetValue<string>() == "continue"
                ? this with { Card = task["value"]!["card"]!["content"]!.AsObject(), Text = null, IsDialog = true }
                : this with { Card = null, Text = task["value"]!.GetValue<string>(), IsDialog = true };
        }

        var value = body?["value"];
        return value is JsonObject card
            ? this with { Card = card, Text = null }
            : this with { Card = null, Text = value?.GetValue<string>() ?? "" };
    }

    private void Fill(JsonObject data, IReadOnlyList<(string Input, string Value)> filled)
    {
        foreach (var input in Inputs)
        {
            if (input["value"] is { } value)
            {
                data[input["id"]!.GetValue<string>()] = value.ToString();
            }
        }

        foreach (var (id, value) in filled)
        {
            data[id] = value;
        }
    }

    private static IEnumerable<JsonObject> InputsOf(JsonNode node) =>
        Objects(node).Where(item => item["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true);

    private static IEnumerable<JsonObject> ActionsOf(JsonNode node) =>
        Objects(node)
            .Where(item => item["type"]?.ToString().StartsWith("Action.", StringComparison.Ordinal) == true && item["title"] is not null
                // What only shows more of the card is no button that is answered.
                && item["type"]!.ToString() != "Action.ToggleVisibility");

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject item => item.Where(property => property.Key != "data").SelectMany(property => Objects(property.Value)).Prepend(item),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<string> Strings(JsonNode node) =>
        Objects(node)
            .SelectMany(item => new[] { "text", "title", "label", "value" }.Select(key => item[key]).OfType<JsonValue>()
            .Select(value => value.ToString()));
}
