using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Ticks that the minutes stand on a child's record (R88).</summary>
internal sealed class EnterMinutes(Clerk clerk, Words words, TimeProvider clock) : IVerb<EnterMinutes.Form>
{
    public static string Verb => "minuting/enter";

    public sealed record Form(string Case, IReadOnlyList<string>? Children = null, string? Late = null);

    public static SubmitAction Button(Case @case) => Actions.Send("They stand on the record", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.EnterOnRecord, turn.Source,
            (@case, _) => KeepingMinutes.Enter(@case, form.Children ?? [], (form.Late ?? "").Trim(), clock.GetUtcNow()), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: {Entered(view!)}"),
            refused: why => view is not null && view.Reader.May(Capability.EnterOnRecord) && view.Whole.Meeting.Minutes.Version > 0
                ? new Reply.Show("Entered on the child's record", EnteringCard.For(view, words, clock.GetUtcNow(), form, why.Say(words)))
                : new Reply.Say(why.Say(words)));
    }

    private static string Entered(CaseView view) => view.Whole.Children.Count(child => !view.Whole.Meeting.Minutes.IsEntered(child.Id)) switch
    {
        0 => "the minutes stand on every child's record.",
        var open => $"entered; {open} of {view.Whole.Children.Count} children still to do.",
    };
}
