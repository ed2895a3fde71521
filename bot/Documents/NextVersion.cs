namespace StrategyBot.Documents;

/// <summary>What follows an issued version (design §3.1): its own paragraphs, the rows and the date that were changed in the plan since,
/// and what came since at the end. Never drawn again from how things stand today.</summary>
internal static class NextVersion
{
    private const string Title = "Added after the meeting", Prefix = "added/";

    /// <param name="issued">The paragraphs of the version that stands.</param>
    /// <param name="recorded">As the record would have them now.</param>
    public static IReadOnlyList<MinutesParagraph> Of(
        Case @case, IReadOnlyList<MinutesParagraph> issued, IReadOnlyList<MinutesParagraph> recorded)
    {
        var next = issued.Select(paragraph => Amended(@case, paragraph, recorded)).ToList();
        var added = Added(@case, issued, recorded).ToList();
        var differing = added.Where(paragraph => paragraph.Id.StartsWith(ClosingParagraphs.Objected, StringComparison.Ordinal)).ToList();
        if (differing.Count > 0)
        {
            next.RemoveAll(paragraph => paragraph.Id == ClosingParagraphs.NoneDiffers);
            var last = next.FindLastIndex(paragraph => paragraph.Id.StartsWith(ClosingParagraphs.Differs, StringComparison.Ordinal));
            next.InsertRange(last < 0 ? next.Count : last + 1, differing);
        }

        return [.. next, .. added.Except(differing)];
    }

    private static MinutesParagraph Amended(Case @case, MinutesParagraph issued, IReadOnlyList<MinutesParagraph> recorded)
    {
        var now = recorded.FirstOrDefault(other => other.Id == issued.Id);
        if (issued.Id == SafetyParagraphs.ReviewId)
        {
            return now is null ? issued : issued with { Text = now.Text };
        }

        var row = issued.Cells is null ? null : @case.Meeting.Plan.Actions.FirstOrDefault(
            action => issued.Id.EndsWith($"/{action.Id.Value}", StringComparison.Ordinal));
        var approved = @case.Meeting.Minutes.Approved!.Seq;
        return row is { Withdrawn: { IsChange: false } struck } && struck.Seq > approved
            ? issued with
            {
                Cells = [$"Withdrawn: {issued.Cells![0]}", .. issued.Cells.Skip(1)],
                Text = $"Withdrawn: {issued.Text}",
            }
            : row?.AtMeeting()?.Seq > approved && now is not null ? now : issued;
    }

    /// <summary>Somebody's words, or what somebody ticked, that the version doesn't have, or has as they were.</summary>
    private static IEnumerable<MinutesParagraph> Added(
        Case @case, IReadOnlyList<MinutesParagraph> issued, IReadOnlyList<MinutesParagraph> recorded)
    {
        var known = issued.Select(paragraph => Original(paragraph.Id)).ToHashSet(StringComparer.Ordinal);
        var (next, since) = (@case.Meeting.Minutes.Version + 1, @case.Meeting.Minutes.Approved!.At);
        return recorded
            .Where(paragraph => known.Contains(paragraph.Id)
                ? paragraph.Cells is null && paragraph.WrittenAt > since
                // What a later release prints besides, of before the approval, is nothing that came since.
                : (IsSaid(paragraph) && !(paragraph.WrittenAt < since)) || paragraph.Id == SafetyParagraphs.ReviewId)
            .Select(paragraph => paragraph.Section == MinutesDraft.Changed
                || paragraph.Id.StartsWith(ClosingParagraphs.Objected, StringComparison.Ordinal) ? paragraph : paragraph with
                {
                    Id = $"{Prefix}{next}/{paragraph.Id}",
                    Section = Title,
                    Text = $"{paragraph.Section}: {paragraph.Text}",
                    Cells = null,
                });
    }

    private static bool IsSaid(MinutesParagraph paragraph) => paragraph.Author.Length > 0 || paragraph.WrittenAt is not null;

    /// <summary>What it was called where it was drawn.</summary>
    private static string Original(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) ? id[(id.IndexOf('/', Prefix.Length) + 1)..] : id;
}
