using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using StrategyBot.Starting;

namespace StrategyBot.PartnerLinks;

/// <summary>The secret behind every link, code and session, and what is made from it.
/// Whoever has it and the record can open every page, so it is kept apart from the record.</summary>
/// <remarks>
/// A token is worked out from the letter it stands in, not drawn: a letter that may or may not have been sent is sent again with the
/// same link, though the record
/// holds only the token's hash. 256 bits of HMAC-SHA256 under a random key can be guessed no better than 256 random bits.
/// </remarks>
public sealed class LinkKey(ReadOnlyMemory<byte> secret)
{
    public const int Bytes = 32;

    // Six digits, as phones offer to fill them in.
    private const int Codes = 1_000_000;
    private const int NonceBytes = 16;

    /// <summary>For what other rooms seal.</summary>
    public SharedSecret Secret { get; } = new(secret);

    /// <summary>What stands in the letter's link: 43 letters of base64url.</summary>
    public string Token(LinkHolder holder, string letter, int generation) =>
        Base64Url.EncodeToString(Mac("token", $"{holder.Case.Value}\n{holder.Participant.Value}\n{generation}\n{letter}"));

    /// <summary>What the record and its index hold of a token.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>What a browser that asked for a code shows with it: made alike for any text that calls itself a token.</summary>
    public string Challenge(string tokenHash, DateTimeOffset at)
    {
        var challenge = new byte[NonceBytes + sizeof(long)];
        RandomNumberGenerator.Fill(challenge.AsSpan(0, NonceBytes));
        BitConverter.TryWriteBytes(challenge.AsSpan(NonceBytes), at.ToUnixTimeSeconds());
        return Base64Url.EncodeToString([.. challenge, .. Mac("challenge", $"{Convert.ToHexStringLower(challenge)}\n{tokenHash}")]);
    }

    /// <summary>When a challenge of ours for this token was made; <c>null</c> for any other text.</summary>
    public DateTimeOffset? ChallengedAt(string challenge, string tokenHash)
    {
        var bytes = Decode(challenge);
        if (bytes.Length != NonceBytes + sizeof(long) + HMACSHA256.HashSizeInBytes)
        {
            return null;
        }

        var mac = Mac("challenge", $"{Convert.ToHexStringLower(bytes.AsSpan(0, NonceBytes + sizeof(long)))}\n{tokenHash}");
        return CryptographicOperations.FixedTimeEquals(mac, bytes.AsSpan(NonceBytes + sizeof(long)))
            ? DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(bytes.AsSpan(NonceBytes)))
            : null;
    }

    /// <summary>The code that belongs to a challenge. Worked out, so that any instance can check it.</summary>
    public string Code(string challenge) => $"{BitConverter.ToUInt64(Mac("code", challenge)) % Codes:D6}";

    public bool IsCode(string challenge, string typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(challenge)), Encoding.UTF8.GetBytes(typed));

    /// <summary>A text that only this key can have sealed.</summary>
    public string Seal(string text) =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))}.{Base64Url.EncodeToString(Mac("session", text))}";

    /// <summary>What was sealed, or <c>null</c>.</summary>
    public string? Unseal(string? @sealed)
    {
        if (@sealed?.Split('.') is not [var content, var mac])
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Decode(content));
        return CryptographicOperations.FixedTimeEquals(Mac("session", text), Decode(mac)) ? text : null;
    }

    private byte[] Mac(string use, string text) => HMACSHA256.HashData(secret.Span, Encoding.UTF8.GetBytes($"{use}\n{text}"));

    private static byte[] Decode(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
