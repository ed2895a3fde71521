using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Completes the record: refused while mandatory parts are open, unless the chair says why (P7).</summary>
internal sealed class CompleteRecord(Clerk clerk, PhaseList phases, Words words, TimeProvider clock) : IVerb<CompleteRecord.Form>
{
    public static string Verb => "attending/complete";

    public sealed record Form(string Case, string? Reason = null);

    public static SubmitAction Button(Case @case, bool isWhole) => Actions.Send(isWhole ? "Complete the record" : "Complete without them", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source, (@case, _) => Holding.Complete(@case, phases.Gaps(@case), form.Reason ?? ""), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: the record is complete"),
            refused: why => FormAgain.Or(why, view, words, "Complete the record", (seen, notSaved) => CompletionCard.For(seen, phases.Gaps(seen.Whole), form, notSaved)));
    }
}
