using System.Globalization;
using System.Text;

namespace StrategyBot.Oversight;

/// <summary>The measures as a spreadsheet: a row for each measure and month or quarter; small numbers hidden as on the page.
/// Pure.</summary>
internal static class MeasuresCsv
{
    public static string Of(MeasuredYear year)
    {
        var text = new StringBuilder("Number,Measure,From,Length,Numerator,Denominator,Per cent,England 2024-25,Group\r\n");
        foreach (var line in year.Lines)
        {
            void Row(string from, string length, ShownShare of, string group = "") => text.Append(FormattableString.Invariant(
                $"{line.Measure.Number},\"{line.Measure.Title}\",{from},{length},{Plain(of.Of)},{Plain(of.Among)},"))
                .Append(of.PerCent is { } share ? share.ToString("0.0", CultureInfo.InvariantCulture) : of.SayPerCent() is "c" ? "c" : "")
                .Append(',').Append(line.Measure.England?.ToString("0.0", CultureInfo.InvariantCulture))
                .Append(',').Append(CsvCell.Of(group)).Append("\r\n");

            Row(On(year.Months[0]), "12 months", line.All);
            foreach (var (from, of) in line.Parts)
            {
                Row(On(from), line.IsByQuarter ? "quarter" : "month", of);
            }

            foreach (var (kind, groups) in line.Groups)
            {
                foreach (var group in groups)
                {
                    Row(On(year.Months[0]), "12 months", group.Of, $"{kind}: {group.Name}");
                }
            }
        }

        return text.ToString();
    }

    private static string On(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Plain(ShownNumber counted) =>
        counted.IsShown ? counted.Number.ToString(CultureInfo.InvariantCulture) : SmallNumbers.Hidden;
}
