using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

/// <summary>Whoever holds a child confirms that they know the outcome (R53).</summary>
internal sealed class AcknowledgeOutcome(Clerk clerk, Words words, TimeProvider clock) : IVerb<AcknowledgeOutcome.Form>
{
    public static string Verb => "planning/acknowledge-outcome";

    public sealed record Form(string Case);

    public static SubmitAction Button(Case @case) => Actions.Send("I have read this", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.ReadContent, turn.Source, AgreeingPlan.Acknowledge, cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Confirmed {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}. Thank you."),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
