using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Records;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.OnPaper;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Documents;

/// <summary>The minutes as they were drawn (issue 16).</summary>
public sealed class MinutesLayoutTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Records => [.. GoldenRecord.All];

    [Fact]
    public void What_decides_comes_first()
    {
        var headings = Headings(Pieces(ADrawnMeeting.Approved(), 1, Tom), 2);

        Assert.Equal(
            ["The children’s words", "Where each child is", "Decision and dates", "Interim safety plan (S) and actions (A)", "Contingency",
                "Family and household", "Attendance, absence and quorum", "Part 1: assessment of risk", "Part 2: plan",
                "Professional disagreement and read-back", "Time limits, and reasons for lateness", "Distribution",
                "Versions"],
            headings.Select(head => head.Text));
    }

    [Fact]
    public void Each_part_is_by_who_answers()
    {
        var headings = Headings(Pieces(ADrawnMeeting.Approved(), 1, Tom), 3).Select(head => head.Text);

        Assert.Equal(["Children's social care", "Police", "Health", "School", "The meeting’s assessment", "The chair’s decisions", "Police",
            "Health", "Children's social care"], headings);
    }

    [Fact]
    public void Where_each_child_is_says_why_it_holds_and_until_when()
    {
        var rows = Table(Pieces(ADrawnMeeting.Approved(), 1, Ruth), "Where each child is");

        Assert.Equal(
            ["Isla", "17 Quarry Lane, with Maureen Pell, from 15:15",
                "Parents agree (agreed by: Dana Pell; asked by: Tom Okafor, 09:40; told that they may withdraw). "
                    + "Supervised by: Maureen Pell.",
                "Thu 3 Dec, 12:00"],
            rows[1]);
    }

    [Fact]
    public void Where_a_child_is_stands_for_those_who_may_know_it()
    {
        var given = ADrawnMeeting.Ended();
        var position = given.Case.Meeting.Safety.Positions[Child2].Fact with { Audience = Audience.PoliceAndSocialCare };
        given.By(Priya).Fact(position);

        var (tom, ruth) = (Pieces(given, 0, Tom), Pieces(given, 0, Ruth));

        Assert.StartsWith("[Police and social care only] 17 Quarry Lane", Table(tom, "Where each child is")[1][1],
            StringComparison.Ordinal);
        var cells = Grid(ruth, "Where each child is").Rows[1];
        Assert.Equal(SheetPiece.Edge.Box, cells[1].Edge);
        Assert.Equal("Left out of this copy: police and social care only. One paragraph, said by Priya Nair, social care, 10:46.",
            Text(cells[1]));
        Assert.Equal("Thu 3 Dec, 12:00", Text(cells[3]));
    }

    [Fact]
    public void Plan_and_actions_are_one_table()
    {
        var rows = Table(Pieces(ADrawnMeeting.Approved(), 1, Ruth), "Interim safety plan (S) and actions (A)");

        Assert.Equal(["S1", "S2", "S3", "A1", "A2", "A3", "A4", "A5"], rows.Select(row => row[0]));
        Assert.Equal(["S2", "Isla sleeps at Maureen's. So that she is safe. Tom Okafor keeps in touch.", "Maureen Pell, grandmother",
            "Mon 30 Nov, 15:15", "Another carer the same night"], rows[1]);
    }

    [Fact]
    public void Who_has_not_taken_a_row_on_is_said_under_it()
    {
        var given = ADrawnMeeting.Approved();
        Assert.Contains(Lines(Pieces(given, 1, Ruth)), line =>
            line.EndsWith("Not accepted yet: Grace Adeyemi, Tom Okafor, Ruth Carver, Sam Whitlock.", StringComparison.Ordinal));

        foreach (var row in given.Case.Meeting.Plan.Actions)
        {
            given.By(given.Case.Find(row.Fact.Owner)!).Fact(AMeeting.In(new ActionAnswered(row.Id, ActionProgress.Accepted, "")));
        }

        Assert.Contains(Lines(Pieces(given, 1, Ruth)), line => line.EndsWith("All accepted.", StringComparison.Ordinal));
    }

    [Fact]
    public void An_author_stands_once_and_beside_a_sentence_only_where_it_is_anothers()
    {
        var pieces = Pieces(ADrawnMeeting.Approved(), 1, Tom);

        Assert.Equal("Priya Nair, Team Manager, 10:37. Both children, unless a child is named",
            Headings(pieces, 3).Single(head => head.Text == MinutesPlace.Assessment).Signed);
        var rows = Table(pieces, MinutesPlace.Assessment);
        Assert.Equal("Three bruises on a baby who cannot roll; no explanation that fits.", Row(rows, "Cause for concern"));
        Assert.Equal("No: Nobody is managed. (Sam Whitlock, Police, 10:14)", Row(rows, "MAPPA"));
    }

    [Fact]
    public void A_child_is_named_only_where_the_children_differ()
    {
        var rows = Table(Pieces(ADrawnMeeting.Approved(), 1, Ruth), MinutesPlace.Decisions);

        Assert.StartsWith("Start a section 47 enquiry.", Row(rows, "Section 47 enquiry"), StringComparison.Ordinal);
        Assert.Equal("Rowan: Yes. Injury nobody explains.\nIsla: Yes. Same home, same adults, and what she said.",
            Row(rows, "Reasonable cause"));
        Assert.Equal("Yes (Tom Okafor, social care, 10:40; Sam Whitlock, Police, 10:38; Grace Adeyemi, Health, 10:39)\n"
            + "Rowan: Yes; Isla: Can't say yet (Ruth Carver, School, 10:40)",
            Row(Table(Pieces(ADrawnMeeting.Approved(), 1, Ruth), MinutesPlace.Assessment), "Agencies’ views"));
    }

    [Fact]
    public void Not_being_there_is_three_things()
    {
        var given = ADrawnMeeting.Ended();
        given.Fact(new ParticipantAdded(Helen with { Agency = Agency.Probation, Roles = [Role.Attendee] }));
        var rows = Table(Pieces(given, 0, Ruth), "Attendance, absence and quorum");

        Assert.Contains(rows, row => row is ["School", _, "Late: 10:12 to 10:46"]);
        Assert.Contains(rows, row => row is ["Health", "Dr Helen Cho, Family's GP", "Invited and absent: sent apologies"]);
        Assert.Contains(rows, row => row is ["Health", "Beth Lowe, Health Visitor", "Written update only: Mon 30 Nov, 09:30"]);
        Assert.Contains(rows, row => row is ["Probation", "Helen Marsh, Head of Service", "Invited and absent"]);
    }

    [Fact]
    public void A_restricted_part_keeps_its_number_and_says_whose_it_is()
    {
        var (sam, grace) = (Pieces(ADrawnMeeting.Approved(), 1, Sam), Pieces(ADrawnMeeting.Approved(), 1, Grace));
        var number = Grid(sam, "Police").Rows.Single(row => Text(row[2]).Contains("A source says", StringComparison.Ordinal))[0];

        var row = Grid(grace, "Police").Rows.Single(row => Text(row[0]) == Text(number));

        Assert.Equal(("Restricted part", SheetPiece.Edge.Box), (Text(row[1]), row[2].Edge));
        Assert.Equal("Left out of this copy: police and social care only. One paragraph, said by Sam Whitlock, 10:14.", Text(row[2]));
        Assert.Contains($"4 paragraphs are left out (1, 6, {Text(number)}, 12).", Table(grace, "These minutes")[^1][1],
            StringComparison.Ordinal);
        Assert.StartsWith("[Police and social care only] A source", Text(Grid(sam, "Police").Rows[2][2]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_said_after_the_meeting_says_so()
    {
        var given = ADrawnMeeting.Ended().At("2026-11-30 14:05").By(Sam)
            .Fact(AMeeting.In(new InformationGiven(Sam.Id, Agency.Police, "Neighbouring force: nothing held.", 0)));

        Assert.EndsWith("\nAdded after the meeting, 14:05: Neighbouring force: nothing held.",
            Table(Pieces(given, 0, Tom), "Police").First(row => row[1] == "What we know")[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_version_keeps_the_numbers_marks_what_it_changed_and_gives_letters_to_what_is_new()
    {
        var given = ADrawnMeeting.Approved();
        var first = MinutesDraft.Of(given.Case);
        given.At("2026-12-02 09:00").By(Grace)
            .Fact(AMeeting.In(new InformationGiven(Grace.Id, Agency.Health, "The scans show a healing fracture.", 0)));
        var second = MinutesDraft.Of(given.Case).Select(one => one.Text.Contains("97 per cent", StringComparison.Ordinal)
            ? one with { Text = one.Text.Replace("97", "87", StringComparison.Ordinal) } : one).ToList();
        ADrawnMeeting.Freeze(given.At("2026-12-02 11:30").By(Priya), 2, second, "One figure corrected.");

        var (before, after) = (Numbered(Pieces(given, 1, Grace)), Numbered(Pieces(given, 2, Grace)));

        Assert.Equal(before.Keys, after.Keys.Where(number => !char.IsAsciiLetter(number[^1])));
        var late = Assert.Single(after, row => char.IsAsciiLetter(row.Key[^1]));
        Assert.Contains("The scans show a healing fracture.", late.Value, StringComparison.Ordinal);
        var changed = Grid(Pieces(given, 2, Grace), "School").Rows[1];
        Assert.Equal(SheetPiece.Edge.Bar, changed[2].Edge);
        Assert.Equal("Isla comes clean, fed and cheerful. Her attendance is 87 per cent this term.\n"
            + "[Changed in version 2: was 97 per cent.]", Text(changed[2]));
        Assert.Contains("Replaces version 1. One figure corrected.", Table(Pieces(given, 2, Grace), "These minutes")[0][1],
            StringComparison.Ordinal);
        Assert.Equal(first.Count, given.Case.Meeting.Minutes.Of(1).Count);
    }

    [Fact]
    public void Old_words_that_may_not_be_read_are_only_said_to_be_changed()
    {
        var given = ADrawnMeeting.Approved();
        var second = MinutesDraft.Of(given.Case).Select(one => one.Text.Contains("A source says", StringComparison.Ordinal)
            ? one with { Text = "Police: Nothing is known.", Audience = Audience.Professionals } : one).ToList();
        ADrawnMeeting.Freeze(given.At("2026-12-02 11:30").By(Priya), 2, second, "Opened to all.");

        var row = Grid(Pieces(given, 2, Ruth), "Police").Rows
            .Single(row => Text(row[2]).Contains("Nothing is known.", StringComparison.Ordinal));

        Assert.EndsWith("\n[Changed]", Text(row[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_which_version_and_what_it_lacks()
    {
        var rows = Table(Pieces(ADrawnMeeting.Approved(), 1, Ruth), "Distribution");

        Assert.Contains(rows, row => row is ["Tom Okafor", "In full", "not sent yet"]);
        Assert.Contains(rows, row => row is ["Grace Adeyemi", "Without 1, 6, 8, 12", "not sent yet"]);
        var given = ADrawnMeeting.Approved();
        ADrawnMeeting.Freeze(given.At("2026-12-02 11:30"), 2, MinutesDraft.Of(given.Case), "One figure corrected.");
        given.Settled(Dates.Local("2026-12-01 15:20"), new("minuting/distribute/meeting-1/1/person-4", EffectOutcome.Delivered, "mail", ""))
            .At("2026-12-01 16:02").By(Grace).Fact(AMeeting.In(new MinutesAcknowledged(Grace.Id, 1)));
        Assert.Equal(["Who", "How", "Version 1", "Version 2"], Grid(Pieces(given, 2, Ruth), "Distribution").Columns);
        Assert.Contains(Table(Pieces(given, 2, Ruth), "Distribution"), row => row is
            ["Grace Adeyemi", "Without 1, 6, 8, 12", "Tue 1 Dec, 15:20, by mail; read Tue 1 Dec, 16:02", "not sent yet"]);
        Assert.Equal(["1", "Priya Nair, Tue 1 Dec, 15:10", "First version."],
            Assert.Single(Table(Pieces(ADrawnMeeting.Approved(), 1, Ruth), "Versions")));
    }

    [Fact]
    public void Limits_say_whether_they_were_kept()
    {
        var rows = Table(Pieces(ADrawnMeeting.Approved(), 1, Ruth), "Time limits");

        Assert.Equal(["Strategy meeting", "Mon 30 Nov, 23:59", "Mon 30 Nov, 10:00. In time."], rows[0]);
        Assert.Equal(["Minutes approved", "Wed 2 Dec, 23:59", "Tue 1 Dec, 15:10. In time."], rows[1]);
    }

    /// <summary>R37: every heading, answered or not.</summary>
    [Fact]
    public void Every_heading_that_is_asked_is_printed()
    {
        var @case = AMeeting.Held(2).At("2026-11-25 14:45").By(Priya).Fact(AMeeting.In(new MeetingEnded(Via.TeamsEvent))).Case;
        var draft = MinutesDraft.Of(@case);
        var numbers = MinutesNumbers.Of(draft);

        Assert.All(draft.Where(one => one.Id.StartsWith("part-", StringComparison.Ordinal) && MinutesPlace.Of(one) is not null),
            one => Assert.Contains(one.Id, numbers));
        var rows = Pieces(AMeeting.Held(2).At("2026-11-25 14:45").By(Priya).Fact(AMeeting.In(new MeetingEnded(Via.TeamsEvent))), 0, Tom)
            .OfType<SheetPiece.Grid>().Where(grid => grid.Columns is ["No.", "Question", ..]).SelectMany(grid => grid.Rows).ToList();
        Assert.Equal(numbers.Values.Distinct().Count(), rows.Count);
        Assert.All(rows, row => Assert.All(row, cell => Assert.NotEqual("", Text(cell))));
    }

    /// <summary>Whatever order a later release prints them in.</summary>
    [Fact]
    public void A_number_is_kept_with_the_version_that_gave_it()
    {
        var draft = MinutesDraft.Of(ADrawnMeeting.Ended().Case);
        var counted = MinutesNumbers.Of(draft);
        var kept = MinutesNumbers.Kept([], draft);
        Assert.Equal(MinutesDigest.Of(draft), MinutesDigest.Of(kept));
        Assert.Equal(counted, MinutesNumbers.Of([.. kept.Reverse()]));
        Assert.NotEqual(counted, MinutesNumbers.Of([.. draft.Reverse()]));

        // What comes later stands behind what it follows, and takes nobody's number.
        var at = kept.ToList().FindIndex(one => one.Number is not null);
        var later = kept[at] with { Id = "added/2/part-1/somewhere", Number = null, Audience = Audience.Only(Agency.Police) };
        var next = MinutesNumbers.Kept([kept], [.. kept, later]);
        Assert.All(kept.Where(one => one.Number is not null), one =>
            Assert.Equal(one.Number, next.First(other => other.Id == one.Id).Number));
    }

    /// <summary>Versions that earlier releases issued: nothing of theirs is lost, and Word finds no fault.</summary>
    [Theory]
    [MemberData(nameof(Records))]
    public async Task What_was_issued_before_is_laid_out_too(string name)
    {
        using var record = GoldenRecord.Open(name, folder.Path);
        var codec = new CaseCodec(GoldenRecordTests.Kinds());
        foreach (var stream in await record.StreamsAsync("cases/", default))
        {
            var @case = Case.Fold(CaseCodec.CaseOf(stream), [.. (await record.ReadAsync(stream, 0, default)).Select(codec.Read)]);
            foreach (var meeting in @case.Meetings.Where(meeting => meeting.Minutes.Version > 0))
            {
                foreach (var version in meeting.Minutes.Versions.Keys)
                {
                    var reader = @case.Find(meeting.HeldBy)!;
                    var said = string.Join('\n', MinutesLayout.Of(MinutesCopy.OnPaper(meeting.Minutes.Of(version), reader),
                        MinutesFile.Paper(@case, meeting, version, meeting.Minutes.Of(version), reader, Words)).SelectMany(Said));
                    Assert.All(meeting.Minutes.Of(version).Where(one => one.IsFor(reader) && one.Author.Length > 0), one =>
                        Assert.Contains(Letters(LastWords(one)), Letters(said), StringComparison.Ordinal));
                    DocxWords.Valid(MinutesFile.Write(@case, meeting, version, reader, Words));
                }
            }
        }
    }

    [Fact]
    public void Its_file_says_its_title_its_language_and_when_it_was_made()
    {
        var @case = ADrawnMeeting.Approved().Case;
        var file = MinutesFile.Write(@case, @case.Meeting, 1, Grace, Words);
        DocxWords.Valid(file);

        using var zip = new ZipArchive(new MemoryStream(file));
        using var core = new StreamReader(zip.Entries.Single(entry => entry.Name.StartsWith("core", StringComparison.Ordinal)).Open());
        var said = core.ReadToEnd();

        Assert.Contains("<dc:title>SB-2026-014 Heron, Minutes version 1</dc:title>", said, StringComparison.Ordinal);
        Assert.Contains("<dc:language>en-GB</dc:language>", said, StringComparison.Ordinal);
        Assert.Contains("2026-12-01T15:10:00Z", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_stays_with_its_first_row_and_every_table_has_a_title()
    {
        var @case = ADrawnMeeting.Approved().Case;
        using var document = WordprocessingDocument.Open(
            new MemoryStream(MinutesFile.Write(@case, @case.Meeting, 1, Grace, Words)), isEditable: false);
        var main = document.MainDocumentPart!;

        Assert.All(main.Document.Descendants<Table>(), table =>
        {
            Assert.False(string.IsNullOrEmpty(table.GetFirstChild<TableProperties>()!.TableCaption?.Val?.Value));
            Assert.All(table.Descendants<TableCell>(), cell => Assert.NotEqual("", cell.InnerText));
            Assert.Empty(table.Descendants<GridSpan>());
        });
        Assert.All(main.Document.Descendants<TableHeader>(), head =>
            Assert.All(head.Ancestors<TableRow>().First().Descendants<Paragraph>(),
                one => Assert.NotNull(one.ParagraphProperties!.KeepNext)));
        Assert.All(main.StyleDefinitionsPart!.Styles!.Elements<Style>()
            .Where(style => style.StyleId!.Value!.StartsWith("Heading", StringComparison.Ordinal)),
            style => Assert.NotNull(style.StyleParagraphProperties!.KeepNext));
        Assert.Single(main.Document.Descendants<ParagraphStyleId>(), style => style.Val == "Heading1");
        Assert.StartsWith("SB-2026-014 Heron · Minutes version 1 · Copy for Grace Adeyemi", main.FooterParts.Single().Footer.InnerText,
            StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>What is left of a paragraph whatever is shortened in front of it.</summary>
    private static string LastWords(MinutesParagraph paragraph)
    {
        var line = (paragraph.Cells is { } cells ? cells[0] : paragraph.Text).Split('\n')[^1];
        return line[(line.LastIndexOf(": ", StringComparison.Ordinal) is var cut and >= 0 ? cut + 2 : 0)..];
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));
}
