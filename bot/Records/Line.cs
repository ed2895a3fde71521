using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StrategyBot.Records;

/// <summary>One fact as it stands on disk: an envelope, and the content beside it (design §7).</summary>
/// <remarks>
/// The chain is over digests, so that content can be sealed or deleted while the chain still verifies (P16). The digest is salted and
/// the salt goes with the content: a short answer can't be guessed from what is left.
/// </remarks>
/// <param name="Content">JSON; <c>null</c> once deleted, the fact without its words once sealed.</param>
/// <param name="Hash">Over the envelope as it stands on disk, its digest and the previous line's hash.</param>
internal sealed record Line(Envelope Envelope, string? Content, string? Salt, string Digest, string Previous, string Hash)
{
    public int Seq => Envelope.Seq;

    /// <summary>The envelope as it stands on disk, letter by letter: what the hash is over.</summary>
    public string Letters => Stored ?? Envelope.ToJson();

    /// <summary>The envelope's own letters, where this release would write others: a newer one added something, or somebody did.</summary>
    public string? Stored { get; init; }

    /// <summary>The words are gone, with the record's consent: sealed or deleted, and the chain still holds.</summary>
    public bool IsWithheld => Content is null || Digest != Sha256(Salt + Content);

    /// <summary>Writes the next line of a chain.</summary>
    /// <param name="previous">Hash of the line before; empty for the first.</param>
    public static Line Next(Envelope envelope, string content, string salt, string previous)
    {
        var digest = Sha256(salt + content);
        return new(envelope, content, salt, digest, previous, HashOf(envelope.ToJson(), digest, previous));
    }

    /// <summary>A line as a store holds it. Never fails: what is wrong with it is a <see cref="FaultAfter"/>.</summary>
    /// <param name="seq">By the store's own key.</param>
    public static Line Read(int seq, string stored, string? content, string? salt, string digest, string previous, string hash)
    {
        var envelope = Envelope.FromJson(stored) ?? Envelope.Illegible(seq);
        return new(envelope, content, salt, digest, previous, hash) { Stored = envelope.ToJson() == stored ? null : stored };
    }

    /// <summary>The digest that a sealed fact's remainder is known by; its salt says nothing of the salt that the words had.</summary>
    public static string DigestOfRemainder(string salt, string remainder) => Sha256(SaltOfRemainder(salt) + remainder);

    /// <summary>This line with its words gone and what is left of the fact in their place; it still verifies.</summary>
    /// <param name="remainder">The same fact's <c>Withheld()</c>, as the codec wrote it when the line was written.</param>
    public Line Sealed(string remainder) => this with { Content = remainder, Salt = SaltOfRemainder(Salt!) };

    /// <summary>What is wrong with this line behind version <paramref name="version"/> of <paramref name="stream"/>;
    /// <c>null</c> where it still says what was written, and follows.</summary>
    /// <param name="hash">Of the line before.</param>
    public LineFault? FaultAfter(string stream, int version, string hash) =>
        Seq != version + 1 ? LineFault.Missing
        : Envelope.Stream != stream || Hash != HashOf(Letters, Digest, Previous) ? LineFault.Envelope
        : Previous != hash ? LineFault.Order
        : Content is not null && Sha256(Salt + Content) is var digest && digest != Digest && digest != Envelope.Remainder ? LineFault.Words
        : null;

    private static string SaltOfRemainder(string salt) => Sha256("remainder\n" + salt);

    private static string HashOf(string envelope, string digest, string previous) => Sha256($"{previous}\n{digest}\n{envelope}");

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>How a line isn't what was written.</summary>
internal enum LineFault
{
    /// <summary>Another line stands where it should.</summary>
    Missing,

    /// <summary>Who, when, what kind, or its digest was changed.</summary>
    Envelope,

    /// <summary>It is whole, and doesn't follow the line before it: one of the two was written anew.</summary>
    Order,

    /// <summary>Its words are others.</summary>
    Words,
}

/// <summary>Everything about a fact but its content.</summary>
/// <param name="Kind">The fact's name on disk, for good.</param>
/// <param name="At">When it was written.</param>
/// <param name="HappenedAt">When it happened, where that is not the same.</param>
/// <param name="By">The verified identity, or <c>bot</c>.</param>
/// <param name="Source">The activity or obligation that caused it.</param>
/// <param name="Audience">The marking, as JSON; <c>null</c> for the default.</param>
/// <param name="Remainder">Digest of what is left of the fact when it is sealed; <c>null</c> where it holds no words,
/// and in lines of earlier releases.</param>
internal sealed record Envelope(
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
    string? Audience,
    string? Remainder = null)
{
    /// <summary>In the place of one whose letters make no sense, so that the lines around it can be told.</summary>
    public static Envelope Illegible(int seq) => new("", seq, "", default, null, "", null, "", null, null, null);

    public string ToJson() => JsonSerializer.Serialize(this, RecordJson.Default.Envelope);

    /// <returns><c>null</c> where it is no envelope.</returns>
    public static Envelope? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RecordJson.Default.Envelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
