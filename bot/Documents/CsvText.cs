using System.Globalization;
using System.Text;

namespace StrategyBot.Documents;

/// <summary>Rows as a comma-separated file that spreadsheets read as it is meant (RFC 4180): UTF-8 with its mark, days as
/// <c>2026-11-30</c>.</summary>
internal static class CsvText
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <remarks>Without the mark Excel takes it for one of its own country's letters.</remarks>
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows) =>
    [
        .. Encoding.UTF8.Preamble,
        .. Encoding.UTF8.GetBytes(string.Concat(rows.Select(CsvCell.Row))),
    ];

    public static string Of(DateOnly? on) => on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary><c>2026-12-14 10:00</c>, local.</summary>
    public static string Of(DateTimeOffset at) => $"{Of(Rules.Wording.Words.English.LocalDate(at))} {Rules.Wording.Words.English.Time(at)}";

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
