using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

/// <summary>Saves the decision on the section 47 enquiry, for one child or all (R45, R58, P9).</summary>
internal sealed class SaveEnquiry(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveEnquiry.Form>
{
    public static string Verb => "planning/save-section47";

    public sealed record Form(string Case, string? Child = null, Section47? Answer = null, Conduct? Conduct = null, FollowOn? FollowOn = null, string? Rationale = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source,
            (@case, _) => Deciding.Enquiry(@case, ChildChoice.Read(@case, form.Child), form.Answer, form.Conduct, form.FollowOn, form.Rationale), cancellationToken);
        return decision.Match(
            accepted: _ => DecisionEcho.Saved(view!, form.Child, "section 47", view!.Case.Meeting.Plan.Section47, PlanWords.Say, words, clock.GetUtcNow()),
            refused: why => FormAgain.Or(why, view, words, "Section 47 enquiry", (seen, notSaved) => DecisionCard.For(seen, form, words, notSaved)));
    }
}
