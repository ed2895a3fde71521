using System.Globalization;

namespace StrategyBot.Oversight;

/// <summary>A number of a measure that may be shown, or not.</summary>
internal readonly record struct ShownNumber(int Number, bool IsShown)
{
    public string Say() => IsShown ? Number.ToString("N0", CultureInfo.InvariantCulture) : SmallNumbers.Hidden;
}

/// <summary>How many of how many; per cent is hidden with either.</summary>
internal readonly record struct ShownShare(ShownNumber Of, ShownNumber Among)
{
    /// <summary><c>null</c> where it is hidden, or of nothing.</summary>
    public double? PerCent => Of.IsShown && Among.IsShown && Among.Number > 0 ? 100.0 * Of.Number / Among.Number : null;

    /// <summary>Nothing was there to count.</summary>
    public bool IsNone => Among is { Number: 0, IsShown: true };

    /// <summary><c>71 of 85 meetings</c>; <c>none yet</c>.</summary>
    public string Say(string what) => IsNone ? "none yet" : $"{Say()} {what}";

    public string Say() => IsNone ? "none" : $"{Of.Say()} of {Among.Say()}";

    public string SayPerCent() => PerCent is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share:0.0}%")
        : Among is { Number: 0, IsShown: true } ? "–" : SmallNumbers.Hidden;
}

/// <summary>One measure over twelve months, small numbers hidden. Where more than four months are, quarters stand in their place, so that
/// never both can be reckoned with.</summary>
/// <param name="Parts">Months or quarters, oldest first; each begins with its first month.</param>
internal sealed record MeasuredLine(
    ServiceMeasure Measure, ShownShare All, bool IsByQuarter, IReadOnlyList<(DateOnly From, ShownShare Of)> Parts,
    IReadOnlyList<(string Say, ShownShare Of)> Also)
{
    /// <summary>How long it took: the middle one, and within what nine in ten were; empty where that is not counted, or hidden.</summary>
    public string Took { get; init; } = "";

    /// <summary>Of all areas alone.</summary>
    public IReadOnlyList<MeasuredBar> Bars { get; init; } = [];

    /// <summary>How many bars come to each agency, in words; empty where they are of none.</summary>
    public string ByAgency { get; init; } = "";

    /// <summary>Of each kind its groups, by children; of all areas alone.</summary>
    public IReadOnlyList<(GroupKind Kind, IReadOnlyList<MeasuredGroup> Groups)> Groups { get; init; } = [];

    /// <summary>Those that one asks after, as <c>119 late</c>; <c>null</c> where the number is hidden.</summary>
    public string? SayMissed => !All.Of.IsShown || (!Measure.AsksAfterIts && !All.Among.IsShown) ? null
        : $"{new ShownNumber(Measure.AsksAfterIts ? All.Of.Number : All.Among.Number - All.Of.Number, true).Say()} {Measure.Miss}";

    /// <summary>The month by itself, where it stands there.</summary>
    public ShownShare? Month(DateOnly month) =>
        IsByQuarter ? null : Parts.Where(part => part.From == month).Select(part => (ShownShare?)part.Of).FirstOrDefault();
}

/// <summary>The measures of a service over twelve months, from what its cases laid on the months' shelves. Pure.</summary>
/// <param name="Months">Their first days, oldest first.</param>
internal sealed record MeasuredYear(IReadOnlyList<DateOnly> Months, IReadOnlyList<MeasuredLine> Lines, IReadOnlyList<string> Areas)
{
    public const int Length = 12;

    /// <summary>The twelve that end with this one.</summary>
    public static IReadOnlyList<DateOnly> To(DateOnly day) =>
        [.. Enumerable.Range(0, Length).Select(at => new DateOnly(day.Year, day.Month, 1).AddMonths(at - Length + 1))];

    /// <param name="counted">Of each of <paramref name="months"/>.</param>
    /// <param name="area"><c>null</c>: all of them.</param>
    public static MeasuredYear Of(IReadOnlyList<DateOnly> months, IReadOnlyList<MeasuredMonth> counted, string? area)
    {
        IReadOnlyList<string> areas = [.. counted.SelectMany(month => month.Areas).Distinct().Order(StringComparer.Ordinal)];
        return new(months,
            [
                .. ServiceMeasure.All.Select(measure => new MeasureCounting(measure, months, counted, areas)).Select(counting =>
                    area is null ? counting.OfAll() : counting.OfArea(area)),
            ],
            [.. areas.Where(name => name.Length > 0)]);
    }

    /// <summary>Of each part how many, of how many, and how many are left, and the same of all: whatever can be reckoned from another is
    /// hidden with it.</summary>
    /// <param name="stands">As all of them stand elsewhere already: what is hidden there is not shown here.</param>
    internal static (ShownShare All, IReadOnlyList<ShownShare> Parts) Hidden(
        IReadOnlyList<(int Of, int Among)> parts, ShownShare? stands = null)
    {
        var all = (Of: parts.Sum(part => part.Of), Among: parts.Sum(part => part.Among));
        var whole = parts.Prepend(all).ToList();
        var numbers = whole.SelectMany(part => new[] { part.Among, part.Of, part.Among - part.Of }).ToList();
        var sums = Enumerable.Range(0, whole.Count).Select(at => (IReadOnlyList<int>)[3 * at, (3 * at) + 1, (3 * at) + 2])
            .Concat(Enumerable.Range(0, 3).Select(kind =>
                (IReadOnlyList<int>)[kind, .. Enumerable.Range(1, parts.Count).Select(at => (3 * at) + kind)])).ToList();
        var unseen = Enumerable.Range(0, whole.Count).Select(at => (3 * at) + 2).ToHashSet();
        unseen.UnionWith(stands is { Among.IsShown: false } ? [0] : []);
        unseen.UnionWith(stands is { Of.IsShown: false } ? [1] : []);
        var shown = SmallNumbers.Shown(numbers, sums, unseen);
        ShownShare At(int at) => new(
            new(numbers[(3 * at) + 1], shown[(3 * at) + 1]), new(numbers[3 * at], shown[3 * at]));
        return (At(0), [.. Enumerable.Range(1, parts.Count).Select(At)]);
    }
}
