using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StrategyBot.Documents;

/// <summary>The form to write on by hand as a Word document; same input, same bytes (P19).</summary>
internal static class BlankDocx
{
    private const string MainDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    // Twentieths of a point: where a line ends, and the room above it for a hand.
    private const int Width = 9_900;
    private const string Hand = "240";

    public static byte[] Write(BlankPaper paper)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            // Every relationship is named: the library would otherwise draw names at random.
            var main = document.AddNewPart<MainDocumentPart>(MainDocument, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.All();
            main.AddNewPart<FooterPart>("rId2").Footer = DocxStyles.Footer(paper.Footer);
            main.Document = new Document(new Body(
                [Styled("Title", paper.Title), .. paper.Pieces.SelectMany(Piece), DocxStyles.FamilyPage("rId2")]));
        }

        return DocxZip.Fixed(stream.ToArray());
    }

    private static IEnumerable<OpenXmlElement> Piece(BlankPaper.Piece piece) => piece.Shape switch
    {
        BlankPaper.Shape.Heading => [Styled("Heading1", piece.Text)],
        BlankPaper.Shape.Question =>
        [
            new Paragraph([new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "160", After = "40" }),
                .. DocxText.Runs(piece.Text, bold: true)]),
        ],
        BlankPaper.Shape.Box =>
        [
            new Paragraph([new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { After = "20" }),
                .. DocxText.Runs(piece.Text)]),
        ],
        BlankPaper.Shape.Room => Enumerable.Range(0, piece.Lines).Select(_ => Ruled()),
        _ => [new Paragraph(DocxText.Runs(piece.Text))],
    };

    private static Paragraph Styled(string style, string text) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. DocxText.Runs(text)]);

    private static Paragraph Ruled() => new(
        new ParagraphProperties(
            new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Underscore, Position = Width }),
            new SpacingBetweenLines { Before = Hand, After = "0" }),
        new Run(new TabChar()));
}
