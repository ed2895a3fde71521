using Microsoft.Graph.Models;

namespace StrategyBot.Graph;

/// <summary>The options of an online meeting in Graph's words, written and read.</summary>
internal static class MeetingChanges
{
    public static Microsoft.Graph.Models.OnlineMeeting Lobby(LobbyBypassScope scope) => new()
    {
        LobbyBypassSettings = new LobbyBypassSettings { Scope = scope, IsDialInBypassEnabled = false },
    };

    /// <summary>Everybody already there and the chair: Graph replaces the whole list.</summary>
    public static Microsoft.Graph.Models.OnlineMeeting CoOrganiser(Microsoft.Graph.Models.OnlineMeeting now, MeetingChair chair) => new()
    {
        Participants = new MeetingParticipants
        {
            Attendees =
            [
                .. (now.Participants?.Attendees ?? []).Where(attendee => !Is(attendee, chair)),
                new MeetingParticipantInfo
                {
                    Upn = chair.Mail,
                    Identity = new IdentitySet { User = new Identity { Id = chair.UserId } },
                    Role = OnlineMeetingRole.Coorganizer,
                },
            ],
        },
    };

    public static MeetingOptions Read(Microsoft.Graph.Models.OnlineMeeting now, MeetingChair? chair) => new(
        now.LobbyBypassSettings?.Scope switch
        {
            LobbyBypassScope.Invited => Graph.Lobby.Invited,
            LobbyBypassScope.Organizer => Graph.Lobby.Organiser,
            _ => Graph.Lobby.Open,
        },
        DialInWaits: now.LobbyBypassSettings?.IsDialInBypassEnabled == false,
        RecordingOff: now.AllowRecording == false,
        TranscriptionOff: now.AllowTranscription == false,
        ChairIsCoOrganiser: chair is not null
            && (now.Participants?.Attendees ?? []).Exists(
                attendee => Is(attendee, chair) && attendee.Role == OnlineMeetingRole.Coorganizer),
        OnlyOrganisersPresent: now.AllowedPresenters == OnlineMeetingPresenters.Organizer);

    private static bool Is(MeetingParticipantInfo attendee, MeetingChair chair) =>
        string.Equals(attendee.Identity?.User?.Id, chair.UserId, StringComparison.OrdinalIgnoreCase)
        || string.Equals(attendee.Upn, chair.Mail, StringComparison.OrdinalIgnoreCase);
}
