using System.Globalization;

namespace StrategyBot.Phases;

/// <summary>A month as a button's data and a file's name say it: <c>2026-11</c>.</summary>
internal static class MonthAddress
{
    private const string Format = "yyyy-MM";

    /// <returns>Its first day; <c>null</c> where it is none.</returns>
    public static DateOnly? Read(string? month) =>
        DateOnly.TryParseExact(month, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;

    public static string Write(DateOnly month) => month.ToString(Format, CultureInfo.InvariantCulture);
}
