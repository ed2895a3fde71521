using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Records;

namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>Hands whoever may read the case a link to the plan as it stands, as a document cut to them (R64, R67, R80).</summary>
internal sealed class OfferPlanPaper(Clerk clerk, IPaperLinks links, Words words) : IVerb<CaseForm>
{
    public static string Verb => "safety-planning/document";

    public static SubmitAction Button(Case @case) => Actions.Send("As a document", Verb, CaseForm.Of(@case));

    public Task<Reply> HandleAsync(CaseForm form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, PlanFile.Needed,
            view => PlanFile.Is(view.Whole) ? null : new CannotBe("There is no safety plan that was agreed yet."),
            view => links.IssueAsync(turn, view, Verb, "", cancellationToken),
            view => new(PlanParagraphs.Title(view.Case), "A Word document of the plan as it stands now, cut to what you may read.",
                "Keep it on the child's file. It is no copy for the family.",
                PlanTimelinePage.Button(view.Case).Send() with { Title = "Back to the timeline" }),
            cancellationToken);
}

/// <summary>The plan as a document, drawn anew when it is fetched.</summary>
internal sealed class PlanFile(Words words) : IPaper
{
    public const Capability Needed = Capability.ReadContent;

    public string Kind => OfferPlanPaper.Verb;

    public Capability Needs => Needed;

    public static bool Is(Case @case) => @case.Meeting.Plan.AgreedAt is not null;

    public Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken) =>
        Task.FromResult(Write(view, about, now));

    public PaperFile? Write(CaseView view, string about, DateTimeOffset now) => !Is(view.Whole) ? null : new(
        $"{view.Case.Id}-safety-plan.docx", MinutesDocx.ContentType,
        MinutesDocx.Write($"{view.Case.Id} {view.Case.CheckWord}",
            MinutesCopy.For(PlanParagraphs.Of(view.Whole, PlanTimeline.Whole(view.Case, view.Reader, now), now, words), view.Reader),
            new($"Version {SafetyPlan.VersionNow(view.Whole)}, as it stands {words.When(now)}", Stands: true),
            view.Reader.Described, PlanParagraphs.Title(view.Case)));
}
