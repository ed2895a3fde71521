using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Calling;

/// <summary>Takes a meeting that was cancelled out of the calendars.</summary>
internal sealed class CancelEventDuty(Invitations invitations) : IDuty<CancelledMeeting>
{
    public static string Kind => "calling/cancel-event";

    public static DateTimeOffset Since => TellCancelledDuty.Since;

    public static string Says => "the meeting taken out of the calendars";

    public static bool OutlivesClosing => true;

    public static IEnumerable<Owed<CancelledMeeting>> Owes(Case @case) =>
        from off in @case.Cancelled
        where off.Meeting.Room.EventId is not null
        select new Owed<CancelledMeeting>($"{Kind}/{off.Meeting.Id.Value}", off.Said.At, off)
        {
            WorthUntil = off.Meeting.Room.Convened!.EndsAt,
        };

    public async Task<Performed> PerformAsync(
        Case @case, Owed<CancelledMeeting> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var id = owed.About.Meeting.Room.EventId!;
        // Into everybody's mail.
        await invitations.CancelAsync(id, "It does not take place.", cancellationToken);
        return new Performed.Delivered("calendar", id);
    }
}

/// <summary>Tells whoever was invited, and the meeting's chat, that it does not take place; not why.</summary>
internal sealed class TellCancelledDuty(Reach reach, TeamsConversations teams, Words words) : IDuty<CancelledMeeting>
{
    private const string Chat = "chat";

    public static string Kind => "calling/cancelled";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that the meeting does not take place";

    public static bool OutlivesClosing => true;

    /// <summary>Each who was told that it is called, also those whose invitation went out while it was cancelled.</summary>
    public static IEnumerable<Owed<CancelledMeeting>> Owes(Case @case) =>
        from off in @case.Cancelled
        let convened = off.Meeting.Room.Convened!
        let told = @case.Participants.Where(person => !person.Is(off.Said.By)
            && (person.Id == off.Meeting.Chair
                || @case.Effects.GetValueOrDefault($"{InviteDuty.Kind}/{off.Meeting.Id.Value}/{person.Id.Value}")
                    is { Settled: not null, IsRefused: false }))
        from to in told.Select(person => (ParticipantId?)person.Id)
            .Concat(off.Meeting.Room.Reachable is null ? [] : new ParticipantId?[] { null })
        select new Owed<CancelledMeeting>($"{Kind}/{off.Meeting.Id.Value}/{to?.Value ?? Chat}", off.Said.At, off)
        {
            To = to,
            WorthUntil = convened.EndsAt,
        };

    public async Task<Performed> PerformAsync(
        Case @case, Owed<CancelledMeeting> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var (card, room) = (Card(@case, owed.About, words), owed.About.Meeting.Room);
        if (owed.To is { } id)
        {
            return await reach.TellAsync(@case, @case.Find(id)!, owed, attempt, new(card, "The meeting does not take place.")
            {
                InLetter = "The meeting that I asked you to does not take place at that time.",
            }, cancellationToken);
        }

        var sent = await teams.SendAsync(new(room.Reachable!.ConversationId, room.Reachable.ServiceUrl),
            new(null, card, $"{@case.Id} {@case.CheckWord}"), cancellationToken);
        return new Performed.Delivered(Reach.MeetingChat, sent) { PossiblyRepeated = attempt.IsUnknown };
    }

    internal static AdaptiveCard Card(Case @case, CancelledMeeting off, Words words) => FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
    [
        new TextBlock($"The meeting of {words.When(off.Meeting.Room.Convened!.StartsAt)} does not take place.")
        {
            Weight = TextWeight.Bolder,
        },
        new TextBlock("You are invited again if it is held at another time. "
            + "If you are worried about a child now, ring social care; in danger 999."),
    ]);
}
