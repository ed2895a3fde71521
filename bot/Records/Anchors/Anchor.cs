using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Records.Anchors;

/// <summary>What stood in the record at a moment: hashes of lines, and nothing of what they say.</summary>
/// <param name="Previous">Hash of the anchor before, so that none can be taken out; empty for the first.</param>
/// <param name="Lines">Written since the anchor before.</param>
internal sealed record Anchor(int Number, DateTimeOffset At, string Previous, IReadOnlyList<AnchoredLines> Lines)
{
    /// <summary>What is taken out of the record for good, written before it goes: a copy of before that is put back must not bring it
    /// back (P16).</summary>
    public Withdrawal? Gone { get; init; }

    /// <summary>The record was lost and stands as a copy had it.</summary>
    public Restoration? Restored { get; init; }

    /// <summary>One that says nothing but that it is there; its number and what it follows are given when it is added.</summary>
    public static Anchor Now(DateTimeOffset at) => new(0, at, "", []);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, AnchorJson.Default.Anchor);
}

/// <param name="From">Number of the first.</param>
internal sealed record AnchoredLines(string Stream, int From, IReadOnlyList<string> Hashes);

/// <summary>Words that were sealed, or a case that was deleted: numbers and hashes.</summary>
/// <param name="At">When it was decided.</param>
/// <param name="Lines">Whose words go; of a case that is deleted the first alone, by which it is known.</param>
internal sealed record Withdrawal(string Stream, DateTimeOffset At, IReadOnlyList<HashedLine> Lines)
{
    /// <summary>Why words were sealed; <c>null</c> where the case was deleted.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<SealCause>))]
    public SealCause? Cause { get; init; }

    /// <summary>The paragraphs that go of runs of issued minutes, where not all of a run does.</summary>
    public IReadOnlyList<SealedParagraph>? Paragraphs { get; init; }

    /// <summary>The day until which a deleted case was kept.</summary>
    public DateOnly? Until { get; init; }

    public bool IsOf(Withdrawal other) =>
        Stream == other.Stream && Cause is null == other.Cause is null && Lines.SequenceEqual(other.Lines);
}

internal sealed record HashedLine(int Seq, string Hash);

/// <param name="TakenAt">When the copy was taken.</param>
/// <param name="Ends">Each stream that was longer when the record was lost, and with which line it ends now.</param>
internal sealed record Restoration(DateTimeOffset TakenAt, IReadOnlyList<RestoredEnd> Ends);

/// <param name="Seq">The last line; 0 where the stream is not there.</param>
/// <param name="Hash">Of that line; empty where there is none.</param>
internal sealed record RestoredEnd(string Stream, int Seq, string Hash);

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

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Anchor))]
[JsonSerializable(typeof(SignedAnchor))]
internal sealed partial class AnchorJson : JsonSerializerContext;
