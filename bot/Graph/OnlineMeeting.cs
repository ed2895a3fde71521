namespace StrategyBot.Graph;

/// <param name="Id">The online meeting's id in the organiser's name, not the calendar event's.</param>
/// <param name="ThreadId">The meeting chat, <c>19:meeting_…@thread.v2</c>.</param>
internal sealed record OnlineMeeting(string Id, string ThreadId);

/// <summary>The person who runs the meeting that a mailbox organises.</summary>
internal sealed record MeetingChair(string UserId, string Mail);

internal enum Lobby
{
    /// <summary>More people than we asked for are let in without being admitted.</summary>
    Open,

    /// <summary>Whoever the organiser invited goes in, everybody else waits.</summary>
    Invited,

    /// <summary>Everybody waits until somebody admits them.</summary>
    Organiser,
}

/// <summary>Which options hold, as read back after they were set.</summary>
/// <param name="Lobby">Who needn't wait.</param>
/// <param name="DialInWaits">Callers by telephone wait too.</param>
/// <param name="RecordingOff">Nobody can start a recording.</param>
/// <param name="TranscriptionOff">Nobody can start a transcript.</param>
/// <param name="ChairIsCoOrganiser">Only then can the chair admit people, end the meeting for all and be the only presenter.</param>
/// <param name="OnlyOrganisersPresent">Nobody but organiser and co-organiser can share a screen.</param>
internal sealed record MeetingOptions(
    Lobby Lobby,
    bool DialInWaits,
    bool RecordingOff,
    bool TranscriptionOff,
    bool ChairIsCoOrganiser,
    bool OnlyOrganisersPresent);
