using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Saves when the interim safety plan is reviewed (R83).</summary>
internal sealed class SaveReview(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveReview.Form>
{
    public static string Verb => "safeguarding/save-review";

    public sealed record Form(string Case, DateOnly? On = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.FillForm, turn.Source,
            (@case, _) => PlanningSafety.Review(@case, form.On, clock.GetUtcNow(), words), cancellationToken);
        return decision.Match(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}: reviewed on {words.Date(view.Case.Meeting.Safety.ReviewOn!.Value)}"),
            refused: why => FormAgain.Or(why, view, words, "Review of the safety plan", (seen, notSaved) => SafetyPlanCard.Review(seen, form.On, notSaved)));
    }
}
