using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Minuting;

/// <summary>Hands business support the minutes to put on a child's record (R88): as long as a record lacks them, and nothing else of the
/// case. What they fetch is logged.</summary>
internal sealed class OfferToEnter(Clerk clerk, IPaperLinks links, MinutesPdf pdf, Words words) : IVerb<OfferToEnter.Form>
{
    public static string Verb => "minuting/entering-document";

    /// <param name="Child">For one child's file (P9); <c>null</c>: all of it.</param>
    public sealed record Form(string Case, string? Child = null) : ICaseForm;

    public static SubmitAction Button(Case @case, Child? child = null) =>
        Actions.Send(child is null ? "The document to enter" : $"{child.Number} alone", Verb, new Form(@case.Ref.Value, child?.Id.Value))
            with
        { AssociatedInputs = AssociatedInputs.None };

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        PaperOffer.AnswerAsync(clerk, words, turn, form, EnteringPart.Needs, WhyNot,
            view => links.IssueAsync(turn, view, Verb, Meant(view, form)?.Id.Value ?? "", cancellationToken),
            view => Meant(view, form) is { } child
                ? new($"Version {view.Whole.Meeting.Minutes.Version} for the record of {child.Number}",
                    $"A Word document, as social care may read it. {OfferExtract.Lacks}", After, Button(view.Case) with { Title = "Back" })
                : new($"Version {view.Whole.Meeting.Minutes.Version} to enter",
                    OfferDocument.Says(Beside(view), "as social care may read it."), After,
                    EnteringPart.Button(view.Case).Send() with { Title = "Back" })
                {
                    Also = view.Whole.Children.Count < 2 ? []
                        : [.. view.Whole.Children.Where(child => !view.Whole.Meeting.Minutes.IsEntered(child.Id))
                            .Select(child => Button(view.Case, child))],
                },
            cancellationToken,
            async view => Meant(view, form) is null && Beside(view) == MinutesPdf.Beside.Pdf
                ? await links.IssueAsync(turn, view, Verb, MinutesPdf.About, cancellationToken) : null);

    private const string After = "Delete it once it stands on the record.";

    private static Child? Meant(CaseView view, Form form) => view.Whole.Find(new ChildId(form.Child ?? ""));

    private MinutesPdf.Beside Beside(CaseView view) =>
        pdf.Of(view.Whole, view.Whole.Meeting, view.Whole.Meeting.Minutes.Version, view.Reader);

    public static Refusal? WhyNot(CaseView view) => view.Whole.Meeting.Minutes.Version == 0 ? new NotApprovedYet()
        : MinutesClock.IsEntered(view.Whole, view.Whole.Meeting)
            ? new CannotBe("They stand on every child's record. There is nothing to enter.") : null;
}

/// <summary>The version that is to be entered, drawn anew when it is fetched.</summary>
internal sealed class ToEnterFile(MinutesPdf pdf, Words words) : IPaper
{
    public string Kind => OfferToEnter.Verb;

    public Capability Needs => EnteringPart.Needs;

    public Task<PaperFile?> WriteAsync(
        Asker asker, CaseView view, string about, DateTimeOffset now, bool isTaken, CancellationToken cancellationToken)
    {
        var (meeting, version) = (view.Whole.Meeting, view.Whole.Meeting.Minutes.Version);
        return Task.FromResult(
            OfferToEnter.WhyNot(view) is not null ? null
            : view.Whole.Find(new ChildId(about)) is { } child
                ? ExtractFile.Of(view.Whole, meeting, version, view.Reader, words, child)
            : pdf.File(view.Whole, meeting, version, view.Reader, about));
    }
}
