using System.Globalization;

namespace StrategyBot.Oversight;

/// <summary>What changed since the month before, in sentences: the largest changes first, numbers in each. No cause that nobody recorded,
/// no target and no rank. Pure.</summary>
internal static class MeasureWords
{
    private const int Most = 3;

    public static IReadOnlyList<string> Changed(MeasuredYear year) =>
    [
        .. from line in year.Lines
           where !line.IsByQuarter && line.Parts is [.., _, _]
           let before = line.Parts[^2].Of.PerCent
           let now = line.Parts[^1].Of.PerCent
           where before is not null && now is not null && Math.Abs(now.Value - before.Value) >= 0.05
           orderby Math.Abs(now.Value - before.Value) descending, line.Measure.Number
           select string.Create(CultureInfo.InvariantCulture,
               $"{line.Measure.Title} {(now < before ? "fell" : "rose")} from {before:0.0}% to {now:0.0}%: {line.Parts[^1].Of.Say()}."),
    ];

    public static IReadOnlyList<string> MostChanged(MeasuredYear year) => [.. Changed(year).Take(Most)];
}
