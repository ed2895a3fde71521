using StrategyBot.Oversight;
using StrategyBot.Returns;

namespace StrategyBot.Tests.Oversight;

/// <summary>Issue 18.2: the measures by area, by group, by reason and by how long it took; nothing small can be worked out from one of them
/// and the others.</summary>
public sealed class MeasureCountingTests
{
    private static readonly IReadOnlyList<DateOnly> Year = MeasuredYear.To(new(2026, 12, 31));

    private static readonly string[] Areas = ["North", "South", "West", ""];

    private static readonly ServiceMeasure First = ServiceMeasure.All[0], Tenth = ServiceMeasure.All[9];

    /// <summary>Of each month, and of the year, what all areas and each area show: never is one alone hidden.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(25)]
    [InlineData(60)]
    public void Of_an_area_nothing_is_shown_by_which_all_areas_or_the_others_give_a_small_number_away(int most)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var rows = Year.Select(_ => (IReadOnlyList<MeasureRow>)[.. Areas.Select(area => random.Next(0, most + 1) is var among
                ? new MeasureRow(area, [new(1, First.Name, random.Next(0, among + 1), among)]) : null!)]).ToList();
            var (all, each) = (Line(rows, null), Areas.Select(area => Line(rows, area)).ToList());
            NotOneAlone(all.All, [.. each.Select(one => one.All)], seed);
            foreach (var one in each)
            {
                NotOneAlone(one.All, [.. one.Parts.Select(part => part.Of)], seed);
            }

            if (!all.IsByQuarter && each.TrueForAll(one => !one.IsByQuarter))
            {
                for (var at = 0; at < Year.Count; at++)
                {
                    NotOneAlone(all.Parts[at].Of, [.. each.Select(one => one.Parts[at].Of)], seed);
                }
            }
        }

        static void NotOneAlone(ShownShare all, IReadOnlyList<ShownShare> parts, int seed)
        {
            foreach (var numbers in new[] { parts.Append(all).Select(one => one.Of), parts.Append(all).Select(one => one.Among) })
            {
                Assert.True(numbers.Count(one => !one.IsShown) != 1, $"seed {seed}");
                Assert.DoesNotContain(numbers, one => one.IsShown && SmallNumbers.IsSmall(one.Number));
            }

            Assert.DoesNotContain(parts,
                one => one.Of.IsShown && one.Among.IsShown && SmallNumbers.IsSmall(one.Among.Number - one.Of.Number));
        }
    }

    [Fact]
    public void By_group_each_child_whom_it_is_about_counts_and_what_gives_a_small_group_away_is_hidden()
    {
        var line = Line([[new("North",
        [
            new(10, Tenth.Name, 20, 30, K: ["1Wn"]), new(10, Tenth.Name, 10, 20, K: ["5Wn", "tWy"]), new(10, Tenth.Name, 0, 3, K: ["uB?"]),
        ])]], null, 9);
        IReadOnlyList<(string, string)> Of(GroupKind kind) =>
            [.. line.Groups.Single(one => one.Kind == kind).Groups.Select(group => (group.Name, group.Of.Say()))];

        // Three of them are not shown, nor by what is left.
        Assert.Equal(("Unborn", "0 of c"), Of(GroupKind.Age)[0]);
        Assert.Equal(["Unborn", "1 to 4", "5 to 9", "10 to 15"], Of(GroupKind.Age).Select(one => one.Item1));
        Assert.Contains("c", string.Concat(Of(GroupKind.Age).Skip(1).Select(one => one.Item2)), StringComparison.Ordinal);
        Assert.Equal("White", Of(GroupKind.Ethnicity)[0].Item1);
        Assert.Equal([("North", "30 of 53")], Of(GroupKind.Area));
    }

    [Fact]
    public void Reasons_are_counted_each_and_by_the_agency_that_they_name()
    {
        MeasureRow.Share Late(string why, int times) => new(1, $"late: {why}", times, times);
        var line = Line([[new("", [Late("Police not available", 34), Late("Chair or social worker not free", 9), Late("Assessed first", 8),
            Late("Concern recognised late", 2), Late("Referral passed on late", 20),
            Late("Received at night, protection came first", 8)])]], null);

        Assert.Equal(
            ["Police not available 34", "Chair or social worker not free 9", "Assessed first 8", "Concern recognised late c",
                "Referral passed on late c", "Received at night, protection came first 8"],
            line.Bars.Select(bar => $"{bar.Label} {bar.Say}"));
        Assert.Equal("By agency: police 34, social care 17, no agency named 22, counted apart 8", line.ByAgency);
    }

    [Fact]
    public void Of_a_whole_no_part_is_shown_by_which_another_is_told()
    {
        MeasureRow.Share Bucket(int at, int of) => new(10, Tenth.By!.Bars[at].Name, of, 60);
        var line = Line([[new("", [new(10, Tenth.Name, 50, 60), Bucket(0, 10), Bucket(1, 40), Bucket(2, 8), Bucket(3, 2)])]], null, 9);

        Assert.Equal(("50 of 60", "10 of 60", "40 of 60", "c of 60", "c of 60"),
            (line.All.Say(), line.Bars[0].Of.Say(), line.Bars[1].Of.Say(), line.Bars[2].Of.Say(), line.Bars[3].Of.Say()));
    }

    [Fact]
    public void The_middle_one_and_nine_in_ten_are_said_of_six_or_more()
    {
        string Took(params int[] hours) =>
            Line([[new("", [new(1, CaseMeasures.HoursToMeeting, 0, hours.Length, V: hours)])]], null).Took;

        Assert.Equal("", Took(1, 2, 3, 4, 5));
        Assert.Equal("Median 3.5 hours from concern; nine in ten within 6 hours", Took(6, 1, 2, 5, 3, 4));
        Assert.Equal("Median 5 hours from concern; nine in ten within 9 hours", Took(1, 2, 3, 4, 5, 5, 7, 8, 9, 40));
    }

    [Fact]
    public void Those_asked_after_are_a_number_only_where_it_is_shown()
    {
        MeasuredLine Of(int of, int among) => Line([[new("", [new(1, First.Name, of, among)])]], null);

        Assert.Equal("12 late", Of(20, 32).SayMissed);
        Assert.Null(Of(20, 23).SayMissed);
        Assert.Equal("20 not held", Line([[new("", [new(2, ServiceMeasure.All[1].Name, 20, 90)])]], null, 1).SayMissed);
    }

    [Fact]
    public void Of_a_case_that_is_deleted_ethnicity_and_disability_go_with_it()
    {
        var row = new MeasureRow("North", [new(10, Tenth.Name, 1, 1, K: ["5Wn"]), new(1, First.Name, 1, 1)]).OfAGoneCase();
        Assert.Equal(["5--"], row.Shares[0].K!);
        Assert.Null(row.Shares[1].K);
    }

    private static MeasuredLine Line(IReadOnlyList<IReadOnlyList<MeasureRow>> rows, string? area, int at = 0) =>
        AYear.Of([.. Year.Take(rows.Count)], rows, area, new(2027, 2, 1, 0, 0, 0, TimeSpan.Zero)).Lines[at];
}
