using System.Globalization;
using Microsoft.Graph.Models;

namespace StrategyBot.Graph;

/// <summary>Instants in Graph's words, always in UTC: an hour that the clocks repeat in October stays one hour.</summary>
internal static class GraphTime
{
    public static DateTimeTimeZone Of(DateTimeOffset at) => new()
    {
        DateTime = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        TimeZone = "UTC",
    };

    /// <summary>Graph answers in UTC unless a <c>Prefer</c> header asks for another zone, and we never ask.</summary>
    public static DateTimeOffset Read(DateTimeTimeZone? at) =>
        DateTimeOffset.Parse(at?.DateTime ?? throw new InvalidDataException("Graph gave no time."), CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal);
}
