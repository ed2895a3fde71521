using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Planning;

/// <summary>Saves whether an initial child protection conference is held, for one child or all (R55, P9).</summary>
internal sealed class SaveConference(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveConference.Form>
{
    public static string Verb => "planning/save-conference";

    public sealed record Form(string Case, string? Child = null, Conference? Answer = null, string? Rationale = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source,
            (@case, _) => Deciding.Conference(@case, ChildChoice.Read(@case, form.Child), form.Answer, form.Rationale), cancellationToken);
        return decision.Match(
            accepted: _ => DecisionEcho.Saved(view!, form.Child, "conference", view!.Case.Meeting.Plan.Conference, PlanWords.Say, words, clock.GetUtcNow()),
            refused: why => FormAgain.Or(why, view, words, "Conference", (seen, notSaved) => DecisionCard.For(seen, form, words, notSaved)));
    }
}
