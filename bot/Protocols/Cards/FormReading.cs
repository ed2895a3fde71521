using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace StrategyBot.Protocols.Cards;

/// <summary>Reads loosely what clients send: they send texts for nearly everything, and an empty text for what wasn't filled in.</summary>
internal static class FormReading
{
    private static readonly ListConverter Lists = new();

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // Forms belong to other rooms, so their types are found by reflection.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new BlankIsNullConverter(), new ToggleConverter(), new TimeConverter(), new InstantConverter(), new ChoiceConverter(), Lists,
        },
    };

    public static T Read<T>(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            throw new FormFaultException("(all)");
        }

        try
        {
            return WithMissingLists(data, typeof(T)).Deserialize<T>(Options)!;
        }
        catch (JsonException fault)
        {
            // Not as inner exception: its message may quote what was typed.
            throw new FormFaultException(FieldOf(fault, typeof(T)));
        }
    }

    // A multi-select with nothing chosen is left out by some clients; to the form it is an empty list.
    private static JsonObject WithMissingLists(JsonElement data, Type form)
    {
        var fields = JsonObject.Create(data, new JsonNodeOptions { PropertyNameCaseInsensitive = true })!;
        foreach (var list in Options.GetTypeInfo(form).Properties.Where(p => Lists.CanConvert(p.PropertyType) && !fields.ContainsKey(p.Name)))
        {
            fields[list.Name] = "";
        }

        return fields;
    }

    // Only a name that the form itself knows: the path may hold what was sent.
    private static string FieldOf(JsonException fault, Type form) =>
        Options.GetTypeInfo(form).Properties.Select(p => p.Name)
            .FirstOrDefault(name => fault.Path?.Split('.', '[') is ["$", var field, ..] && string.Equals(field, name, StringComparison.OrdinalIgnoreCase))
        ?? "(all)";
}
