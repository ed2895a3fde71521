using System.Text.Json.Nodes;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Sandbox.Chats;

internal enum ChatKind
{
    Personal,
    Meeting,
}

/// <summary>A chat: one person's with the bot, or a meeting's.</summary>
/// <param name="Id">Teams' conversation id; a meeting's is its Graph <c>chatInfo.threadId</c>.</param>
/// <param name="Kind">Personal or meeting.</param>
/// <param name="Title">What the list of chats shows.</param>
/// <param name="Members">aadObjectIds; without the bot.</param>
/// <param name="OpenedAt">By the case clock.</param>
/// <param name="Meeting">The meeting, for a meeting's chat.</param>
internal sealed record Chat(
    string Id, ChatKind Kind, string Title, IReadOnlyList<string> Members, DateTimeOffset OpenedAt, ChatMeeting? Meeting = null)
{
    public bool Has(SandboxPerson person) => Members.Contains(person.AadObjectId);

    public IReadOnlyList<SandboxPerson> People => [.. Members.Select(SandboxPeople.Find).OfType<SandboxPerson>()];

    /// <summary>Teams' word for the kind.</summary>
    public string ConversationType => Kind == ChatKind.Personal ? "personal" : "groupChat";
}

/// <summary>The meeting that a chat belongs to.</summary>
/// <param name="MeetingId">Teams' own id, in <c>channelData.meeting.id</c> and in the connector's meeting routes; not Graph's.</param>
/// <param name="OnlineMeetingId">Graph's onlineMeeting id.</param>
/// <param name="EventId">Graph's event id.</param>
/// <param name="OrganiserId">aadObjectId.</param>
/// <param name="JoinUrl">Never to be parsed: it holds no thread id.</param>
/// <param name="StartsAt">As planned.</param>
/// <param name="EndsAt">As planned.</param>
internal sealed record ChatMeeting(
    string MeetingId, string OnlineMeetingId, string EventId, string OrganiserId, string JoinUrl, DateTimeOffset StartsAt,
    DateTimeOffset EndsAt);

/// <summary>A message as the chat shows it.</summary>
/// <param name="Id">The activity id.</param>
/// <param name="ChatId">The chat.</param>
/// <param name="From">aadObjectId; <c>null</c> = the bot.</param>
/// <param name="At">By the case clock.</param>
/// <param name="Text">As it was sent.</param>
/// <param name="TextFormat"><c>plain</c>, <c>markdown</c> or <c>xml</c>.</param>
/// <param name="Summary">The toast's text.</param>
/// <param name="Attachments">Cards, as the bot sent them.</param>
/// <param name="Edited">Changed after it was sent.</param>
/// <param name="Deleted">Kept, so that an update is answered as Teams does; never shown.</param>
internal sealed record ChatMessage(
    string Id, string ChatId, string? From, DateTimeOffset At, string? Text, string? TextFormat, string? Summary, JsonArray? Attachments,
    bool Edited = false, bool Deleted = false);

/// <summary>The bot's app, installed in a meeting's chat or for one person.</summary>
/// <param name="Id">Graph's installation id.</param>
/// <param name="ChatId">The chat in which the bot may now speak.</param>
/// <param name="PersonId">aadObjectId, for a personal install.</param>
internal sealed record InstalledApp(string Id, string ChatId, string? PersonId)
{
    /// <summary>Installed from a version of before there was a tab.</summary>
    public bool IsOld { get; init; }

    /// <summary>The app's tab is pinned there.</summary>
    public bool HasPanel { get; init; }
}
