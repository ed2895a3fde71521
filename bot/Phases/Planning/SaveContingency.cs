using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

/// <summary>Saves the overall contingency (R41).</summary>
internal sealed class SaveContingency(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveContingency.Form>
{
    public static string Verb => "planning/save-contingency";

    /// <param name="Seen">When the words were agreed that the form showed.</param>
    public sealed record Form(string Case, string? Text = null, DateTimeOffset? Seen = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value, Seen = @case.Meeting.Plan.Contingency?.At });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.FillForm, turn.Source,
            (@case, me) => Deciding.Contingency(@case, me, form.Text, form.Seen), cancellationToken);
        return decision.Match(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}: contingency",
                new PlainText(view.Case.Meeting.Plan.Contingency!.Fact.Text)),
            refused: why => FormAgain.Or(why, view, words, "Contingency", (seen, notSaved) => ContingencyCard.For(seen, form, words, notSaved)));
    }
}
