using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Minuting;

/// <summary>Hands business support the minutes to put on a child's record (R88): as long as a record lacks them, and nothing else of the
/// case. What they fetch is logged.</summary>
internal sealed class OfferToEnter(Clerk clerk, IPaperLinks links, MinutesPdf pdf, Words words) : IVerb<CaseForm>
{
    public static string Verb => "minuting/entering-document";

    public static SubmitAction Button(Case @case) =>
        Actions.Send("The document to enter", Verb, CaseForm.Of(@case)) with { AssociatedInputs = AssociatedInputs.None };

    public Task<Reply> HandleAsync(CaseForm form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, EnteringPart.Needs, WhyNot,
            view => links.IssueAsync(turn, view, Verb, "", cancellationToken),
            view => new($"Version {view.Whole.Meeting.Minutes.Version} to enter",
                OfferDocument.Says(Beside(view), "as social care may read it."),
                "Delete it once it stands on the record.", EnteringPart.Button(view.Case).Send() with { Title = "Back" }),
            cancellationToken,
            async view => Beside(view) == MinutesPdf.Beside.Pdf
                ? await links.IssueAsync(turn, view, Verb, MinutesPdf.About, cancellationToken) : null);

    private MinutesPdf.Beside Beside(CaseView view) =>
        pdf.Of(view.Whole, view.Whole.Meeting, view.Whole.Meeting.Minutes.Version, view.Reader);

    public static Refusal? WhyNot(CaseView view) => view.Whole.Meeting.Minutes.Version == 0 ? new NotApprovedYet()
        : MinutesClock.IsEntered(view.Whole, view.Whole.Meeting)
            ? new CannotBe("They stand on every child's record. There is nothing to enter.") : null;
}

/// <summary>The version that is to be entered, drawn anew when it is fetched.</summary>
internal sealed class ToEnterFile(MinutesPdf pdf) : IPaper
{
    public string Kind => OfferToEnter.Verb;

    public Capability Needs => EnteringPart.Needs;

    public Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken)
    {
        var (meeting, version) = (view.Whole.Meeting, view.Whole.Meeting.Minutes.Version);
        return Task.FromResult(
            OfferToEnter.WhyNot(view) is not null ? null : pdf.File(view.Whole, meeting, version, view.Reader, about));
    }
}
