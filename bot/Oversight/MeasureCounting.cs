namespace StrategyBot.Oversight;

/// <summary>Counts one measure over twelve months and hides what is small, in whichever view it stands. Pure.</summary>
/// <param name="counted">Of each month what counts by now.</param>
/// <param name="areas">Every one that there is; empty for none.</param>
internal sealed class MeasureCounting(
    ServiceMeasure measure, IReadOnlyList<DateOnly> months, IReadOnlyList<MeasuredMonth> counted,
    IReadOnlyList<string> areas)
{
    // With more gaps it is no line any more.
    private const int MostHidden = 4;

    // Of each cell: among how many, of how many, what is left.
    private static readonly int[] Kinds = [0, 1, 2];

    public MeasuredLine OfAll()
    {
        var line = All();
        return line with
        {
            Took = Took(null),
            Bars = Bars(line.All),
            ByAgency = ByAgency(),
            Groups =
            [
                .. Enum.GetValues<GroupKind>().Select(kind => (kind, kind == GroupKind.Area ? Areas(line.All)
                    : Groups(ChildGroups.Of(kind), line.All))),
            ],
        };
    }

    /// <summary>Of one area: what could be reckoned from all areas, or from the others, is hidden too.</summary>
    public MeasuredLine OfArea(string area)
    {
        var all = All();
        var numbers = Months(measure.Name, area);
        var row = Row(area, measure.Name, all);
        var months12 = row.Skip(1).Take(numbers.Count).ToList();
        var isByQuarter = IsByQuarter(months12);
        var quarters = row.Skip(1 + numbers.Count).ToList();
        return new(measure, row[0], isByQuarter,
            [.. (isByQuarter ? quarters : months12).Select((part, at) => (months[isByQuarter ? 3 * at : at], part))],
            [.. measure.Also.Select(also => (also.Say, Row(area, also.Name, null)[0]))])
        {
            Took = Took(area),
        };
    }

    private MeasuredLine All()
    {
        var numbers = Months(measure.Name, null);
        var by = MeasuredYear.Hidden(numbers);
        var isByQuarter = IsByQuarter(by.Parts);
        if (isByQuarter)
        {
            by = MeasuredYear.Hidden(Quarters(numbers));
        }

        return new(measure, by.All, isByQuarter, [.. by.Parts.Select((part, at) => (months[isByQuarter ? 3 * at : at], part))],
            [.. measure.Also.Select(also => (also.Say, MeasuredYear.Hidden([Total(Months(also.Name, null))]).All))]);
    }

    private static bool IsByQuarter(IReadOnlyList<ShownShare> parts) =>
        parts.Count(part => part.PerCent is null && !part.IsNone) > MostHidden;

    /// <summary>Of an area the year, its months and its quarters, closed over all areas.</summary>
    /// <param name="all">As it stands where all areas do; <c>null</c>: the year alone stands there.</param>
    private List<ShownShare> Row(string area, string name, MeasuredLine? all)
    {
        // All areas first, then each: the year, each month, each quarter; of each how many among, of how many, and what is left.
        var rows = areas.Select(one => Cells(Months(name, one))).Prepend(Cells(Months(name, null))).ToList();
        var width = rows[0].Count;
        var numbers = rows.SelectMany(row => row).SelectMany(one => new[] { one.Among, one.Of, one.Among - one.Of }).ToList();
        int At(int row, int cell, int kind) => (((row * width) + cell) * 3) + kind;
        var quarters = width - 1 - months.Count;
        var sums = new List<IReadOnlyList<int>>();
        for (var row = 0; row < rows.Count; row++)
        {
            var here = row;
            sums.AddRange(Enumerable.Range(0, width).Select(cell =>
                (IReadOnlyList<int>)[At(here, cell, 0), At(here, cell, 1), At(here, cell, 2)]));
            foreach (var kind in Kinds)
            {
                int[] Of(int first, int count) => [.. Enumerable.Range(first, count).Select(cell => At(here, cell, kind))];
                sums.Add([At(row, 0, kind), .. Of(1, months.Count)]);
                if (quarters > 0)
                {
                    sums.Add([At(row, 0, kind), .. Of(width - quarters, quarters)]);
                }

                sums.AddRange(Enumerable.Range(0, quarters).Select(quarter => (IReadOnlyList<int>)
                    [At(here, width - quarters + quarter, kind), .. Of(1 + (3 * quarter), 3)]));
            }
        }

        sums.AddRange(from cell in Enumerable.Range(0, width)
                      from kind in Kinds
                      select (IReadOnlyList<int>)[.. Enumerable.Range(0, rows.Count).Select(row => At(row, cell, kind))]);

        var shown = Enumerable.Repeat(true, numbers.Count).ToArray();
        for (var cell = 0; cell < width; cell++)
        {
            var stands = cell == 0 ? all?.All ?? MeasuredYear.Hidden([rows[0][0]]).All : Standing(all, cell, width - quarters);
            (shown[At(0, cell, 0)], shown[At(0, cell, 1)]) = (stands?.Among.IsShown ?? false, stands?.Of.IsShown ?? false);
            shown[At(0, cell, 2)] = shown[At(0, cell, 0)] && shown[At(0, cell, 1)];
        }

        SmallNumbers.Close(numbers, sums, shown, Enumerable.Range(0, 3 * width).ToHashSet());
        var mine = areas.ToList().IndexOf(area) + 1;
        return mine == 0 ? [.. Enumerable.Repeat(new ShownShare(new(0, true), new(0, true)), width)]
            : [.. Enumerable.Range(0, width).Select(cell => new ShownShare(
                new(numbers[At(mine, cell, 1)], shown[At(mine, cell, 1)]), new(numbers[At(mine, cell, 0)], shown[At(mine, cell, 0)])))];
    }

    private static ShownShare? Standing(MeasuredLine? all, int cell, int firstQuarter) => all switch
    {
        null => null,
        { IsByQuarter: true } => cell >= firstQuarter ? all.Parts[cell - firstQuarter].Of : null,
        // What stands there by months says the quarters where it says each of their months.
        _ => cell < firstQuarter ? all.Parts[cell - 1].Of : null,
    };

    private List<(int Of, int Among)> Cells(List<(int Of, int Among)> parts) =>
        months.Count % 3 == 0 ? [Total(parts), .. parts, .. Quarters(parts)] : [Total(parts), .. parts];

    private List<(int Of, int Among)> Months(string name, string? area) => [.. counted.Select(month => month.Of(name, area))];

    private static List<(int Of, int Among)> Quarters(List<(int Of, int Among)> parts) => [.. parts.Chunk(3).Select(Total)];

    private static (int Of, int Among) Total(IEnumerable<(int Of, int Among)> parts) =>
        parts.Aggregate((Of: 0, Among: 0), (sum, one) => (sum.Of + one.Of, sum.Among + one.Among));

    /// <summary>Of a few the middle one would say how long one of them waited.</summary>
    private string Took(string? area)
    {
        if (measure.Time is not { } time)
        {
            return "";
        }

        var took = new SortedDictionary<int, int>();
        foreach (var (one, count) in counted.SelectMany(month => month.Took(time.Name, area)))
        {
            took[one] = took.GetValueOrDefault(one) + count;
        }

        var all = took.Values.Sum();
        return all <= SmallNumbers.Most ? ""
            : FormattableString.Invariant($"Median {(At(took, (all - 1) / 2) + At(took, all / 2)) / 2.0:0.#} {time.Says}")
                + (time.HasNine
                    ? FormattableString.Invariant($"; nine in ten within {At(took, (int)Math.Ceiling(all * 0.9) - 1)} hours") : "");
    }

    /// <summary>The one that stands there in their order, the first at 0.</summary>
    private static int At(SortedDictionary<int, int> took, int at)
    {
        foreach (var (one, count) in took)
        {
            if ((at -= count) < 0)
            {
                return one;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(at));
    }

    private List<MeasuredBar> Bars(ShownShare all)
    {
        if (measure.By is not { } split)
        {
            return [];
        }

        var numbers = split.Bars.Select(bar => Total(Months(bar.Name, null))).ToList();
        if (split.OfAll)
        {
            return
            [
                .. split.Bars.Select((bar, at) => new MeasuredBar(bar.Label, MeasuredYear.Hidden([numbers[at]]).All, true, bar.England)),
            ];
        }

        if (split.IsWhole)
        {
            // All of them, and the first two that the measure counts, stand in its own line.
            var parts = numbers.Select(one => one.Of).ToList();
            List<int> whole = [all.Among.Number, all.Of.Number, all.Among.Number - all.Of.Number, .. parts];
            var shown = SmallNumbers.Shown(whole,
                [[0, 1, 2], [0, .. Enumerable.Range(3, parts.Count)], [1, 3, 4], [2, .. Enumerable.Range(5, parts.Count - 2)]],
                new[] { (0, all.Among.IsShown), (1, all.Of.IsShown), (2, all.Of.IsShown && all.Among.IsShown) }
                    .Where(one => !one.Item2).Select(one => one.Item1).ToHashSet());
            return [.. split.Bars.Select((bar, at) => new MeasuredBar(bar.Label,
                new(new(parts[at], shown[3 + at]), new(all.Among.Number, all.Among.IsShown)), true, bar.England))];
        }

        var (counts, flags, _) = ByReason(split);
        return
        [
            .. split.Bars
                .Select((bar, at) => new MeasuredBar(bar.Label, new(new(counts[at], flags[at]), new(counts[at], flags[at])), false, null))
                .Where(bar => bar.Of.Of is not { Number: 0, IsShown: true }),
        ];
    }

    /// <summary>Of each bar its number, then of each agency, then of all; what could be reckoned is hidden.</summary>
    private (List<int> Numbers, bool[] Shown, List<string> Agencies) ByReason(ServiceMeasure.Split split)
    {
        var numbers = split.Bars.Select(bar => Total(Months(bar.Name, null)).Of).ToList();
        var (bars, agencies) = (numbers.Count, split.Bars.Select(bar => bar.Agency).Distinct().ToList());
        numbers.AddRange(agencies.Select(agency =>
            split.Bars.Index().Where(bar => bar.Item.Agency == agency).Sum(bar => numbers[bar.Index])).ToList());
        numbers.Add(numbers.Skip(bars).Sum());
        List<IReadOnlyList<int>> sums =
        [
            [bars + agencies.Count, .. Enumerable.Range(bars, agencies.Count)],
            .. agencies.Select((agency, at) => (IReadOnlyList<int>)
                [bars + at, .. split.Bars.Index().Where(bar => bar.Item.Agency == agency).Select(bar => bar.Index)]),
        ];
        return (numbers, SmallNumbers.Shown(numbers, sums), agencies);
    }

    private string ByAgency()
    {
        if (measure.By is not { } split || split.Bars.All(bar => bar.Agency.Length == 0))
        {
            return "";
        }

        var (numbers, shown, agencies) = ByReason(split);
        var said = agencies.Select((agency, at) => (agency, new ShownNumber(numbers[split.Bars.Count + at], shown[split.Bars.Count + at])))
            .Where(one => one.Item2 is not { Number: 0, IsShown: true }).Select(one => $"{one.agency} {one.Item2.Say()}").ToList();
        return said.Count == 0 ? "" : $"By agency: {string.Join(", ", said)}";
    }

    private List<MeasuredGroup> Groups(IEnumerable<(string Name, Func<string, bool> Has)> kinds, ShownShare all) =>
        Grouped([.. kinds.Select(kind => (kind.Name, Total(counted.Select(month => month.Of(measure.Name, kind.Has)))))], all);

    private List<MeasuredGroup> Areas(ShownShare all) =>
        Grouped([.. areas.Select(area => (area.Length > 0 ? area : "No area", Total(Months(measure.Name, area))))], all);

    private static List<MeasuredGroup> Grouped(List<(string Name, (int Of, int Among) Of)> groups, ShownShare all)
    {
        var here = groups.Where(one => one.Of.Among > 0).ToList();
        var hidden = MeasuredYear.Hidden([.. here.Select(one => one.Of)], all);
        return [.. here.Zip(hidden.Parts).Select(one => new MeasuredGroup(one.First.Name, one.Second))];
    }
}
