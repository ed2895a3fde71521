using StrategyBot.Cases;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>A page of approved minutes as one reader may see it.</summary>
internal static class MinutesCard
{
    /// <param name="version">0, or one that there is not, means the one that stands.</param>
    public static AdaptiveCard For(CaseView view, Meeting meeting, int version, int page, Words words)
    {
        var minutes = meeting.Minutes;
        var read = minutes.Approvals.ContainsKey(version) ? version : minutes.Version;
        var shown = MinutesPages.At(MinutesCopy.For(minutes.Versions[read], view.Reader), page);
        return FormCard.Of(
            $"Minutes, {view.Case.Id} {view.Case.CheckWord}",
            null,
            [
                new TextBlock(VersionMark.Of(view.Whole, meeting, read, words).Line) { Weight = TextWeight.Bolder },
                .. Reasons(minutes, read),
                new TextBlock($"Page {shown.Number} of {shown.Count}") { IsSubtle = true },
                .. MinutesPages.Elements(shown.Paragraphs),
                .. MayObject(view, meeting, read) && Objectable(shown.Paragraphs) is { Count: > 0 } choices
                    ? (IReadOnlyList<CardElement>)[new ChoiceSetInput("paragraph", "If something is wrong: which paragraph?", choices) { Value = choices[0].Value, Separator = true }] : [],
            ],
            [.. Buttons(view, meeting, read, shown).Take(5)]);
    }

    /// <summary>The chair amends instead; of an earlier version there is nothing left to say, nor here of an earlier meeting's.</summary>
    private static bool MayObject(CaseView view, Meeting meeting, int read) =>
        read == meeting.Minutes.Version && meeting.Id == view.Whole.Meeting.Id && !view.Reader.May(Capability.Lead);

    private static List<Choice> Objectable(IReadOnlyList<MinutesParagraph> page) =>
        [.. page.Where(paragraph => paragraph.Text != MinutesCopy.LeftOut).DistinctBy(paragraph => paragraph.Id).Select(paragraph => new Choice(CardText.Plain(MinutesPages.Named(paragraph)), paragraph.Id))];

    private static IEnumerable<PlainText> Reasons(Minutes minutes, int read)
    {
        if (minutes.Approvals[read].Fact.Reason is { Length: > 0 } why)
        {
            yield return new PlainText($"Why this version: {why}");
        }

        if (read < minutes.Version && minutes.Approved!.Fact.Reason is { Length: > 0 } since)
        {
            yield return new PlainText($"Why version {minutes.Version}: {since}");
        }
    }

    private static IEnumerable<CardAction> Buttons(CaseView view, Meeting meeting, int read, (int Page, int Pages, IReadOnlyList<MinutesParagraph> Paragraphs) shown)
    {
        var (minutes, page, pages) = (meeting.Minutes, shown.Page, shown.Pages);
        if (page < pages)
        {
            yield return ReadMinutes.Turn(view.Case, meeting, "Next page", read, page + 1);
        }

        if (page > 1)
        {
            yield return ReadMinutes.Turn(view.Case, meeting, "Previous page", read, page - 1);
        }

        if (page == pages && read == minutes.Version && !minutes.HasRead(view.Reader.Id, read))
        {
            yield return AcknowledgeMinutes.Button(view.Case, meeting, read);
        }

        if (MayObject(view, meeting, read) && Objectable(shown.Paragraphs).Count > 0)
        {
            yield return OpenWrong.Button(view.Case, read);
        }

        if (read < minutes.Version)
        {
            yield return ReadMinutes.Turn(view.Case, meeting, $"Open version {minutes.Version}", minutes.Version, 1);
        }

        yield return OfferDocument.Button(view.Case, meeting, read);
        if (read > 1)
        {
            yield return ReadMinutes.Turn(view.Case, meeting, $"Open version {read - 1}", read - 1, 1);
        }
    }
}

/// <summary>How far a version may be relied on, for cards and documents alike.</summary>
internal static class VersionMark
{
    public static MinutesMark Of(Case @case, Meeting meeting, int version, Words words) => version switch
    {
        0 => MinutesMark.Draft,
        _ when version < meeting.Minutes.Version => MinutesMark.Superseded(version, meeting.Minutes.Version, words.When(meeting.Minutes.Approved!.At)),
        _ when meeting.Minutes.Pending.Select(objection => objection.Paragraph).Distinct().Count() is > 0 and var count => MinutesMark.Disputed(version, Approved(@case, meeting, version, words), count),
        _ => MinutesMark.Version(version, Approved(@case, meeting, version, words)),
    };

    private static string Approved(Case @case, Meeting meeting, int version, Words words) =>
        $"{words.When(meeting.Minutes.Approvals[version].At)} by {@case.Find(meeting.Minutes.Approvals[version].By)?.Name ?? "the chair"}";
}
