using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Oversight;

/// <summary>What a case has on the service's lists: the projection that lies on a month's shelf, or on that of what is open. Reference and
/// check word, who may see it, and its items. Pure.</summary>
internal sealed record ListedCase(string Word, CaseKeys Keys, IReadOnlyList<ListItem> Items)
{
    /// <summary>Where that lies which stands as long as it is so.</summary>
    public const string OpenShelf = "lists-open";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Shelf(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"lists-{month:yyyy-MM}");

    /// <summary>By shelf; nothing of a case that was deleted when its time was over.</summary>
    public static IEnumerable<(string Shelf, ListedCase Row)> Of(Case @case, IEnumerable<ListItem> items)
    {
        if (!@case.Exists || @case.Keeping.Expired is not null)
        {
            return [];
        }

        var keys = CaseKeys.Of(@case);
        return from item in items
               from shelf in ListItem.IsOpen(item.List) ? [OpenShelf] : item.Months.Select(Shelf)
               group item by shelf into same
               orderby same.Key
               select (same.Key, new ListedCase(@case.CheckWord, keys, [.. same]));
    }

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static ListedCase Read(string text) => JsonSerializer.Deserialize<ListedCase>(text, Json)!;
}
