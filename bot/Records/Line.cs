using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StrategyBot.Records;

/// <summary>One fact as it stands on disk: an envelope, and the content beside it (design §7).</summary>
/// <remarks>
/// The chain is over digests, so that content can be sealed or deleted while the chain still verifies (P16).
/// The digest is salted and the salt goes with
/// the content: a short answer can't be guessed from what is left.
/// </remarks>
/// <param name="Content">JSON; <c>null</c> once sealed or deleted.</param>
/// <param name="Hash">Over the envelope, its digest and the previous line's hash.</param>
public sealed record Line(Envelope Envelope, string? Content, string? Salt, string Digest, string Previous, string Hash)
{
    public int Seq => Envelope.Seq;

    /// <summary>Writes the next line of a chain.</summary>
    /// <param name="previous">Hash of the line before; empty for the first.</param>
    public static Line Next(Envelope envelope, string content, string salt, string previous)
    {
        var digest = Sha256(salt + content);
        return new(envelope, content, salt, digest, previous, HashOf(envelope, digest, previous));
    }

    /// <summary>Whether this line still says what was written, and follows <paramref name="previous"/>.</summary>
    public bool Verifies(string previous) =>
        Previous == previous
        && Hash == HashOf(Envelope, Digest, previous)
        && (Content is null || Digest == Sha256(Salt + Content));

    private static string HashOf(Envelope envelope, string digest, string previous) =>
        Sha256($"{previous}\n{digest}\n{envelope.ToJson()}");

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Everything about a fact but its content.</summary>
/// <param name="Kind">The fact's name on disk, for good.</param>
/// <param name="At">When it was written.</param>
/// <param name="HappenedAt">When it happened, where that is not the same.</param>
/// <param name="By">The verified identity, or <c>bot</c>.</param>
/// <param name="Source">The activity or obligation that caused it.</param>
/// <param name="Audience">The marking, as JSON; <c>null</c> for the default.</param>
public sealed record Envelope(
    string Stream,
    int Seq,
    string Kind,
    DateTimeOffset At,
    DateTimeOffset? HappenedAt,
    string By,
    string? OnBehalfOf,
    string Source,
    string? Meeting,
    string? Child,
    string? Audience)
{
    public string ToJson() => JsonSerializer.Serialize(this, RecordJson.Default.Envelope);

    public static Envelope FromJson(string json) => JsonSerializer.Deserialize(json, RecordJson.Default.Envelope)!;
}
