using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Opens one paragraph of the draft, or a part of a long one, to put other words there.</summary>
internal sealed class OpenEdit(Clerk clerk, Words words) : IVerb<OpenEdit.Form>
{
    public static string Verb => "minuting/edit";

    public sealed record Form(string Case, string? Paragraph = null, int Part = 0);

    public static SubmitAction Button(Case @case) => Actions.Send("Edit the chosen paragraph", Verb, new { Case = @case.Id.Value });

    public static SubmitAction Turn(Case @case, string title, string paragraph, int part) =>
        Actions.Send(title, Verb, new Form(@case.Id.Value, paragraph, part)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Lead, Verb, cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        return EditCard.Find(view, form.Paragraph) is not { } paragraph ? new Reply.Say(new ParagraphGone().Say(words))
            : paragraph.Cells is not null ? new Reply.Say(new ChangedInThePlan().Say(words))
            : new Reply.Show(paragraph.Section, EditCard.For(view, paragraph, form.Part));
    }
}

/// <summary>One paragraph of the draft, or a part of a long one, in a text field.</summary>
internal static class EditCard
{
    // Enough to see what changed; the whole stands in the draft once the edit is taken back.
    private const int MostOfRecord = 800;

    /// <summary>The paragraph as the draft has it, where it is for this reader.</summary>
    public static MinutesParagraph? Find(CaseView view, string? id) =>
        MinutesDraft.Of(view.Whole).FirstOrDefault(paragraph => paragraph.Id == id && paragraph.IsFor(view.Reader));

    /// <param name="typed">What was sent and refused, or <c>null</c> to show what stands.</param>
    public static AdaptiveCard For(CaseView view, MinutesParagraph paragraph, int part, string? typed = null, string? notSaved = null)
    {
        var parts = TextParts.Of(paragraph.Text, FormCard.LongText);
        var at = Math.Clamp(part, 0, parts.Count - 1);
        var isEdited = view.Whole.Meeting.Minutes.Edits.ContainsKey(paragraph.Id);
        return FormCard.Of(
            paragraph.Section,
            notSaved,
            [
                new TextBlock(CardText.Plain(MinutesDocx.Signed(paragraph) is { Length: > 0 } signed ? signed : "Put together from the record")) { IsSubtle = true },
                .. parts.Count == 1 ? (IReadOnlyList<CardElement>)[] : [new TextBlock($"Part {at + 1} of {parts.Count}. Save each part by itself.")],
                new TextInput("text", "The words of the minutes") { IsMultiline = true, MaxLength = FormCard.LongText, Value = typed ?? parts[at].Text },
                .. isEdited ? Recorded(view.Whole, paragraph) : [],
                new TextBlock("Who may read it stays as its author said. It is marked as edited by you.") { IsSubtle = true, Size = TextSize.Small },
                FormCard.NotSavedYet,
            ],
            [
                SaveEdit.Button(view.Case, paragraph, at),
                .. at + 1 < parts.Count ? (IReadOnlyList<CardAction>)[OpenEdit.Turn(view.Case, "Next part", paragraph.Id, at + 1)] : [],
                .. at > 0 ? (IReadOnlyList<CardAction>)[OpenEdit.Turn(view.Case, "Previous part", paragraph.Id, at - 1)] : [],
                .. isEdited ? (IReadOnlyList<CardAction>)[RestoreParagraph.Button(view.Case, paragraph)] : [],
                OpenDraft.Turn(view.Case, "Back to the draft", MinutesPages.Find(MinutesCopy.For(MinutesDraft.Of(view.Whole), view.Reader), paragraph.Id)),
            ]);
    }

    private static IEnumerable<CardElement> Recorded(Case @case, MinutesParagraph paragraph)
    {
        if (MinutesDraft.AsRecorded(@case).FirstOrDefault(other => other.Id == paragraph.Id) is { } recorded)
        {
            var parts = TextParts.Of(recorded.Text, MostOfRecord);
            yield return new TextBlock("The record says:") { Weight = TextWeight.Bolder };
            yield return new PlainText(parts.Count == 1 ? parts[0].Text : $"{parts[0].Text} …") { IsSubtle = true };
        }
    }
}
