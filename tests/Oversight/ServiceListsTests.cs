using StrategyBot.Cases;
using StrategyBot.Oversight;
using static StrategyBot.Tests.Oversight.ABoard;

namespace StrategyBot.Tests.Oversight;

/// <summary>Issue 18.3: the lists as a reader sees them on Tue 1 Dec 2026 at 09:10, by the rights of the board.</summary>
public sealed class ServiceListsTests
{
    private static readonly ListItem Overdue =
        new(ServiceList.Overdue, new(2026, 11, 27), "Action") { Agency = "Police", Why = "no answer" };

    [Fact]
    public void Whoever_leads_a_case_or_has_its_area_sees_its_lines_and_nobody_elses()
    {
        var rows = new[]
        {
            Row([Overdue], "North"), Row([Overdue], "West"), Row([Overdue], "West", leads: ["council/object-9"]),
            Row([Overdue], "West", opens: ["council/object-9"]),
        };

        Assert.Equal(["1", "3"], Lines(Reader("North"), rows).Select(Number));
        Assert.Equal(["1", "2", "3", "4"], Lines(Reader(), rows).Select(Number));
        Assert.Equal([false, false, true, true], Lines(Reader(), rows).Select(line => line.MayOpen));
        Assert.Empty(Lines(Nobody, rows));
        Assert.Equal(0, Lists(Nobody, null, rows).Everything);
        Assert.Equal(["North"], Lists(Reader("North"), null, rows[..1]).Areas);
        Assert.Equal(["1"], Lists(Reader(), "north", rows).Lists.Single(one => one.List == ServiceList.Overdue).Lines.Select(Number));
    }

    [Fact]
    public void Of_a_restricted_case_whoever_is_not_on_it_reads_its_reference_and_whom_to_ask_once_and_no_sum_tells_more()
    {
        var row = Row([Overdue, Overdue with { Agency = "Health" }, Attended("Health", "attended")], restricted: true);
        var served = Lists(Reader(), null, row).Lists;
        var line = Assert.Single(Served(served, ServiceList.Overdue).Lines);

        Assert.Equal((null, 0, "Heron", "North"), (line.Item, line.Days, line.Word, line.Area));
        Assert.Empty(Served(served, ServiceList.Overdue).Parts);
        // That all came is no line, of whatever case.
        Assert.Empty(Served(served, ServiceList.Attendance).Lines);
        Assert.Equal("List,Reference,Check word,What,Agency,Due,Late,Its owner says,Area\r\nActions overdue,SB-2026-1,Heron,restricted\r\n",
            ListsCsv.Of(Served(served, ServiceList.Overdue)));
        Assert.Equal(2, Lines(Reader(), row with { Keys = row.Keys with { Opens = ["council/object-9"] } }).Count);
    }

    [Fact]
    public void What_has_a_limit_stands_there_only_once_it_has_passed()
    {
        var now = Overdue with { From = Now };
        Assert.Single(Lines(Reader(), Row([now])));
        Assert.Empty(Lines(Reader(), Row([now with { From = Now.AddTicks(1) }])));
    }

    [Fact]
    public void Days_are_working_days_but_of_what_counts_each_day()
    {
        // From Fri 27 Nov to Tue 1 Dec.
        Assert.Equal(2, Assert.Single(Lines(Reader(), Row([Overdue]))).Days);
        Assert.Equal(4, Assert.Single(Lines(Reader(), Row([Overdue with { CountsEachDay = true }]))).Days);
        Assert.Equal(1, Assert.Single(Lines(Reader(), Row([Overdue with { Ended = new(2026, 11, 30) }]))).Days);
    }

    [Fact]
    public void What_lies_on_the_lists_of_two_months_is_one()
    {
        var late = new ListItem(ServiceList.OutOfTimescale, new(2026, 11, 27), "Initial") { Child = "Child 1", Ended = new(2026, 12, 1) };
        var row = Row([late]);
        Assert.Equal(2, row.Items[0].Months.Count());
        var served = Served(Lists(Reader(), null, row).Lists, ServiceList.OutOfTimescale);
        Assert.Single(served.Lines);
        Assert.Equal((1, 1), (served.Count, served.Parts.Sum(part => part.Cells[^1])));
        Assert.Single(Served(AListing.Of([row]).Lists(Reader(), new(2026, 12, 1), null, Now, Clocks, null, 100).Lists,
            ServiceList.OutOfTimescale).Lines);
    }

    [Fact]
    public void Two_actions_of_one_case_that_read_alike_are_two() =>
        Assert.Equal(2, Lines(Reader(), Row([Overdue with { Id = "action-1" }, Overdue with { Id = "action-2" }])).Count);

    [Fact]
    public void The_longest_overdue_comes_first_and_else_the_newest()
    {
        ListedCase[] Rows(ServiceList list) => [.. new[] { 20, 10, 25 }.Select(day =>
            Row([new(list, new(2026, 11, day), "Escalated") { Agency = "Police" }]))];

        Assert.Equal(["2", "1", "3"], Lines(Reader(), Rows(ServiceList.Overdue)).Select(Number));
        Assert.Equal(["3", "1", "2"], Served(Lists(Reader(), null, Rows(ServiceList.Disagreements)).Lists, ServiceList.Disagreements)
            .Lines.Select(Number));
    }

    [Fact]
    public void Attendance_is_counted_by_agency_and_lists_who_was_not_there()
    {
        var served = Served(Lists(Reader(), null,
            Row([Attended("Police", "attended"), Attended("Health", "invited and absent")]),
            Row([Attended("Police", "written update only"), Attended("Health", "attended")])).Lists, ServiceList.Attendance);

        Assert.Equal(["Health", "Police"], served.Lines.Select(line => line.Item!.Agency!).Order(StringComparer.Ordinal));
        Assert.Equal([("Health", "1 0 1 0 2"), ("Police", "1 1 0 0 2")],
            served.Parts.Select(part => (part.Name, string.Join(' ', part.Cells))));
    }

    [Fact]
    public void Whoever_has_no_right_reads_counts_with_small_numbers_and_whatever_gives_them_away_hidden()
    {
        var overdue = Counts([Of(Overdue, 8), Of(Overdue with { Agency = "Health" }, 2), Of(Overdue with { Agency = "School" }, 9)]);
        Assert.Equal("19", overdue.All);
        Assert.Equal([("School", "9"), ("Police", "c"), ("Health", "c")], overdue.Parts.Select(part => (part.Name, part.Cells[0])));

        var attendance = Counts(
            [Of(Attended("Police", "attended"), 20), Of(Attended("Police", "not invited"), 3), Of(Attended("Health", "attended"), 30)],
            ServiceList.Attendance);
        Assert.Equal("c", attendance.Parts.Single(part => part.Name == "Police").Cells[3]);
        // 23 less 20 would be it.
        Assert.Contains("c", attendance.Parts.Single(part => part.Name == "Police").Cells.Where((_, at) => at != 3));
        Assert.True(attendance.HidesAny);
        Assert.False(Counts([Of(Overdue, 8)]).HidesAny);

        var csv = ListsCsv.Of([overdue]);
        Assert.Contains("Actions overdue,School,All,9\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("Actions overdue,Health,All,c\r\n", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("SB-", csv, StringComparison.Ordinal);

        static IEnumerable<ListItem> Of(ListItem item, int times) => Enumerable.Repeat(item, times);
        static ListCounts Counts(IEnumerable<IEnumerable<ListItem>> items, ServiceList list = ServiceList.Overdue) => ListCounts.Of(Served(
            AListing.Of([.. items.SelectMany(some => some).Select(item => Row([item]))]).Counted(Now, Clocks), list));
    }

    [Fact]
    public void What_begins_like_a_formula_is_none_in_the_spreadsheet() => Assert.Contains(",'=2+3\r\n",
        ListsCsv.Of(Served(Lists(Reader(), null, Row([Overdue], "=2+3")).Lists, ServiceList.Overdue)), StringComparison.Ordinal);

    private static ListItem Attended(string agency, string how) => new(ServiceList.Attendance, new(2026, 11, 25), how) { Agency = agency };

    private static ListedCase Row(
        IReadOnlyList<ListItem> items, string area = "North", string[]? leads = null, string[]? opens = null, bool restricted = false) =>
        new("Heron", new(area, restricted, [.. leads ?? []], [.. opens ?? []]), items);

    private static ServiceLists Lists(BoardReader reader, string? area, params ListedCase[] rows) =>
        AListing.Of(rows).Lists(reader, null, area, Now, Clocks, null, 100);

    private static IReadOnlyList<ListLine> Lines(BoardReader reader, params ListedCase[] rows) =>
        Served(Lists(reader, null, rows).Lists, ServiceList.Overdue).Lines;

    private static ListForReader Served(IEnumerable<ListForReader> lists, ServiceList list) => lists.Single(one => one.List == list);

    private static string Number(ListLine line) => line.Case.Value["SB-2026-".Length..];
}
