using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Connector;

/// <summary>Send, reply, update and delete. Bot Framework REST, "Conversation operations".</summary>
internal sealed class ActivityRoutes(WorldStore store, ChatBook chats, SandboxClock clock)
{
    public static void Map(RouteGroupBuilder connector)
    {
        const string Activities = "v3/conversations/{c}/activities";
        connector.MapPost(Activities, (string c, HttpRequest request, ActivityRoutes routes) => routes.SendAsync(c, request));
        // Chats know no threads: a reply stands with the rest, and may answer an invoke, which is no message.
        connector.MapPost(Activities + "/{replyTo}",
            (string c, HttpRequest request, ActivityRoutes routes) => routes.SendAsync(c, request));
        connector.MapPut(Activities + "/{a}",
            (string c, string a, HttpRequest request, ActivityRoutes routes) => routes.UpdateAsync(c, a, request));
        connector.MapDelete(Activities + "/{a}", (string c, string a, ActivityRoutes routes) => routes.Delete(c, a));
    }

    /// <summary>Puts a message of the bot's into a chat.</summary>
    public ChatMessage Say(WorldTransaction world, Chat chat, JsonObject activity)
    {
        var message = Shown(new ChatMessage(WorldIds.New(), chat.Id, From: null, clock.GetUtcNow(), null, null, null, null), activity);
        world.Put(Kinds.ChatMessage, message.Id, message, owner: chat.Id);
        world.Announce(ChatBook.Changed(chat));
        return message;
    }

    private async Task<IResult> SendAsync(string conversation, HttpRequest request)
    {
        var (activity, refusal) = await SentActivity.ReadAsync(request);
        if (activity is null || !SentActivity.CanBeShown(activity, out refusal))
        {
            return refusal!;
        }

        if (request.Query["isTargetedActivity"] == "true")
        {
            return ConnectorResults.BadSyntax("Targeted messages are not part of this sandbox.");
        }

        if (Refusal(conversation, out var chat) is { } refused)
        {
            return refused;
        }

        var id = SentActivity.Text(activity, "type") == "typing" ? WorldIds.New() : store.Write(world => Say(world, chat!, activity)).Id;
        return WorldResults.Json(new { id }, StatusCodes.Status201Created);
    }

    private async Task<IResult> UpdateAsync(string conversation, string id, HttpRequest request)
    {
        var (activity, refusal) = await SentActivity.ReadAsync(request);
        if (activity is null || !SentActivity.CanBeShown(activity, out refusal))
        {
            return refusal!;
        }

        return Change(conversation, id, message => Shown(message, activity) with { Edited = true }) ?? WorldResults.Json(new { id });
    }

    private IResult Delete(string conversation, string id) =>
        Change(conversation, id, message => message with { Deleted = true, Text = null, Summary = null, Attachments = null })
            ?? Results.Ok();

    private IResult? Change(string conversation, string id, Func<ChatMessage, ChatMessage> change)
    {
        if (Refusal(conversation, out var chat) is { } refused)
        {
            return refused;
        }

        return store.Write(world =>
        {
            if (world.Get<ChatMessage>(Kinds.ChatMessage, id) is not { Deleted: false } message || message.ChatId != chat!.Id)
            {
                return ConnectorResults.NoActivity();
            }

            if (message.From is not null)
            {
                return ConnectorResults.NotItsOwn();
            }

            world.Put(Kinds.ChatMessage, id, change(message));
            world.Announce(ChatBook.Changed(chat));
            return null;
        });
    }

    private IResult? Refusal(string conversation, out Chat? chat)
    {
        chat = chats.Find(conversation);
        return chat switch
        {
            null => ConnectorResults.NoConversation(),
            _ when chats.BotIsIn(chat) => null,
            { Kind: ChatKind.Personal } => ConnectorResults.NotInstalledForPerson(),
            _ => ConnectorResults.NotInRoster(),
        };
    }

    private static ChatMessage Shown(ChatMessage message, JsonObject activity) => message with
    {
        Text = SentActivity.Text(activity, "text"),
        TextFormat = SentActivity.Text(activity, "textFormat") ?? "markdown",
        Summary = SentActivity.Text(activity, "summary"),
        Attachments = activity["attachments"]?.DeepClone() as JsonArray,
    };
}
