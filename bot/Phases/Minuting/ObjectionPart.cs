using StrategyBot.Documents;

namespace StrategyBot.Phases.Minuting;

/// <summary><em>Something is wrong</em> with a paragraph of the minutes, or one's own words put right (P15);
/// the chair is told at once.</summary>
internal sealed class ObjectionPart : IPart<ObjectionPart.Form>
{
    private const string Title = "Something is wrong";

    // Enough to know it by; the whole stands on the page that they come from.
    private const int MostShown = 800;

    public sealed record Form(string Case, int Version, string? Paragraph = null, string? Text = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new("minuting/wrong");

    public static Capability Needs => Capability.ReadMinutes;

    /// <summary>On a page of the minutes, where a paragraph is chosen.</summary>
    public static SubmitAction ChosenButton(Case @case, int version) =>
        Actions.Send(Title, Id.Open, CaseForm.With(@case, new { Version = version }));

    public Refusal? Bars(FormPage page, Form asked) => Find(page, asked) is null ? new ParagraphGone() : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var paragraph = Find(page, asked)!;
        var section = new TextBlock(CardText.Plain(paragraph.Section)) { Weight = TextWeight.Bolder };
        return new(Title, ObjectionRule.OwnWords(page.Case, page.Me, paragraph.Id) is { } mine
            ?
            [
                section,
                new TextBlock("These are your own words, so you put them right yourself. Everybody is told with the next version; "
                    + "what stood before stays in this one."),
                new TextInput("text", "Your words as they should read")
                {
                    IsMultiline = true,
                    MaxLength = FormCard.LongText,
                    Value = mine.Text,
                },
            ]
            :
            [
                section,
                new PlainText(Shortened.To(MostShown, paragraph.Text)),
                .. MinutesDocx.Signed(paragraph) is { Length: > 0 } signed
                    ? (IReadOnlyList<CardElement>)[new TextBlock(CardText.Plain(signed)) { IsSubtle = true, Size = TextSize.Small }] : [],
                new TextInput("text", "What is wrong, and what would be right?") { IsMultiline = true, MaxLength = ObjectionRule.MostText },
                MarkingInput.For(
                    page.Case, page.Me.Agency, paragraph.Audience, page.Case.Chair.Agency, "Who may read it, beside the chair"),
                new TextBlock("The chair amends the minutes, records that you see it differently, or tells you why not.")
                {
                    IsSubtle = true,
                    Size = TextSize.Small,
                },
            ])
        {
            Preselected = [MarkingInput.Id],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        Find(page, typed) is { } paragraph && ObjectionRule.OwnWords(page.Whole, page.Me, paragraph.Id) is null
            ? MarkingInput.Said(page, typed.Marking, paragraph.Audience, typed.Text) is { } readers
                ? ObjectionRule.Object(page.Whole, page.Me, typed.Version, typed.Paragraph, typed.Text ?? "", readers)
                : MarkingInput.NotSaid
            : ObjectionRule.Object(page.Whole, page.Me, typed.Version, typed.Paragraph, typed.Text ?? "");

    public Echo Saved(FormPage page, Kept<Form> kept) => new("the chair is told", new PlainText((kept.Typed.Text ?? "").Trim()));

    /// <summary>As the reader had it.</summary>
    private static MinutesParagraph? Find(FormPage page, Form asked) =>
        page.Whole.Meeting.Minutes.Versions.GetValueOrDefault(asked.Version)?.FirstOrDefault(
            other => other.Id == asked.Paragraph && other.IsFor(page.Me));
}
