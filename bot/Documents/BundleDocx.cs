using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StrategyBot.Documents;

/// <summary>Pieces as one paginated Word document: A4, black on white, headings and header rows that a reader of screens finds; same input,
/// same bytes (P19).</summary>
internal static class BundleDocx
{
    private const string MainDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <param name="title">On every page, and of the file.</param>
    /// <param name="handling">Who may have it, on every page.</param>
    /// <param name="madeAt">Of what it says, never when it was drawn.</param>
    public static byte[] Write(string title, string handling, IEnumerable<SheetPiece> pieces, DateTimeOffset madeAt)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            // Every relationship is named: the library would otherwise draw names at random.
            var main = document.AddNewPart<MainDocumentPart>(MainDocument, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.OfMinutes();
            main.AddNewPart<HeaderPart>("rId2").Header = DocxStyles.MinutesHeader(title, handling, new MinutesMark("", Stands: true));
            main.AddNewPart<FooterPart>("rId3").Footer = DocxStyles.MinutesFooter(title, MinutesFront.Width);
            main.Document = new Document(new Body(
            [
                .. pieces.Select(SheetDocx.Draw),
                new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "End" })),
                DocxStyles.MinutesPage("rId2", "rId3"),
            ]));
            DocxCore.Write(document, title, madeAt);
        }

        return DocxZip.Fixed(stream.ToArray());
    }
}
