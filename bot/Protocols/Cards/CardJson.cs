using System.Text.Json;
using System.Text.Json.Nodes;

namespace StrategyBot.Protocols.Cards;

/// <summary>How cards are written, and how the data of their buttons is written and read back.</summary>
public static class CardJson
{
    private const string Verb = "verb";
    private const string MsTeams = "msteams";

    /// <remarks>Escaped for JSON only: never put it into an HTML page as it is.</remarks>
    public static string Write(AdaptiveCard card) => JsonSerializer.Serialize(card, CardWriting.Card);

    public static JsonObject ToNode(AdaptiveCard card) => JsonSerializer.SerializeToNode(card, CardWriting.Card)!.AsObject();

    /// <summary>Reads what a person sent: the inputs, merged into the button's data.</summary>
    /// <exception cref="FormFaultException">A field holds what its type can't.</exception>
    public static T Read<T>(JsonElement data) => FormReading.Read<T>(data);

    /// <summary>Everything that was sent, unread, without what is Teams' own: the inputs beside the button's data.</summary>
    /// <exception cref="FormFaultException">It isn't an object, or a field came twice.</exception>
    public static JsonObject Sent(JsonElement data)
    {
        var fields = FormReading.Fields(data);
        fields.Remove(Verb);
        fields.Remove(MsTeams);
        return fields;
    }

    /// <inheritdoc cref="Read{T}(JsonElement)"/>
    public static T Read<T>(JsonObject fields) => FormReading.Read<T>(JsonSerializer.SerializeToElement(fields, FormReading.Options));

    /// <summary>The form's fields.</summary>
    public static JsonElement Data(object? form) => ToElement(Fields(form));

    /// <summary>The verb and beside it the form's fields.</summary>
    public static JsonElement Data(string verb, object? form) => ToElement([KeyValuePair.Create(Verb, (JsonNode?)verb), .. Fields(form)]);

    internal static JsonElement DialogData(string verb, object? form) => ToElement(
        [KeyValuePair.Create(MsTeams, (JsonNode?)new JsonObject { ["type"] = "task/fetch" }), KeyValuePair.Create(Verb, (JsonNode?)verb),
            .. Fields(form)]);

    /// <summary>The verb in the data of a <see cref="SubmitAction"/> or an <see cref="OpenDialogAction"/>, as sent
    /// back by Teams too.</summary>
    public static string? VerbOf(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(Verb, out var verb) && verb.ValueKind == JsonValueKind.String
            ? verb.GetString()
            : null;

    internal static JsonElement WithoutVerb(JsonElement data) => ToElement(
        data.EnumerateObject().Where(field => field.Name != Verb)
            .Select(field => KeyValuePair.Create(field.Name, JsonSerializer.SerializeToNode(field.Value, FormReading.Options))));

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Fields(object? form)
    {
        var fields = form is null ? [] : JsonSerializer.SerializeToNode(form, form.GetType(), FormReading.Options)!.AsObject();
        if (fields.ContainsKey(Verb) || fields.ContainsKey(MsTeams))
        {
            throw new ArgumentException(
                $"{form!.GetType().Name}: a form can't have a field named {Verb} or {MsTeams}; the button's data has them already.");
        }

        return fields.Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()));
    }

    private static JsonElement ToElement(IEnumerable<KeyValuePair<string, JsonNode?>> fields) =>
        JsonSerializer.SerializeToElement(new JsonObject(fields), FormReading.Options);
}
