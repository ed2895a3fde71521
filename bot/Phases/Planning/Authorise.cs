using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

/// <summary>The manager is satisfied that the interim safety plan is appropriate and robust (R66).</summary>
internal sealed class Authorise(Clerk clerk, Words words, TimeProvider clock) : IVerb<Authorise.Form>
{
    public static string Verb => "planning/authorise";

    public sealed record Form(string Case);

    public static SubmitAction Button(Case @case) => Actions.Send("Authorise", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.ReadContent, turn.Source, AgreeingPlan.Authorise, cancellationToken);
        return decision.Match(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}: the section 47 enquiry is authorised"),
            refused: why => FormAgain.Or(why, view, words, "Authorise the enquiry", (seen, notSaved) => AuthorisationCard.For(seen, words, notSaved)));
    }
}
