using StrategyBot.Documents;

namespace StrategyBot.Phases.CaseSystem;

/// <summary>What the record has for the case system's own form, a child at a time and in that form's order (P23).</summary>
internal sealed class CopyPage : IPage<CopyPage.Form>
{
    public const string Title = "Copy to the case system";

    /// <param name="Child">Of none, the first.</param>
    public sealed record Form(string Case, string? Child = null, int Page = 1) : ICaseForm;

    public static PartId Id => new(PartIds.CaseSystem);

    public static Capability Needs => Capability.EnterOnRecord;

    public static PartButton Button(Case @case, Child? child = null, int page = 1) =>
        Id.Button(Title, new Form(@case.Ref.Value, child?.Id.Value, page));

    /// <summary>Social care's own, whoever of it reads what was written.</summary>
    public static bool IsFor(CaseView view) =>
        view.Reader.May(Needs) && view.Reader.May(Capability.ReadContent) && view.Reader.Agency == Agency.SocialCare;

    public static Refusal? Bars(Case whole) =>
        whole.Children.Count == 0 ? new CannotBe("No child is named on this case yet. Name the child on the page Who to check first.")
        : whole.Meetings.All(meeting => meeting.Attendance.EndedAt is null)
            ? new CannotBe("There is nothing to enter yet: the meeting is not over.")
        : null;

    public Refusal? Bars(FormPage page, Form asked) => !IsFor(page.View) ? new NotYourPart() : Bars(page.Whole);

    public Drawn Draw(FormPage page, Form asked)
    {
        var child = Meant(page.Case, asked.Child);
        var fields = CaseSystemSheet.Of(page.Case, child, page.Words);
        var (known, blank) = (fields.Where(field => field.Text.Length > 0), fields.Where(field => field.Text.Length == 0).ToList());
        var shown = LongText.Page(LongText.Pages(
            known.SelectMany(field => LongText.Entries(field.Text).Select(text => field with { Text = text })), field => field.Text),
            asked.Page);
        return new($"{Title}: {child.Number}",
        [
            new TextBlock("In the order of the case system's form. In the panel beside the meeting each field has a Copy button.")
            {
                IsSubtle = true,
            },
            .. shown.Line,
            .. shown.Items.SelectMany(field => (IEnumerable<CardElement>)
            [
                new TextBlock(CardText.Plain(field.Label)) { Weight = TextWeight.Bolder }, new PlainText(field.Text),
            ]),
            .. shown.IsLast && blank.Count > 0
                ? (IReadOnlyList<CardElement>)[new TextBlock(CardText.Plain(
                    $"Nothing is recorded for: {string.Join(", ", blank.Select(field => field.Label))}.")) { IsSubtle = true }]
                : [],
        ])
        {
            Frame = Title,
            Beside =
            [
                .. shown.Turns((title, number) => (Button(page.Case, child, number) with { Title = title }).Send()),
                .. Others(page.Case, child),
                .. Leads(page.Case, child, page.Now).Select(button => button.Send()),
            ],
        };
    }

    public string Reading(Form asked) => $"{asked.Child}/{asked.Page}";

    public static Child Meant(Case @case, string? child) =>
        @case.Children.FirstOrDefault(one => one.Id.Value == child) ?? @case.Children[0];

    private static IEnumerable<SubmitAction> Others(Case @case, Child child) => @case.Children.Where(other => other.Id != child.Id)
        .Select(other => (Button(@case, other) with { Title = other.Number }).Send());

    /// <summary>What comes after copying: the files, the checks, and that it stands on the record.</summary>
    public static IEnumerable<PartButton> Leads(Case @case, Child child, DateTimeOffset now)
    {
        var failed = ReturnChecksPage.Of(@case, child, now).Count(one => one.HasFailed);
        yield return ReturnChecksPage.Button(@case, child) with
        {
            Title = failed == 0 ? ReturnChecksPage.Title : $"{ReturnChecksPage.Title}: {failed} to mend",
        };
        yield return OfferRecordFile.Button(@case, RecordFile.Csv);
        yield return OfferRecordFile.Button(@case, RecordFile.Json);
        if (@case.Meeting.Minutes.Version > 0)
        {
            yield return new PartId(PartIds.Entering).Button("Entered on the child's record", CaseForm.Of(@case));
        }
    }
}
