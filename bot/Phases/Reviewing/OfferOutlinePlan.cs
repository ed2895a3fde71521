using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;

namespace StrategyBot.Phases.Reviewing;

/// <summary>Hands whoever has the outline plan a link to it as a document: to print, and for the family.</summary>
internal sealed class OfferOutlinePlan(Clerk clerk, IPaperLinks links, Words words) : IVerb<CaseForm>
{
    public static string Verb => "reviewing/outline-document";

    public static PartButton Button(Case @case) => new("As a document", Verb, CaseForm.Of(@case));

    public Task<Reply> HandleAsync(CaseForm form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, OutlinePlanPage.Needs,
            view => OutlinePlanRule.Readable(view.Whole, view.Reader).Count > 0 ? null : new NotYourPart(),
            view => links.IssueAsync(turn, view, Verb, "", cancellationToken),
            view => new("The outline plan as a document", "It names the child. Look who gets it before you hand it over.",
                "Delete it when it is printed or sent.", OutlinePlanPage.Button(view.Case).Send() with { Title = "Back to the plan" }),
            cancellationToken);
}

/// <summary>The outline plans that somebody may read, as one document, drawn anew when it is fetched.</summary>
internal sealed class OutlinePlanFile(Words words) : IPaper
{
    public string Kind => OfferOutlinePlan.Verb;

    public Capability Needs => OutlinePlanPage.Needs;

    public Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken) =>
        Task.FromResult(OutlinePlanRule.Readable(view.Case, view.Reader) is { Count: > 0 } plans
            ? new PaperFile($"{view.Case.Id}-outline-plan.docx", MinutesDocx.ContentType, BundleDocx.Write(
                $"{view.Case.Id} {view.Case.CheckWord}: outline child protection plan", "Official–Sensitive",
                OutlinePlanPaper.Pieces(view, plans, words), plans.Max(one => one.Said.At)))
            : null);
}

/// <summary>What stands in an outline plan, on a page and on paper. Pure.</summary>
internal static class OutlinePlanPaper
{
    // Twentieths of a point, together the width between the margins.
    private static readonly int[] Widths = [2_600, 7_435];

    public static IEnumerable<(string Label, string Says)> Lines(FormPage page, OutlinePlan outline) =>
        Lines(page.Case, page.Whole, outline, page.Words);

    public static IEnumerable<SheetPiece> Pieces(CaseView view, IReadOnlyList<OutlinePlan> plans, Words words)
    {
        yield return new SheetPiece.Head(1, "Outline child protection plan");
        yield return new SheetPiece.Line(new SheetPiece.Said(
            "The conference agreed this. The core group works it out further. If you can't do what is yours, tell the group."));
        foreach (var outline in plans)
        {
            yield return new SheetPiece.Head(2, string.Join(" and ", outline.Children.Select(child => child.Number)));
            yield return new SheetPiece.Grid("Outline plan", [], Widths,
            [
                .. Lines(view.Case, view.Whole, outline, words).Select(one =>
                    (IReadOnlyList<SheetPiece.Cell>)[SheetPiece.Cell.Bold(one.Label), one.Says]),
            ]);
        }
    }

    /// <param name="whole">What was decided at the conference is known to whoever was there.</param>
    private static IEnumerable<(string Label, string Says)> Lines(Case @case, Case whole, OutlinePlan outline, Words words)
    {
        var (plan, said) = (ProtectionPlan.Of(whole).First(one => one.Child.Id == outline.Children[0].Id), outline.Said.Fact);
        yield return ("For", string.Join("; ", outline.Children.Select(ChildChoice.Named)));
        yield return ("Conference", $"{words.Date(plan.StartedOn)}. A child protection plan, under {HarmCategory.InList(plan.Category)}.");
        yield return ("What has to change", said.Change);
        yield return ("Who does what, by when", said.Does);
        yield return ("If it isn't done, or the child is less safe", said.Otherwise);
        yield return ("Core group", PlanLines.Say(plan.Groups[0], words, DateTimeOffset.MinValue));
        yield return ("Who has it", string.Join("; ", said.To.Select(@case.Find).OfType<Participant>().Select(one => one.Described)));
        yield return ("Written", $"{words.When(outline.Said.At)}"
            + (outline.Said.Before is null ? "." : $". It takes the place of what was written before."));
    }
}
