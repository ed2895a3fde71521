using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;
using StrategyBot.Returns;

namespace StrategyBot.Phases.CaseSystem;

/// <summary>Hands out a link to the record by the names of the returns.</summary>
internal sealed class OfferRecordFile(Clerk clerk, IPaperLinks links, Words words) : IVerb<OfferRecordFile.Form>
{
    public static string Verb => "case-system/file";

    /// <param name="Kind">How the file's name ends.</param>
    public sealed record Form(string Case, string Kind) : ICaseForm;

    public static PartButton Button(Case @case, string kind) =>
        new(kind == RecordFile.Csv ? "As a spreadsheet" : "As JSON", Verb, new Form(@case.Ref.Value, kind));

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, CopyPage.Needs,
            view => !CopyPage.IsFor(view) ? new NotYourPart()
                : form.Kind is RecordFile.Csv or RecordFile.Json ? CopyPage.Bars(view.Whole) : new CannotBe("There is no such file."),
            view => links.IssueAsync(turn, view, Verb, form.Kind, cancellationToken),
            view => new("The record for the returns",
                "What the record has by the names of the census, Ofsted's lists, the standard dataset and the daily API, what it lacks, "
                    + "the checks, and this case's share of each measure. It has the children's numbers, and what was written of outcomes.",
                "Load it into the case system, and delete it then.",
                (CopyPage.Button(view.Case) with { Title = "Back" }).Send()),
            cancellationToken);
}

/// <summary>The record by the names of the returns, drawn anew when it is fetched.</summary>
internal sealed class RecordFile(Words words) : IPaper
{
    public const string Csv = "csv", Json = "json";

    public string Kind => OfferRecordFile.Verb;

    public Capability Needs => CopyPage.Needs;

    public Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken)
    {
        if (!CopyPage.IsFor(view) || CopyPage.Bars(view.Whole) is not null || about is not (Csv or Json))
        {
            return Task.FromResult<PaperFile?>(null);
        }

        var file = ReturnExport.Of(view.Case, now, words);
        return Task.FromResult<PaperFile?>(about == Csv
            ? new($"{view.Case.Id}-returns.csv", CsvText.ContentType, CsvText.Write(file.Rows()))
            : new($"{view.Case.Id}-returns.json", "application/json; charset=utf-8", file.Json()));
    }
}
