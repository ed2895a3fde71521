using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Phases.Calling;

/// <summary>Puts the meeting into people's calendars: who chairs, reference, time and link, nothing else (P22).</summary>
internal sealed class CreateEventDuty(Invitations invitations, Letterhead letterhead, Words words) : IDuty
{
    private const int BadRequest = 400;

    public static string Kind => "convening/create-event";

    public static DateTimeOffset Since => CallingPhase.Since;

    public static string Says => "the meeting in the calendars";

    public static IEnumerable<Owed> Owes(Case @case) =>
        @case.Meeting.Room.Convened is not null && !@case.HappenedAlready
            ?
            [
                new(KeyOf(@case), @case.Meeting.Room.CalledAt)
                {
                    WorthUntil = CallingPhase.Over(@case),
                    HangsOn = $"{CallingPhase.Listed(@case)} {@case.Meeting.Room.Moves}",
                },
            ]
            : [];

    public static string KeyOf(Case @case) => $"{Kind}/{@case.Meeting.Id.Value}";

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var convened = @case.Meeting.Room.Convened!;
        var invited = @case.Invited.Where(person => MailAddress.Read(person.Mail) is not null)
            .DistinctBy(person => person.Mail.ToUpperInvariant()).ToList();
        var takesPart = @case.IsOnline
            ? "Join by the link in this invitation. In the meeting's chat, press “Open my part”."
            : "How to take part is told by telephone.";
        // Its time stands in the event itself and in its subject, and is moved there: in words it would stay the old one.
        // The same id on every attempt: Graph makes one event of them all.
        var invitation = new Invitation(
            CalendarId.Of(@case, owed.Key),
            new SubjectLine(letterhead, words).OfMeeting(@case),
            $"{@case.Id} {@case.CheckWord}\n\n{takesPart}\n",
            convened.StartsAt,
            convened.EndsAt,
            [.. invited.Select(person => new Invitee(person.Mail, person.Name))],
            @case.IsOnline);
        InvitationSent sent;
        try
        {
            sent = await invitations.CreateAsync(invitation, cancellationToken);
        }
        catch (EffectFailedException refused) when (refused.Status == BadRequest && invited.Count > 0)
        {
            // One address that Graph doesn't take costs everybody the event, and it doesn't say which. So the event is made without
            // anybody, and each is invited by InviteAlsoDuty alone.
            sent = await invitations.CreateAsync(invitation with { Attendees = [] }, cancellationToken);
            invited = [];
        }

        var created = new EventCreated(sent.EventId) { Meeting = @case.Meeting.Id, Invitees = [.. invited.Select(person => person.Id)] };
        return new Performed.Delivered("calendar", sent.EventId, created);
    }
}

/// <summary>Moves the event; Outlook tells everybody invited.</summary>
internal sealed class MoveEventDuty(Invitations invitations, Letterhead letterhead, Words words) : IDuty
{
    public static string Kind => "convening/move-event";

    public static DateTimeOffset Since => CallingPhase.Since;

    public static string Says => "the new time in the calendars";

    /// <summary>Only the latest move: an earlier one that was never done is overtaken by it.</summary>
    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Room is { EventId: not null, Moves: > 0 } room
        ? [new($"{Kind}/{@case.Meeting.Id.Value}/{room.Moves}", room.CalledAt) { WorthUntil = CallingPhase.Over(@case) }]
        : [];

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var room = @case.Meeting.Room;
        await invitations.MoveAsync(room.EventId!, room.Convened!.StartsAt, room.Convened.EndsAt,
            new SubjectLine(letterhead, words).OfMeeting(@case), cancellationToken);
        return new Performed.Delivered("calendar", room.EventId!);
    }
}

/// <summary>Names another chair in the calendars, as long as the meeting is not over.</summary>
internal sealed class RenameEventDuty(Invitations invitations, Letterhead letterhead, Words words) : IDuty
{
    public static string Kind => "calling/rename-event";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the new chair in the calendars";

    /// <summary>Only of who took the chair last.</summary>
    public static IEnumerable<Owed> Owes(Case @case) =>
        @case.Meeting is { Room.EventId: not null, Attendance.EndedAt: null, Takeovers: [.., { At: var at }] takeovers }
        && !@case.HappenedAlready
            ? [new($"{Kind}/{@case.Meeting.Id.Value}/{takeovers.Count}", at) { WorthUntil = CallingPhase.Over(@case) }]
            : [];

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        await invitations.RenameAsync(@case.Meeting.Room.EventId!, new SubjectLine(letterhead, words).OfMeeting(@case), cancellationToken);
        return new Performed.Delivered("calendar", @case.Meeting.Room.EventId!);
    }
}

/// <summary>Takes the old time out of an event's words that an earlier release wrote and moved.</summary>
internal sealed class MendEventDuty(Invitations invitations) : IDuty
{
    public static string Kind => "calling/mend-event";

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the old time taken out of the calendars";

    /// <summary>Only of meetings still to come then: from then on every move does it.</summary>
    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Room is { EventId: not null, Convened: { } convened } room
        && room.MovedAt < Since && convened.StartsAt > Since
        ? [new($"{Kind}/{@case.Meeting.Id.Value}", Since) { WorthUntil = CallingPhase.Over(@case) }]
        : [];

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        await invitations.MendAsync(@case.Meeting.Room.EventId!, cancellationToken);
        return new Performed.Delivered("calendar", @case.Meeting.Room.EventId!);
    }
}

/// <summary>Invites somebody who was put on the case after the event was made.</summary>
internal sealed class InviteAlsoDuty(Invitations invitations) : IDuty
{
    public static string Kind => "convening/invite-also";

    public static DateTimeOffset Since => CallingPhase.Since;

    public static string Says => "the meeting in the calendar";

    public static IEnumerable<Owed> Owes(Case @case) =>
        @case.Meeting is { Room: { EventId: not null, ConvenedAt: not null } room, Attendance.EndedAt: null }
        ? @case.Invited.Where(person => person.Mail.Length > 0 && !room.InvitedWithEvent.Contains(person.Id))
            .Select(person => new Owed(KeyOf(@case, person), room.CalledAt)
            {
                To = person.Id,
                WorthUntil = CallingPhase.Over(@case),
                HangsOn = CallingPhase.Listed(@case),
            })
        : [];

    public static string KeyOf(Case @case, Participant person) => $"{Kind}/{@case.Meeting.Id.Value}/{person.Id.Value}";

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var person = @case.Find(owed.To!.Value)!;
        if (MailAddress.Read(person.Mail) is null)
        {
            return new Performed.GivenUp(RefusedEffect.NotAnAddress);
        }

        await invitations.InviteAlsoAsync(@case.Meeting.Room.EventId!, [new Invitee(person.Mail, person.Name)], cancellationToken);
        return new Performed.Delivered("calendar", @case.Meeting.Room.EventId!);
    }
}

/// <summary>Takes whoever was taken off the list out of the event too.</summary>
internal sealed class UninviteDuty(Invitations invitations) : IDuty
{
    public static string Kind => "convening/uninvite";

    public static DateTimeOffset Since => CallingPhase.Since;

    public static string Says => "taking somebody out of the calendar";

    /// <summary>Not those who are invited again under the same address.</summary>
    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Room is { EventId: not null } room
        ? @case.Participants.Where(person => !person.IsInvited)
            .Where(person => room.InvitedWithEvent.Contains(person.Id) || @case.IsSettled(InviteAlsoDuty.KeyOf(@case, person)))
            .Where(person => !@case.Invited.Any(other => MailAddress.Same(other.Mail, person.Mail)))
            .Select(person => new Owed($"{Kind}/{@case.Meeting.Id.Value}/{person.Id.Value}", room.CalledAt)
            {
                To = person.Id,
                WorthUntil = CallingPhase.Over(@case),
            })
        : [];

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        await invitations.UninviteAsync(@case.Meeting.Room.EventId!, @case.Find(owed.To!.Value)!.Mail, cancellationToken);
        return new Performed.Delivered("calendar", @case.Meeting.Room.EventId!);
    }
}
