using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Phases.Family;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Family.AFamily;

namespace StrategyBot.Tests.Documents;

/// <summary>The family's copy as it is read (P33, R71, R76, R79): what was typed for its reader, and our own plain sentences.</summary>
public sealed partial class FamilyPaperTests
{
    [Fact]
    public void The_mothers_copy() => Golden.Text(Text(Write(Given(), Mother)));

    [Fact]
    public void The_grandmothers_copy() => Golden.Text(Text(Write(Given(), Grandmother)));

    [Fact]
    public void A_childs_copy() => Golden.Text(Text(Write(Typed().By(Tom()).Fact(
        Said("child-1", "", FamilyReaderKind.Child, "", "you", "Polish"),
        new FamilyWordsTyped("child-1", "Your arm was hurt. We want to know how.", null, null, "") { Audience = SocialCare },
        Told("child-1", 1, 1, "You", "Sleep at Gran’s.", "Each night")), "child-1")));

    [Fact]
    public void It_holds_no_word_that_was_not_typed_for_its_reader_or_is_our_own()
    {
        var given = Given();
        foreach (var (reader, other) in new[] { (Mother, Grandmother), (Grandmother, Mother) })
        {
            var copy = given.Copy(reader);
            // Our own sentences, as they stand in a copy of somebody of whom nothing was typed, on a case with nothing else.
            var bare = new FamilyCopy(reader)
            {
                For = copy.For! with { Fact = copy.For.Fact with { Name = "", Relation = "", About = "", Language = "" } },
                Words = copy.Words! with { Fact = copy.Words.Fact with { Worry = "", With = "" } },
            };
            var ours = WordsOf(Printed(TestKit.Given.AConvenedCase().Case, bare));
            var typed = WordsOf(string.Join(' ', copy.Rows.SelectMany(row => new[] { row.Fact.Who, row.Fact.What, row.Fact.When })
                .Concat([copy.For.Fact.Relation, copy.For.Fact.About, copy.Words.Fact.Worry, copy.Words.Fact.With])));

            var printed = WordsOf(Printed(given.Case, copy));
            string[] names = [.. WordsOf(copy.Name(given.Case)), "hand", "By", "16", "15", "Nov", "3", "30pm"];

            Assert.Equal([], printed.Except(typed).Except(ours).Except(names));
            Assert.DoesNotContain(printed, word => word.StartsWith("PLANTED", StringComparison.Ordinal));
            Assert.DoesNotContain(given.Copy(other).Words!.Fact.With, Printed(given.Case, copy), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Our_own_sentences_ask_for_six_years_of_school_at_most()
    {
        foreach (var kind in Enum.GetValues<FamilyReaderKind>())
        {
            foreach (var profile in Profiles())
            {
                var given = Typed().Case with { Profile = profile };
                var copy = CopyOf(given);
                copy = copy with { For = copy.For! with { Fact = copy.For.Fact with { Kind = kind } } };
                var ours = Paper(given, copy).Blocks.OfType<FamilyPaper.Line>().Where(line => line.Spans.Any(span => span.IsOurs))
                    .Select(line => string.Concat(line.Spans.Where(span => span.IsOurs).Select(span => span.Text)).Trim())
                    .Select(text => text.EndsWith('.') ? text : $"{text}.").ToList();

                Assert.True(ours.Count > 10);
                Assert.InRange(ReadingGrade.Of(string.Join(' ', ours)), -2, 6);
                // And none of them alone is hard.
                Assert.Equal([], ours.SelectMany(text => Sentence().Matches(text)).Select(one => one.Value.Trim())
                    .Where(sentence => WordsOf(sentence).Count > 5 && ReadingGrade.Of(sentence) > 6));
            }
        }
    }

    [Fact]
    public void Days_and_times_are_said_in_words()
    {
        TimeOnly[] times = [new(0, 0), new(15, 15), new(12, 0), new(9, 5), new(16, 0)];
        Assert.Equal(["12am", "3:15pm", "12pm", "9:05am", "4pm"], times.Select(FamilyPaper.TimeInWords));
        Assert.Equal("Monday 7 December", FamilyPaper.DayInWords(new(2026, 12, 7), new(2026, 11, 30)));
        Assert.Equal("Monday 4 January 2027", FamilyPaper.DayInWords(new(2027, 1, 4), new(2026, 11, 30)));
    }

    [Fact]
    public void An_authority_says_its_own_sentences_and_number()
    {
        var profile = ProcedureProfiles.Read(
            """{"familyCopy":{"complaintsPhone":"01632 960150","workerHours":"weekdays, 8am to 6pm"}}""").Match(
                read => read, faults => throw new InvalidOperationException(faults.ToString()));
        var given = Typed().Case with { Profile = profile };
        var said = Printed(given, CopyOf(given));

        Assert.Contains("To complain, ring 01632 960150. These people do not work with Tom.", said, StringComparison.Ordinal);
        Assert.Contains("(weekdays, 8am to 6pm)", said, StringComparison.Ordinal);
        Assert.Contains("To complain, ring 01632 960000.", Printed(Typed().Case, CopyOf(given)), StringComparison.Ordinal);
        Assert.Contains("To complain, look here: https://procedures.council.example/complaints.",
            string.Join('\n', Lines(FamilyPaper.Of(Typed().Case, CopyOf(given), new("", ""), 1, Dates.Local("2026-11-25 15:30"),
                TestKit.Given.Words))), StringComparison.Ordinal);
    }

    [Fact]
    public void Word_finds_no_fault_in_it_and_the_same_copy_is_the_same_bytes()
    {
        foreach (var large in new[] { false, true })
        {
            var paper = FamilyDocx.Write(Paper(Given().Case, Given().Copy(Mother)), large);
            using var document = WordprocessingDocument.Open(new MemoryStream(paper), isEditable: false);
            DocxWords.Valid(paper);
            Assert.Equal(paper, FamilyDocx.Write(Paper(Given().Case, Given().Copy(Mother)), large));
            Assert.Equal(large ? "36" : "28", document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<FontSize>()
                .Single().Val!.Value);
        }
    }

    [OfficeFact]
    public async Task It_is_one_page_of_paper()
    {
        using var folder = new TemporaryFolder();
        foreach (var reader in new[] { Mother, Grandmother })
        {
            Assert.Equal(1, await PagesAsync(folder, reader, FamilyDocx.Write(Paper(Given().Case, Given().Copy(reader)), large: false)));
            Assert.InRange(await PagesAsync(folder, $"{reader}-large",
                FamilyDocx.Write(Paper(Given().Case, Given().Copy(reader)), large: true)), 1, 2);
        }
    }

    /// <summary>Given by Tom at half past three.</summary>
    private static Given Given() => Typed().By(Tom()).Fact(Handed(Mother), Handed(Grandmother));

    private static Participant Tom() => TestKit.Given.Tom;

    private static FamilyCopy CopyOf(Case @case) => @case.FamilyCopies.Find(copy => copy.Reader == Mother)!;

    private static IEnumerable<ProcedureProfile> Profiles() => ProcedureProfiles.Names.Select(ProcedureProfiles.Named);

    private static byte[] Write(Given given, string reader) => FamilyDocx.Write(Paper(given.Case, given.Copy(reader)), large: false);

    private static FamilyPaper Paper(Case @case, FamilyCopy copy) =>
        FamilyPaper.Of(@case, copy, Northgate, 1, Dates.Local("2026-11-25 15:30"), TestKit.Given.Words);

    private static string Printed(Case @case, FamilyCopy copy) => string.Join('\n', Lines(Paper(@case, copy)));

    private static IEnumerable<string> Lines(FamilyPaper paper) => paper.Blocks.SelectMany(block => block switch
    {
        FamilyPaper.Rows rows => rows.Cells.Select(row => string.Join(' ', row)).Prepend(string.Join(' ', FamilyPaper.Columns)),
        FamilyPaper.Line line => [line.Text()],
        _ => (IEnumerable<string>)[],
    }).Append(paper.Footer);

    private static HashSet<string> WordsOf(string text) => [.. Word().Matches(text).Select(word => word.Value)];

    /// <summary>Its words, a line for each paragraph and row; what is bold between stars.</summary>
    private static string Text(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var main = document.MainDocumentPart!;
        return string.Join('\n',
        [
            .. main.Document.Body!.Elements().SelectMany(element => element switch
            {
                Table table => table.Elements<TableRow>()
                    .Select(row => row.Elements<TableCell>().Select(cell => Runs(cell.Elements<Paragraph>().Single())))
                    .Select(cells => $"| {string.Join(" | ", cells)} |"),
                Paragraph paragraph => [$"{Style(paragraph)}{Runs(paragraph)}"],
                _ => (string[])[],
            }),
            $"footer: {main.FooterParts.Single().Footer.InnerText}",
        ]);
    }

    private static string Runs(Paragraph paragraph) => string.Concat(paragraph.Elements<Run>().Select(run =>
    {
        var text = string.Concat(run.ChildElements.Select(part => part is TabChar ? "____" : part.InnerText));
        return run.RunProperties?.Bold is null || text.Length == 0 ? text : $"*{text}*";
    }));

    private static string Style(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value switch
    {
        "Title" => "# ",
        "Heading1" => "## ",
        _ => "",
    };

    private static async Task<int> PagesAsync(TemporaryFolder folder, string name, byte[] document) =>
        (await Office.PrintedAsync(folder, name, document)).Count(letter => letter == '\f');

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^.]+\.")]
    private static partial Regex Sentence();
}
