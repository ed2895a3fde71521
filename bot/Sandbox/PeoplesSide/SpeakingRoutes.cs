using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.Deliveries;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.PeoplesSide;

/// <summary>A person types, presses a card's button, or sends a dialog.</summary>
internal sealed class SpeakingRoutes(WorldStore store, ChatBook chats, BotDeliveries deliveries, SandboxClock clock)
{
    // What Teams lets a person type is nearer 28 KB; a bot must take whatever comes, so a little more is let through.
    private const int MostCharacters = 60_000;

    private static readonly string[] Invokes = ["task/fetch", "task/submit", "adaptiveCard/action"];

    public static void Map(RouteGroupBuilder people)
    {
        people.MapPost("chats/{chatId}/messages", (string @as, string chatId, Typed typed, Desk desk, SpeakingRoutes routes) =>
            desk.TryChat(@as, chatId, out var person, out var chat)
                ? routes.TypeAsync(person, chat, typed)
                : Task.FromResult(Desk.NotTheirs));
        people.MapPost("chats/{chatId}/invoke",
            (string @as, string chatId, Pressed pressed, Desk desk, SpeakingRoutes routes, CancellationToken cancellationToken) =>
            desk.TryChat(@as, chatId, out var person, out var chat)
                ? routes.PressAsync(person, chat, pressed, cancellationToken)
                : Task.FromResult(Desk.NotTheirs));
    }

    private async Task<IResult> TypeAsync(SandboxPerson person, Chat chat, Typed typed)
    {
        if (string.IsNullOrWhiteSpace(typed.Text) && typed.Value is null)
        {
            return WorldResults.Refuse(400, "There is nothing to send.");
        }

        if (typed.Text?.Length > MostCharacters)
        {
            return WorldResults.Refuse(413, $"A message can have up to {MostCharacters} characters.");
        }

        var message =
            new ChatMessage(WorldIds.New(), chat.Id, person.AadObjectId, clock.GetUtcNow(), typed.Text, "plain", Summary: null,
                Attachments: null);
        var delivered = await store.Write(world =>
        {
            // Pressing a button shows nothing in the chat.
            if (typed.Value is null)
            {
                world.Put(Kinds.ChatMessage, message.Id, message, owner: chat.Id);
                world.Announce(ChatBook.Changed(chat));
            }

            return IsHeard(chat, typed) ? deliveries.Enqueue(world, Activity(person, chat, message, typed)) : Task.FromResult(false);
        });
        return WorldResults.Json(new { message.Id, delivered }, StatusCodes.Status202Accepted);
    }

    private async Task<IResult> PressAsync(SandboxPerson person, Chat chat, Pressed pressed, CancellationToken cancellationToken)
    {
        if (!Invokes.Contains(pressed.Name))
        {
            return WorldResults.Refuse(400, $"The name of an invoke is one of {string.Join(", ", Invokes)}.");
        }

        if (!chats.BotIsIn(chat))
        {
            return WorldResults.Refuse(403, "StrategyBot isn't installed in this chat.");
        }

        var activity = Activities.Invoke(person, chat, clock.GetUtcNow(), pressed.Name!, pressed.Value);
        Answering(activity, pressed.ReplyToId);
        var answer = await deliveries.InvokeAsync(activity, cancellationToken);
        if (MayHaveSaved(pressed))
        {
            // What the bot saved shows in nobody's chat, but what waits for people may have changed.
            store.Write(world => world.Announce(new WorldChange("pressed", chat.Id)));
        }

        return WorldResults.Json(new { answer.Status, answer.Body });
    }

    // Opening a dialog asks, and so does a card that refreshes by itself.
    private static bool MayHaveSaved(Pressed pressed) => pressed.Name != "task/fetch" && (string?)pressed.Value?["trigger"] != "automatic";

    // In a group, a bot hears only what is said to it.
    private bool IsHeard(Chat chat, Typed typed) =>
        chats.BotIsIn(chat) && (chat.Kind == ChatKind.Personal || typed.Value is not null
            || typed.Text!.StartsWith(Activities.Mention, StringComparison.OrdinalIgnoreCase));

    private static JsonObject Activity(SandboxPerson person, Chat chat, ChatMessage message, Typed typed)
    {
        if (typed.Value is null)
        {
            return Activities.Message(person, chat, message);
        }

        var activity = Activities.From(person, chat, "message", message.At, message.Id);
        activity["value"] = typed.Value.DeepClone();
        Answering(activity, typed.ReplyToId);
        return activity;
    }

    private static void Answering(JsonObject activity, string? replyToId)
    {
        if (replyToId is not null)
        {
            activity["replyToId"] = replyToId;
        }
    }

    private sealed record Typed(string? Text, JsonNode? Value, string? ReplyToId);

    private sealed record Pressed(string? Name, JsonNode? Value, string? ReplyToId);
}
