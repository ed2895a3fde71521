using StrategyBot.Oversight;
using static StrategyBot.Tests.Oversight.ABoard;

namespace StrategyBot.Tests.Oversight;

/// <summary>Issue 18.1: which open cases a reader sees, in which order, and how late they are said to be.</summary>
public sealed class CaseBoardTests
{
    [Theory]
    // As the picture says it on Tue 1 Dec 2026 at 09:10.
    [InlineData("2026-11-30 16:00", "17 hours late")]
    [InlineData("2026-11-26", "3 days late")]
    [InlineData("2026-11-27", "2 days late")]
    [InlineData("2026-11-30", "1 day late")]
    [InlineData("2026-12-01 13:00", "4 hours left")]
    [InlineData("2026-12-01 17:00", "8 hours left")]
    [InlineData("2026-12-01", "15 hours left")]
    [InlineData("2026-12-02", "1 day left")]
    [InlineData("2026-12-02 08:00", "23 hours left")]
    [InlineData("2026-12-07", "4 days left")]
    [InlineData("2026-12-05", "3 days left")]
    [InlineData("2026-12-01 09:10", "under an hour left")]
    [InlineData("2026-12-01 09:08", "under an hour late")]
    [InlineData("2026-11-29", "2 days late")]
    // Christmas is no working day, nor the day after.
    [InlineData("2026-12-29", "18 days left")]
    public void Time_left_is_in_hours_under_a_day_else_in_working_days(string due, string says) =>
        Assert.Equal(says, TimeLeft.Of(Step("x", due), Now, Clocks).Text);

    [Theory]
    [InlineData("2026-11-26", -3.0)]
    [InlineData("2026-12-01 21:10", 0.5)]
    [InlineData("2026-11-30 21:10", -0.5)]
    [InlineData("2026-12-08", 5.0)]
    public void Where_it_stands_on_the_axis_is_in_working_days(string due, double days) =>
        Assert.Equal(days, TimeLeft.Of(Step("x", due), Now, Clocks).Days, 3);

    [Fact]
    public void What_is_late_comes_first_a_clock_that_guards_a_child_before_paper_then_the_latest()
    {
        var board = Of(
            Row(BoardStage.Minutes, steps: Step("Send the minutes", "2026-11-27")),
            Row(BoardStage.Plan, steps: Step("Hold core group 2", "2026-11-26")),
            Row(BoardStage.Before, steps: Step("Hold the meeting", "2026-11-30 16:00", guards: true)),
            Row(BoardStage.Enquiry, steps: Step("Progress check", "2026-12-01 17:00")),
            Row(BoardStage.Meeting, steps: Step("Decide where the child stays", "2026-12-01 13:00", guards: true)),
            Row(BoardStage.ToClose),
            Row(BoardStage.Enquiry, steps: Step("Enquiry recorded", "2026-12-03")));

        Assert.Equal(["3", "2", "1"], Which(board.Late.Lines));
        Assert.Equal(["5", "4"], Which(board.Today.Lines));
        Assert.Equal(["7", "6"], Which(board.Later.Lines));
    }

    [Fact]
    public void Of_one_case_what_guards_a_child_is_said_before_what_is_later_still_and_two_more_behind_it()
    {
        var line = Assert.Single(Of(Row(BoardStage.Minutes, steps: [
            Step("Send the minutes", "2026-11-26"), Step("Hold meeting 2", "2026-11-30", guards: true),
            Step("Progress check", "2026-12-03"), Step("Enquiry recorded", "2026-12-09")])).Late.Lines);

        Assert.Equal(["Hold meeting 2", "Send the minutes", "Progress check"], line.Next.Select(step => step.What));
        Assert.Equal("1 day late", line.Left!.Text);
    }

    [Fact]
    public void Tabs_count_each_stage_and_how_many_of_it_are_late_whichever_is_chosen()
    {
        var rows = new[]
        {
            Row(BoardStage.Minutes, steps: Step("x", "2026-11-27")), Row(BoardStage.Minutes, steps: Step("x", "2026-12-04")),
            Row(BoardStage.Plan, steps: Step("x", "2026-12-04")),
        };

        var board = Of(Reader(), new(Stage: BoardStage.Minutes), rows);

        Assert.Equal([new(null, 3, 1), new(BoardStage.Minutes, 2, 1), new(BoardStage.Plan, 1, 0)], board.Tabs);
        Assert.Equal((2, 3), (board.Count, board.Everything));
    }

    [Fact]
    public void Filters_leave_the_team_chair_and_area_that_are_wanted_and_offer_those_that_there_are()
    {
        var rows = new[]
        {
            Row(BoardStage.Plan, "North", Leah), Row(BoardStage.Plan, "West", Imran, "Ada Quill"), Row(BoardStage.Plan, "North", Imran),
        };

        Assert.Equal(["1", "3"], Which(Of(Reader(), new(Area: "north"), rows).All));
        Assert.Equal(["2", "3"], Which(Of(Reader(), new(Chair: "Imran Shah"), rows).All));
        Assert.Equal(["2"], Which(Of(Reader(), new(Team: "Ada Quill", Chair: "Imran Shah"), rows).All));
        var none = Of(Reader(), new(Team: "Ada Quill", Area: "North"), rows);
        Assert.Equal((0, 3), (none.Count, none.Everything));
        Assert.Equal(["Ada Quill", "Ben Carter"], none.Teams);
        Assert.Equal(["Imran Shah", "Leah Morgan"], none.Chairs);
        Assert.Equal(["North", "West"], none.Areas);
    }

    [Fact]
    public void A_manager_of_one_area_sees_its_cases_and_whoever_leads_one_sees_theirs()
    {
        var rows = new[]
        {
            Row(BoardStage.Plan, "North"), Row(BoardStage.Plan, "West"),
            Row(BoardStage.Plan, "West") with { Leads = ["council/object-9"] },
            Row(BoardStage.Plan, "West") with { Leads = ["helen.marsh@council.example"] },
            Row(BoardStage.Plan, "West") with { Opens = ["council/object-9"] },
        };

        var board = Of(Reader("North"), new(), rows);

        Assert.Equal(["1", "3", "4"], Which(board.All));
        Assert.Equal(["3", "4"], Which(board.All.Where(line => line.MayOpen)));
        Assert.Equal(5, Of(Reader(), new(), rows).Count);
        Assert.Equal(["3", "4", "5"], Which(Of(Reader(), new(), rows).All.Where(line => line.MayOpen)));
        Assert.Equal(0, Of(Nobody, new(), rows).Everything);
    }

    [Fact]
    public void Of_a_restricted_case_whoever_is_not_on_it_sees_no_step_and_no_person_and_no_filter_tells_one()
    {
        var row = Row(BoardStage.Enquiry, steps: Step("Progress check", "2026-12-03")) with { IsRestricted = true };
        var line = Assert.Single(Of(row).All);

        Assert.Equal((BoardSight.Restricted, false, "2 days left"), (line.Sight, line.MayOpen, line.Left!.Text));
        Assert.Empty(line.Next);
        Assert.Empty(Of(Reader(), new(Chair: "Leah Morgan"), row).All);
        Assert.Empty(Of(Reader(), new(Team: "Ben Carter"), row).All);
        Assert.Empty(Of(row).Chairs.Concat(Of(row).Teams));
        Assert.Single(Of(Reader(), new(Area: "North"), row).All);
        Assert.Equal(BoardSight.Whole, Assert.Single(Of(row with { Opens = ["council/object-9"] }).All).Sight);
    }

    [Fact]
    public void Whoever_has_no_right_reads_counts_by_stage_with_small_numbers_hidden()
    {
        BoardRow[] Many(BoardStage stage, int count, int late) =>
            [.. Enumerable.Range(0, count).Select(at => Row(stage, steps: Step("x", at < late ? "2026-11-27" : "2026-12-09")))];

        var counts = Counts(
            [.. Many(BoardStage.Before, 19, 3), .. Many(BoardStage.Minutes, 31, 4), .. Many(BoardStage.Conference, 28, 9)]);

        Assert.Equal(("78", "16", true), (counts.Count, counts.Late, counts.HidesAny));
        Assert.Equal([("19", "c"), ("31", "c"), ("28", "9")], counts.Stages.Select(stage => (stage.Count, stage.Late)));
        var few = Counts(Many(BoardStage.Plan, 4, 0));
        Assert.Equal(("c", "c"), (few.Count, few.Stages[0].Count));
        Assert.Equal(("0", "0", false), Counts() is var none ? (none.Count, none.Late, none.HidesAny) : default);

        static BoardCounts Counts(params BoardRow[] rows) => Open(rows).Counts(Now, Clocks);
    }
}
