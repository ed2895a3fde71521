using System.Globalization;

namespace StrategyBot.Protocols.Cards;

/// <summary>A field's value as it travels: text, whatever it stands for.</summary>
public static class FieldText
{
    private static readonly string[] Times = ["HH:mm", "H:mm", "HH:mm:ss", "H:mm:ss"];

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <returns><c>null</c> where it is no day.</returns>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : text?.Trim() is { Length: > 10 } instant && instant[10] == 'T'
            && DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, out _) ? Day(instant[..10])
        : null;

    /// <returns><c>null</c> where it is no time of day.</returns>
    public static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text?.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
