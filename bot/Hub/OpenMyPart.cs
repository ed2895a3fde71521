using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Records;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Hub;

/// <summary>Leads each person from the one button on the hub card to their own part (design §5.2).</summary>
/// <remarks>No page: it deletes the card that was pressed if that was sent twice, and is no reading if a client asks by itself;
/// no part knows the turn.</remarks>
internal sealed class OpenMyPart(
    Clerk clerk, PhaseList phases, TeamsConversations teams, Words words, TimeProvider clock, IServiceProvider services)
    : IVerb<OpenMyPart.Form>
{
    /// <param name="Whole">The list itself, whatever waits.</param>
    /// <param name="Group">Which group of the parts is open; of none, the one with what waits first.</param>
    public sealed record Form(string Case, bool Whole = false, string? Group = null) : ICaseForm;

    public static string Verb => PartIds.MyPart;

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (await clerk.ReadAsync(turn, form.Ref(), Capability.SeeCase, turn.IsAutomatic ? null : Verb,
            cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        await DeleteStrayAsync(view, turn, cancellationToken);
        if (!form.Whole && !turn.IsAutomatic && turn.At.Kind is PlaceKind.Personal or PlaceKind.MeetingChat && AtOnce(view) is { } waits)
        {
            var opens = CardJson.Sent(CardJson.Data(waits.Form));
            opens[OwnPart.AtOnce] = true;
            return await services.GetRequiredService<Verbs>()
                .AnswerAsync(waits.Verb, services, CardJson.Data(opens), turn, cancellationToken);
        }

        return new Reply.Show("My part", FormCard.Of(MyPartDrawing.Of(view, phases, words, clock.GetUtcNow(), group: form.Group)));
    }

    /// <summary>What is open of the meeting's own headings holds nobody back; what guards a child, or sees it differently, comes first.
    /// </summary>
    private PartButton? AtOnce(CaseView view)
    {
        var open = phases.Entries(view, clock.GetUtcNow()).Where(entry => entry.IsOpen).ToList();
        return open.Any(entry => entry is { AtOnce: false, Section: HubSection.Safety or HubSection.Closing }) ? null
            : open.FirstOrDefault(entry => entry.AtOnce)?.Open;
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
