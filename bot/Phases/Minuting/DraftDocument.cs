using StrategyBot.Documents;

namespace StrategyBot.Phases.Minuting;

/// <summary>The draft as a document, for whoever edits and approves it. Pure.</summary>
internal static class DraftDocument
{
    public static ReadableDraft? Of(CaseView view, DateTimeOffset now) =>
        view.Reader.May(Capability.Lead) && view.Whole.Meeting.Attendance.EndedAt is not null
            ? new(DraftPage.Id.Open, () => Drawn(view, now))
            : null;

    private static ReadableDraft.Document Drawn(CaseView view, DateTimeOffset now)
    {
        var draft = MinutesDraft.Of(view.Whole);
        var approve = ApprovalPart.Button(view.Whole, draft);
        var file = OfferDocument.Button(view.Whole, view.Whole.Meeting, version: 0);
        return new("Minutes, draft", DraftPage.Stage(view, now),
            [.. MinutesCopy.For(draft, view.Reader).Select(paragraph => Of(view.Whole, paragraph))],
            new(approve.Title, approve.Verb!, CardJson.Sent(approve.Data)), new(file.Title, file.Verb!, CardJson.Sent(file.Data)));
    }

    private static ReadableDraft.Paragraph Of(Case @case, MinutesParagraph paragraph)
    {
        var edited = @case.Meeting.Minutes.Edits.GetValueOrDefault(paragraph.Id)?.At;
        var written = paragraph.WrittenAt ?? paragraph.At;
        return new(paragraph.Id, paragraph.Section, paragraph.Text, paragraph.Cells is { } cells ? [.. cells] : [],
            MinutesDocx.Signed(paragraph), edited > written || written is null ? edited ?? written : written,
            paragraph.Audience.IsForAll ? "" : paragraph.Audience.Say(),
            DraftPage.IsOvertaken(@case, paragraph) ? "The record changed after this was edited. Open it to see the record's words." : "",
            DraftPage.IsEditable(paragraph) ? ParagraphPart.Button(@case, paragraph) : null);
    }
}
