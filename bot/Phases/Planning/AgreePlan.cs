using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

/// <summary>The first of the three taps at the end (P7): whoever holds a child is told first, then each owner (R53, R90).</summary>
internal sealed class AgreePlan(Clerk clerk, Words words, TimeProvider clock) : IVerb<AgreePlan.Form>
{
    public static string Verb => "planning/agree";

    public sealed record Form(string Case);

    public static SubmitAction Button(Case @case) => Actions.Send("Agree immediate plan", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source, (@case, _) => AgreeingPlan.Agree(@case), cancellationToken);
        return decision.Match(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}: the immediate plan is agreed, and everybody with a part in it is told now"),
            refused: why => FormAgain.Or(why, view, words, "Agree immediate plan", (seen, notSaved) => AgreementCard.For(seen, notSaved)));
    }
}
