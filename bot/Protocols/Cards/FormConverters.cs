using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Protocols.Cards;

/// <summary>An empty text is <c>null</c> for anything that may be <c>null</c> and isn't itself a text.</summary>
internal sealed class BlankIsNullConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => Nullable.GetUnderlyingType(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(Nullable.GetUnderlyingType(typeToConvert)!))!;

    private sealed class Of<T> : JsonConverter<T?>
        where T : struct
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && string.IsNullOrWhiteSpace(reader.GetString()) ? null : JsonSerializer.Deserialize<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value!.Value, options);
    }
}

/// <summary>A toggle sends the text <c>true</c> or <c>false</c>.</summary>
internal sealed class ToggleConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when bool.TryParse(reader.GetString(), out var on) => on,
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}

/// <summary>Adaptive Cards write a time as <c>14:00</c>.</summary>
internal sealed class TimeConverter : JsonConverter<TimeOnly>
{
    private static readonly string[] Forms = ["HH:mm", "HH:mm:ss"];

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TimeOnly.TryParseExact(reader.GetString(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
}

/// <summary>An instant must say its offset; without one it would be taken in the server's own zone.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var instant) && reader.TryGetDateTime(out var read) && read.Kind != DateTimeKind.Unspecified
            ? instant
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>A multi-select sends what was chosen as one text with commas between.</summary>
internal sealed class ListConverter : JsonConverterFactory
{
    public static bool Reads(Type type) => ItemOf(type) is { } item && (item == typeof(string) || item.IsEnum);

    public override bool CanConvert(Type typeToConvert) => Reads(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance((typeToConvert.IsArray ? typeof(Array<>) : typeof(List<>)).MakeGenericType(ItemOf(typeToConvert)!))!;

    private static Type? ItemOf(Type type) =>
        type.IsSZArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0]
        : null;

    private static T[] Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var items = new System.Collections.Generic.List<T>();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                items.AddRange(reader.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => Item<T>(item, options)));
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Item<T>(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException(), options));
                }

                break;
            default: throw new JsonException();
        }

        return [.. items];
    }

    private static T Item<T>(string item, JsonSerializerOptions options) =>
        item is T text ? text : JsonSerializer.SerializeToElement(item, options).Deserialize<T>(options)!;

    private sealed class Array<T> : JsonConverter<T[]>
    {
        public override T[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options) => ListConverter.Write(writer, value, options);
    }

    private sealed class List<T> : JsonConverter<IReadOnlyList<T>>
    {
        public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) => ListConverter.Write(writer, value, options);
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
}
