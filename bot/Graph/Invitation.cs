using StrategyBot.Rules;

namespace StrategyBot.Graph;

/// <summary>A meeting to be put into people's calendars.</summary>
/// <param name="TransactionId">The same for every attempt; Graph makes one event of them (facts G1).</param>
/// <param name="Subject">Whose it is, when, and the reference: delegates and lock screens read it (P22).</param>
/// <param name="Body">Plain text: reference, time and link, nothing else.</param>
/// <param name="StartsAt">The meeting's start.</param>
/// <param name="EndsAt">Its planned end.</param>
/// <param name="Attendees">None of them sees the others in the invitation.</param>
/// <param name="Online">Whether there is a Teams meeting behind it; a meeting by telephone or in one room has none.</param>
internal sealed record Invitation(
    string TransactionId,
    string Subject,
    string Body,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    ValueList<Invitee> Attendees,
    bool Online = true);

internal sealed record Invitee(string Mail, string Name, bool Required = true);

/// <param name="EventId">Stays the same for the event's life.</param>
/// <param name="JoinUrl">Often not there yet in the first answer; read the event again.</param>
internal sealed record InvitationSent(string EventId, string? JoinUrl);

internal enum InvitationResponse
{
    None,
    Accepted,
    Tentative,
    Declined,
}

/// <param name="Mail">As the calendar writes it: it may be another spelling, or a mailbox's inner name.</param>
/// <param name="Name">What the calendar calls them.</param>
internal sealed record Response(string Mail, InvitationResponse Answer, DateTimeOffset? At, string Name = "");

internal sealed record InvitationState(
    string EventId,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    bool IsCancelled,
    string? JoinUrl,
    ValueList<Response> Responses);
