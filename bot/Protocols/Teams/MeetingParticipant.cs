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

    /// <param name="Role"><c>Organizer</c>, <c>Presenter</c> or <c>Attendee</c>.</param>
    /// <param name="InMeeting">In the call now.</param>
    public sealed record MeetingParticipantInfo(string? Role, bool? InMeeting);
}
