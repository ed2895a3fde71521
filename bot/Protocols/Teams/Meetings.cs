using System.Text.Json.Serialization;

namespace StrategyBot.Protocols.Teams;

/// <summary>Somebody in a meeting: who, and whether they are in the call now.</summary>
/// <remarks>"Meeting apps APIs", Get participant API,
/// https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis.
/// Roles change at any time: don't keep them.</remarks>
public sealed record MeetingParticipant
{
    public TeamsChannelAccount? User { get; init; }

    public MeetingParticipantInfo? Meeting { get; init; }

    public ConversationAccount? Conversation { get; init; }
}

/// <param name="Role"><c>Organizer</c>, <c>Presenter</c> or <c>Attendee</c>.</param>
/// <param name="InMeeting">In the call now.</param>
public sealed record MeetingParticipantInfo(string? Role, bool? InMeeting);

/// <summary>A meeting, its chat and its organiser.</summary>
/// <remarks>"Meeting apps APIs", Get meeting details API (see <see cref="MeetingParticipant"/>).</remarks>
public sealed record MeetingInfo
{
    public MeetingDetails? Details { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public TeamsChannelAccount? Organizer { get; init; }
}

public sealed record MeetingDetails
{
    public string? Id { get; init; }

    /// <summary>The id of Graph's onlineMeeting: the join between the two worlds.</summary>
    public string? MsGraphResourceId { get; init; }

    [JsonConverter(typeof(LooseInstant))]
    public DateTimeOffset? ScheduledStartTime { get; init; }

    [JsonConverter(typeof(LooseInstant))]
    public DateTimeOffset? ScheduledEndTime { get; init; }

    public string? JoinUrl { get; init; }

    public string? Title { get; init; }

    /// <summary><c>Scheduled</c>, <c>Recurring</c>, <c>MeetNow</c>, …</summary>
    public string? Type { get; init; }
}

/// <summary>The value of a <c>meetingStart</c> event. Its <c>Id</c> is not the meeting's id:
/// take <see cref="TeamsChannelData.Meeting"/>.</summary>
/// <remarks>"Meeting apps APIs", Receive real-time Teams meeting events; PascalCase on the wire.
/// A meeting may start and end several times.</remarks>
public sealed record MeetingStartEvent
{
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    [JsonPropertyName("MeetingType")]
    public string? MeetingType { get; init; }

    [JsonPropertyName("JoinUrl")]
    public string? JoinUrl { get; init; }

    [JsonPropertyName("Title")]
    public string? Title { get; init; }

    [JsonPropertyName("StartTime"), JsonConverter(typeof(LooseInstant))]
    public DateTimeOffset? StartTime { get; init; }
}

/// <summary>The value of a <c>meetingEnd</c> event; see <see cref="MeetingStartEvent"/>.</summary>
public sealed record MeetingEndEvent
{
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    [JsonPropertyName("MeetingType")]
    public string? MeetingType { get; init; }

    [JsonPropertyName("JoinUrl")]
    public string? JoinUrl { get; init; }

    [JsonPropertyName("Title")]
    public string? Title { get; init; }

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
