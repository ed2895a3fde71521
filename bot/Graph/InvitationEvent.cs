using System.Text.RegularExpressions;
using Microsoft.Graph.Models;
using StrategyBot.Rules;

namespace StrategyBot.Graph;

/// <summary>An invitation in Graph's words.</summary>
internal static partial class InvitationEvent
{
    /// <summary><c>Wed 25 Nov 2026, 14:00 to 15:00</c>, as earlier releases wrote it.</summary>
    [GeneratedRegex(@"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} \d{4}, \d{2}:\d{2}(?: GMT| BST)?"
        + @" to \d{2}:\d{2}(?: GMT| BST)?")]
    public static partial Regex SaidTime();

    public static Event Of(Invitation invitation) => new()
    {
        TransactionId = invitation.TransactionId,
        Subject = invitation.Subject,
        Body = new ItemBody { ContentType = BodyType.Text, Content = invitation.Body },
        Start = GraphTime.Of(invitation.StartsAt),
        End = GraphTime.Of(invitation.EndsAt),
        IsOnlineMeeting = invitation.Online,
        OnlineMeetingProvider = invitation.Online ? OnlineMeetingProviderType.TeamsForBusiness : null,
        Sensitivity = Sensitivity.Private,
        // Who is invited can tell what it is about.
        HideAttendees = true,
        ResponseRequested = true,
        // A counter-proposal would land in a mailbox that nobody reads, and the deadline is the law's; who can't come declines and is rung.
        AllowNewTimeProposals = false,
        Attendees = [.. invitation.Attendees.Select(Of)],
    };

    public static Attendee Of(Invitee invitee) => new()
    {
        EmailAddress = new EmailAddress { Address = invitee.Mail, Name = invitee.Name },
        Type = invitee.Required ? AttendeeType.Required : AttendeeType.Optional,
    };

    public static Response Read(Attendee attendee) => new(
        MailAddress.Within(attendee.EmailAddress?.Address)?.Value ?? attendee.EmailAddress?.Address ?? "",
        attendee.Status?.Response switch
        {
            ResponseType.Accepted => InvitationResponse.Accepted,
            ResponseType.TentativelyAccepted => InvitationResponse.Tentative,
            ResponseType.Declined => InvitationResponse.Declined,
            _ => InvitationResponse.None,
        },
        // Graph writes the year 1 for "not yet".
        attendee.Status?.Time is { Year: > 1 } at ? at : null,
        attendee.EmailAddress?.Name ?? "");
}
