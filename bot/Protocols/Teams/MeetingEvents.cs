using System.Text.Json.Serialization;

namespace StrategyBot.Protocols.Teams;

/// <summary>The value of a <c>meetingStart</c> event, as far as it is read. Its <c>Id</c> is not the meeting's id:
/// take <see cref="TeamsChannelData.Meeting"/>.</summary>
/// <remarks>"Meeting apps APIs", Receive real-time Teams meeting events; PascalCase on the wire.
/// A meeting may start and end several times.</remarks>
public sealed record MeetingStartEvent
{
    [JsonPropertyName("StartTime"), JsonConverter(typeof(LooseInstant))]
    public DateTimeOffset? StartTime { get; init; }
}

/// <summary>The value of a <c>meetingEnd</c> event; see <see cref="MeetingStartEvent"/>.</summary>
public sealed record MeetingEndEvent
{
    [JsonPropertyName("EndTime"), JsonConverter(typeof(LooseInstant))]
    public DateTimeOffset? EndTime { get; init; }
}

public static class MeetingEvents
{
    /// <summary>What started; <c>null</c> if the activity is anything else or its value can't be read.</summary>
    public static MeetingStartEvent? MeetingStart(this Activity activity) =>
        activity.IsNamed(EventNames.MeetingStart) ? activity.ValueAs(TeamsJson.Wire.MeetingStartEvent) : null;

    /// <summary>What ended; <c>null</c> if the activity is anything else or its value can't be read.</summary>
    public static MeetingEndEvent? MeetingEnd(this Activity activity) =>
        activity.IsNamed(EventNames.MeetingEnd) ? activity.ValueAs(TeamsJson.Wire.MeetingEndEvent) : null;
}
