using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StrategyBot.Cases;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Documents;

public sealed class MinutesDocxTests
{
    private static readonly MinutesMark Version1 = MinutesMark.Version(1, "Wed 25 Nov 2026, 15:20 by Priya Nair");

    [Fact]
    public void The_document_of_a_meeting() => Golden.Text(Text(Write()));

    [Fact]
    public async Task The_same_minutes_are_the_same_bytes_whenever_they_are_written()
    {
        var first = Write();
        await Task.Yield();

        Assert.Equal(first, Write());
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void Word_finds_no_fault_in_it() => DocxWords.Valid(Write());

    [Fact]
    public void The_plan_stands_before_the_attendance_with_a_heading_row_that_repeats_and_a_title()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Write()), isEditable: false);
        var body = document.MainDocumentPart!.Document.Body!;
        var table = body.Elements<Table>()
            .First(one => one.GetFirstChild<TableProperties>()!.TableCaption!.Val == "Interim safety plan (S) and actions (A)");

        Assert.True(table.IsBefore(body.Elements<Paragraph>().First(paragraph => paragraph.InnerText == "Attendance, absence and quorum")));
        Assert.Equal(["No.", "What, what for, how we will know", "Who", "By when", "If this fails"],
            table.Elements<TableRow>().First().Elements<TableCell>().Select(cell => cell.InnerText));
        Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
    }

    [Fact]
    public void It_is_A4_in_British_English_and_without_colour()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Write()), isEditable: false);
        var main = document.MainDocumentPart!;
        var page = main.Document.Descendants<PageSize>().Single();

        Assert.Equal((11_906u, 16_838u), (page.Width!.Value, page.Height!.Value));
        Assert.Equal("en-GB", main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val!.Value);
        Assert.Empty(main.Document.Descendants<Color>().Concat(main.StyleDefinitionsPart.Styles.Descendants<Color>()));
    }

    [Fact]
    public void A_draft_and_a_superseded_version_say_so_in_a_frame_on_every_page()
    {
        foreach (var mark in new[] { MinutesMark.Draft, MinutesMark.Superseded(1, 2, "Thu 26 Nov 2026, 10:00") })
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(Write(mark)), isEditable: false);
            var header = document.MainDocumentPart!.HeaderParts.Single().Header;

            Assert.Contains(mark.Line, header.InnerText);
            Assert.NotEmpty(header.Descendants<ParagraphBorders>());
        }
    }

    [Fact]
    public void Typed_characters_that_no_document_can_hold_cost_only_themselves()
    {
        MinutesParagraph[] typed =
            [new("part-1/cause", "Cause for concern", "a\u0001b\ud800c<w:p>&\n😀", "", null, Audience.Professionals)];

        Assert.Contains("a\uFFFDb\uFFFDc<w:p>&", Text(MinutesDocx.Write(typed, new("SB-2026-014 Heron", Version1, 1, "Ruth Carver"))));
        Assert.Contains("😀", Text(MinutesDocx.Write(typed, new("SB-2026-014 Heron", Version1, 1, "Ruth Carver"))));
    }

    private static byte[] Write(MinutesMark? mark = null) =>
        mark is null ? MinutesFile.Write(AMeeting.Ended().Case, AMeeting.Ended().Case.Meeting, 0, Given.Sam, Given.Words)
            : MinutesDocx.Write(MinutesDraft.Of(AMeeting.Ended().Case), new("SB-2026-014 Heron", mark, 1, Given.Sam.Described));

    private static string Text(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var main = document.MainDocumentPart!;
        return string.Join('\n',
        [
            $"header: {main.HeaderParts.Single().Header.InnerText}",
            $"footer: {main.FooterParts.Single().Footer.InnerText} "
                + string.Join(' ', main.FooterParts.Single().Footer.Descendants<SimpleField>().Select(field => field.Instruction!.Value)),
            .. main.Document.Body!.Elements().SelectMany(element => element switch
            {
                Table table => table.Elements<TableRow>().Select(row => row.Elements<TableCell>())
                    .Select(cells => cells.Select(cell => string.Join(" / ", cell.Elements<Paragraph>().Select(Line))))
                    .Select(row => $"| {string.Join(" | ", row)} |"),
                Paragraph { InnerText.Length: > 0 } paragraph => [$"{Style(paragraph)}{Line(paragraph)}"],
                _ => (string[])[],
            }),
        ]);
    }

    private static string Line(Paragraph paragraph) =>
        string.Concat(paragraph.Descendants()
            .Select(part => part is Break ? "\n    " : part is DocumentFormat.OpenXml.Wordprocessing.Text text ? text.Text : ""));

    private static string Style(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value switch
    {
        "Heading1" => "# ",
        "Heading2" => "## ",
        "Heading3" => "### ",
        _ => "",
    };
}
