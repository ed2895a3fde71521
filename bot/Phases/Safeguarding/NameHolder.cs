using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Saves who holds a child until the outcome is known, or that nobody does (R53).</summary>
internal sealed class NameHolder(Clerk clerk, Words words, TimeProvider clock) : IVerb<NameHolder.Form>
{
    public const string Nobody = "nobody";

    public static string Verb => "safeguarding/name-holder";

    public sealed record Form(string Case, string? Child = null, string? Holder = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.FillForm, turn.Source,
            (@case, _) => Positioning.Hold(@case, ChildChoice.Read(@case, form.Child), Holder(@case, form), form.Holder == Nobody), cancellationToken);
        return decision.Match(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}: who holds the child",
                new PlainText(Shortened.To(FormCard.Line, Holder(view.Case, form)?.Described ?? "Nobody"))),
            refused: why => FormAgain.Or(why, view, words, "Who holds the child", (seen, notSaved) => HolderCard.For(seen, form, notSaved)));
    }

    private static Participant? Holder(Case @case, Form form) => @case.Invited.FirstOrDefault(person => person.Id.Value == form.Holder);
}
