using StrategyBot.Documents;

namespace StrategyBot.Phases.Minuting;

/// <summary>A page of the draft as the chair reads, edits and approves it.</summary>
internal sealed class DraftPage : IPage<DraftPage.Form>
{
    private const string Title = "Draft of the minutes";

    public sealed record Form(string Case, int Page = 1) : ICaseForm;

    public static PartId Id => new("minuting/draft");

    /// <summary>Of whoever the chair named to approve; everybody else is barred (R89).</summary>
    public static Capability Needs => Capability.ReadMinutes;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public static SubmitAction Turn(Case @case, string title, int page) => Id.Send(title, new Form(@case.Ref.Value, page));

    /// <summary>The page on which a paragraph begins.</summary>
    public static PartButton At(FormPage page, string? paragraph) =>
        Id.Button(Title, new Form(page.Case.Ref.Value, NumberOf(page, paragraph)));

    /// <summary>The number of that page.</summary>
    public static int NumberOf(FormPage page, string? paragraph) =>
        MinutesDrawing.Find(MinutesCopy.For(MinutesDraft.Of(page.Whole), page.Me), paragraph);

    public Refusal? Bars(FormPage page, Form asked) => WhyNot(page);

    /// <summary>Why somebody does not have the draft before them.</summary>
    internal static Refusal? WhyNot(FormPage page) =>
        !DelegateRule.MayApprove(page.Whole, page.Me, page.Words.LocalDate(page.Now)) ? new NotYourPart()
        : page.Whole.Meeting.Attendance.EndedAt is null ? new NoDraftYet()
        : null;

    /// <remarks>Drawn from the whole draft and then cut by paragraph: what is left out is said to be.</remarks>
    public Drawn Draw(FormPage page, Form asked)
    {
        var draft = MinutesDraft.Of(page.Whole);
        var shown = LongText.Page(MinutesDrawing.Of(MinutesCopy.For(draft, page.Me)), asked.Page);
        // Whoever approves in the chair's place changes no words.
        var leads = page.Me.May(Capability.Lead);
        var editable = leads ? shown.Items.Where(IsEditable).DistinctBy(paragraph => paragraph.Id).ToList() : [];
        return new($"Draft of the minutes, {page.Case.Id} {page.Case.CheckWord}",
        [
            new TextBlock(Stage(page.View, page.Now)),
            .. Newer(page.Whole, shown.Items),
            new TextBlock($"Page {shown.Number} of {shown.Count}") { IsSubtle = true },
            .. MinutesDrawing.Elements(shown.Items),
            .. editable.Count == 0 ? (IReadOnlyList<CardElement>)[] : [Choose(editable)],
        ])
        {
            Frame = Title,
            Beside =
            [
                .. shown.Turns((title, number) => Turn(page.Case, title, number)),
                .. editable.Count > 0 ? (IReadOnlyList<CardAction>)[ParagraphPart.ChosenButton(page.Case)] : [],
                ApprovalPart.Button(page.Whole, draft),
                .. leads ? (IReadOnlyList<CardAction>)[OfferDocument.Button(page.Case, page.Case.Meeting, version: 0)] : [],
            ],
        };
    }

    public string Reading(Form asked) => $"{asked.Page}";

    internal static bool IsEditable(MinutesParagraph paragraph) => paragraph.Cells is null && paragraph.Text != MinutesCopy.LeftOut;

    internal static string Stage(CaseView view, DateTimeOffset now)
    {
        var version = view.Case.Meeting.Minutes.Version;
        var approve = MinutesClock.Of(view.Whole, view.Whole.Meeting)!.Approve;
        return version > 0
            ? $"Version {version} stands. What you change here goes out as version {version + 1}, with your reason."
            : $"Not approved yet. {(approve.IsPast(now) ? "It was due by" : "Approve by")} {approve.Say(Words.English)}.";
    }

    /// <summary>Somebody wrote on the record after the chair had edited what it says: the edit stands, and the chair is told.</summary>
    private static IEnumerable<TextBlock> Newer(Case @case, IReadOnlyList<MinutesParagraph> page) =>
        page.DistinctBy(paragraph => paragraph.Id)
            .Where(paragraph => IsOvertaken(@case, paragraph))
            .Select(paragraph => new TextBlock(
                $"{CardText.Plain(paragraph.Section)}: the record changed after this was edited. Open it to see the record's words.")
            {
                Weight = TextWeight.Bolder,
            });

    internal static bool IsOvertaken(Case @case, MinutesParagraph paragraph) =>
        @case.Meeting.Minutes.Edits.TryGetValue(paragraph.Id, out var edit) && paragraph.At > edit.At;

    private static ChoiceSetInput Choose(List<MinutesParagraph> editable) =>
        new("paragraph", "Paragraph to edit", [.. editable.Select(paragraph => new Choice(MinutesDrawing.Named(paragraph), paragraph.Id))])
        {
            Value = editable[0].Id,
            Separator = true,
        };
}
