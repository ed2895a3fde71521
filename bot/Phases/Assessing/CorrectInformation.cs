using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>Saves the correction of one's own entry.</summary>
internal sealed class CorrectInformation(Clerk clerk, Words words, TimeProvider clock) : IVerb<CorrectInformation.Form>
{
    public static string Verb => "assessing/correct-information";

    public sealed record Form(string Case, int Entry = 0, string? Text = null, string? Marking = null, bool Family = false);

    public static SubmitAction Button(Case @case, Information item) => Actions.Send("Save the correction", Verb, new { Case = @case.Id.Value, Entry = item.Seq });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Contribute, turn.Source, (@case, me) => Decide(@case, me, form), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}: the entry is corrected",
                new PlainText(SharingInformation.Own(view.Case, view.Reader, form.Entry)?.Text ?? "")),
            refused: why => view is not null && SharingInformation.Own(view.Case, view.Reader, form.Entry) is { } item
                ? new Reply.Show("Correct an entry", InformationCard.Correction(view, item, form, why.Say(words)))
                : new Reply.Say(why.Say(words)));
    }

    private static Decision Decide(Case @case, Participant me, Form form)
    {
        var agency = SharingInformation.Own(@case, me, form.Entry)?.Agency ?? me.Agency;
        return SharingInformation.Correct(@case, me, form.Entry, form.Text, MarkingInput.Read(form.Marking, form.Family, agency));
    }
}
