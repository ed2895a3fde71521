using System.Globalization;
using StrategyBot.Oversight;
using StrategyBot.Phases;

namespace StrategyBot.Panel;

/// <summary>The measures of a service as their page shows them, as lines and as a table of the same numbers. Pure.</summary>
internal static class MeasuresDrawing
{
    public static object Of(MeasuresLook.Looked looked, string? area, Words words)
    {
        var year = looked.Year;
        return new
        {
            at = words.ShortDate(words.LocalDate(looked.At)),
            isWhole = looked.IsWhole,
            to = words.Date(words.LocalDate(looked.At)),
            since = Month(year.Months[^2]),
            area,
            year.Areas,
            changed = MeasureWords.MostChanged(year),
            months = year.Months.Select(Month),
            csv = MeasuresCsv.Of(year),
            lines = year.Lines.Select(line => new
            {
                line.Measure.Number,
                line.Measure.Title,
                line.Measure.Definition,
                perCent = line.All.SayPerCent(),
                of = line.All.Say(line.Measure.Of),
                picture = MeasurePicture.Of(line),
                first = Value(line.Parts[0].Of),
                last = Value(line.Parts[^1].Of),
                line.IsByQuarter,
                england = line.Measure.England is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share:0.0}%") : null,
                also = line.Also.Where(also => !also.Of.IsNone).Select(also => $"{also.Say} {also.Of.Say()}"),
                cells = line.Parts.Select(part => new { from = Month(part.From), perCent = part.Of.SayPerCent(), of = part.Of.Say() }),
            }),
        };
    }

    private static string Month(DateOnly month) => month.ToString("MMM yyyy", Words.English.Culture);

    private static string Value(ShownShare of) =>
        of.PerCent is { } share ? share.ToString("0.0", CultureInfo.InvariantCulture) : of.SayPerCent();
}
