using System.Globalization;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Tests.TestKit;

/// <summary>Dates as a test writes them.</summary>
internal static class Dates
{
    public static DateOnly Date(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Local time where the authority is: <c>2026-11-20 14:00</c>.</summary>
    public static DateTimeOffset Local(string text) =>
        Words.English.At(Date(text[..10]), TimeOnly.ParseExact(text[11..], "HH:mm", CultureInfo.InvariantCulture));

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
