namespace StrategyBot.Oversight;

/// <summary>How many stand on each list of a service, for whoever has no right to the cases: small numbers hidden. Pure.</summary>
internal sealed record ListCounts(ServiceList List, string All, IReadOnlyList<string> Columns, IReadOnlyList<ListCounts.Part> Parts)
{
    public sealed record Part(string Name, IReadOnlyList<string> Cells);

    public bool HidesAny => Parts.SelectMany(part => part.Cells).Append(All).Contains(SmallNumbers.Hidden);

    /// <summary>Of each row its cells and what they come to, and of each column what it comes to: whatever could be reckoned from another
    /// is hidden with it.</summary>
    public static ListCounts Of(ListForReader served)
    {
        var width = served.Columns.Count + 1;
        var (rows, numbers) = (served.Parts.Count, served.Parts.SelectMany(part => part.Cells).ToList());
        // Behind them what each column comes to; the last is all.
        numbers.AddRange(Enumerable.Range(0, width).Select(at => served.Parts.Sum(part => part.Cells[at])));
        var sums = Enumerable.Range(0, width).Select(at => (IReadOnlyList<int>)
            [(rows * width) + at, .. Enumerable.Range(0, rows).Select(row => (row * width) + at)]).ToList();
        if (width > 1)
        {
            sums.AddRange(Enumerable.Range(0, rows + 1)
                .Select(row => (IReadOnlyList<int>)[(row * width) + width - 1, .. Enumerable.Range(row * width, width - 1)]));
        }

        var shown = SmallNumbers.Shown(numbers, sums);
        string Say(int at) => new ShownNumber(numbers[at], shown[at]).Say();
        return new(served.List, Say(numbers.Count - 1), served.Columns,
            [.. served.Parts.Select((part, row) => new Part(part.Name, [.. part.Cells.Select((_, at) => Say((row * width) + at))]))]);
    }
}
