using StrategyBot.Documents;

namespace StrategyBot.Phases.Minuting;

/// <summary>One paragraph of the draft, or a part of a long one, to put other words there.</summary>
internal sealed class ParagraphPart : IPart<ParagraphPart.Form>
{
    // Enough to see what changed; the whole stands in the draft once the edit is taken back.
    private const int MostOfRecord = 800;

    /// <param name="Part">From 0; a paragraph longer than a form takes is edited in parts.</param>
    public sealed record Form(string Case, string? Paragraph = null, int Part = 0, string? Text = null) : ICaseForm;

    public static PartId Id => new("minuting/edit");

    public static Capability Needs => Capability.Lead;

    /// <summary>On a page of the draft, where a paragraph is chosen.</summary>
    public static SubmitAction ChosenButton(Case @case) =>
        Actions.Send("Edit the chosen paragraph", Id.Open, CaseForm.Of(@case));

    /// <summary>On the paragraph itself, where the draft is read as a document.</summary>
    public static PartButton Button(Case @case, MinutesParagraph paragraph) =>
        Id.Button($"Edit: {paragraph.Section}", new Form(@case.Ref.Value, paragraph.Id));

    public Refusal? Bars(FormPage page, Form asked) =>
        page.Whole.Meeting.Attendance.EndedAt is null ? new NoDraftYet() : ParagraphRule.Find(page, asked.Paragraph) switch
        {
            null => new ParagraphGone(),
            { Cells: not null } => new ChangedInThePlan(),
            _ => null,
        };

    public Drawn Draw(FormPage page, Form asked)
    {
        var paragraph = ParagraphRule.Find(page, asked.Paragraph)!;
        var parts = TextParts.Of(paragraph.Text, FormCard.LongText);
        var at = Math.Clamp(asked.Part, 0, parts.Count - 1);
        var isEdited = page.Case.Meeting.Minutes.Edits.ContainsKey(paragraph.Id);
        return new(paragraph.Section,
        [
            new TextBlock(
                CardText.Plain(MinutesDocx.Signed(paragraph) is { Length: > 0 } signed ? signed : "Put together from the record"))
                {
                    IsSubtle = true,
                },
            .. parts.Count == 1
                ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock($"Part {at + 1} of {parts.Count}. Save each part by itself.")],
            new TextInput("text", "The words of the minutes") { IsMultiline = true, MaxLength = FormCard.LongText, Value = parts[at].Text },
            .. isEdited ? Recorded(page.Case, paragraph) : [],
            new TextBlock("Who may read it stays as its author said. It is marked as edited by you.")
            {
                IsSubtle = true,
                Size = TextSize.Small,
            },
        ])
        {
            Beside =
            [
                .. at + 1 < parts.Count ? (IReadOnlyList<CardAction>)[Turn(page.Case, "Next part", paragraph.Id, at + 1)] : [],
                .. at > 0 ? (IReadOnlyList<CardAction>)[Turn(page.Case, "Previous part", paragraph.Id, at - 1)] : [],
                .. isEdited ? (IReadOnlyList<CardAction>)[RestoreParagraph.Button(page.Case, paragraph)] : [],
                DraftPage.Turn(page.Case, "Back to the draft", DraftPage.NumberOf(page, paragraph.Id)),
            ],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        ParagraphRule.Edit(page.Whole, page.Me, typed.Paragraph, typed.Part, typed.Text ?? "");

    public Echo Saved(FormPage page, Kept<Form> kept) => new(ParagraphRule.Find(page, kept.Typed.Paragraph)?.Section ?? "");

    /// <summary>The page of the draft where they stand now.</summary>
    public PartButton Next(FormPage page, Kept<Form> kept) => DraftPage.At(page, kept.Typed.Paragraph);

    private static SubmitAction Turn(Case @case, string title, string paragraph, int part) =>
        Actions.Send(title, Id.Open,
            CaseForm.With(@case, new { Paragraph = paragraph, Part = part })) with
        { AssociatedInputs = AssociatedInputs.None };

    private static IEnumerable<CardElement> Recorded(Case @case, MinutesParagraph paragraph)
    {
        if (MinutesDraft.Unedited(@case).FirstOrDefault(other => other.Id == paragraph.Id) is { } recorded)
        {
            var parts = TextParts.Of(recorded.Text, MostOfRecord);
            yield return new TextBlock("The record says:") { Weight = TextWeight.Bolder };
            yield return new PlainText(parts.Count == 1 ? parts[0].Text : $"{parts[0].Text} …") { IsSubtle = true };
        }
    }
}

/// <summary>Takes the chair's edit of a paragraph back: the record's own words stand again.</summary>
internal sealed class RestoreParagraph : IAct<RestoreParagraph.Form>
{
    public sealed record Form(string Case, string? Paragraph = null) : ICaseForm;

    public static string Verb => "minuting/restore";

    public static Capability Needs => Capability.Lead;

    public static SubmitAction Button(Case @case, MinutesParagraph paragraph) =>
        Actions.Send("Use the record's words again", Verb,
            new Form(@case.Ref.Value, paragraph.Id)) with
        { AssociatedInputs = AssociatedInputs.None };

    public Decision Decide(FormPage page, Form pressed) => ParagraphRule.Restore(page.Whole, pressed.Paragraph);

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new(ParagraphRule.Find(page, kept.Typed.Paragraph)?.Section ?? "") { Done = "Restored" };

    public PartButton Next(FormPage page, Kept<Form> kept) =>
        ParagraphPart.Id.Button("", new ParagraphPart.Form(page.Case.Ref.Value, kept.Typed.Paragraph));
}
