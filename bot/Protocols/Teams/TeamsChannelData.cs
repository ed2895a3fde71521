using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Protocols.Teams;

/// <summary>What Teams adds to an activity.</summary>
/// <remarks>"Conversation events in your Teams bot" and "Messages in bot conversations", both at
/// learn.microsoft.com/microsoftteams/platform/bots.</remarks>
public sealed record TeamsChannelData
{
    /// <summary>The tenant that hosts the conversation, also where the sender is from another.</summary>
    public TenantInfo? Tenant { get; init; }

    /// <summary>The meeting whose chat this is; the only source of the meeting's id (facts B3, E).</summary>
    public TeamsMeetingInfo? Meeting { get; init; }

    public NotificationInfo? Notification { get; init; }

    /// <summary>What else Teams said. Read, and never written.</summary>
    [JsonExtensionData, JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IDictionary<string, JsonElement>? AdditionalData { get; set; }

    public sealed record TenantInfo(string? Id);

    public sealed record TeamsMeetingInfo(string? Id);

    /// <param name="Alert">Rings the bell in the activity feed, with <see cref="Activity.Summary"/> as its text.</param>
    public sealed record NotificationInfo(bool? Alert);
}
