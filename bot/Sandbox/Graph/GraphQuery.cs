using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StrategyBot.Sandbox.Graph;

/// <summary>The query options that one route takes: those that the bot sends, and no others, so that a new one is noticed.</summary>
/// <param name="Select">The fields that may be named in <c>$select</c>.</param>
/// <param name="Expand">What may stand in <c>$expand</c>.</param>
/// <param name="Filter">The form of <c>$filter</c>, as a regular expression.</param>
/// <param name="Others">Other options, for example <c>$top</c>.</param>
internal sealed record GraphQuery(string[]? Select = null, string? Expand = null, Regex? Filter = null, params string[] Others)
{
    public static readonly GraphQuery None = new();

    /// <summary>The form of <c>$search</c>, as a regular expression.</summary>
    public Regex? Search { get; init; }

    // Left out unless expanded, whatever else is selected.
    private static readonly string[] Relations = ["attachments", "singleValueExtendedProperties", "attendanceRecords", "teamsApp"];

    public void Check(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            var value = values.ToString();
            var known = name switch
            {
                "$select" => value.Split(',').All(field => Select?.Contains(field) == true),
                "$expand" => value == Expand,
                "$filter" => Filter?.IsMatch(value) == true,
                "$search" => Search?.IsMatch(value) == true,
                _ => Others.Contains(name),
            };
            if (!known)
            {
                throw GraphRefusal.Bad($"The sandbox's Graph doesn't know {name}={value} here.");
            }
        }
    }

    /// <summary>Cuts an object to what was asked for. Its id always comes along.</summary>
    public static JsonObject Cut(JsonObject whole, IQueryCollection query)
    {
        var select = query["$select"].ToString() is { Length: > 0 } fields ? fields.Split(',') : null;
        var expand = query["$expand"].ToString();
        return new(whole
            .Where(field => Relations.Contains(field.Key)
                ? field.Key == expand
                : select is null || field.Key == "id" || select.Contains(field.Key))
            .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
    }
}
