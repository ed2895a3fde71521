using System.Security.Cryptography;
using System.Text;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Calling;

/// <summary>Puts the meeting into people's calendars: reference, time and link, nothing else (P22).</summary>
internal sealed class CreateEventDuty(Invitations invitations, Words words) : IDuty
{
    public static string Kind => "convening/create-event";

    public static DateTimeOffset Since => CallingPhase.Since;

    public static IEnumerable<Owed> Owes(Case @case) =>
        @case.Meeting.Room.Convened is not null && @case.Circumstances?.Mode != MeetingMode.AlreadyHappened
            ? [new(KeyOf(@case), @case.Meeting.Room.CalledAt)]
            : [];

    public static string KeyOf(Case @case) => $"{Kind}/{@case.Meeting.Id.Value}";

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var convened = @case.Meeting.Room.Convened!;
        var invited = @case.Invited.Where(person => person.Mail.Length > 0).ToList();
        var takesPart = @case.IsOnline
            ? "Join by the link in this invitation. In the meeting's chat, press “Open my part”."
            : "How to take part is told by telephone.";
        // The same id on every attempt: Graph makes one event of them all.
        var sent = await invitations.CreateAsync(new(
            TransactionIdOf(@case, owed.Key),
            $"{@case.Id} {@case.CheckWord}",
            $"{@case.Id} {@case.CheckWord}\n\n{words.When(convened.StartsAt)} to {words.Time(convened.EndsAt)}\n\n{takesPart}\n",
            convened.StartsAt,
            convened.EndsAt,
            [.. invited.Select(person => new Invitee(person.Mail, person.Name))],
            @case.IsOnline), cancellationToken);
        var created = new EventCreated(sent.EventId) { Meeting = @case.Meeting.Id, Invitees = [.. invited.Select(person => person.Id)] };
        return new Performed.Delivered("calendar", sent.EventId, created);
    }

    private static string TransactionIdOf(Case @case, string key)
    {
        var name = Encoding.UTF8.GetBytes($"{@case.Id}/{@case.CheckWord}/{@case.OpenedAt.UtcTicks}/{key}");
        return new Guid(SHA256.HashData(name).AsSpan(0, 16)).ToString();
    }
}

/// <summary>Moves the event; Outlook tells everybody invited.</summary>
internal sealed class MoveEventDuty(Invitations invitations) : IDuty
{
    public static string Kind => "convening/move-event";

    public static DateTimeOffset Since => CallingPhase.Since;

    /// <summary>Only the latest move: an earlier one that was never done is overtaken by it.</summary>
    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Room is { EventId: not null, Moves: > 0 } room
        ? [new($"{Kind}/{@case.Meeting.Id.Value}/{room.Moves}", room.CalledAt)]
        : [];

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var room = @case.Meeting.Room;
        await invitations.MoveAsync(room.EventId!, room.Convened!.StartsAt, room.Convened.EndsAt, cancellationToken);
        return new Performed.Delivered("calendar", room.EventId!);
    }
}

/// <summary>Invites somebody who was put on the case after the event was made.</summary>
internal sealed class InviteAlsoDuty(Invitations invitations) : IDuty
{
    public static string Kind => "convening/invite-also";

    public static DateTimeOffset Since => CallingPhase.Since;

    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Room is { EventId: not null, ConvenedAt: { } at } room
        ? @case.Invited.Where(person => person.Mail.Length > 0 && !room.InvitedWithEvent.Contains(person.Id))
            .Select(person => new Owed(KeyOf(@case, person), at) { To = person.Id })
        : [];

    public static string KeyOf(Case @case, Participant person) => $"{Kind}/{@case.Meeting.Id.Value}/{person.Id.Value}";

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var person = @case.Find(owed.To!.Value)!;
        await invitations.InviteAlsoAsync(@case.Meeting.Room.EventId!, [new Invitee(person.Mail, person.Name)], cancellationToken);
        return new Performed.Delivered("calendar", @case.Meeting.Room.EventId!);
    }
}

/// <summary>Takes whoever was taken off the list out of the event too.</summary>
internal sealed class UninviteDuty(Invitations invitations) : IDuty
{
    public static string Kind => "convening/uninvite";

    public static DateTimeOffset Since => CallingPhase.Since;

    /// <summary>Not those who are invited again under the same address.</summary>
    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Room is { EventId: not null } room
        ? @case.Participants.Where(person => !person.IsInvited)
            .Where(person => room.InvitedWithEvent.Contains(person.Id) || @case.IsSettled(InviteAlsoDuty.KeyOf(@case, person)))
            .Where(person => !@case.Invited.Any(other => MailAddress.Same(other.Mail, person.Mail)))
            .Select(person => new Owed($"{Kind}/{@case.Meeting.Id.Value}/{person.Id.Value}", room.CalledAt) { To = person.Id })
        : [];

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        await invitations.UninviteAsync(@case.Meeting.Room.EventId!, @case.Find(owed.To!.Value)!.Mail, cancellationToken);
        return new Performed.Delivered("calendar", @case.Meeting.Room.EventId!);
    }
}
