using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Calling;

/// <summary>Tells everybody invited, one by one: a card in their own chat, or a letter with reference, time and link (P11, P22).</summary>
internal sealed class InviteDuty(Reach reach, Words words) : IDuty
{
    public static string Kind => "convening/invite";

    public static DateTimeOffset Since => CallingPhase.Since;

    public static string Says => "the invitation";

    /// <summary>Once the way in is known, or will not be.</summary>
    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Room is { Convened: not null } room && IsWayKnown(@case)
        ? @case.Invited.Where(person => person.Id != @case.Meeting.Chair)
            .Select(person => new Owed(KeyOf(@case, person), room.CalledAt)
            {
                To = person.Id,
                WorthUntil = CallingPhase.Over(@case),
            })
        : [];

    public static string KeyOf(Case @case, Participant person) => $"{Kind}/{@case.Meeting.Id.Value}/{person.Id.Value}";

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt, InvitationCard.For(@case, words), cancellationToken);

    private static bool IsWayKnown(Case @case) =>
        !@case.IsOnline || @case.Meeting.Room.Chat is not null || @case.IsSettled(FindChatDuty.KeyOf(@case))
        || (@case.IsSettled(CreateEventDuty.KeyOf(@case)) && @case.Meeting.Room.EventId is null);
}

/// <summary>The invitation in a person's own chat.</summary>
internal static class InvitationCard
{
    public static Notification For(Case @case, Words words)
    {
        var convened = @case.Meeting.Room.Convened!;
        var when = $"{words.When(convened.StartsAt)} to {words.Time(convened.EndsAt)}";
        var card = FormCard.Of($"You are invited: {@case.Id} {@case.CheckWord}", null,
            [
                new TextBlock(when),
                new TextBlock(
                    "See whose records to check before it. To answer, type **next** to me; the invitation is in your calendar too.")
                {
                    IsSubtle = true,
                },
            ],
            [
                WhoToCheck.Send(@case),
                .. @case.Meeting.Room.Chat is { } chat ? (IReadOnlyList<CardAction>)[new OpenUrlAction("Join", new Uri(chat.JoinUrl))] : [],
            ]);
        return new(card, $"You are invited: {when}.");
    }
}
