using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Keeping;
using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.OnPaper;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Documents;

/// <summary>The document as a procedure has it (R63, R64, R67), and what was sealed in it (P16).</summary>
public sealed class MinutesOrderTests
{
    private static readonly string Gap = SealRule.Gap(SealCause.AnotherFamily, Dates.Local("2026-12-09 10:00"), Words);

    [Fact]
    public void The_blocks_that_a_procedure_names_come_first_by_its_names_and_nothing_is_lost()
    {
        var given = ADrawnMeeting.Approved();
        var usual = Headings(Pieces(given, 1, Tom), 2).Select(head => head.Text).ToList();
        var own = Headings(Pieces(given, 1, Tom, @case => With(@case, new()
        {
            Order = [PaperBlock.Attendance, PaperBlock.Decisions],
            Titles = [new(PaperBlock.Decisions, "Outcome"), new(PaperBlock.Plan, "Immediate actions to keep the child safe")],
        })), 2).Select(head => head.Text).ToList();

        Assert.Equal(["Attendance, absence and quorum", "Outcome", "The children’s words", "Where each child is",
            "Immediate actions to keep the child safe"], own.Take(5));
        Assert.Equal(usual.Count, own.Count);
        Assert.Equal(usual.Except(["Decision and dates", "Interim safety plan (S) and actions (A)"]).Order(),
            own.Except(["Outcome", "Immediate actions to keep the child safe"]).Order());
    }

    [Fact]
    public void The_plan_has_the_procedures_label() => Assert.Contains("Next steps (S) and actions (A)",
        Headings(Pieces(ADrawnMeeting.Approved(), 1, Tom, @case =>
        {
            var labels = @case.Profile.Labels;
            return @case with
            {
                Profile = @case.Profile with { Labels = labels with { SafetyPlan = labels.SafetyPlan with { Text = "Next steps" } } },
            };
        }), 2).Select(head => head.Text));

    [Fact]
    public void A_file_that_names_an_unknown_block_is_refused()
    {
        var faults = ProcedureProfiles.Read(
            """{ "id": "own", "name": "Own", "version": "1", "minutes": { "paper": { "order": ["summary"] } } }""")
            .Match(_ => [], faults => faults.Select(fault => fault.ToString()).ToList());

        Assert.Contains(faults, fault => fault.StartsWith("minutes.paper.order", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_sealed_is_a_box_that_says_when_and_why()
    {
        var given = ADrawnMeeting.Ended();
        ADrawnMeeting.Freeze(given.At("2026-12-01 15:10").By(Priya), 1, [.. MinutesDraft.Of(given.Case).Select(Sealed)]);
        var pieces = Pieces(given, 1, Ruth);

        var cell = Grid(pieces, MinutesPlace.Assessment).Rows.Single(row => Text(row[1]) == "Strengths")[2];
        Assert.Equal((SheetPiece.Edge.Box, "Sealed on Wed 9 Dec 2026 by information governance: about another family."),
            (cell.Edge, Text(cell)));
        var row = Grid(pieces, "Interim safety plan (S) and actions (A)").Rows.Single(row => Text(row[0]) == "A2");
        Assert.Equal((SheetPiece.Edge.Box, "Sealed"), (row[1].Edge, Text(row[2])));
        Assert.Equal(SheetPiece.Edge.Box, Grid(pieces, "Where each child is").Rows[0][1].Edge);
        Assert.Contains(Lines(pieces), line => line.StartsWith("Sealed on Wed 9 Dec 2026", StringComparison.Ordinal));
        Assert.DoesNotContain(Table(pieces, "Family and household"), one => one[0] == "Curtis Vane");

        static MinutesParagraph Sealed(MinutesParagraph one) =>
            one.Id is "part-1/strengths" or "action/a-2" or "position/child-1" or "family/adult-2" ? one with
            {
                Text = Gap,
                Cells = one.Cells?.Select((_, at) => at == 0 ? Gap : "").ToValueList(),
                Rows = null,
            } : one;
    }

    /// <summary>Its words are gone from each version, so none is compared with another.</summary>
    [Fact]
    public void What_was_sealed_is_not_called_changed()
    {
        var given = ADrawnMeeting.Approved();
        var second = MinutesDraft.Of(given.Case).Select(one => one.Id switch
        {
            "part-1/strengths" or "part-2/reasonable-cause/child-1" => one with { Text = Gap },
            "part-1/weaknesses" => one with { Text = "Nobody sleeps." },
            _ => one,
        }).ToList();
        ADrawnMeeting.Freeze(given.At("2026-12-02 11:30").By(Priya), 2, second, "One answer.");
        given.Fact(AMeeting.In(new MinutesKept(1, 0, [.. given.Case.Meeting.Minutes.Of(1).Select(one =>
            one.Id == "part-1/weaknesses" ? one with { Text = Gap } : one)])));

        var rows = Table(Pieces(given, 2, Ruth), MinutesPlace.Assessment);

        Assert.Equal("Sealed on Wed 9 Dec 2026 by information governance: about another family.", Row(rows, "Strengths"));
        Assert.Equal("Nobody sleeps.\n[Changed]", Row(rows, "Weaknesses"));
        // Beside words that stand.
        Assert.DoesNotContain("[Changed", Row(Table(Pieces(given, 2, Ruth), MinutesPlace.Decisions), "Reasonable cause"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_the_plan_that_is_left_out_keeps_its_place_and_its_number()
    {
        var given = ADrawnMeeting.Ended();
        var action = given.Case.Meeting.Plan.Actions.Single(row => row.Id.Value == "a-2");
        given.By(Priya).Fact(action.Fact with { Audience = Audience.PoliceAndSocialCare });

        var row = Grid(Pieces(given, 0, Grace), "Interim safety plan (S) and actions (A)").Rows[4];

        Assert.Equal(("A2", SheetPiece.Edge.Box, "Restricted part"), (Text(row[0]), row[1].Edge, Text(row[3])));
        Assert.StartsWith("Left out of this copy: police and social care only.", Text(row[1]), StringComparison.Ordinal);
        Assert.Contains("A2", Table(Pieces(given, 0, Grace), "These minutes")[^1][1], StringComparison.Ordinal);
    }

    private static Case With(Case @case, MinutesPaperWords paper) =>
        @case with { Profile = @case.Profile with { Minutes = @case.Profile.Minutes with { Paper = paper } } };
}
