using System.Globalization;
using StrategyBot.Conversations;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Calling;

/// <summary>Tells whoever was invited before, the chair and the meeting's chat who came onto the list since; nothing of the case.</summary>
internal sealed class TellJoinedDuty(Reach reach, TeamsConversations teams) : IDuty
{
    private const string Chat = "chat";

    // So long another may be added.
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(3);

    public static string Kind => "calling/joined";

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word of who was invited besides";

    public static IEnumerable<Owed> Owes(Case @case)
    {
        if (@case.Meeting.Attendance.EndedAt is not null || @case.HappenedAlready)
        {
            return [];
        }

        Owed Of(string to, Decided<ParticipantAdded> last) => new(
            string.Create(CultureInfo.InvariantCulture, $"{Kind}/{@case.Meeting.Id.Value}/{last.Seq}/{to}"), last.At + Wait)
        {
            WorthUntil = CallingPhase.Over(@case),
        };
        var chat = @case.Meeting.Room.Reachable is null ? null : @case.Meeting.Joined.LastOrDefault();
        return
        [
            .. from person in @case.Invited
               let last = For(@case, person).LastOrDefault()
               where last is not null
               select Of(person.Id.Value, last) with { To = person.Id },
            .. chat is null ? (Owed[])[] : [Of(Chat, chat)],
        ];
    }

    /// <summary>Who joined since somebody was invited, of those whom they didn't add themselves.</summary>
    private static IEnumerable<Decided<ParticipantAdded>> For(Case @case, Participant reader)
    {
        DateTimeOffset? since = reader.Id == @case.Meeting.Chair ? DateTimeOffset.MinValue
            : @case.Effects.GetValueOrDefault(InviteDuty.KeyOf(@case, reader)) is { Settled: not null, IsRefused: false } told ? told.At
            : null;
        return @case.Meeting.Joined.Where(joined =>
            joined.At > since && joined.Fact.Participant.Id != reader.Id && !reader.Is(joined.By));
    }

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        if (owed.To is { } id)
        {
            var to = @case.Find(id)!;
            return await reach.TellAsync(@case, to, owed, attempt,
                new(Card(@case, For(@case, to)), "Somebody else is invited to the meeting; open your part."), cancellationToken);
        }

        var chat = @case.Meeting.Room.Reachable!;
        var sent = await teams.SendAsync(new(chat.ConversationId, chat.ServiceUrl),
            new(null, Card(@case, @case.Meeting.Joined), $"{@case.Id} {@case.CheckWord}"), cancellationToken);
        return new Performed.Delivered(Reach.MeetingChat, sent) { PossiblyRepeated = attempt.IsUnknown };
    }

    internal static AdaptiveCard Card(Case @case, IEnumerable<Decided<ParticipantAdded>> joined) =>
        FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock("Invited besides:") { Weight = TextWeight.Bolder },
            .. joined.Select(one => @case.Find(one.Fact.Participant.Id) ?? one.Fact.Participant)
                .Select(person => new PlainText(Shortened.To(FormCard.Line, person.Described + InPlaceOf(@case, person)))),
        ]);

    private static string InPlaceOf(Case @case, Participant person) =>
        person.DeputyFor is { } other && @case.Find(other) is { } whom ? $", in place of {whom.Name}" : "";
}
