namespace StrategyBot.Documents;

/// <summary>The minutes as the record has them now: a pure function of the case, so that they are there the moment the
/// meeting ends (R88).</summary>
internal static class MinutesDraft
{
    /// <summary>A paragraph is no longer than this, so that the fact that freezes it stays far below 60 KB however it is escaped.</summary>
    public const int MostText = 6_000;

    // A row holds its words twice, as text and as cells; beyond this it is printed as text.
    private const int MostRow = 4_000;

    /// <summary>What stands where nobody answered: a blank is never taken for a considered answer (R37), and that a thing was not
    /// considered would be somebody's word.</summary>
    public const string NothingRecorded = "Nothing recorded";

    // As earlier releases said it; it stands in the versions that they issued.
    private const string SaidBefore = "Not considered";

    /// <summary>Where a decision that was changed after the meeting is printed.</summary>
    internal const string Changed = "Changed after the meeting";

    /// <summary>Every paragraph in the order of the minutes: actions first (R91), then who was there, then each heading of
    /// both parts (R37). Once a version is issued: that version, what was put right in it, and what came since.</summary>
    public static IReadOnlyList<MinutesParagraph> Of(Case @case) =>
        [.. Unedited(@case).Select(paragraph => Edited(@case, paragraph) with { WrittenAt = null })];

    /// <summary>As <see cref="Of"/>, without the chair's edits since the last version.</summary>
    public static IReadOnlyList<MinutesParagraph> Unedited(Case @case)
    {
        var minutes = @case.Meeting.Minutes;
        var recorded = FromRecord(@case, Words.English).SelectMany(InParts)
            .Select(paragraph => paragraph with { MayTell = paragraph.Audience.SharedNames(@case) }).ToList();
        // Its words may have been sealed or deleted.
        return minutes.Of(minutes.Version) is { Count: > 0 } issued ? NextVersion.Of(@case, issued, recorded) : recorded;
    }

    /// <summary>Whether nothing stands there.</summary>
    public static bool IsBlank(MinutesParagraph paragraph) => paragraph.Id == ActionParagraphs.None || (paragraph.Author.Length == 0
        && new[] { NothingRecorded, SaidBefore }.Any(said => paragraph.Text.EndsWith(said, StringComparison.Ordinal)));

    private static IEnumerable<MinutesParagraph> FromRecord(Case @case, Words words) =>
    [
        .. MeetingParagraphs.Of(@case, words),
        .. Asked(@case).Where(heading => IsFirst(@case, heading)).SelectMany(heading => HeadingParagraphs.Of(@case, heading, words)),
        .. HoldParagraphs.Of(@case, words),
        .. ActionParagraphs.Of(@case, words),
        .. AttendanceParagraphs.Of(@case, words),
        .. SafetyParagraphs.Positions(@case, words),
        .. FamilyParagraphs.Of(@case, words),
        .. Asked(@case).Where(heading => !IsFirst(@case, heading)).SelectMany(heading => HeadingParagraphs.Of(@case, heading, words)),
        .. BailParagraphs.Of(@case, words),
        .. GivenReasons.Of(@case, words),
        .. ClosingParagraphs.Of(@case, words),
    ];

    /// <summary>What hangs on another answer is printed where that was given.</summary>
    private static IEnumerable<Heading> Asked(Case @case) => Headings.Of(@case)
        .Where(heading => heading.Where?.Holds(@case) != false || @case.Meeting.Assessment.Of(heading.Id).IsAnswered);

    /// <summary>The child's own words stand on the first page (P42).</summary>
    private static bool IsFirst(Case @case, Heading heading) =>
        heading.Id == "child-said" && @case.Meeting.Assessment.Of(heading.Id).IsAnswered;

    private static IEnumerable<MinutesParagraph> InParts(MinutesParagraph paragraph)
    {
        if (paragraph.Text.Length <= (paragraph.Cells is null && paragraph.Rows is null ? MostText : MostRow))
        {
            return [paragraph];
        }

        var parts = TextParts.Of(paragraph.Text, MostText);
        return parts.Select(
            (part, index) => paragraph with
            {
                Id = index == 0 ? paragraph.Id : $"{paragraph.Id}#{index + 1}",
                Text = part.Text,
                Cells = null,
                Rows = null,
            });
    }

    /// <summary>The chair's words in place of the record's, and said to be so; who may read them stays as it was.</summary>
    private static MinutesParagraph Edited(Case @case, MinutesParagraph paragraph)
    {
        if (paragraph.Cells is not null || !@case.Meeting.Minutes.Edits.TryGetValue(paragraph.Id, out var edit)
            || edit.Seq <= @case.Meeting.Minutes.Approved?.Seq)
        {
            return paragraph;
        }

        // The paragraph keeps the time at which its own words were said.
        var on = Words.English.When(edit.At);
        var editor = @case.Find(edit.By)?.Name ?? Authors.Gone;
        return paragraph with
        {
            Text = edit.Fact.Text,
            Rows = null,
            Author = paragraph.Author.Length == 0
                ? $"Edited by {editor} on {on}"
                : $"{paragraph.Author}; {(IsByAuthor(@case, edit) ? "corrected by the author" : $"edited by {editor}")} on {on}",
        };
    }

    private static bool IsByAuthor(Case @case, Decided<Cases.Facts.MinutesEdited> edit) =>
        @case.Meeting.Minutes.Objections.Any(
            objection => objection.IsByAuthor && objection.Paragraph == edit.Fact.Paragraph && objection.At == edit.At);
}
