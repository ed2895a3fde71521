using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Protocols.Cards;

/// <summary>A multi-select sends what was chosen as one text with commas between; a list of texts or of enums reads it.</summary>
internal sealed class ListConverter : JsonConverterFactory
{
    private const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public override bool CanConvert(Type typeToConvert) => ItemOf(typeToConvert) is { } item && (item == typeof(string) || item.IsEnum);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            (typeToConvert.IsArray ? typeof(ArrayOf<>) : typeof(ListOf<>)).MakeGenericType(ItemOf(typeToConvert)!))!;

    private static Type? ItemOf(Type type) =>
        type.IsSZArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0]
        : null;

    private static T[] Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        using var sent = JsonDocument.ParseValue(ref reader);
        var texts = sent.RootElement.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.String => sent.RootElement.GetString()!.Split(',', Tidy),
            JsonValueKind.Array => sent.RootElement.EnumerateArray().Select(Text),
            _ => throw new JsonException(),
        };
        return [.. texts.Select(text => text is T item ? item : Item<T>(text, options))];
    }

    private static string Text(JsonElement item) => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw new JsonException();

    private static T Item<T>(string text, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.SerializeToElement(text, options).Deserialize<T>(options)!;
        }
        catch (JsonException)
        {
            // Its path begins at the item; a new one gets the path of the form's field.
            throw new JsonException();
        }
    }

    private static void Write<T>(Utf8JsonWriter writer, IEnumerable<T> items, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            JsonSerializer.Serialize(writer, item, options);
        }

        writer.WriteEndArray();
    }

    private sealed class ArrayOf<T> : JsonConverter<T[]>
    {
        public override bool HandleNull => true;

        public override T[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options) => Write<T>(writer, value, options);
    }

    private sealed class ListOf<T> : JsonConverter<IReadOnlyList<T>>
    {
        public override bool HandleNull => true;

        public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) =>
            Write<T>(writer, value, options);
    }
}
