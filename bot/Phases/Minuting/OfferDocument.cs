using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Minuting;

/// <summary>Hands the reader a link to the minutes as a document; the link is theirs, opens once and lasts ten minutes.</summary>
internal sealed class OfferDocument(Clerk clerk, DocumentLinks links, Words words) : IVerb<OfferDocument.Form>
{
    public static string Verb => "minuting/document";

    /// <param name="Version">0 = the draft.</param>
    public sealed record Form(string Case, string Meeting, int Version) : ICaseForm;

    public static SubmitAction Button(Case @case, Meeting meeting, int version) =>
        Actions.Send("As a document", Verb,
            new Form(@case.Ref.Value, meeting.Id.Value, version)) with
        { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        // The reading is logged when the document is fetched.
        if (await clerk.ReadAsync(turn, form.Ref(), MinutesFile.Needs(form.Version), null, cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        var meeting = new IssuedMinutesPage.Form(form.Case, form.Meeting).Of(view.Whole);
        if (form.Version == 0
            ? meeting.Attendance.EndedAt is null || meeting.Id != view.Whole.Meeting.Id
            : !meeting.Minutes.Approvals.ContainsKey(form.Version))
        {
            return new Reply.Say(new NotApprovedYet().Say(words));
        }

        return await links.IssueAsync(turn, view, meeting, form.Version, cancellationToken) is { } link
            ? new Reply.Show("As a document", DocumentCard.For(view, meeting, form.Version, link))
            : new Reply.Say(
                "No document can be fetched just now. If you asked for many, try again in ten minutes. Else the bot was not told its own "
                    + "address: ask your administrator for StrategyBot__PublicUrl. The minutes can be read on the pages of this dialog.");
    }
}

internal static class DocumentCard
{
    public static AdaptiveCard For(CaseView view, Meeting meeting, int version, Uri link) => FormCard.Of(
        version == 0 ? "The draft as a document" : $"Version {version} as a document",
        null,
        [
            new TextBlock("A Word document, cut to what you may read. The link is yours: don't pass it on. "
                + "It opens once, within ten minutes."),
            new TextBlock("Once saved, the document is outside this system. Keep it where your agency keeps such records.")
            {
                IsSubtle = true,
            },
        ],
        [
            new OpenUrlAction("Fetch the document", link),
            version == 0
                ? DraftPage.Turn(view.Case, "Back to the draft", 1)
                : IssuedMinutesPage.Turn(view.Case, meeting, "Back to the minutes", version, 1),
        ]);
}
