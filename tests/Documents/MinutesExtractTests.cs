using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.OnPaper;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Documents;

/// <summary>What of one document goes on each child's file (P9).</summary>
public sealed class MinutesExtractTests
{
    [Fact]
    public void It_has_that_childs_rows_with_the_same_numbers()
    {
        var given = ADrawnMeeting.Approved();
        var (whole, rowan) = (Pieces(given, 1, Tom), Extract(given, 1, Tom, Child1));

        Assert.Equal(["Rowan"], Table(rowan, "Where the child is").Select(row => row[0]));
        Assert.Equal(Numbered(whole).Keys.Except(Numbered(rowan).Keys), [Numbered(whole).Single(row =>
            row.Value.Contains("I support all of it for Rowan.", StringComparison.Ordinal)).Key]);
        var cause = Numbered(rowan).Single(row => row.Value.Contains("Injury nobody explains.", StringComparison.Ordinal));
        Assert.DoesNotContain("Same home, same adults", cause.Value, StringComparison.Ordinal);
        Assert.Contains("Same home, same adults", Numbered(whole)[cause.Key], StringComparison.Ordinal);
        Assert.Equal(Table(whole, "Interim safety plan (S) and actions (A)"), Table(rowan, "Interim safety plan (S) and actions (A)"));
    }

    [Fact]
    public void A_row_of_the_plan_for_another_child_is_not_in_it_and_the_others_keep_their_number()
    {
        var given = ADrawnMeeting.Ended();
        var row = given.Case.Meeting.Plan.Actions.Single(row => row.Fact.What.StartsWith("Isla sleeps", StringComparison.Ordinal));
        given.By(Priya).Fact(row.Fact with { Child = Child2 });
        ADrawnMeeting.Freeze(given.At("2026-12-01 15:10").By(Priya), 1, MinutesDraft.Of(given.Case));

        var (rowan, isla) = (Extract(given, 1, Tom, Child1), Extract(given, 1, Tom, Child2));

        Assert.Equal(["S1", "S3", "A1", "A2", "A3", "A4", "A5"],
            Table(rowan, "Interim safety plan (S) and actions (A)").Select(one => one[0]));
        Assert.Contains("S2", Table(isla, "Interim safety plan (S) and actions (A)").Select(one => one[0]));
    }

    [Fact]
    public void Of_the_others_it_says_who_they_are_and_no_more()
    {
        var rowan = Extract(ADrawnMeeting.Approved(), 1, Tom, Child1);

        Assert.Equal("Rowan Pell, 4 months, born 27 Jul 2026.", Table(rowan, "These minutes")[1][1]);
        Assert.Equal("Isla Pell", Table(rowan, "Family and household")[1][0]);
        Assert.All(Table(rowan, "Family and household")[1].Skip(2), cell => Assert.Equal("On their own file", cell));
        Assert.Equal("8 Mill Court", Table(rowan, "Family and household")[0][Address]);
        Assert.DoesNotContain(Table(rowan, "Children's social care"), row => row[2].Contains("Isla Pell", StringComparison.Ordinal));
        Assert.Contains(Table(rowan, "Time limits"), row => row is ["On each child’s record", _, "Rowan Pell: not yet."]);
    }

    /// <summary>Its words begin with nobody's name.</summary>
    [Fact]
    public void Where_another_child_lives_in_confidence_is_on_no_other_childs_file()
    {
        var given = ADrawnMeeting.Ended();
        given.By(Priya).Fact(new ChildNamed(given.Case.Find(Child2)!.Details with { Address = "PLANTEDREFUGE" })
        {
            Child = Child2,
            Audience = Audience.PoliceAndSocialCare,
        });
        ADrawnMeeting.Freeze(given.At("2026-12-01 15:10").By(Priya), 1, MinutesDraft.Of(given.Case));

        Assert.DoesNotContain(MinutesExtract.Of(given.Case.Meeting.Minutes.Of(1), Child1), one =>
            one.Text.Contains("PLANTEDREFUGE", StringComparison.Ordinal));
        Assert.Contains(MinutesExtract.Of(given.Case.Meeting.Minutes.Of(1), Child2), one => one.Text == "PLANTEDREFUGE");
    }

    [Fact]
    public void It_says_whose_it_is_and_what_it_lacks()
    {
        var given = ADrawnMeeting.Approved();
        var (@case, child) = (given.Case, given.Case.Find(Child2)!);
        var paper = MinutesFile.Paper(@case, @case.Meeting, 1, @case.Meeting.Minutes.Of(1), Grace, Words, child);

        Assert.Equal("Minutes version 1, extract for Child 2", paper.Name);
        Assert.Contains("What was said of another child alone is not in it.",
            Table(Extract(given, 1, Grace, Child2), "These minutes")[^1][1], StringComparison.Ordinal);
        Assert.Equal("SB-2026-014-version-1-child-2.docx", MinutesFile.Name(@case, 1, child: child));
        DocxWords.Valid(MinutesFile.Write(@case, @case.Meeting, 1, Grace, Words, child));
    }

    [Fact]
    public void What_its_reader_may_not_read_is_left_out_of_it_too()
    {
        var isla = Extract(ADrawnMeeting.Approved(), 1, Grace, Child2);

        Assert.DoesNotContain("A source says", string.Join('\n', Numbered(isla).Values), StringComparison.Ordinal);
        Assert.Contains(Numbered(isla).Values, row => row.StartsWith("Left out of this copy: police and social care only.",
            StringComparison.Ordinal));
    }

    private static int Address => FamilyParagraphs.AddressOf(FamilyParagraphs.Columns.Count);
}
