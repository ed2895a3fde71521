using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Sandbox.Store;

/// <summary>How the world writes JSON, on the disk and over HTTP.</summary>
internal static class WorldJson
{
    public static readonly JsonSerializerOptions Options = Lines();

    public static string Write<T>(T document) => JsonSerializer.Serialize(document, Options);

    public static T Read<T>(string json) where T : class =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A document of the world is null.");

    /// <summary>An instant as Teams and Graph write it: UTC, ending in Z.</summary>
    /// <remarks>With every tick: cut to milliseconds, a moment sent to the bot would lie before the due instant it stands for.</remarks>
    public static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static JsonSerializerOptions Lines()
    {
        var options =
            new JsonSerializerOptions(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new InstantConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Instant(value));
    }
}
