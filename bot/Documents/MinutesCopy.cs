namespace StrategyBot.Documents;

/// <summary>The minutes cut to one reader's markings (P6).</summary>
internal static class MinutesCopy
{
    /// <summary>Stands once under a heading from which something is left out:
    /// a heading that silently lost its answer would read as one under which nothing is recorded (R37).</summary>
    public const string LeftOut = "A part that is marked for other readers is left out of this copy.";

    /// <summary>The question beside what is left out of the document: it might tell.</summary>
    public const string Restricted = "Restricted part";

    // As it stands in the record of whatever release sealed it.
    private const string SealedOn = "Sealed on ", By = " by information governance: ";

    /// <summary>In the place of words that were sealed (P16).</summary>
    /// <param name="on">As people say a date.</param>
    public static string Sealed(string on, string cause) => $"{SealedOn}{on}{By}{cause}.";

    /// <summary>Whether its words were sealed, and what stands is that they were.</summary>
    public static bool IsSealed(MinutesParagraph paragraph) =>
        paragraph.Text.StartsWith(SealedOn, StringComparison.Ordinal) && paragraph.Text.Contains(By, StringComparison.Ordinal);

    /// <summary>For the document: each keeps its place, whose it is and for whom, and none of its words.</summary>
    public static IReadOnlyList<MinutesParagraph> OnPaper(IEnumerable<MinutesParagraph> paragraphs, Participant reader) =>
    [
        .. paragraphs.Select(paragraph => paragraph.IsFor(reader) ? paragraph
            : paragraph with { Text = LeftOut, Cells = null, Rows = null, MayTell = null, IsLeftOut = true }),
    ];

    public static IReadOnlyList<MinutesParagraph> For(IEnumerable<MinutesParagraph> paragraphs, Participant reader)
    {
        var copy = new List<MinutesParagraph>();
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.IsFor(reader))
            {
                copy.Add(paragraph);
            }
            else if (copy.LastOrDefault() is not { Text: LeftOut } last || last.Section != paragraph.Section)
            {
                copy.Add(new($"{paragraph.Id}/left-out", paragraph.Section, LeftOut, "", null, Audience.Professionals));
            }
        }

        return copy;
    }
}
