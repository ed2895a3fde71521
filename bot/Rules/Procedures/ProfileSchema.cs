using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StrategyBot.Rules.Procedures;

/// <summary>Something in a profile's file that stops the start.</summary>
/// <param name="Path">Where it stands: <c>limits.general.workingDays</c>.</param>
/// <param name="Sentence">What must be there; never what is there.</param>
internal sealed record ProfileFault(string Path, string Sentence)
{
    public override string ToString() => $"{Path} {Sentence}";
}

/// <summary>Holds a profile against <c>profile.schema.json</c>, so that what is documented is what is checked.</summary>
/// <remarks>Knows the words of JSON Schema 2020-12 that our schema uses, and no more.</remarks>
internal static class ProfileSchema
{
    private static readonly JsonObject Root = JsonNode.Parse(EmbeddedText.Read("Procedures.profile.schema.json"))!.AsObject();

    public static IEnumerable<ProfileFault> Check(JsonNode profile) => Check(profile, Root, "");

    private static IEnumerable<ProfileFault> Check(JsonNode? value, JsonObject given, string path)
    {
        var schema = Resolve(given);
        if (schema["anyOf"] is JsonArray either)
        {
            // Our only use: a definition, or null.
            return value is null ? [] : Check(value, either[0]!.AsObject(), path);
        }

        return schema["enum"] is JsonArray choices ? OneOf(value, choices, path) : OfType(value, schema, path);
    }

    private static JsonObject Resolve(JsonObject schema) => schema["$ref"] is { } reference
        ? Root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]!.AsObject()
        : schema;

    private static IEnumerable<ProfileFault> OneOf(JsonNode? value, JsonArray choices, string path) =>
        choices.Any(choice => JsonNode.DeepEquals(choice, value))
            ? []
            : [new(path, $"must be {Listed([.. choices.Select(c => c!.ToString())])}")];

    private static IEnumerable<ProfileFault> OfType(JsonNode? value, JsonObject schema, string path)
    {
        var types =
            schema["type"] is JsonArray several
                ? several.Select(t => t!.GetValue<string>()).ToArray()
                : [schema["type"]!.GetValue<string>()];
        if (value is null && types.Contains("null"))
        {
            return [];
        }

        return types[0] switch
        {
            "object" => Object(value, schema, path),
            "array" => Array(value, schema, path),
            "integer" => Integer(value, schema, path),
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? [] : [new(path, "must be true or false")],
            _ => Text(value, schema, path),
        };
    }

    private static IEnumerable<ProfileFault> Object(JsonNode? value, JsonObject schema, string path)
    {
        if (value is not JsonObject found)
        {
            return [new(path.Length == 0 ? "The file" : path, "must be a group of values in { }")];
        }

        var known = schema["properties"]!.AsObject();
        var missing = (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).Where(name => !found.ContainsKey(name))
            .Select(name => new ProfileFault(Join(path, name), "is missing"));
        var unknown = found.Where(entry => !known.ContainsKey(entry.Key))
            .Select(entry => new ProfileFault(Join(path, entry.Key),
                $"is not known here; {(path.Length == 0 ? "a profile" : path)} may have {Listed([.. known.Select(k => k.Key)])}"));
        var inside = found.Where(entry => known.ContainsKey(entry.Key))
            .SelectMany(entry => Check(entry.Value, known[entry.Key]!.AsObject(), Join(path, entry.Key)));
        return missing.Concat(unknown).Concat(inside);
    }

    private static IEnumerable<ProfileFault> Array(JsonNode? value, JsonObject schema, string path) => value is JsonArray items
        ? items.SelectMany((item, index) => Check(item, schema["items"]!.AsObject(), $"{path}[{index}]"))
        : [new(path, "must be a list in [ ]")];

    private static IEnumerable<ProfileFault> Integer(JsonNode? value, JsonObject schema, string path)
    {
        var (least, most) = (schema["minimum"]!.GetValue<int>(), schema["maximum"]!.GetValue<int>());
        return value?.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue(out int number) && number >= least
            && number <= most
            ? []
            : [new(path, $"must be a whole number from {least} to {most}")];
    }

    private static IEnumerable<ProfileFault> Text(JsonNode? value, JsonObject schema, string path)
    {
        if (value?.GetValueKind() != JsonValueKind.String)
        {
            return [new(path, "must be text in quotation marks")];
        }

        var text = value.GetValue<string>();
        var fault = schema switch
        {
            _ when text.Length < (schema["minLength"]?.GetValue<int>() ?? 0) => "must not be empty",
            _ when schema["maxLength"]?.GetValue<int>() is { } most && text.Length > most => $"must have at most {most} characters",
            _ when schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(text, pattern) => Expected(pattern),
            _ => Misformed(text, schema["format"]?.GetValue<string>()),
        };
        return fault is null ? [] : [new(path, fault)];
    }

    private static string Expected(string pattern) => pattern.Contains("child", StringComparison.Ordinal)
        ? "must have {child} where the child's name goes"
        : "must be small letters, digits and hyphens, beginning with a letter";

    private static string? Misformed(string text, string? format) => format switch
    {
        "date" when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
            "must be a date like 2026-11-26",
        "time" when !TimeOnly.TryParseExact(text, ProfileJson.TimeAsTyped.Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
            "must be a time like 09:00",
        "uri" when !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps) =>
            "must be a web address that begins with https://",
        "email" when MailAddress.Read(text)?.Value != text => "must be a mail address",
        _ => null,
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Listed(IReadOnlyList<string> names) => names.Count < 2
        ? string.Concat(names)
        : $"{string.Join(", ", names.Take(names.Count - 1))} or {names[^1]}";
}
