using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Answers the decide-by of a child's position (P4).</summary>
internal sealed class ConfirmSafe(Clerk clerk, Words words, TimeProvider clock) : IVerb<ConfirmSafe.Form>
{
    public static string Verb => "safeguarding/confirm-safe";

    public sealed record Form(string Case, string? Child = null, string? By = null, string? How = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.FillForm, turn.Source,
            (@case, me) => Positioning.Confirm(@case, me, ChildChoice.Read(@case, form.Child), PersonChoice.Read(@case, me, form.By), form.How), cancellationToken);
        return decision.Match(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}: confirmed safe",
                [.. ChildChoice.Read(view.Case, form.Child).Select(child => new PlainText(Shortened.To(FormCard.Line, ChildChoice.Named(child))))]),
            refused: why => FormAgain.Or(why, view, words, "Child is safe", (seen, notSaved) => ConfirmationCard.For(seen, form, words, notSaved)));
    }
}
