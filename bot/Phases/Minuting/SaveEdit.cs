using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Saves the chair's words for a paragraph, and shows the page of the draft where they stand now.</summary>
internal sealed class SaveEdit(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveEdit.Form>
{
    public static string Verb => "minuting/save-edit";

    /// <param name="Seen">The fingerprint of the paragraph that the form was filled upon.</param>
    public sealed record Form(string Case, string Paragraph, int Part, string Seen, string? Text = null);

    public static SubmitAction Button(Case @case, MinutesParagraph paragraph, int part) =>
        Actions.Send("Save", Verb, new { Case = @case.Id.Value, Paragraph = paragraph.Id, Part = part, Seen = EditingMinutes.Fingerprint(paragraph) });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source,
            (@case, me) => EditingMinutes.Edit(@case, me, form.Paragraph, form.Part, form.Seen, form.Text ?? ""), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => Draft(view!, form.Paragraph),
            refused: why => view is not null && view.Reader.May(Capability.Lead) && EditCard.Find(view, form.Paragraph) is { Cells: null } paragraph
                ? new Reply.Show(paragraph.Section, EditCard.For(view, paragraph, form.Part, form.Text ?? "", why.Say(words)))
                : new Reply.Say(why.Say(words)));
    }

    private Reply.Show Draft(CaseView view, string paragraph)
    {
        var page = MinutesPages.Find(MinutesCopy.For(MinutesDraft.Of(view.Whole), view.Reader), paragraph);
        return new("Draft of the minutes", DraftCard.For(view, page, words, clock.GetUtcNow(), $"Saved {words.Time(clock.GetUtcNow())}: {EditCard.Find(view, paragraph)?.Section}"));
    }
}
