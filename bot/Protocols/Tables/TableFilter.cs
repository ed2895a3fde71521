using System.Globalization;

namespace StrategyBot.Protocols.Tables;

/// <summary>Writes values into a query's filter.</summary>
/// <remarks>learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities, "Constructing filter strings".</remarks>
internal static class TableFilter
{
    public static string Of(FormattableString filter) =>
        string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Literal)]);

    private static string Literal(object? value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool yes => yes ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => string.Create(CultureInfo.InvariantCulture, $"{number}L"),
        DateTimeOffset at => $"datetime'{EntityJson.Instant(at)}'",
        Guid id => $"guid'{id}'",
        _ => throw new ArgumentException($"A filter can't hold a {value?.GetType().Name ?? "null"}."),
    };
}
