using StrategyBot.Conversations;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Convening;

/// <summary>Asks the first question for another meeting.</summary>
internal sealed class Begin(Conveners conveners, ProcedureProfile profile) : IVerb<Begin.Form>
{
    public static string Verb => "convening/begin";

    public sealed record Form;

    public static SubmitAction Send() => Actions.Send("Convene another meeting", Verb, new Form()) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await conveners.RefusesAsync(turn.By, cancellationToken) is { } why
            ? new Reply.Say(why)
            : new Reply.Show("Convene", UrgentCard.ToOpen(profile, turn.Source));
}
