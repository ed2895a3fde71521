namespace StrategyBot.Sandbox.Store;

/// <summary>The kinds of document, their shape and their owner.</summary>
internal static class Kinds
{
    /// <summary>Graph's event JSON; owner = the organiser's aadObjectId. An attendee's answer stands in
    /// <c>attendees[].status</c>.</summary>
    public const string Event = "event";

    /// <summary>Graph's message JSON with <c>parentFolderId</c> <c>drafts</c>, <c>sentitems</c> or <c>inbox</c> and
    /// <c>attachments[].contentBytes</c>; owner = the mailbox's aadObjectId.</summary>
    public const string Mail = "message";

    /// <summary>Graph's onlineMeeting JSON; owner = the organiser's aadObjectId.</summary>
    public const string OnlineMeeting = "onlineMeeting";

    /// <summary>Graph's contact JSON; owner = the mailbox's aadObjectId.</summary>
    public const string Contact = "contact";

    /// <summary><see cref="Chats.InstalledApp"/>; owner = the chat's id, or the person's aadObjectId for a personal install.</summary>
    public const string InstalledApp = "installedApp";

    /// <summary><see cref="Chats.Chat"/>.</summary>
    public const string Chat = "chat";

    /// <summary><see cref="Chats.ChatMessage"/>; owner = the chat's id.</summary>
    public const string ChatMessage = "chatMessage";

    /// <summary><see cref="Meetings.MeetingSession"/>; owner = the onlineMeeting's id. Attendance reports are drawn from these.</summary>
    public const string MeetingSession = "meetingSession";

    /// <summary>An activity on its way to the bot.</summary>
    public const string Delivery = "delivery";

    public const string Fault = "fault";

    /// <summary>How far the sandbox clock is ahead of the wall.</summary>
    public const string Clock = "clock";

    /// <summary><see cref="Practise.Rehearsal"/>: the practice case that is played.</summary>
    public const string Practise = "practise";
}
