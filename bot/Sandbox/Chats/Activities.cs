using System.Text.Json.Nodes;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Chats;

/// <summary>Activities as Teams sends them to a bot.</summary>
internal static class Activities
{
    private const string MentionedAs = $"<at>{SandboxPeople.BotName}</at>";

    /// <summary>What every activity carries; <c>serviceUrl</c> is added when it is sent.</summary>
    public static JsonObject From(SandboxPerson person, Chat chat, string type, DateTimeOffset now, string? id = null)
    {
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = SandboxPeople.CouncilTenant } };
        if (chat.Meeting is { } meeting)
        {
            channelData["meeting"] = new JsonObject { ["id"] = meeting.MeetingId };
        }

        var conversation = new JsonObject
        {
            ["id"] = chat.Id,
            ["conversationType"] = chat.ConversationType,
            // The host's tenant, also when the sender is from another (facts sheet A2).
            ["tenantId"] = SandboxPeople.CouncilTenant,
        };
        if (chat.Kind == ChatKind.Meeting)
        {
            conversation["isGroup"] = true;
        }

        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id ?? WorldIds.New(),
            ["timestamp"] = WorldJson.Instant(now),
            ["locale"] = "en-GB",
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = person.Mri, ["aadObjectId"] = person.AadObjectId, ["name"] = person.Name },
            ["conversation"] = conversation,
            ["recipient"] = Bot(),
            ["channelData"] = channelData,
        };
    }

    /// <summary>A typed message; in a meeting's chat the leading <c>@StrategyBot</c> becomes the mention that Teams makes of it.</summary>
    public static JsonObject Message(SandboxPerson person, Chat chat, ChatMessage message)
    {
        var activity = From(person, chat, "message", message.At, message.Id);
        activity["text"] = message.Text;
        activity["textFormat"] = "plain";
        if (chat.Kind == ChatKind.Meeting)
        {
            activity["text"] = MentionedAs + message.Text?[Mention.Length..];
            activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["mentioned"] = Bot(), ["text"] = MentionedAs });
        }

        return activity;
    }

    /// <summary>How a person calls the bot in a meeting's chat.</summary>
    public static string Mention => "@" + SandboxPeople.BotName;

    public static JsonObject Invoke(SandboxPerson person, Chat chat, DateTimeOffset now, string name, JsonNode? value)
    {
        var activity = From(person, chat, "invoke", now);
        activity["name"] = name;
        activity["value"] = value?.DeepClone();
        return activity;
    }

    /// <param name="person">Who installed or removed it.</param>
    /// <param name="chat">Where.</param>
    /// <param name="now">By the case clock.</param>
    /// <param name="action"><c>add</c> or <c>remove</c>.</param>
    public static JsonObject InstallationUpdate(SandboxPerson person, Chat chat, DateTimeOffset now, string action)
    {
        var activity = From(person, chat, "installationUpdate", now);
        activity["action"] = action;
        return activity;
    }

    public static JsonObject MembersAdded(SandboxPerson person, Chat chat, DateTimeOffset now, IEnumerable<JsonObject> members)
    {
        var activity = From(person, chat, "conversationUpdate", now);
        activity["membersAdded"] = new JsonArray([.. members]);
        return activity;
    }

    /// <remarks>Facts sheet E: names in PascalCase inside <c>value</c>, whose <c>Id</c> is not the meeting id of
    /// <c>channelData</c>.</remarks>
    public static JsonObject MeetingEvent(SandboxPerson person, Chat chat, DateTimeOffset now, bool started)
    {
        var meeting = chat.Meeting!;
        var activity = From(person, chat, "event", now);
        activity["name"] = started ? "application/vnd.microsoft.meetingStart" : "application/vnd.microsoft.meetingEnd";
        activity["value"] = new JsonObject
        {
            ["Id"] = meeting.OnlineMeetingId,
            ["MeetingType"] = "Scheduled",
            ["JoinUrl"] = meeting.JoinUrl,
            ["Title"] = chat.Title,
            [started ? "StartTime" : "EndTime"] = WorldJson.Instant(now),
        };
        return activity;
    }

    public static JsonObject Bot() => new() { ["id"] = SandboxPeople.BotMri, ["name"] = SandboxPeople.BotName };
}
