using System.Text;
using System.Text.Json.Nodes;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>Spoils JSON as clients, proxies and strangers do: fields gone, of another kind, twice; odd letters, sizes and bytes.</summary>
/// <param name="random">Seeded, so that what was found is found again.</param>
/// <param name="longest">The longest text that it puts anywhere.</param>
internal sealed class Mutator(Random random, int longest)
{
    // No JSON writer of ours writes it; it goes in once the rest is written.
    private const string Half = "half-a-letter";

    private static readonly string[] Odd =
    [
        "", " ", ".", "..", "../..", "\0", "\u202e\u200b", "\u0085", "null", "true", "-1", "0", "NaN", "2026-02-30", "0001-01-01",
        "9999-12-31", "24:00", "9:5", "2026-11-25T14:00:00+14:00", "SB-2026-014", "SB-9999-999", "person-1", "person-99", "child-1", "all",
        "29:nobody", "28:44444444-4444-4444-8444-444444444444", "__proto__", "%2e%2e%2f", "' OR 1=1 --", "<b>**bold**</b>", "é£’😀", Half,
    ];

    public byte[] Spoil(JsonObject sound)
    {
        var spoiled = sound.DeepClone().AsObject();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            if (Places(spoiled).ToList() is { Count: > 0 } places)
            {
                Spoil(spoiled, places);
            }
        }

        var json = spoiled.ToJsonString().Replace(Half, random.Next(2) == 0 ? @"\ud83d" : @"x\uDE00y", StringComparison.Ordinal);
        if (random.Next(12) == 0)
        {
            // A field that comes twice.
            json = json.Replace("{\"", "{\"case\":\"SB-2026-014\",\"case\":null,\"", StringComparison.Ordinal);
        }

        var bytes = Encoding.UTF8.GetBytes(json);
        return random.Next(5) == 0 ? Spoil(bytes) : bytes;
    }

    private void Spoil(JsonObject root, List<(JsonNode In, string Key)> places)
    {
        var (parent, key) = places[random.Next(places.Count)];
        var at = parent as JsonObject;
        switch (random.Next(6))
        {
            case 0 when at is not null:
                at.Remove(key);
                break;
            case 1 when at is not null:
                at[$"{key}{random.Next(3)}"] = at[key]?.DeepClone();
                break;
            case 2:
                var (other, name) = places[random.Next(places.Count)];
                Put(parent, key, Get(other, name)?.DeepClone());
                break;
            default:
                Put(parent, key, Anything(root));
                break;
        }
    }

    private JsonNode? Anything(JsonObject root) => random.Next(12) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-2, 3),
        3 => random.NextDouble() * 1e300,
        4 => new JsonArray(),
        5 => new JsonObject(),
        6 => Nested(random.Next(1, 90)),
        7 => new JsonArray(root.DeepClone(), null, "x"),
        8 => new string((char)random.Next(0x20, 0x2FF), random.Next(longest)),
        _ => Odd[random.Next(Odd.Length)],
    };

    private static JsonNode Nested(int depth)
    {
        JsonNode node = new JsonArray();
        for (; depth > 0; depth--)
        {
            node = new JsonArray(node);
        }

        return node;
    }

    private byte[] Spoil(byte[] bytes)
    {
        var at = random.Next(bytes.Length);
        switch (random.Next(4))
        {
            case 0:
                return bytes[..at];
            case 1:
                return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(8))..]];
            case 2:
                return [.. bytes[..at], .. (byte[])[0xED, 0xA0, 0x80, 0xFF], .. bytes[at..]];
            default:
                bytes[at] = (byte)random.Next(256);
                return bytes;
        }
    }

    private static IEnumerable<(JsonNode In, string Key)> Places(JsonNode? node) => node switch
    {
        JsonObject item => item.Select(field => (node, field.Key)).Concat(item.SelectMany(field => Places(field.Value))),
        JsonArray items => items.Select((_, at) => (node, $"{at}")).Concat(items.SelectMany(Places)),
        _ => [],
    };

    private static JsonNode? Get(JsonNode parent, string key) => parent is JsonArray items ? items[At(key)] : parent[key];

    private static int At(string key) => int.Parse(key, System.Globalization.CultureInfo.InvariantCulture);

    private static void Put(JsonNode parent, string key, JsonNode? value)
    {
        if (parent is JsonArray items)
        {
            items[At(key)] = value;
        }
        else
        {
            parent[key] = value;
        }
    }
}
