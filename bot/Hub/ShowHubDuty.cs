using StrategyBot.Conversations;
using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Records;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Hub;

/// <summary>Keeps the hub card in the meeting chat and with the chair as the record stands: sent once, then changed in place.</summary>
internal sealed class ShowHubDuty(TeamsConversations teams, PeopleBook people, Words words) : IDuty
{
    private const string Chat = "chat";

    public static string Kind => "hub/show";

    public static DateTimeOffset Since => DateTimeOffset.MinValue;

    public static string Says => "the card that shows how the meeting stands";

    public static IEnumerable<Owed> Owes(Case @case)
    {
        var room = @case.Meeting.Room;
        if (room.Convened is null)
        {
            yield break;
        }

        if (room.Reachable is not null && Changed(@case, Chat) is { } serial)
        {
            yield return new($"{Kind}/{@case.Meeting.Id.Value}/{Chat}/{serial}", room.CalledAt)
            {
                HangsOn = Face(@case),
            };
        }

        if (@case.Chair.InTeams is not null && Changed(@case, @case.Chair.Id.Value) is { } own)
        {
            yield return new($"{Kind}/{@case.Meeting.Id.Value}/{@case.Chair.Id.Value}/{own}",
                room.CalledAt)
            {
                To = @case.Chair.Id,
                HangsOn = Face(@case),
            };
        }
    }

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var shown = @case.Meeting.Room.Hubs.GetValueOrDefault(PlaceOf(owed));
        if (await PlaceAsync(@case, owed, cancellationToken) is not { } address)
        {
            return new Performed.GivenUp("NoChat", Shown(@case, owed, new("", ""), "", shown));
        }

        var message = new Message(null, HubCard.For(@case, words), $"{@case.Id} {@case.CheckWord}");
        if (shown is { ActivityId.Length: > 0 } && shown.ConversationId == address.ConversationId)
        {
            try
            {
                await teams.UpdateAsync(address, shown.ActivityId, message, cancellationToken);
                return new Performed.Delivered(owed.To is null ? Reach.MeetingChat : Reach.PersonalChat, shown.ActivityId,
                    Shown(@case, owed, address, shown.ActivityId, shown))
                { To = owed.To };
            }
            catch (EffectFailedException no) when (no.Failure == EffectFailure.Refused)
            {
                // Somebody deleted the card, or it can't be changed any more; it is sent anew below, as an old one misleads.
            }
        }

        var id = await teams.SendAsync(address, message, cancellationToken);
        return new Performed.Delivered(owed.To is null ? Reach.MeetingChat : Reach.PersonalChat, id,
            Shown(@case, owed, address, id, shown))
        { PossiblyRepeated = attempt.IsUnknown, To = owed.To };
    }

    private static string PlaceOf(Owed owed) => owed.To?.Value ?? Chat;

    private static int? Changed(Case @case, string place) =>
        @case.Meeting.Room.Hubs.GetValueOrDefault(place) is var shown && shown?.Face == Face(@case) ? null : (shown?.Serial ?? 0) + 1;

    private static string Face(Case @case) => HubFace.Of(@case, Words.English).ToString();

    private static HubShown Shown(Case @case, Owed owed, Address address, string activityId, HubShown? before) =>
        new(PlaceOf(owed), address.ConversationId, address.ServiceUrl, activityId, Face(@case),
            (before?.Serial ?? 0) + 1)
        { Meeting = @case.Meeting.Id };

    private async Task<Address?> PlaceAsync(Case @case, Owed owed, CancellationToken cancellationToken)
    {
        if (owed.To is not { } to)
        {
            var chat = @case.Meeting.Room.Reachable!;
            return new(chat.ConversationId, chat.ServiceUrl);
        }

        return await people.FindAsync(@case.Find(to)!.InTeams!.Value, cancellationToken) is { } own
            ? new(own.ConversationId!, own.ServiceUrl)
            : null;
    }
}
