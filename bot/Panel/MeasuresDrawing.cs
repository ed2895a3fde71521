using System.Globalization;
using StrategyBot.Oversight;
using StrategyBot.Phases;

namespace StrategyBot.Panel;

/// <summary>The measures of a service as their page shows them, as lines and as a table of the same numbers. Pure.</summary>
internal static class MeasuresDrawing
{
    /// <param name="month">By itself, out of the twelve; <c>null</c>: all of them together.</param>
    public static object Of(MeasuresLook.Looked looked, string? area, DateOnly? month, Words words)
    {
        var year = looked.Year;
        month = month is { } asked && year.Months.Contains(asked) ? asked : null;
        return new
        {
            at = words.ShortDate(words.LocalDate(looked.At)),
            isWhole = looked.IsWhole,
            to = words.Date(words.LocalDate(looked.At)),
            since = Month(year.Months[^2]),
            area,
            year.Areas,
            month = month is { } chosen ? MonthAddress.Write(chosen) : null,
            period = month is { } named ? Long(named) : $"12 months to {words.Date(words.LocalDate(looked.At))}",
            changed = MeasureWords.MostChanged(year),
            months = year.Months.Select(Month),
            choices = year.Months.Reverse().Select(one => new
            {
                id = MonthAddress.Write(one),
                name = Long(one),
            }),
            csv = MeasuresCsv.Of(year),
            lines = year.Lines.Select(line => Line(line, looked.MayOpen, month)),
            groups = Enum.GetValues<GroupKind>().Select(kind => new { id = WordTables.ValueOf(kind), name = kind.ToString() }),
        };
    }

    private static object Line(MeasuredLine line, bool mayOpen, DateOnly? month)
    {
        var here = month is { } one ? line.Month(one) : line.All;
        return new
        {
            line.Measure.Number,
            line.Measure.Title,
            line.Measure.Definition,
            perCent = here?.SayPerCent() ?? SmallNumbers.Hidden,
            of = here?.Say(line.Measure.Of) ?? "by quarter: a month is too small",
            picture = MeasurePicture.Of(line),
            first = Value(line.Parts[0].Of),
            last = Value(line.Parts[^1].Of),
            line.IsByQuarter,
            england = line.Measure.England is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share:0.0}%") : null,
            also = month is not null ? [] : new[] { line.Took }.Where(took => took.Length > 0)
                .Concat(line.Also.Where(also => !also.Of.IsNone).Select(also => $"{also.Say} {also.Of.Say()}")),
            cells = line.Parts.Select(part => new { from = Month(part.From), perCent = part.Of.SayPerCent(), of = part.Of.Say() }),
            // A number that is hidden leads there by a word.
            cases = !mayOpen ? null : month is null ? line.SayMissed ?? "cases" : "cases",
            bars = month is not null || line.Bars.Count == 0 ? null : new
            {
                title = line.Measure.By!.Title,
                says = line.ByAgency,
                rows = line.Bars.Select(bar => new
                {
                    bar.Label,
                    bar.Say,
                    of = bar.IsShare ? bar.Of.Say() : null,
                    england = bar.England is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share:0.0}") : null,
                    picture = MeasurePicture.Bar(bar, line.Bars),
                }),
            },
            groups = line.Groups.Select(kind => new
            {
                id = WordTables.ValueOf(kind.Kind),
                axis = MeasurePicture.Axis(kind.Groups, line.All),
                rows = kind.Groups.Select(group => new
                {
                    group.Name,
                    perCent = group.Of.SayPerCent(),
                    of = group.Of.Say(),
                    picture = MeasurePicture.Dot(group, kind.Groups, line.All),
                }),
            }),
        };
    }

    private static string Long(DateOnly month) => month.ToString("MMMM yyyy", Words.English.Culture);

    private static string Month(DateOnly month) => month.ToString("MMM yyyy", Words.English.Culture);

    private static string Value(ShownShare of) =>
        of.PerCent is { } share ? share.ToString("0.0", CultureInfo.InvariantCulture) : of.SayPerCent();
}
