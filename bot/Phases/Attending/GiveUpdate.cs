using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Saves a written update; the social worker and the chair are told at once (R14).</summary>
internal sealed class GiveUpdate(Clerk clerk, Words words, TimeProvider clock) : IVerb<GiveUpdate.Form>
{
    public static string Verb => "attending/give-update";

    public sealed record Form(string Case, string? Text = null, ReasonableCause? View = null, string? Rationale = null, string? Marking = null, bool Family = false);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.AnswerInvitation, turn.Source,
            (@case, me) => GivingUpdate.Give(@case, me, new(form.Text ?? "", form.View, form.Rationale ?? "", MarkingInput.Read(form.Marking, form.Family, me.Agency))), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: your written update", UpdateEcho.For(view!, view!.Reader)),
            refused: why => FormAgain.Or(why, view, words, "Your written update", (seen, notSaved) => UpdateCard.For(seen, null, form, notSaved)));
    }
}
