using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Planning;

/// <summary>Saves whether there is reasonable cause to suspect significant harm, for one child or all (P3, P9).</summary>
internal sealed class SaveCause(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveCause.Form>
{
    public static string Verb => "planning/save-reasonable-cause";

    public sealed record Form(string Case, string? Child = null, ReasonableCause? Answer = null, string? Rationale = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source,
            (@case, _) => Deciding.ReasonableCause(@case, ChildChoice.Read(@case, form.Child), form.Answer, form.Rationale), cancellationToken);
        return decision.Match(
            accepted: _ => DecisionEcho.Saved(view!, form.Child, "reasonable cause", view!.Case.Meeting.Plan.ReasonableCause, PlanWords.Say, words, clock.GetUtcNow()),
            refused: why => FormAgain.Or(why, view, words, "Reasonable cause", (seen, notSaved) => DecisionCard.For(seen, form, words, notSaved)));
    }
}
