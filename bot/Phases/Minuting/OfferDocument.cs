using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Minuting;

/// <summary>Hands the reader a link to the minutes as a document; the link is theirs, opens once and lasts ten minutes.</summary>
internal sealed class OfferDocument(Clerk clerk, DocumentLinks links, MinutesPdf pdf, Words words) : IVerb<OfferDocument.Form>
{
    public static string Verb => "minuting/document";

    /// <param name="Version">0 = the draft.</param>
    public sealed record Form(string Case, string Meeting, int Version) : ICaseForm;

    public static SubmitAction Button(Case @case, Meeting meeting, int version) =>
        Actions.Send("As a document", Verb,
            new Form(@case.Ref.Value, meeting.Id.Value, version)) with
        { AssociatedInputs = AssociatedInputs.None };

    public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        Meeting Meant(CaseView view) => new IssuedMinutesPage.Form(form.Case, form.Meeting).Of(view.Whole);
        MinutesPdf.Beside Beside(CaseView view) => pdf.Of(view.Whole, Meant(view), form.Version, view.Reader);
        return PaperOffer.AnswerAsync(clerk, words, turn, form, MinutesFile.Needs(form.Version),
            view => Is(view, Meant(view), form.Version) ? null : new NotApprovedYet(),
            view => links.IssueAsync(turn, view, Meant(view), form.Version, null, cancellationToken),
            view => Offer(view, Meant(view), form.Version, Beside(view)), cancellationToken,
            async view => Beside(view) == MinutesPdf.Beside.Pdf
                ? await links.IssueAsync(turn, view, Meant(view), form.Version, MinutesPdf.About, cancellationToken) : null);
    }

    private static bool Is(CaseView view, Meeting meeting, int version) => version == 0
        ? meeting.Attendance.EndedAt is not null && meeting.Id == view.Whole.Meeting.Id
        : meeting.Minutes.Approvals.ContainsKey(version);

    internal static PaperOffer Offer(
        CaseView view, Meeting meeting, int version, MinutesPdf.Beside beside = MinutesPdf.Beside.Nothing) => new(
        version == 0 ? "The draft as a document" : $"Version {version} as a document",
        Says(beside, "cut to what you may read."), "Keep it where your agency keeps such records.",
        version == 0
            ? DraftPage.Turn(view.Case, "Back to the draft", 1)
            : IssuedMinutesPage.Turn(view.Case, meeting, "Back to the minutes", version, 1))
        {
            Also = version == 0 ? [] : OfferExtract.Buttons(view.Case, meeting, version),
        };

    internal static string Says(MinutesPdf.Beside beside, string how) => beside switch
    {
        MinutesPdf.Beside.Pdf => $"A Word document and a PDF of the same words, {how}",
        MinutesPdf.Beside.NotThisCopy => $"A Word document, {how} {MinutesPdf.WordAlone}",
        _ => $"A Word document, {how}",
    };
}
