using System.Globalization;
using StrategyBot.Documents;
using StrategyBot.Oversight;

namespace StrategyBot.Phases.Overseeing;

/// <summary>What an inspector asks, for the partnership, on two pages: counts with small numbers hidden, and no case and no name. Pure.
/// </summary>
internal static class PartnershipPaper
{
    private const string Title = "What an inspector asks";

    // With more of them a page would not hold all groups.
    private const int MostAreas = 12;

    // Twentieths of a point, together the width between the margins.
    private static readonly int[] Measures = [450, 4_135, 1_200, 1_300, 1_950, 1_000], Three = [4_035, 2_500, 3_500],
        Four = [1_800, 3_235, 2_000, 3_000];

    public static PaperFile Write(MeasuresLook.Looked looked, string? area, DateOnly? month, Words words)
    {
        var chosen = month is { } one && looked.Year.Months.Contains(one) ? one : looked.Year.Months[^1];
        return new($"measures-{MonthAddress.Write(chosen)}.docx", MinutesDocx.ContentType, BundleDocx.Write(Title,
            "Counts alone, small numbers hidden; no case and no name", Pieces(looked, area, chosen, words), looked.At));
    }

    internal static IEnumerable<SheetPiece> Pieces(MeasuresLook.Looked looked, string? area, DateOnly month, Words words)
    {
        var year = looked.Year;
        yield return new SheetPiece.Head(1, Title);
        yield return Line($"{Long(month)}, and the 12 months to {words.Date(words.LocalDate(looked.At))}. "
            + $"{(area is null ? "All areas" : $"Area {area}")}."
            + (looked.IsWhole ? "" : " This was drawn while the counts were being made after an update: some cases are not in it."));
        if (month == year.Months[^1] && MeasureWords.MostChanged(year) is { Count: > 0 } changed)
        {
            yield return new SheetPiece.Head(2, $"What changed since {Short(year.Months[^2])}");
            foreach (var sentence in changed)
            {
                yield return Line(sentence);
            }
        }

        yield return new SheetPiece.Grid("The measures", ["", "Measure and what is counted", Short(month), "12 months", "Of", "England"],
            Measures, [.. year.Lines.Select(line => Row(line, month))]);
        yield return Line("c: 1 to 5, hidden, and with it a second wherever the first could be worked out. No targets, no ranks. "
            + "England: children in need census 2024-25; – is none published.");
        foreach (var line in year.Lines.Where(line => line.Bars.Count > 0))
        {
            foreach (var piece in Bars(line))
            {
                yield return piece;
            }
        }

        var tenth = year.Lines[^1];
        var groups = tenth.Groups.SelectMany(kind => kind.Groups.Take(MostAreas).Select(group => (kind.Kind, group))).ToList();
        if (groups.Count > 0)
        {
            yield return new SheetPiece.Head(2, $"For which children: {tenth.Measure.Title.ToLowerInvariant()}");
            yield return new SheetPiece.Grid("By group", ["By", "Group", "Per cent", "Of"], Four,
            [
                .. groups.Select(one => (IReadOnlyList<SheetPiece.Cell>)
                    [$"{one.Kind}", one.group.Name, one.group.Of.SayPerCent(), one.group.Of.Say()]),
            ]);
        }
    }

    private static IReadOnlyList<SheetPiece.Cell> Row(MeasuredLine line, DateOnly month) =>
    [
        $"{line.Measure.Number}",
        new SheetPiece.Cell(SheetPiece.Edge.None, new SheetPiece.Said(line.Measure.Title, IsBold: true),
            new($". {line.Measure.Definition}{(line.Took.Length > 0 ? $". {line.Took}" : "")}")),
        line.Month(month) is { } here ? here.SayPerCent() : "by quarter",
        SheetPiece.Cell.Bold(line.All.SayPerCent()),
        line.All.Say(),
        line.Measure.England is { } england ? england.ToString("0.0", CultureInfo.InvariantCulture) : "–",
    ];

    private static IEnumerable<SheetPiece> Bars(MeasuredLine line)
    {
        var split = line.Measure.By!;
        if (!split.OfAll && !split.IsWhole)
        {
            // As words: there may be many, and each is short.
            yield return new SheetPiece.Line(new SheetPiece.Said($"{split.Title}: ", IsBold: true),
                new(string.Join(", ", line.Bars.Select(bar => $"{Small(bar.Label)} {bar.Say}")) + "."
                    + (line.ByAgency.Length > 0 ? $" {line.ByAgency}." : "")));
            yield break;
        }

        yield return new SheetPiece.Head(2, split.OfAll ? split.Title : $"{split.Title} to the conference");
        yield return new SheetPiece.Grid(split.Title,
            [split.OfAll ? "Agency" : "Days", "Per cent", split.OfAll ? "Meetings" : "Conferences"], Three,
            [
                .. line.Bars.Select(bar => (IReadOnlyList<SheetPiece.Cell>)
                [
                    bar.Label, bar.Say,
                    bar.Of.Say() + (bar.England is { } england ? FormattableString.Invariant($" · England {england:0.0}") : ""),
                ]),
            ]);
    }

    private static string Small(string label) => char.ToLowerInvariant(label[0]) + label[1..];

    private static string Long(DateOnly month) => month.ToString("MMMM yyyy", Words.English.Culture);

    private static string Short(DateOnly month) => month.ToString("MMM yyyy", Words.English.Culture);

    private static SheetPiece.Line Line(string text) => new(new SheetPiece.Said(text));
}
