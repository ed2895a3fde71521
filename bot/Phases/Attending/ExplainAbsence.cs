using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Saves why a core agency is missing (R8).</summary>
internal sealed class ExplainAbsence(Clerk clerk, Words words, TimeProvider clock) : IVerb<ExplainAbsence.Form>
{
    public static string Verb => "attending/explain-missing";

    public sealed record Form(string Case, Agency Agency, string? Reason = null, string? More = null, string? Tried = null, string? Information = null)
    {
        public string WholeReason => string.Join(": ", new[] { Reason?.Trim(), More?.Trim() }.Where(part => !string.IsNullOrEmpty(part)));
    }

    public static SubmitAction Button(Case @case, Agency agency) => Actions.Send("Save", Verb, new { Case = @case.Id.Value, Agency = agency });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source,
            (@case, _) => ExplainingAbsence.Explain(@case, form.Agency, form.WholeReason, form.Tried ?? "", form.Information ?? ""), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: why {form.Agency.Name()} is missing"),
            refused: why => FormAgain.Or(why, view, words, "Missing agency", (seen, notSaved) => AbsenceCard.For(seen, form.Agency, words, form, notSaved)));
    }
}
