using StrategyBot.Cases;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>A page of the draft as the chair reads, edits and approves it.</summary>
internal static class DraftCard
{
    /// <param name="view">The chair's; parts marked for others are left out here and stay in the minutes.</param>
    /// <param name="saved">What was just saved.</param>
    public static AdaptiveCard For(CaseView view, int page, Words words, DateTimeOffset now, string? saved = null)
    {
        var paragraphs = MinutesCopy.For(MinutesDraft.Of(view.Whole), view.Reader);
        var shown = MinutesPages.At(paragraphs, page);
        var editable = shown.Paragraphs.Where(paragraph => IsEditable(paragraph)).DistinctBy(paragraph => paragraph.Id).ToList();
        return FormCard.Of(
            $"Draft of the minutes, {view.Case.Id} {view.Case.CheckWord}",
            null,
            [
                .. saved is null ? (IReadOnlyList<CardElement>)[] : [new TextBlock(CardText.Plain(saved)) { Weight = TextWeight.Bolder }],
                new TextBlock(Standing(view.Whole, words, now)),
                .. Newer(view.Whole, shown.Paragraphs),
                new TextBlock($"Page {shown.Number} of {shown.Count}") { IsSubtle = true },
                .. MinutesPages.Elements(shown.Paragraphs),
                .. editable.Count == 0 ? (IReadOnlyList<CardElement>)[] : [Choose(editable)],
            ],
            Buttons(view.Case, shown.Number, shown.Count, editable.Count > 0));
    }

    private static bool IsEditable(MinutesParagraph paragraph) => paragraph.Cells is null && paragraph.Text != MinutesCopy.LeftOut;

    private static string Standing(Case @case, Words words, DateTimeOffset now)
    {
        var minutes = @case.Meeting.Minutes;
        var approve = MinutesClock.Of(@case, @case.Meeting)!.Approve;
        return minutes.Version > 0
            ? $"Version {minutes.Version} stands. What you change here goes out as version {minutes.Version + 1}, with your reason."
            : $"Not approved yet. {(approve.IsPast(now) ? "It was due by" : "Approve by")} {approve.Say(words)}.";
    }

    /// <summary>Somebody wrote on the record after the chair had edited what it says: the edit stands, and the chair is told.</summary>
    private static IEnumerable<TextBlock> Newer(Case @case, IReadOnlyList<MinutesParagraph> page) =>
        page.DistinctBy(paragraph => paragraph.Id)
            .Where(paragraph => @case.Meeting.Minutes.Edits.TryGetValue(paragraph.Id, out var edit) && paragraph.At > edit.At)
            .Select(paragraph => new TextBlock($"{CardText.Plain(paragraph.Section)}: the record changed after this was edited. Open it to see the record's words.") { Weight = TextWeight.Bolder });

    private static ChoiceSetInput Choose(List<MinutesParagraph> editable) =>
        new("paragraph", "Paragraph to edit", [.. editable.Select(paragraph => new Choice(MinutesPages.Named(paragraph), paragraph.Id))]) { Value = editable[0].Id, Separator = true };

    private static IReadOnlyList<CardAction> Buttons(Case @case, int page, int pages, bool editable) =>
    [
        .. page < pages ? (IReadOnlyList<CardAction>)[OpenDraft.Turn(@case, "Next page", page + 1)] : [],
        .. page > 1 ? (IReadOnlyList<CardAction>)[OpenDraft.Turn(@case, "Previous page", page - 1)] : [],
        .. editable ? (IReadOnlyList<CardAction>)[OpenEdit.Button(@case)] : [],
        OpenApproval.Button(@case),
        OfferDocument.Button(@case, @case.Meeting, version: 0),
    ];
}
