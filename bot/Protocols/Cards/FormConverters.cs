using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Protocols.Cards;

/// <summary>How each kind of value is read from what clients send.</summary>
internal static class FormConverters
{
    /// <summary>An empty text is <c>null</c> for anything that may be <c>null</c> and isn't itself a text.</summary>
    internal sealed class BlankIsNull : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => Nullable.GetUnderlyingType(typeToConvert) is not null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(Nullable.GetUnderlyingType(typeToConvert)!))!;

        private sealed class Of<T> : JsonConverter<T?>
            where T : struct
        {
            public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                reader.TokenType == JsonTokenType.String && string.IsNullOrWhiteSpace(reader.GetString())
                    ? null
                    : Inner(ref reader, options);

            private static T Inner(ref Utf8JsonReader reader, JsonSerializerOptions options)
            {
                try
                {
                    return JsonSerializer.Deserialize<T>(ref reader, options);
                }
                catch (JsonException)
                {
                    // Its path begins here; a new one gets the path of the form's field.
                    throw new JsonException();
                }
            }

            public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
                JsonSerializer.Serialize(writer, value!.Value, options);
        }
    }

    /// <summary>A toggle sends the text <c>true</c> or <c>false</c>; some clients send an empty one that was never touched.</summary>
    internal sealed class Toggle : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False or JsonTokenType.Null => false,
            JsonTokenType.String when string.IsNullOrWhiteSpace(reader.GetString()) => false,
            JsonTokenType.String when bool.TryParse(reader.GetString(), out var on) => on,
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }

    /// <summary>Adaptive Cards write a day as <c>2026-11-30</c>; some clients send the instant at which it begins.</summary>
    internal sealed class Day : JsonConverter<DateOnly>
    {
        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && FieldText.Day(reader.GetString()) is { } day ? day : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(FieldText.Of(value));
    }

    /// <summary>Adaptive Cards write a time as <c>14:00</c>; some clients send <c>9:00</c>.</summary>
    internal sealed class Time : JsonConverter<TimeOnly>
    {
        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && FieldText.Time(reader.GetString()) is { } time ? time : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(FieldText.Of(value));
    }

    /// <summary>An instant must say its offset; without one it would be taken in the server's own zone.</summary>
    internal sealed class Instant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var instant) && reader.TryGetDateTime(out var read)
                && read.Kind != DateTimeKind.Unspecified
                ? instant
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }

    /// <summary>An enum by its name alone: a number, or several names with commas, is no choice.</summary>
    internal sealed class Choice : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

        private sealed class Of<T> : JsonConverter<T>
            where T : struct, Enum
        {
            private readonly Dictionary<string, T> choices = Enum.GetValues<T>().ToDictionary(Name, StringComparer.OrdinalIgnoreCase);

            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                reader.TokenType == JsonTokenType.String && choices.TryGetValue(reader.GetString()!, out var choice)
                    ? choice
                    : throw new JsonException();

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
                writer.WriteStringValue(Name(value));

            private static string Name(T choice) => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());
        }
    }
}
