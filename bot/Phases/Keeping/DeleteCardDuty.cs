using StrategyBot.Conversations;
using StrategyBot.Obligations;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Phases.Keeping;

/// <summary>Deletes a card from the chat in which it stands: of a case whose time is over, or in the chat of somebody whom the case was not
/// for (P16). A chat that says no holds nothing up.</summary>
internal sealed class DeleteCardDuty(TeamsConversations teams, PeopleBook people, Clerk clerk) : IDuty<PostedCard>
{
    public static string Kind => "keeping/delete-card";

    public static DateTimeOffset Since => ExpireRecordDuty.Since;

    public static string Says => "a card, taken out of a chat";

    public static bool OutlivesClosing => true;

    public static IEnumerable<Owed<PostedCard>> Owes(Case @case) => @case.Meeting.Id != @case.Meetings[^1].Id ? [] :
        from one in PostedCard.ToGo(@case)
        select new Owed<PostedCard>($"{Kind}/{one.Card.Key}", one.At, one.Card);

    public async Task<Performed> PerformAsync(
        Case @case, Owed<PostedCard> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        if (await PlaceAsync(@case, owed.About, cancellationToken) is not { } at)
        {
            return new Performed.Delivered(OutsideCopies.NotReached, "");
        }

        try
        {
            await teams.DeleteAsync(at.Chat, at.ActivityId, cancellationToken);
            return new Performed.Delivered(OutsideCopies.Deleted, at.ActivityId);
        }
        catch (EffectFailedException no) when (no.Failure == EffectFailure.Refused)
        {
            // A chat that doesn't know it any more, of one that was tried before: it went then.
            return new Performed.Delivered(no.Status != StatusCodes.Status404NotFound ? OutsideCopies.NotReached
                : attempt.IsUnknown ? OutsideCopies.Deleted
                : owed.About.With is null ? OutsideCopies.NotReached : OutsideCopies.NotThere, "");
        }
    }

    /// <returns><c>null</c> where nobody knows a way there: they took the app away.</returns>
    private async Task<(Address Chat, string ActivityId)?> PlaceAsync(
        Case @case, PostedCard card, CancellationToken cancellationToken)
    {
        if (card.Meeting is { } meeting)
        {
            return PostedCard.ChatOf(@case, meeting) is { } chat
                ? (new(chat.ConversationId, chat.ServiceUrl), card.ActivityId) : null;
        }

        if (card.With is { } other)
        {
            // Already gone with that case, or never told in a chat.
            return await LoadAsync(other, cancellationToken) is { } with
                && with.Effects.GetValueOrDefault(card.ActivityId)?.Settled is { To: { } reader, Receipt.Length: > 0 } told
                    ? await OwnAsync(with.Find(reader), told.Receipt, cancellationToken) : null;
        }

        return await OwnAsync(@case.Find(card.To!.Value), card.ActivityId, cancellationToken);
    }

    private async Task<(Address Chat, string ActivityId)?> OwnAsync(
        Participant? person, string activityId, CancellationToken cancellationToken) =>
        person?.InTeams is { } known && await people.FindAsync(known, cancellationToken) is { } own
            ? (new(own.ConversationId!, own.ServiceUrl), activityId) : null;

    private async Task<Case?> LoadAsync(CaseId id, CancellationToken cancellationToken)
    {
        try
        {
            return await clerk.LoadAsync(id, cancellationToken) is { Exists: true } other ? other : null;
        }
        catch (LeftAloneException)
        {
            return null;
        }
    }
}
