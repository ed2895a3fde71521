using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>The chair shows the views before all core agencies have answered (P25).</summary>
internal sealed class RevealViews(Clerk clerk, Words words, TimeProvider clock) : IVerb<RevealViews.Form>
{
    public static string Verb => "assessing/reveal-views";

    public sealed record Form(string Case);

    public static SubmitAction Button(Case @case) => Actions.Send("Show the views now", Verb, new Form(@case.Id.Value)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, _) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source, (@case, _) => GivingViews.Reveal(@case), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: the views are shown to everyone now"),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
