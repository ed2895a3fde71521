using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;

namespace StrategyBot.Phases.Enquiring;

/// <summary>Hands out a link to the month's list as a file (R111). The first case on it holds the link.</summary>
internal sealed class OfferLateFile(Clerk clerk, IPaperLinks links, Words words) : IVerb<OfferLateFile.Form>
{
    public static string Verb => "enquiring/late-file";

    /// <param name="Case">Which holds the link.</param>
    /// <param name="Month"><c>2026-11</c>.</param>
    /// <param name="Kind">How the file's name ends.</param>
    public sealed record Form(string Case, string Month, string Kind) : ICaseForm;

    public static SubmitAction Button(string title, LateConferences list, string kind) => Actions.Send(title, Verb,
        new Form(new CaseRef(list.Rows[0].Case, null).Value, MonthAddress.Write(list.Month), kind));

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, EnquiryPage.Needs,
            _ => LateFile.Read(form.Month, form.Kind) is null ? new CannotBe(LateList.NoMonth) : null,
            view => links.IssueAsync(turn, view, Verb, $"{form.Month}/{form.Kind}", cancellationToken),
            _ => new(LateList.Title(MonthAddress.Read(form.Month)!.Value, words),
                (form.Kind == LateFile.Csv ? "A table for a spreadsheet" : "A Word document")
                    + " of the list over all your cases, as it stands when you fetch it. It has references and numbers, and no names.",
                "Keep it where your authority keeps such lists.",
                Actions.Send("Back to the list", ShowLateList.Verb, new ShowLateList.Form(form.Month))),
            cancellationToken);
}

/// <summary>The month's list as a file, drawn anew when it is fetched from the cases that its reader may see then.</summary>
internal sealed class LateFile(Clerk clerk, Words words, TimeProvider clock) : IPaper
{
    public const string Csv = "csv", Docx = "docx";

    private static readonly string[] CsvColumns =
    [
        "Reference", "Check word", "Child", "Conference", "Area", "Counted from", "Limit", "Held on", "Arranged for", "Expected on",
        "Days late", "Reason", "Agreed",
    ];

    // Twentieths of a point, together the width between the margins of <see cref="DocxStyles.Wide"/>.
    private static readonly ListDocx.Column[] DocxColumns =
    [
        new("Case", 1_900), new("Child", 1_000), new("Conference", 1_300), new("Area", 1_500), new("Counted from", 1_500),
        new("Limit", 1_500), new("Held or planned", 1_900), new("Late", 1_300), new("Reason", 1_932), new("Agreed", 1_000),
    ];

    public string Kind => OfferLateFile.Verb;

    public Capability Needs => EnquiryPage.Needs;

    public static (DateOnly Month, string Kind)? Read(string month, string kind) =>
        MonthAddress.Read(month) is { } first && kind is Csv or Docx ? (first, kind) : null;

    public async Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken)
    {
        if (about.Split('/') is not [var typed, var which] || Read(typed, which) is not var (month, kind))
        {
            return null;
        }

        var late = new LateList(clerk, words, clock);
        var (list, left) = await late.ReadAsync(month, asker, cancellationToken);
        if (isTaken)
        {
            late.NoteShown(list, asker, $"{Kind}/{about}", view.Case.Id);
        }

        var name = $"late-conferences-{typed}.{kind}";
        return kind == Csv ? new(name, CsvText.ContentType, Table(list, left?.BelowOthers))
            : new(name, MinutesDocx.ContentType, Document(list, left?.BelowOthers, view.Reader, now, words));
    }

    internal static byte[] Table(LateConferences list, string? leftOut) => CsvText.Write(
    [
        CsvColumns,
        .. list.Rows.Select(row => new[]
        {
            row.Case.Value, row.Word, row.Child, row.SayWhich, row.SayArea, CsvText.Of(row.StartedOn), CsvText.Of(row.Limit),
            CsvText.Of(row.HeldOn),
            CsvText.Of(row.ArrangedFor), CsvText.Of(row.ExpectedOn), CsvText.Of(row.DaysLate), row.SayCause, row.SayAgreed,
        }),
        .. leftOut is null ? [] : new[] { new[] { leftOut } },
    ]);

    internal static byte[] Document(LateConferences list, string? leftOut, Participant reader, DateTimeOffset now, Words words)
    {
        var title = LateList.Title(list.Month, words);
        return ListDocx.Write(title, new($"as it stands {words.When(now)}", Stands: true),
            [
                "Child protection conferences, initial and review, out of timescale: the limit fell in this month and the conference was "
                    + "not held by then, or it was held in this month, after its limit. Over all cases of whoever fetched the list.",
                .. list.Rows.Count == 0 ? (IReadOnlyList<string>)["There is none."]
                    : [$"By area: {list.ByArea()}.", $"By reason: {list.ByCause()}."],
                .. leftOut is null ? (IReadOnlyList<string>)[] : [leftOut],
            ],
            DocxColumns,
            [
                .. list.Rows.Select(row => new[]
                {
                    $"{row.Case} {row.Word}", row.Child, row.SayWhich, row.SayArea, words.Date(row.StartedOn),
                    words.Date(row.Limit), row.SayDay(words),
                    row.SayDaysLate, row.SayCause, row.SayAgreed,
                }),
            ],
            $"Copy for {reader.Described}");
    }
}
