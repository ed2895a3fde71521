using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Protocols.Teams;

/// <summary>What the channel sends to the bot, and what the bot sends back: the fields that this bot reads or writes.</summary>
/// <remarks>
/// Bot Framework Activity specification, "Basic activity structure"
/// (https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md).
/// Read loosely (an unknown field or type is no error), written strictly (a field not named here never leaves).
/// </remarks>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or one that this release doesn't know.</summary>
    public string? Type { get; init; }

    public string? Id { get; init; }

    [JsonConverter(typeof(LooseInstant))]
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Where to answer. Trusted only after <see cref="ChannelTokenValidator"/> accepted the activity.</summary>
    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    /// <summary>What an invoke or event is about: one of <see cref="InvokeNames"/> or <see cref="EventNames"/>.</summary>
    public string? Name { get; init; }

    public string? Text { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; init; }

    /// <summary>What a notification shows, lock screens included.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public IReadOnlyList<Entity>? Entities { get; init; }

    public JsonElement? Value { get; init; }

    public string? ReplyToId { get; init; }

    public TeamsChannelData? ChannelData { get; init; }

    public string? Locale { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Of an <c>installationUpdate</c>: <c>add</c>, <c>add-upgrade</c>, <c>remove</c> or <c>remove-upgrade</c>.</summary>
    public string? Action { get; init; }

    /// <summary>The tenant that hosts the conversation, also where the sender is from another; <c>null</c> if nothing says it.</summary>
    [JsonIgnore]
    public string? HostTenantId => ChannelData?.Tenant?.Id is { Length: > 0 } tenant ? tenant : Conversation?.TenantId;

    /// <summary>Whether <see cref="Name"/> is <paramref name="name"/>; Microsoft's own examples vary in case and leading space.</summary>
    public bool IsNamed(string name) => string.Equals(Name?.Trim(), name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Ids only: the text of an activity may be about a child.</summary>
    public override string ToString() => $"Activity {Type} {Id}";
}

/// <summary>Activity types, as <see cref="Activity.Type"/> names them.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string Event = "event";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
}

/// <summary>Names of the invokes that this bot answers.</summary>
public static class InvokeNames
{
    public const string AdaptiveCardAction = "adaptiveCard/action";
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";
}

/// <summary>Names of the events that this bot reads; compare with <see cref="Activity.IsNamed"/>.</summary>
public static class EventNames
{
    public const string MeetingStart = "application/vnd.microsoft.meetingStart";
    public const string MeetingEnd = "application/vnd.microsoft.meetingEnd";
}
