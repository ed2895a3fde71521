using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StrategyBot.Sandbox.Practise;

/// <summary>Moments in a case as seen from today: <c>{date -126d}</c>, <c>{time -2h}</c>, so that a baby stays four months old.</summary>
internal static partial class PractiseMoments
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>What is filled in, with every moment as a form takes it: a day as 2026-11-25, a time as 14:30.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Fill(IReadOnlyDictionary<string, JsonNode>? fill, DateTimeOffset now) =>
        (fill ?? new Dictionary<string, JsonNode>()).ToDictionary(
            pair => pair.Key,
            pair => pair.Value is JsonValue value && Read(value.ToString()) is { } moment
                ? JsonValue.Create(Say(moment, now))!
                : pair.Value.DeepClone());

    /// <returns><c>null</c> where the text is no moment.</returns>
    public static (bool IsDate, TimeSpan Off)? Read(string text)
    {
        var match = Written().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var count = int.Parse(match.Groups["count"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return (match.Groups["what"].Value == "date",
            match.Groups["unit"].Value == "d" ? TimeSpan.FromDays(count) : TimeSpan.FromHours(count));
    }

    private static string Say((bool IsDate, TimeSpan Off) moment, DateTimeOffset now) =>
        TimeZoneInfo.ConvertTime(now + moment.Off, London).ToString(moment.IsDate ? "yyyy-MM-dd" : "HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\{(?<what>date|time) (?<count>[+-]\d{1,5})(?<unit>[dh])\}$")]
    private static partial Regex Written();
}
