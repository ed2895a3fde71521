using System.Text.Json.Nodes;

namespace StrategyBot.Sandbox.Practise;

/// <summary>Somebody at their Teams and Outlook, by the same HTTP routes as the page:
/// no other way to the bot, and none to its record.</summary>
internal sealed class Hands(HttpClient http, string world, string who)
{
    public string Who => who;

    public async Task<IReadOnlyList<JsonObject>> ChatsAsync(CancellationToken cancellationToken) =>
        await ListAsync("chats", cancellationToken);

    public async Task<IReadOnlyList<JsonObject>> CalendarAsync(CancellationToken cancellationToken) =>
        await ListAsync("calendar", cancellationToken);

    public Task AnswerAsync(string eventId, string response, CancellationToken cancellationToken) =>
        PostAsync($"calendar/{Escape(eventId)}/response", new JsonObject { ["response"] = response }, cancellationToken);

    public Task MeetAsync(string onlineMeetingId, string step, CancellationToken cancellationToken) =>
        PostAsync($"meetings/{Escape(onlineMeetingId)}/{step}", [], cancellationToken);

    /// <summary>Puts the sandbox's clock forward, as the page does; a moment that is past leaves it.</summary>
    public async Task MoveClockAsync(DateTimeOffset to, CancellationToken cancellationToken)
    {
        var clock = (await http.GetFromJsonAsync<JsonNode>(new Uri($"{world}/sandbox/clock"), cancellationToken))!;
        if (clock["now"]!.GetValue<DateTimeOffset>() < to)
        {
            using var moved = await http.PostAsJsonAsync(new Uri($"{world}/sandbox/clock"), new { to }, cancellationToken);
            moved.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Types a line in a chat, and looks at what the bot said last there.</summary>
    public async Task<Screen> SayAsync(string chatId, string text, CancellationToken cancellationToken)
    {
        await PostAsync($"chats/{Escape(chatId)}/messages", new JsonObject { ["text"] = text }, cancellationToken);
        return await LastAsync(chatId, _ => true, cancellationToken) ?? throw new OffScriptException("the bot said nothing");
    }

    /// <summary>The person's own part, opened from the card in the meeting's chat; <c>null</c> while there is no such card.</summary>
    public async Task<Screen?> OpenPartAsync(string chatId, CancellationToken cancellationToken)
    {
        var nothing = new Dictionary<string, JsonNode>();
        if (await LastAsync(chatId, screen => screen.Buttons.Any(title => title == "Open my part"), cancellationToken) is not { } hub)
        {
            return null;
        }

        // What everybody is waited for opens in its place.
        var opened = await PressAsync(hub, "Open my part", nothing, cancellationToken);
        return opened.Buttons.Contains("My part") ? await PressAsync(opened, "My part", nothing, cancellationToken) : opened;
    }

    /// <summary>The rows of somebody's own part, each with the list that it stands in, as only one group is open.</summary>
    public async Task<IReadOnlyList<(string Line, Screen On)>> PartsAsync(Screen mine, CancellationToken cancellationToken)
    {
        var rows = mine.Parts.Select(line => (line, mine)).ToList();
        foreach (var group in mine.Groups)
        {
            var open = await PressAsync(mine, group, new Dictionary<string, JsonNode>(), cancellationToken);
            rows.AddRange(open.Parts.Select(line => (line, open)));
        }

        return rows;
    }

    /// <exception cref="HttpRequestException">The bot did not answer, as Teams would say.</exception>
    public async Task<Screen> PressAsync(
        Screen screen, string button, IReadOnlyDictionary<string, JsonNode> fill, CancellationToken cancellationToken)
    {
        var (name, value) = screen.Pressed(button, fill);
        var answer =
            await PostAsync($"chats/{Escape(screen.ChatId)}/invoke",
                new JsonObject { ["name"] = name, ["value"] = value, ["replyToId"] = screen.MessageId }, cancellationToken);
        return (int?)answer?["status"] == 200 ? screen.After(answer["body"]) : throw new HttpRequestException("The bot did not answer.");
    }

    private async Task<Screen?> LastAsync(string chatId, Func<Screen, bool> fits, CancellationToken cancellationToken)
    {
        var messages = await ListAsync($"chats/{Escape(chatId)}/messages", cancellationToken);
        return messages.Where(message => (bool)message["from"]!["bot"]!)
            .Select(message => new Screen(chatId, (string?)message["id"],
                (message["attachments"] as JsonArray)?.FirstOrDefault()?["content"]?.AsObject(), (string?)message["text"]))
            .LastOrDefault(fits);
    }

    private async Task<IReadOnlyList<JsonObject>> ListAsync(string what, CancellationToken cancellationToken) =>
        [.. (await http.GetFromJsonAsync<JsonArray>(Address(what), cancellationToken))!.Select(item => item!.AsObject())];

    private async Task<JsonNode?> PostAsync(string what, JsonObject body, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(Address(what), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
    }

    private Uri Address(string what) => new($"{world}/sandbox/api/{who}/{what}");

    private static string Escape(string id) => Uri.EscapeDataString(id);
}
