using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Records;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Hub;

/// <summary>Leads each person from the one button on the hub card to their own part (design §5.2).</summary>
/// <remarks>No page: it deletes the card that was pressed if that was sent twice, and is no reading if a client asks by itself;
/// no part knows the turn.</remarks>
internal sealed class OpenMyPart(Clerk clerk, PhaseList phases, TeamsConversations teams, Words words, TimeProvider clock) : IVerb<CaseForm>
{
    public static string Verb => PartIds.MyPart;

    public async Task<Reply> HandleAsync(CaseForm form, Turn turn, CancellationToken cancellationToken)
    {
        if (await clerk.ReadAsync(turn, form.Ref(), Capability.SeeCase, turn.IsAutomatic ? null : Verb,
            cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        await DeleteStrayAsync(view, turn, cancellationToken);
        return new Reply.Show("My part", FormCard.Of(MyPartDrawing.Of(view, phases, words, clock.GetUtcNow())));
    }

    /// <summary>A hub card that was sent twice, as nobody knew whether the first arrived: the recorded one is kept (design §3).</summary>
    private async Task DeleteStrayAsync(CaseView view, Turn turn, CancellationToken cancellationToken)
    {
        var shown = view.Case.Meeting.Room.Hubs.Values.FirstOrDefault(hub => hub.ConversationId == turn.At.Address.ConversationId);
        if (turn.At.Kind != PlaceKind.MeetingChat || turn.At.CardId is not { } pressed || shown is null || shown.ActivityId == pressed)
        {
            return;
        }

        try
        {
            await teams.DeleteAsync(turn.At.Address, pressed, cancellationToken);
        }
        catch (EffectFailedException)
        {
            // It is only untidy: the next click on it tries again.
        }
    }
}
