using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;

namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>Hands out a link to the plan's rows and its reviews as a table, for the case system's own section 47 form (R64).</summary>
internal sealed class OfferPlanRows(Clerk clerk, IPaperLinks links, Words words) : IVerb<CaseForm>
{
    public static string Verb => "safety-planning/rows-file";

    public static SubmitAction Button(Case @case) => Actions.Send("As a spreadsheet", Verb, CaseForm.Of(@case));

    public Task<Reply> HandleAsync(CaseForm form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, PlanFile.Needed,
            view => PlanFile.Is(view.Whole) ? null : new CannotBe("There is no safety plan that was agreed yet."),
            view => links.IssueAsync(turn, view, Verb, "", cancellationToken),
            view => new(PlanParagraphs.Title(view.Case),
                "A table of its rows and reviews as they stand when you fetch it, cut to what you may read.",
                "Copy it into the section 47 form, and delete it then.",
                PlanTimelinePage.Button(view.Case).Send() with { Title = "Back to the timeline" }),
            cancellationToken);
}

/// <summary>The rows and the log of reviews as a file, drawn anew when it is fetched.</summary>
internal sealed class PlanRowsFile(Words words) : IPaper
{
    private static readonly string[] Columns =
    [
        "Reference", "Check word", "Version", "Kind", "For", "What", "Who", "By when", "Purpose", "How we will know", "If it fails",
        "State",
    ];

    public string Kind => OfferPlanRows.Verb;

    public Capability Needs => PlanFile.Needed;

    public Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken) =>
        Task.FromResult(!PlanFile.Is(view.Whole) ? null
            : new PaperFile($"{view.Case.Id}-safety-plan.csv", CsvText.ContentType, CsvText.Write([Columns, .. Rows(view.Case)])));

    private IEnumerable<IReadOnlyList<string>> Rows(Case @case)
    {
        string[] head = [@case.Id.Value, @case.CheckWord, CsvText.Of(SafetyPlan.VersionNow(@case))];
        foreach (var hold in HoldLines.Of(@case))
        {
            yield return [.. head, "Hold", "all children", hold, "", "", "", "", "", "stands"];
        }

        var rows = PlannedAction.On(@case).Where(row => row.Fact.Kind == ActionKind.SafetyPlan && row.Fact.What.Length > 0);
        foreach (var row in rows)
        {
            var fact = row.Fact;
            yield return
            [
                .. head, "Row", PlannedAction.IsFor(@case, fact)?.Named() ?? "all children", fact.What,
                PlannedAction.DoneBy(fact, @case.Find(fact.Owner)?.Described ?? Authors.Gone), CsvText.Of(fact.DueAt), fact.Purpose,
                fact.Known ?? "", fact.IfThisFails, State(row),
            ];
        }

        foreach (var review in Safety.ReviewsOf(@case))
        {
            yield return
            [
                .. head, "Review", "all children", review.Fact.What, @case.Find(review.By)?.Described ?? Authors.Gone,
                CsvText.Of(words.LocalDate(review.Fact.HappenedAt ?? review.At)), "", "", "",
                $"{review.Fact.SayHow()}; {WordTables.PlanWorks.InList(review.Fact.Works)}",
            ];
        }
    }

    private string State(PlannedAction row) => row switch
    {
        { Withdrawn: { } withdrawn } => $"taken back {words.When(withdrawn.At)}",
        { Progress: { } progress } => WordTables.ActionProgress.InList(progress),
        _ => "stands",
    };
}
