using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using StrategyBot.Protocols.Json;

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
            new FormConverters.BlankIsNull(), new FormConverters.Toggle(), new FormConverters.Day(), new FormConverters.Time(),
            new FormConverters.Instant(), new FormConverters.Choice(), Lists,
        },
    };

    /// <exception cref="FormFaultException">It isn't an object, or a field came twice.</exception>
    public static JsonObject Fields(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            throw new FormFaultException("(all)");
        }

        try
        {
            var fields =
                JsonNode.Parse(WholeLetters.Mend(data.GetRawText()),
                    new JsonNodeOptions { PropertyNameCaseInsensitive = true })!.AsObject();
            // It is read late, and only then says that a field came twice.
            _ = fields.Count;
            return fields;
        }
        catch (ArgumentException)
        {
            throw new FormFaultException("(all)");
        }
    }

    public static T Read<T>(JsonElement data)
    {
        // Neither as inner exception: its message may quote what was typed.
        try
        {
            return WithMissingLists(data, typeof(T)).Deserialize<T>(Options)!;
        }
        catch (JsonException fault)
        {
            throw new FormFaultException(FieldOf(fault, typeof(T)));
        }
        catch (ArgumentException)
        {
            // One field sent twice, or a value that its own type's constructor refuses.
            throw new FormFaultException("(all)");
        }
    }

    // A multi-select with nothing chosen is left out by some clients; to the form it is an empty list.
    private static JsonObject WithMissingLists(JsonElement data, Type form)
    {
        var fields = Fields(data);
        foreach (var list in Options.GetTypeInfo(form).Properties
            .Where(p => Lists.CanConvert(p.PropertyType) && !fields.ContainsKey(p.Name)))
        {
            fields[list.Name] = "";
        }

        return fields;
    }

    // Only a name that the form itself knows: the path may hold what was sent.
    private static string FieldOf(JsonException fault, Type form) =>
        Options.GetTypeInfo(form).Properties.Select(p => p.Name)
            .FirstOrDefault(
                name => fault.Path?.Split('.', '[') is ["$", var field, ..]
                    && string.Equals(field, name, StringComparison.OrdinalIgnoreCase))
        ?? "(all)";
}
