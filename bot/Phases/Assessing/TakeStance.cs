using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>Saves what someone does whose view differs from the decision (P18).</summary>
internal sealed class TakeStance(Clerk clerk, Words words, TimeProvider clock) : IVerb<TakeStance.Form>
{
    public static string Verb => "assessing/take-stance";

    public sealed record Form(string Case, string? Child = null, Stance? Stance = null, string? Reason = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Contribute, turn.Source,
            (@case, me) => TakingStances.Take(@case, me, ChildChoice.Read(@case, form.Child), form.Stance, form.Reason), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}: {ViewWords.Say(form.Stance!.Value)}"),
            refused: why => view is null || why is NotYourPart
                ? new Reply.Say(why.Say(words))
                : new Reply.Show("The decision differs from your view", StanceCard.For(view, form, why.Say(words))));
    }
}
