using System.Globalization;
using System.Text.Json.Nodes;

namespace StrategyBot.Sandbox.Graph;

/// <summary>Graph's <c>dateTimeTimeZone</c>. The bot sends and reads UTC only.</summary>
internal static class GraphTimes
{
    public static JsonObject Write(DateTimeOffset at) => new()
    {
        ["dateTime"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        ["timeZone"] = "UTC",
    };

    public static DateTimeOffset Read(JsonNode? at, string name)
    {
        if ((string?)at?["timeZone"] != "UTC")
        {
            throw new GraphRefusal(StatusCodes.Status400BadRequest, "TimeZoneNotSupportedException",
                $"The time zone of '{name}' must be UTC here.");
        }

        return Instant((string?)at["dateTime"], name);
    }

    public static DateTimeOffset Instant(string? text, string name) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : throw GraphRefusal.Bad($"'{name}' is not a time.");
}
