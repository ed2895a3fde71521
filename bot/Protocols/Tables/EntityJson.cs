using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure;

namespace StrategyBot.Protocols.Tables;

/// <summary>An entity as OData JSON: one line of ASCII, with a type annotated where JSON hasn't one.</summary>
/// <remarks>learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations, "Property types in a JSON feed".
/// ASCII because Azurite decodes a long body piece by piece, and a letter of two bytes that lies across two pieces would be lost; the price is six bytes for it instead.</remarks>
internal static class EntityJson
{
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    public static string Write(TableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", entity.PartitionKey);
            json.WriteString("RowKey", entity.RowKey);
            foreach (var (name, value) in entity)
            {
                WriteValue(json, name, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string TableName(string name) => $$"""{"TableName":"{{name}}"}""";

    private static void WriteValue(Utf8JsonWriter json, string name, object value)
    {
        var (type, text) = value switch
        {
            string => (null, (string)value),
            long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
            double number => ("Edm.Double", number.ToString("R", CultureInfo.InvariantCulture)),
            DateTimeOffset at => ("Edm.DateTime", Instant(at)),
            Guid id => ("Edm.Guid", id.ToString()),
            byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
            _ => (null, (string?)null),
        };
        if (type is not null)
        {
            json.WriteString($"{name}@odata.type", type);
        }

        if (text is not null)
        {
            json.WriteString(name, text);
        }
        else if (value is bool yes)
        {
            json.WriteBoolean(name, yes);
        }
        else
        {
            json.WriteNumber(name, (int)value);
        }
    }

    public static T Read<T>(JsonElement row)
        where T : TableEntity, new()
    {
        var entity = new T();
        foreach (var property in row.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null))
        {
            switch (property.Name)
            {
                case "PartitionKey": entity.PartitionKey = property.Value.GetString()!; break;
                case "RowKey": entity.RowKey = property.Value.GetString()!; break;
                case "Timestamp": entity.Timestamp = property.Value.GetDateTimeOffset(); break;
                case "odata.etag": entity.ETag = new ETag(property.Value.GetString()!); break;
                // The other annotations, of which a property's own type is looked up from the property.
                case var name when name.StartsWith("odata.", StringComparison.Ordinal) || name.Contains('@'): break;
                case var name: entity[name] = ReadValue(property.Value, TypeOf(row, name)); break;
            }
        }

        return entity;
    }

    private static string? TypeOf(JsonElement row, string name) =>
        row.TryGetProperty($"{name}@odata.type", out var type) ? type.GetString() : null;

    private static object? ReadValue(JsonElement value, string? type) => (type, value.ValueKind) switch
    {
        ("Edm.Int64", JsonValueKind.String) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.Double", JsonValueKind.String) => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.Double", _) => value.GetDouble(),
        ("Edm.DateTime", _) => value.GetDateTimeOffset(),
        ("Edm.Guid", _) => value.GetGuid(),
        ("Edm.Binary", _) => value.GetBytesFromBase64(),
        (_, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (_, JsonValueKind.Number) => value.TryGetInt32(out var number) ? (object)number : value.GetDouble(),
        _ => value.GetString(),
    };
}
