using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>The chair considered it, and no interim safety plan is needed (R61).</summary>
internal sealed class SaveNoneNeeded(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveNoneNeeded.Form>
{
    public static string Verb => "safeguarding/save-none-needed";

    public sealed record Form(string Case, string? Because = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source, (@case, _) => PlanningSafety.NoneNeeded(@case, form.Because), cancellationToken);
        return decision.Match(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}: no interim safety plan is needed",
                new PlainText(view.Case.Meeting.Safety.NoneNeeded!.Fact.Because)),
            refused: why => FormAgain.Or(why, view, words, "No interim safety plan", (seen, notSaved) => SafetyPlanCard.NoneNeeded(seen, form.Because, notSaved)));
    }
}
