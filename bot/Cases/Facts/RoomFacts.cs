using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>When a meeting is, and its rooms outside.</summary>
internal abstract record RoomFact : ConveningFact, IOfMeeting;

internal sealed record EventCreated(string EventId) : RoomFact
{
    /// <summary>Whom the event invites; whoever is put on the case later is invited besides.</summary>
    public ValueList<ParticipantId> Invitees { get; init; } = [];
}

/// <summary>The online meeting and its chat, as Graph told them; never parsed from a link (design §8).</summary>
internal sealed record ChatFound(string OnlineMeetingId, string ThreadId, string JoinUrl) : RoomFact;

/// <summary>The bot is in the meeting chat.</summary>
internal sealed record AppInstalled(string ThreadId) : RoomFact;

/// <summary>Where the meeting chat is reached and what Teams calls the meeting.</summary>
internal sealed record ChatReachable(string ConversationId, string ServiceUrl, string? TeamsMeetingId) : RoomFact;

/// <summary>A hub card stands in a conversation; a later fact for the same <paramref name="Place"/> replaces it.</summary>
/// <param name="Place"><c>chat</c>, or the participant whose own chat it is.</param>
/// <param name="Face">What the card shows, so that an equal card is not sent again.</param>
/// <param name="Serial">From 1 in each place.</param>
internal sealed record HubShown(
    string Place, string ConversationId, string ServiceUrl, string ActivityId, string Face, int Serial) : RoomFact;
