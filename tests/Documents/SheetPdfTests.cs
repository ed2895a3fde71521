using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using StrategyBot.Cases;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Documents;

/// <summary>The minutes as a PDF: the same words as Word's document, on the same paper.</summary>
public sealed partial class SheetPdfTests
{
    private static readonly MinutesMark Approved = MinutesMark.Version(1, "Wed 25 Nov 2026, 15:20");
    private static readonly MinutesPaper Plain = new("SB-2026-014 Heron", Approved, 1, "Sam Whitlock")
    {
        Classification = "OFFICIAL-SENSITIVE",
        Handling = "Professionals at this meeting only",
        Authority = "Northgate Council & partners",
        MadeAt = Dates.Local("2026-11-25 15:20"),
    };

    private static PdfFaces Faces => FontFactAttribute.Found!;

    /// <summary>Its words in the order in which Word has them, and no more pages.</summary>
    [OfficeFact]
    public async Task Two_children_take_four_pages_and_say_what_Word_says()
    {
        var approved = ADrawnMeeting.Approved().Case;
        foreach (var (reader, version) in new[] { (Given.Grace, 1), (Given.Tom, 1), (Given.Priya, 0) })
        {
            var file = MinutesFile.WritePdf(approved, approved.Meeting, version, reader, Given.Words, Faces)!;
            var pages = (await Poppler.TextAsync(file)).Split('\f')[..^1];
            using var word = WordprocessingDocument.Open(
                new MemoryStream(MinutesFile.Write(approved, approved.Meeting, version, reader, Given.Words)), isEditable: false);

            Assert.Equal(Letters(word.MainDocumentPart!.Document.Body!.InnerText), Letters(Said(await Poppler.TagsAsync(file))));
            Assert.InRange(pages.Length, 2, 4);
            Assert.Contains("Contingency", pages[0], StringComparison.Ordinal);
            Assert.All(pages, (page, at) =>
            {
                Assert.StartsWith("OFFICIAL-SENSITIVE · Professionals at this meeting only", page, StringComparison.Ordinal);
                Assert.Equal(version == 0, page.Split('\n')[1] == "DRAFT – not approved");
                Assert.Contains($"Copy for {reader.Described}", page, StringComparison.Ordinal);
                Assert.EndsWith($"Page {at + 1} of {pages.Length}", page.TrimEnd(), StringComparison.Ordinal);
            });
        }
    }

    /// <summary>Headings one below the other, tables with a title, header cells of columns and rows.</summary>
    [OfficeFact]
    public async Task A_screen_reader_finds_headings_and_header_cells()
    {
        var approved = ADrawnMeeting.Approved().Case;
        var told = await Poppler.TagsAsync(MinutesFile.WritePdf(approved, approved.Meeting, 1, Given.Grace, Given.Words, Faces)!);

        Assert.Single(told.Split('\n'), line => line.Trim().StartsWith("H1", StringComparison.Ordinal));
        Assert.Matches("H2 \\(block\\)\\s+\"Where each child is", told);
        Assert.Matches("H3 \\(block\\)\\s+\"Police", told);
        Assert.Contains("Table \"Where each child is\"", told, StringComparison.Ordinal);
        Assert.Matches("TH:\\s+/Scope /Column\\s+\"Decide by\"", told);
        Assert.Matches("TH:\\s+/Scope /Row\\s+\"Rowan\"\\s+TD", told);
        Assert.DoesNotContain("OFFICIAL-SENSITIVE", told, StringComparison.Ordinal);
        Assert.DoesNotContain('\u00A0', told);
    }

    /// <summary>One row for each length around a page's height.</summary>
    [OfficeFact]
    public async Task Every_word_of_a_long_row_comes_on_paper_below_its_columns_names()
    {
        var grid = Grid([.. Enumerable.Range(52, 10).Select(lines => Row(lines))]);
        var file = SheetPdf.Write([grid], Plain, Faces)!;
        var pages = (await Poppler.TextAsync(file)).Split('\f')[..^1];

        Assert.Equal([], Words(grid).Except(pages.SelectMany(page => Word().Matches(page).Select(word => word.Value))));
        Assert.InRange(pages.Length, 10, 14);
        Assert.All(pages, page => Assert.Contains("\nNo. What\n", page, StringComparison.Ordinal));
        // Heard once, whatever stands on each page.
        Assert.Equal(Letters(string.Concat(grid.Columns) + string.Concat(Words(grid))), Letters(Said(await Poppler.TagsAsync(file))));
    }

    [FontFact]
    public void A_row_of_six_lines_stays_whole_and_a_heading_stays_with_what_follows()
    {
        for (var above = 30; above < 70; above++)
        {
            SheetPiece[] pieces =
            [
                .. Enumerable.Range(0, above).Select(line => new SheetPiece.Line(new SheetPiece.Said($"above {line}"))),
                new SheetPiece.Head(2, "Heading"), new SheetPiece.Head(3, "Below it"), Grid(Row(6), Row(7), Row(6), Row(6)),
            ];
            var pages = Pages(pieces);
            var rows = pages.SelectMany((page, number) => page.OfType<SheetPages.Block.Row>()
                .Where(row => row.Kind == SheetPages.Kind.Plain).Select(row => (Page: number, row.Cells[1].Count))).ToList();

            Assert.Equal(3, rows.Count(row => row.Count == 6));
            Assert.Equal(25, rows.Sum(row => row.Count));
            Assert.All(rows, row => Assert.NotEqual(1, row.Count));
            var heads = pages.Select((page, number) => (Page: number, Has: page.OfType<SheetPages.Block.Words>().Any(one => one.Level > 0)))
                .Where(page => page.Has).Select(page => page.Page);
            Assert.Equal([rows[0].Page], heads);
        }
    }

    [FontFact]
    public void Nothing_is_wider_than_its_column_or_lower_than_its_page()
    {
        var word = string.Concat(Enumerable.Repeat("Llanfairpwllgwyngyll", 20));
        var pages = Pages([Grid(["1", new SheetPiece.Cell(SheetPiece.Edge.Box, new SheetPiece.Said(word, true))]), Grid(Row(90)),
            new SheetPiece.Line(new SheetPiece.Said(string.Concat(Enumerable.Repeat("word ", 4000))))]);
        var lines = pages.SelectMany(page => page).SelectMany(block => block switch
        {
            SheetPages.Block.Row row => row.Cells.SelectMany(cell => cell),
            SheetPages.Block.Words words => words.Lines,
            _ => [],
        }).ToList();

        Assert.All(lines, line => Assert.True(
            line.Left + line.Line.Runs.Sum(run => run.Width) - Blank(line.Line) < 550 && line.Base < 800, $"{line.Left} {line.Base}"));
        Assert.Contains(word, string.Concat(lines.SelectMany(line => line.Line.Runs).Select(run => run.Text)), StringComparison.Ordinal);

        static double Blank(SheetLine line) => line.Runs.Count > 0 && line.Runs[^1].Text.EndsWith(' ') ? 10 : 0;
    }

    [FontTheory]
    [InlineData("Mon 30 Nov, 10:41")]
    [InlineData("01632 960100")]
    [InlineData("SB-2026-014")]
    public void A_number_or_a_date_is_on_one_line(string whole)
    {
        var held = whole.Replace(' ', '\u00A0');
        for (var width = 120; width < 240; width++)
        {
            var lines = SheetLine.Break(Faces, width, new SheetLine.Span($"She was seen at home on {held} and again.", false, 10.5));
            Assert.Single(lines, line => string.Concat(line.Runs.Select(run => run.Text)).Contains(whole, StringComparison.Ordinal));
        }
    }

    [FontFact]
    public void Words_are_as_wide_as_they_are_drawn()
    {
        using var measured = XGraphics.CreateMeasureContext(new XSize(500, 500), XGraphicsUnit.Point, XPageDirection.Downwards);
        const string Said = "“When Rowan cries, Curtis gets cross.” – Łukasz, Siân, 10:41";

        foreach (var isBold in new[] { false, true })
        {
            var line = Assert.Single(SheetLine.Break(Faces, 500, new SheetLine.Span(Said, isBold, 10.5)));
            var run = Assert.Single(line.Runs);
            Assert.Equal(measured.MeasureString(Said, PdfFontsKnown.Of(run.Face, 10.5)).Width, run.Width, 0.01);
            Assert.Equal(isBold, run.Face.IsBold);
        }
    }

    [FontFact]
    public void The_same_minutes_are_the_same_bytes_whatever_was_drawn_between()
    {
        var approved = ADrawnMeeting.Approved().Case;
        byte[] Draw(Participant reader) => MinutesFile.WritePdf(approved, approved.Meeting, 1, reader, Given.Words, Faces)!;
        var first = Draw(Given.Grace);

        Assert.NotEqual(first, Draw(Given.Tom));
        Assert.Equal(first, Draw(Given.Grace));
        Assert.Equal(Draw(Given.Tom), Draw(Given.Tom));
    }

    [FontFact]
    public void Its_file_says_its_title_its_language_and_when_it_was_made()
    {
        var file = SheetPdf.Write([new SheetPiece.Head(1, "Minutes")], Plain, Faces)!;
        using var read = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
        var text = Encoding.UTF8.GetString(file);

        Assert.Equal(("SB-2026-014 Heron, Minutes version 1", "Northgate Council & partners"), (read.Info.Title, read.Info.Author));
        Assert.Equal("D:20261125152000Z", read.Info.Elements.GetString("/CreationDate"));
        Assert.Equal("en-GB", read.Language);
        Assert.True(read.Internals.Catalog.Elements.GetDictionary("/MarkInfo")!.Elements.GetBoolean("/Marked"));
        Assert.Contains("<rdf:li>Northgate Council &amp; partners</rdf:li>", text, StringComparison.Ordinal);
        Assert.Contains("<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("uuid:", text, StringComparison.Ordinal);
    }

    /// <summary>What has no room in the file's second description stays in the first, and its places stay right.</summary>
    [FontFact]
    public void A_name_of_any_length_leaves_the_file_whole()
    {
        var endless = Plain with { Authority = new string('&', 2_000), MadeAt = null };
        var file = SheetPdf.Write([new SheetPiece.Head(1, "x")], endless, Faces)!;
        using var read = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);

        Assert.Equal(endless.Authority, read.Info.Author);
        Assert.False(read.Info.Elements.ContainsKey("/CreationDate"));
    }

    [FontFact]
    public void What_may_not_be_relied_on_is_framed_on_each_page()
    {
        Assert.DoesNotContain(Drawn(Plain), page => Stroked().IsMatch(page));
        var pages = Drawn(Plain with { Mark = MinutesMark.Draft, Version = 0 });
        Assert.Equal(2, pages.Count);
        Assert.All(pages, page => Assert.Single(Stroked().Matches(page)));
    }

    [FontTheory]
    [InlineData("Łukasz Żółciński")]
    [InlineData("Siân Llŷr Ŵyn")]
    [InlineData("Nguyễn Thị Hoà")]
    [InlineData("Олена Коваль")]
    public async Task A_name_is_set_as_it_is_written(string name)
    {
        var apart = new SheetPiece.Said($" ({name.Normalize(NormalizationForm.FormD)})", true);
        var file = SheetPdf.Write([new SheetPiece.Line(new SheetPiece.Said(name), apart)], Plain, Faces);

        Assert.NotNull(file);
        if (NeededProgram.OnPath("pdftotext"))
        {
            Assert.Contains($"{name} ({name})", await Poppler.TextAsync(file), StringComparison.Ordinal);
        }
    }

    /// <summary>Joined or turned letters, and those that no face has, are left to Word; never drawn as boxes or left out.</summary>
    [FontTheory]
    [InlineData("محمد")]
    [InlineData("שרה")]
    [InlineData("प्रिया")]
    [InlineData("😀")]
    [InlineData("\uE123")]
    public void A_name_that_cannot_be_set_makes_no_PDF(string name)
    {
        Assert.Null(SheetPdf.Write([new SheetPiece.Line(new SheetPiece.Said($"Seen with {name}."))], Plain, Faces));
        Assert.Null(SheetPdf.Write([Grid(["1", name])], Plain, Faces));
        Assert.Null(SheetPdf.Write([new SheetPiece.Head(2, "Who", name)], Plain, Faces));
        Assert.Null(SheetPdf.Write([new SheetPiece.Head(1, "x")], Plain with { Reader = name }, Faces));
    }

    private static SheetPiece.Grid Grid(params SheetPiece.Cell[][] rows) => new("Rows", ["No.", "What"], [1_000, 9_035], rows);

    /// <summary>So many lines of a word each, none of them twice.</summary>
    private static SheetPiece.Cell[] Row(int lines) =>
        ["1", string.Join('\n', Enumerable.Range(0, lines).Select(line => $"r{lines}x{line:D3}"))];

    private static IEnumerable<string> Words(SheetPiece.Grid grid) => grid.Rows.SelectMany(row => row.SelectMany(cell =>
        Word().Matches(string.Join(' ', cell.Words.Select(said => said.Text))).Select(word => word.Value)));

    private static IReadOnlyList<IReadOnlyList<SheetPages.Block>> Pages(IReadOnlyList<SheetPiece> pieces) =>
        SheetPages.Of(pieces, Faces, 51, 501, 40, 800);

    /// <summary>What each page's drawing holds, on two pages.</summary>
    private static List<string> Drawn(MinutesPaper paper)
    {
        var file = SheetPdf.Write([Grid(Row(80))], paper, Faces)!;
        using var read = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
        return [.. read.Pages.Cast<PdfPage>().Select(page => Encoding.Latin1.GetString(
            page.Contents.Elements.GetDictionary(0)!.Stream!.UnfilteredValue))];
    }

    private static string Said(string told) => string.Concat(Quoted().Matches(told).Select(found => found.Groups[1].Value));

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex("^ *\"(.*)\"$", RegexOptions.Multiline)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bre\s+S\b")]
    private static partial Regex Stroked();
}
