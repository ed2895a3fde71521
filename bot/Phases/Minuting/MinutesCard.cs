using StrategyBot.Cases;
using StrategyBot.Documents;
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
            ],
            [.. Buttons(view, meeting, read, shown.Number, shown.Count).Take(5)]);
    }

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

    private static IEnumerable<CardAction> Buttons(CaseView view, Meeting meeting, int read, int page, int pages)
    {
        var minutes = meeting.Minutes;
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
        _ => MinutesMark.Version(version, $"{words.When(meeting.Minutes.Approvals[version].At)} by {@case.Find(meeting.Minutes.Approvals[version].By)?.Name ?? "the chair"}"),
    };
}
