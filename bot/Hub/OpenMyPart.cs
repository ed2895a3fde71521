using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Records;
using StrategyBot.Rules.Effects;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Hub;

/// <summary>Leads each person from the one button on the hub card to their own part (design §5.2).</summary>
internal sealed class OpenMyPart(Clerk clerk, PhaseList phases, TeamsConversations teams, Words words, TimeProvider clock) : IVerb<OpenMyPart.Form>
{
    public static string Verb => PartIds.MyPart;

    public sealed record Form(string Case);

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.SeeCase, turn.IsAutomatic ? null : Verb, cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        await DeleteStrayAsync(view, turn, cancellationToken);
        return new Reply.Show("My part", MyPartCard.For(view, phases, words, clock.GetUtcNow()));
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
