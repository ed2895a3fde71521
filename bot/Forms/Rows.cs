using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Forms;

/// <summary>Opens, saves and withdraws rows for the phase whose kind they are.</summary>
public sealed class Rows(Clerk clerk, Words words, TimeProvider clock)
{
    public async Task<Reply> OpenAsync(RowKind kind, string @case, string? action, Turn turn, CancellationToken cancellationToken)
    {
        if (await clerk.ReadAsync(turn.Asker(), new(@case), Capability.FillForm, kind.FormVerb, cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        var row = action is { Length: > 0 } id ? RowRules.Find(view.Case, kind.Kind, new(id)) : null;
        return action is { Length: > 0 } && row is null
            ? new Reply.Say(new RowGone().Say(words))
            : new Reply.Show(kind.List, RowCard.For(view, kind, RowForm.Of(view.Case, row), clock.GetUtcNow(), words));
    }

    public async Task<Reply> SaveAsync(RowKind kind, RowForm form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.FillForm, turn.Source,
            (@case, _) => RowRules.Agree(@case, kind.Kind, form, clock.GetUtcNow(), words), cancellationToken);
        return decision.Match(
            accepted: facts => Saved(kind, view!, facts),
            refused: why => FormAgain.Or(why, view, words, kind.List, (seen, notSaved) => RowCard.For(seen, kind, form, clock.GetUtcNow(), words, notSaved)));
    }

    public async Task<Reply> WithdrawAsync(RowKind kind, string @case, string? action, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(@case), Capability.FillForm, turn.Source,
            (now, _) => RowRules.Withdraw(now, kind.Kind, new(action ?? ""), ""), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(@case, $"Withdrawn {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}. It stays in the history."),
            refused: why => new Reply.Say(why.Say(words)));
    }

    /// <summary>What was saved; a new row with an undo of exactly that.</summary>
    public Reply.Saved Saved(RowKind kind, CaseView view, IReadOnlyList<Cases.Fact> facts)
    {
        var headline = $"Saved {words.Time(clock.GetUtcNow())} on {view.Case.Id} {view.Case.CheckWord}";
        return facts.OfType<ActionAgreed>().FirstOrDefault() is { } agreed && RowRules.Find(view.Case, kind.Kind, agreed.Action) is { } row
            ? new(view.Case.Id.Value, $"{headline}: {row.Id.Value.Replace('-', ' ')}",
            [
                new PlainText(Shortened.To(FormCard.LongText, row.Fact.What)),
                new TextBlock(CardText.Plain(Shortened.To(FormCard.Line, RowCard.OwnerAndTime(view.Case, row, words)))) { IsSubtle = true },
                .. facts.Count == 1 && row.At == row.ChangedAt ? (IReadOnlyList<CardElement>)[new ActionSet(Undo(kind, row, view.Case))] : [],
            ])
            : new(view.Case.Id.Value, $"{headline}: it stood there already");
    }

    private static SubmitAction Undo(RowKind kind, PlannedAction row, Case @case) =>
        Actions.Send("Undo", kind.WithdrawVerb, new { Case = @case.Id.Value, Action = row.Id.Value }) with { AssociatedInputs = AssociatedInputs.None };
}
