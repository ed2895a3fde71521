using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Records.Anchors;

/// <summary>What stood in the record at a moment: hashes of lines, and nothing of what they say.</summary>
/// <param name="Previous">Hash of the anchor before, so that none can be taken out; empty for the first.</param>
/// <param name="Lines">Written since the anchor before.</param>
internal sealed record Anchor(int Number, DateTimeOffset At, string Previous, IReadOnlyList<AnchoredLines> Lines)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, AnchorJson.Default.Anchor);
}

/// <param name="From">Number of the first.</param>
internal sealed record AnchoredLines(string Stream, int From, IReadOnlyList<string> Hashes);

/// <summary>An anchor as it is kept: its own bytes, which key signed them, and the signature.</summary>
internal sealed record SignedAnchor(byte[] Anchor, string Key, byte[] Signature)
{
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Anchor));

    public string ToText() => JsonSerializer.Serialize(this, AnchorJson.Default.SignedAnchor);

    /// <returns><c>null</c> where it is none.</returns>
    public static (SignedAnchor Signed, Anchor Anchor)? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, AnchorJson.Default.SignedAnchor) is { Anchor: not null, Signature: not null } signed
                && JsonSerializer.Deserialize(signed.Anchor, AnchorJson.Default.Anchor) is { Lines: not null } anchor
                ? (signed, anchor)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Anchor))]
[JsonSerializable(typeof(SignedAnchor))]
internal sealed partial class AnchorJson : JsonSerializerContext;
