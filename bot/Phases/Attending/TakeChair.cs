using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>A deputy or manager takes over as chair (P8).</summary>
internal sealed class TakeChair(Clerk clerk, Words words, TimeProvider clock) : IVerb<TakeChair.Form>
{
    public static string Verb => "attending/take-chair";

    public sealed record Form(string Case, string? Reason = null, string? More = null)
    {
        public string WholeReason => string.Join(": ", new[] { Reason?.Trim(), More?.Trim() }.Where(part => !string.IsNullOrEmpty(part)));
    }

    public static SubmitAction Button(Case @case) => Actions.Send("Take over", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.TakeChair, turn.Source, (@case, me) => TakingChair.Take(@case, me, form.WholeReason), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: you chair {view!.Case.Id} {view.Case.CheckWord}"),
            refused: why => FormAgain.Or(why, view, words, "Take over as chair", (seen, notSaved) => TakeoverCard.For(seen, form, notSaved)));
    }
}
