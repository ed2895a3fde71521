using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StrategyBot.Documents;

/// <summary>The minutes as a Word document: A4, the table of actions on the first page (R91), readable in black and white;
/// same input, same bytes (P19).</summary>
internal static class MinutesDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <param name="reference">With its check word; it stands on every page.</param>
    /// <param name="paragraphs">Cut to the reader already.</param>
    /// <param name="mark">How far this paper may be relied on.</param>
    /// <param name="reader">Whose copy it is.</param>
    /// <param name="title">What it is called, before the reference.</param>
    public static byte[] Write(
        string reference, IReadOnlyList<MinutesParagraph> paragraphs, MinutesMark mark, string reader, string title = "Minutes")
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            // Every relationship is named: the library would otherwise draw names at random.
            var main = document.AddNewPart<MainDocumentPart>(MainDocument, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.All();
            main.AddNewPart<HeaderPart>("rId2").Header = DocxStyles.Header(reference, mark);
            main.AddNewPart<FooterPart>("rId3").Footer = DocxStyles.Footer($"Copy for {reader}");
            main.Document =
                new Document(new Body([Styled("Title", $"{title} {reference}"), .. Blocks(paragraphs), DocxStyles.Page("rId2", "rId3")]));
        }

        return DocxZip.Fixed(stream.ToArray());
    }

    /// <summary>The minutes as they are drawn.</summary>
    /// <param name="paragraphs">Cut to the reader already, for paper.</param>
    public static byte[] Write(IReadOnlyList<MinutesParagraph> paragraphs, MinutesPaper paper)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>(MainDocument, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.OfMinutes();
            main.AddNewPart<HeaderPart>("rId2").Header = DocxStyles.MinutesHeader(paper.Classification, paper.Handling, paper.Mark);
            main.AddNewPart<FooterPart>("rId3").Footer =
                DocxStyles.MinutesFooter(paper.Footer, MinutesFront.Width);
            main.Document = new Document(new Body(
            [
                .. MinutesLayout.Of(paragraphs, paper).Select(SheetDocx.Draw), Styled("End", ""), DocxStyles.MinutesPage("rId2", "rId3"),
            ]));
            DocxCore.Write(document, paper.Title, paper.MadeAt);
        }

        return DocxZip.Fixed(stream.ToArray());
    }

    private const string MainDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static IEnumerable<OpenXmlElement> Blocks(IReadOnlyList<MinutesParagraph> paragraphs)
    {
        var (part, section) = ("", "");
        for (var at = 0; at < paragraphs.Count;)
        {
            var first = paragraphs[at];
            if (PartOf(first) is { Length: > 0 } named && named != part)
            {
                yield return Styled("Heading1", part = named);
            }

            if (first.Section != section)
            {
                yield return Styled(PartOf(first).Length > 0 ? "Heading2" : "Heading1", section = first.Section);
            }

            var rows = paragraphs.Skip(at).TakeWhile(paragraph => paragraph.Cells is not null && paragraph.Section == section
                && paragraph.Columns == first.Columns).ToList();
            if (rows.Count > 0)
            {
                yield return DocxTable.Of(rows);
                yield return new Paragraph();
                at += rows.Count;
                continue;
            }

            yield return Styled(null, first.Text);
            if (Signed(first) is { Length: > 0 } signed)
            {
                yield return Styled("Author", signed);
            }

            at++;
        }
    }

    private static string PartOf(MinutesParagraph paragraph) => paragraph.Id switch
    {
        _ when paragraph.Id.StartsWith("part-1/", StringComparison.Ordinal) => "Part 1: assessment of risk",
        _ when paragraph.Id.StartsWith("part-2/", StringComparison.Ordinal) => "Part 2: plan",
        _ => "",
    };

    /// <summary>Whose words, when, and who may read them where that is not everybody at the meeting.</summary>
    public static string Signed(MinutesParagraph paragraph) => string.Join(" · ", new[]
    {
        paragraph.Author,
        paragraph.At is { } at ? Rules.Wording.Words.English.When(at) : "",
        paragraph.Audience == Audience.Professionals ? ""
            : paragraph.Audience.Say() + (paragraph.MayTell is { } names ? $"; may be shared with {names}" : ""),
    }.Where(part => part.Length > 0));

    private static Paragraph Styled(string? style, string text)
    {
        var paragraph = new Paragraph(DocxText.Runs(text));
        if (style is not null)
        {
            paragraph.PrependChild(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        return paragraph;
    }
}
