using FsCheck;
using FsCheck.Fluent;
using StrategyBot.Cases;
using StrategyBot.Oversight;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Oversight;

/// <summary>Issue 18.2: a generated year of 2,000 cases, of which each property is drawn; what is measured is what was drawn, counted here
/// by itself. Small numbers stay hidden, whatever they are.</summary>
public sealed class MeasuredYearTests
{
    private const int Cases = 2_000;

    private static readonly DateTimeOffset Now = Dates.Local("2027-02-28 12:00");

    private readonly AGeneratedYear generated = new();

    [Fact]
    public void A_year_of_2000_cases_gives_each_measure_exactly()
    {
        var random = new Random(18);
        var months = MeasuredYear.To(new(2026, 12, 31));
        var rows = months.ToDictionary(month => month, _ => new List<MeasureRow>());
        var lists = new ListedCases([.. MeasuredYear.To(new(2026, 6, 30)), .. MeasuredYear.To(new(2027, 6, 30))]);
        for (var number = 1; number <= Cases; number++)
        {
            var @case = generated.Draw(random).Case;
            lists.Put(ABoard.IdOf(number), AListing.Laid(ListedCase.Of(@case, Program.Phases.Listed(@case))));
            foreach (var (month, row) in MeasureRow.Of(@case))
            {
                if (rows.TryGetValue(month, out var here))
                {
                    // As it comes back from its shelf.
                    here.Add(MeasureRow.Read(row.Write()));
                }
            }
        }

        var year = AYear.Of(months, [.. months.Select(month => rows[month])], null, Now);

        Assert.Equal(Enumerable.Range(1, 10), year.Lines.Select(line => line.Measure.Number));
        AsGrouped(year);
        AsBars(year);
        AsListed(lists.Lists(ABoard.Reader(), null, null, Now, Clocks.For(ProcedureProfiles.Default), null, int.MaxValue).Lists);
        foreach (var line in year.Lines)
        {
            var all = generated.Drawn.Where(one => one.Key.Number == line.Measure.Number).ToList();
            Assert.True((all.Sum(one => one.Value.Of), all.Sum(one => one.Value.Among))
                == (line.All.Of.Number, line.All.Among.Number),
                $"{line.Measure.Number}: {all.Sum(one => one.Value.Of)} of {all.Sum(one => one.Value.Among)} drawn, "
                    + $"{line.All.Of.Number} of {line.All.Among.Number} measured");
            foreach (var (from, of) in line.Parts.Where(_ => !line.IsByQuarter))
            {
                Assert.Equal((line.Measure.Number, from, generated.Drawn.GetValueOrDefault((line.Measure.Number, from))),
                    (line.Measure.Number, from, (of.Of.Number, of.Among.Number)));
            }
        }
    }

    private void AsGrouped(MeasuredYear year)
    {
        foreach (var line in year.Lines)
        {
            Assert.Equal(
                generated.Grouped.Where(one => one.Key.Number == line.Measure.Number)
                    .Select(one => $"{one.Key.Number} {one.Key.Group}: {one.Value.Of} of {one.Value.Among}").Order(),
                line.Groups.SelectMany(kind => kind.Groups.Select(group =>
                    $"{line.Measure.Number} {kind.Kind} {group.Name}: {group.Of.Of.Number} of {group.Of.Among.Number}")).Order());
        }
    }

    private void AsBars(MeasuredYear year)
    {
        // The school never came.
        generated.Bars["3 School"] = 0;
        Assert.Equal(generated.Bars.Select(one => $"{one.Key}: {one.Value}").Order(), year.Lines.SelectMany(line => line.Bars
            .Select(bar => $"{line.Measure.Number} {bar.Label}: {bar.Of.Of.Number}")).Order());
        foreach (var (number, all) in generated.Times)
        {
            var half = all.Order().ElementAt(all.Count / 2);
            var said = year.Lines[number - 1].Took;
            Assert.Matches($"^Median {half}(\\.0)? |^Median {half - 0.5} |^Median {half - 1} ", said);
            Assert.True(all.Count(one => one <= half) * 2 >= all.Count && all.Count(one => one >= half) * 2 >= all.Count);
        }

        var hours = generated.Times[1].Order().ToList();
        Assert.EndsWith($"nine in ten within {hours.First(most => hours.Count(one => one <= most) >= 0.9 * hours.Count)} hours",
            year.Lines[0].Took, StringComparison.Ordinal);
    }

    private void AsListed(IReadOnlyList<ListForReader> lists)
    {
        foreach (var list in lists.Where(one => one.List != ServiceList.OfMeasure))
        {
            Assert.Equal(list.Lines.Count, list.Count);
            Assert.Equal(
                generated.Listed.Where(one => one.Key.List == list.List).Select(one => $"{list.List} {one.Key.Which}: {one.Value}").Order(),
                list.Lines.GroupBy(Which).Select(same => $"{list.List} {same.Key}: {same.Count()}").Order());
        }

        static string Which(ListLine line) => line.Item!.List switch
        {
            ServiceList.OutOfTimescale => $"{line.Item.On:yyyy-MM} {line.Days}",
            ServiceList.Disagreements => line.Item.Ended is null ? "open" : $"after {line.Days}",
            ServiceList.Attendance or ServiceList.Overdue => line.Item.Agency!,
            _ => line.Item.Why ?? line.Item.What,
        };
    }

    [Fact]
    public void What_was_not_done_counts_once_its_limit_has_passed_though_nothing_was_written_since()
    {
        var given = AConvenedCase();
        var (month, row) = MeasureRow.Of(given.Case).Single(one => one.Row.Shares.Any(share => share.N == 1));
        ShownShare At(string local) => AYear.Of([month], [[row]], null, Dates.Local(local)).Lines[0].All;

        Assert.Equal(0, At("2026-11-25 15:00").Among.Number);
        Assert.Equal((0, 1), (At("2026-12-09 09:00").Of.Number, At("2026-12-09 09:00").Among.Number));
    }

    [Fact]
    public void Of_an_area_only_its_own_cases_count()
    {
        MeasureRow Row(string area, int of) => new(area, [new(1, ServiceMeasure.All[0].Name, of, 10)]);
        var (months, rows) = ((DateOnly[])[new(2026, 12, 1)], (IReadOnlyList<MeasureRow>[])[[Row("North", 9), Row("West", 8), Row("", 7)]]);

        ShownShare All(string? area) => AYear.Of(months, rows, area, Now).Lines[0].All;
        Assert.Equal((9, 10), (All("North").Of.Number, All("North").Among.Number));
        Assert.Equal((24, 30), (All(null).Of.Number, All(null).Among.Number));
        Assert.Equal(["North", "West"], AYear.Of(months, rows, null, Now).Areas);
    }

    [Fact]
    public void Where_more_than_four_months_are_hidden_quarters_stand_in_their_place()
    {
        var months = MeasuredYear.To(new(2026, 12, 31));
        MeasuredLine Line(int among, int of) => AYear.Of(months,
            [.. months.Select(_ => (IReadOnlyList<MeasureRow>)[new("", [new(10, ServiceMeasure.All[9].Name, of, among)])])], null, Now)
            .Lines[9];

        Assert.Equal((true, 4), (Line(6, 4).IsByQuarter, Line(6, 4).Parts.Count));
        Assert.Equal(("12 of 18", "66.7%"), (Line(6, 4).Parts[0].Of.Say(), Line(6, 4).Parts[0].Of.SayPerCent()));
        Assert.Equal((false, 12), (Line(20, 10).IsByQuarter, Line(20, 10).Parts.Count));
        Assert.Equal(("none", "–"), (Line(0, 0).All.Say(), Line(0, 0).All.SayPerCent()));
    }

    /// <summary>Neither a number, nor what is left of it, nor what a sum of the rest gives away.</summary>
    [Fact]
    public void No_small_number_of_three_months_can_be_worked_out_from_what_is_shown() => Prop.ForAll(
        Gen.Choose(0, 8).ArrayOf(6).ToArbitrary(), Unknown).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void A_spreadsheet_hides_what_the_page_hides()
    {
        var months = MeasuredYear.To(new(2026, 12, 31));
        var csv = MeasuresCsv.Of(AYear.Of(months, [.. months.Select((_, at) =>
            (IReadOnlyList<MeasureRow>)[new("", [new(1, ServiceMeasure.All[0].Name, at == 3 ? 2 : 10, 20)])])], null, Now)).Split("\r\n");

        Assert.Equal("Number,Measure,From,Length,Numerator,Denominator,Per cent,England 2024-25,Group", csv[0]);
        Assert.Contains("1,\"Meetings held in time\",2026-02,month,10,20,50.0,,", csv);
        // The one that the sum of the others would give it away by.
        Assert.Contains("1,\"Meetings held in time\",2026-01,month,c,20,c,,", csv);
        Assert.Contains("1,\"Meetings held in time\",2026-04,month,c,20,c,,", csv);
        Assert.DoesNotContain(csv, line => line.StartsWith("1,", StringComparison.Ordinal)
            && line.Contains(",2,", StringComparison.Ordinal));
        Assert.Contains(csv, line => line.EndsWith(",81.4,", StringComparison.Ordinal));
    }

    [Fact]
    public void What_changed_since_the_month_before_is_said_with_its_numbers_the_largest_first()
    {
        var months = MeasuredYear.To(new(2026, 12, 31));
        var year = AYear.Of(months, [.. months.Select((_, at) => (IReadOnlyList<MeasureRow>)[new("",
            [new(1, ServiceMeasure.All[0].Name, at == 11 ? 60 : 80, 100), new(3, ServiceMeasure.All[2].Name, at == 11 ? 90 : 50, 100)])])],
            null, Now);

        Assert.Equal(
            [
                "All core agencies there rose from 50.0% to 90.0%: 90 of 100.",
                "Meetings held in time fell from 80.0% to 60.0%: 60 of 100.",
            ],
            MeasureWords.MostChanged(year));
    }

    /// <summary>Nothing of who it is about lies on a month's shelf.</summary>
    [Fact]
    public void A_row_holds_numbers_alone()
    {
        var given = AConvenedCase(2);
        foreach (var (_, row) in MeasureRow.Of(given.Case))
        {
            Assert.DoesNotContain("Lindley", row.Write(), StringComparison.Ordinal);
            Assert.DoesNotContain(Given.Id.Value, row.Write(), StringComparison.Ordinal);
            Assert.DoesNotContain("Heron", row.Write(), StringComparison.Ordinal);
        }
    }

    private static bool Unknown(int[] drawn)
    {
        var parts = Enumerable.Range(0, 3).Select(at => (Of: drawn[2 * at], Among: drawn[2 * at] + drawn[(2 * at) + 1])).ToList();
        var (all, shown) = MeasuredYear.Hidden(parts);
        var (ofs, lefts) = (parts.Select(_ => new HashSet<int>()).ToList(), parts.Select(_ => new HashSet<int>()).ToList());
        var amongs = parts.Select(_ => new HashSet<int>()).ToList();
        Try([], 0);
        return parts.Index().All(part =>
            Hides(part.Item.Of, shown[part.Index].Of, ofs[part.Index])
            && Hides(part.Item.Among, shown[part.Index].Among, amongs[part.Index])
            && (!SmallNumbers.IsSmall(part.Item.Among - part.Item.Of) || lefts[part.Index].Count > 1));

        static bool Hides(int number, ShownNumber shown, HashSet<int> found) =>
            !SmallNumbers.IsSmall(number) || (!shown.IsShown && found.Count > 1);

        static bool Fits(ShownNumber counted, int number) => counted.IsShown ? number == counted.Number : number > 0 || counted.Number == 0;

        // Every three months of which all that is shown is the same.
        void Try(List<(int Of, int Among)> so, int at)
        {
            if (at == 3)
            {
                if (Fits(all.Of, so.Sum(one => one.Of)) && Fits(all.Among, so.Sum(one => one.Among)))
                {
                    for (var part = 0; part < 3; part++)
                    {
                        ofs[part].Add(so[part].Of);
                        amongs[part].Add(so[part].Among);
                        lefts[part].Add(so[part].Among - so[part].Of);
                    }
                }

                return;
            }

            var (of, among) = (shown[at].Of, shown[at].Among);
            foreach (var one in of.IsShown ? [of.Number] : Enumerable.Range(0, 20))
            {
                foreach (var other in among.IsShown ? [among.Number] : Enumerable.Range(one, 20))
                {
                    if (other >= one && Fits(of, one) && Fits(among, other))
                    {
                        Try([.. so, (one, other)], at + 1);
                    }
                }
            }
        }
    }
}
