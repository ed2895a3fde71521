namespace StrategyBot.Oversight;

/// <summary>Small numbers hidden (returns §5): 1 to 5 is <c>c</c>, and so is whatever would give one of them away, by a sum or by what is
/// left of one. 0 is shown. Pure.</summary>
internal static class SmallNumbers
{
    public const int Most = 5;

    public const string Hidden = "c";

    // Bounds that creep on by ones are of large numbers, and tell nothing.
    private const int MostRounds = 50;

    public static bool IsSmall(int number) => number is >= 1 and <= Most;

    /// <summary>Which of these numbers are shown.</summary>
    /// <param name="numbers">None below 0.</param>
    /// <param name="sums">What a reader can reckon: the first is the sum of the others, each by its place among the numbers.</param>
    /// <param name="unseen">Those that stand nowhere and are only reckoned, as what is left of a number.</param>
    public static bool[] Shown(
        IReadOnlyList<int> numbers, IReadOnlyList<IReadOnlyList<int>> sums, IReadOnlySet<int>? unseen = null)
    {
        var shown = numbers.Select((number, at) => !IsSmall(number) && unseen?.Contains(at) != true).ToArray();
        while (Known(numbers, sums, shown, unseen) is { } given)
        {
            // The smallest beside it that isn't hidden yet; what is 0 is given last, as it would be known for no 0 then.
            var beside = sums.Where(sum => sum.Contains(given)).SelectMany(sum => sum).Where(at => shown[at]).Distinct()
                .OrderBy(at => numbers[at] == 0).ThenBy(at => numbers[at]).ThenBy(at => at).ToList();
            if (beside.Count == 0)
            {
                beside = [.. Enumerable.Range(0, numbers.Count).Where(at => shown[at]).OrderBy(at => numbers[at] == 0)
                    .ThenBy(at => numbers[at]).Take(1)];
            }

            if (beside.Count == 0)
            {
                break;
            }

            shown[beside[0]] = false;
        }

        return shown;
    }

    /// <summary>Hides in a large table, beside what is hidden already, whatever a row, a column or a total gives away: no sum is left with
    /// one hidden alone.</summary>
    /// <param name="shown">What is shown so far; what is small is hidden.</param>
    /// <param name="stand">Those that stand elsewhere already, and can't be hidden any more.</param>
    public static void Close(
        IReadOnlyList<int> numbers, IReadOnlyList<IReadOnlyList<int>> sums, bool[] shown, IReadOnlySet<int> stand)
    {
        for (var at = 0; at < shown.Length; at++)
        {
            shown[at] &= !IsSmall(numbers[at]);
        }

        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var sum in sums.Where(sum => sum.Count(at => !shown[at]) == 1))
            {
                var beside = sum.Where(at => shown[at] && !stand.Contains(at))
                    .OrderBy(at => numbers[at] == 0).ThenBy(at => numbers[at]).ThenBy(at => at).ToList();
                if (beside.Count > 0)
                {
                    (shown[beside[0]], changed) = (false, true);
                }
            }
        }
    }

    /// <summary>A small number that can be worked out from what is shown; <c>null</c>: none.</summary>
    private static int? Known(
        IReadOnlyList<int> numbers, IReadOnlyList<IReadOnlyList<int>> sums, bool[] shown, IReadOnlySet<int>? unseen)
    {
        var equations = Reduced(sums, numbers, shown);
        // Whatever is hidden is at least 1, as a 0 would stand there; a 0 that had to be hidden too is not known for one.
        var least = numbers.Select((number, at) => shown[at] ? number : number == 0 || unseen?.Contains(at) == true ? 0.0 : 1.0).ToArray();
        var most = numbers.Select((number, at) => shown[at] ? number : double.PositiveInfinity).ToArray();
        var changed = true;
        for (var round = 0; changed && round < MostRounds; round++)
        {
            changed = false;
            foreach (var (terms, total) in equations)
            {
                foreach (var (at, times) in terms)
                {
                    var (low, high) = (total, total);
                    foreach (var (other, factor) in terms.Where(term => term.At != at))
                    {
                        low -= Math.Max(factor * least[other], factor * most[other]);
                        high -= Math.Min(factor * least[other], factor * most[other]);
                    }

                    var (from, to) = times > 0 ? (low / times, high / times) : (high / times, low / times);
                    changed |= from > least[at] + 1e-6 || to < most[at] - 1e-6;
                    (least[at], most[at]) = (Math.Max(least[at], Math.Ceiling(from - 1e-6)), Math.Min(most[at], Math.Floor(to + 1e-6)));
                }
            }
        }

        for (var at = 0; at < numbers.Count; at++)
        {
            if (!shown[at] && IsSmall(numbers[at]) && most[at] - least[at] < 0.5)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>What the sums say of the hidden alone: as they stand, and as they stand once they are taken from each other.</summary>
    private static List<(List<(int At, double Times)> Terms, double Total)> Reduced(
        IReadOnlyList<IReadOnlyList<int>> sums, IReadOnlyList<int> numbers, bool[] shown)
    {
        var hidden = Enumerable.Range(0, numbers.Count).Where(at => !shown[at]).ToList();
        var rows = new List<double[]>();
        foreach (var sum in sums)
        {
            var row = new double[hidden.Count + 1];
            for (var place = 0; place < sum.Count; place++)
            {
                var (at, sign) = (sum[place], place == 0 ? -1.0 : 1.0);
                var of = hidden.IndexOf(at);
                row[of >= 0 ? of : hidden.Count] += of >= 0 ? sign : -sign * numbers[at];
            }

            rows.Add(row);
        }

        var stand = rows.Select(row => (double[])row.Clone()).ToList();
        var lead = 0;
        for (var column = 0; column < hidden.Count && lead < rows.Count; column++)
        {
            var pivot = rows.FindIndex(lead, row => Math.Abs(row[column]) > 1e-9);
            if (pivot < 0)
            {
                continue;
            }

            (rows[lead], rows[pivot]) = (rows[pivot], rows[lead]);
            var by = rows[lead][column];
            rows[lead] = [.. rows[lead].Select(value => value / by)];
            for (var other = 0; other < rows.Count; other++)
            {
                if (other != lead && Math.Abs(rows[other][column]) > 1e-9)
                {
                    var times = rows[other][column];
                    rows[other] = [.. rows[other].Zip(rows[lead], (value, taken) => value - (times * taken))];
                }
            }

            lead++;
        }

        return
        [
            .. stand.Concat(rows).Select(row => (
                    Terms: hidden.Select((at, place) => (At: at, Times: row[place])).Where(term => Math.Abs(term.Times) > 1e-9).ToList(),
                    Total: row[^1]))
                .Where(row => row.Terms.Count > 0),
        ];
    }
}
