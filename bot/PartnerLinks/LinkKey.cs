using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using StrategyBot.Starting;

namespace StrategyBot.PartnerLinks;

/// <summary>The secrets behind every link and code, by their ids: the current one makes, former ones only know again what they made.
/// They are kept apart from the record, and neither alone opens anything.</summary>
/// <remarks>
/// A token is worked out from its link's random nonce, which the record holds: a letter that may or may not have been sent is sent again
/// with the same link, though the record holds only the token's hash. Links of the first releases have no nonce.
/// </remarks>
/// <param name="ring">The current one first. The key of a setting without ids has the id <c>""</c>.</param>
internal sealed class LinkKey(params IReadOnlyList<(string Id, ReadOnlyMemory<byte> Secret)> ring)
{
    public const int Bytes = 32;

    // Six digits, as phones offer to fill them in; ten where a link was tried so often that six could be met by chance.
    private const int Digits = 6, ManyDigits = 10;
    private const int NonceBytes = 16;
    private const int Clocks = 2 * sizeof(long);

    /// <summary>Which key makes tokens now; <c>null</c> for one without an id.</summary>
    public string? Current => ring[0].Id.Length == 0 ? null : ring[0].Id;

    /// <summary>What stands in a new letter's link: 43 letters of base64url.</summary>
    public string Token(LinkHolder holder, string letter, string nonce) => TokenBy(ring[0].Secret, holder, letter, nonce);

    /// <summary>The token of a link again; <c>null</c> where its key is none of ours any more, and then it opens nothing.</summary>
    public string? Remake(Case @case, PersonalLink link)
    {
        var holder = new LinkHolder(@case.Id, link.Participant);
        return ring.Where(key => link.Key is null || key.Id == link.Key)
            .SelectMany(key => link.Nonce is { } nonce
                ? [TokenBy(key.Secret, holder, link.Letter, nonce)]
                : Enumerable.Range(0, @case.Links.Generation(link.Participant) + 1)
                    .Select(generation => OldToken(key.Secret, holder, link.Letter, generation)))
            .FirstOrDefault(token => Ticket.Hash(token) == link.TokenHash);
    }

    /// <summary>For what the record keeps of who sent what: it tells a repeat and nothing else.</summary>
    public byte[] ForSources() => Mac(ring[0].Secret, "source", "");

    /// <summary>What a browser that asked for a code shows with it: made alike for any text that calls itself a token.</summary>
    /// <param name="wall">How old it is.</param>
    /// <param name="clock">The case's clock, by which wrong codes are recorded.</param>
    public string Challenge(string tokenHash, DateTimeOffset wall, DateTimeOffset clock)
    {
        var challenge = new byte[NonceBytes + Clocks];
        RandomNumberGenerator.Fill(challenge.AsSpan(0, NonceBytes));
        BitConverter.TryWriteBytes(challenge.AsSpan(NonceBytes), wall.ToUnixTimeSeconds());
        BitConverter.TryWriteBytes(challenge.AsSpan(NonceBytes + sizeof(long)), clock.UtcTicks);
        return Base64Url.EncodeToString([.. challenge, .. Vouch(ring[0].Secret, challenge, tokenHash)]);
    }

    /// <summary>A challenge of ours for this token; <c>null</c> for any other text.</summary>
    public Challenge? Read(string challenge, string tokenHash)
    {
        var bytes = Decode(challenge);
        if (bytes.Length != NonceBytes + Clocks + HMACSHA256.HashSizeInBytes)
        {
            return null;
        }

        var (made, mac) = (bytes[..(NonceBytes + Clocks)], bytes[(NonceBytes + Clocks)..]);
        return ring.Where(key => CryptographicOperations.FixedTimeEquals(Vouch(key.Secret, made, tokenHash), mac))
            .Select(key => new Challenge(challenge, key.Secret, DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(made, NonceBytes)),
                new(BitConverter.ToInt64(made, NonceBytes + sizeof(long)), TimeSpan.Zero)))
            .FirstOrDefault();
    }

    /// <summary>The code that belongs to a challenge. Worked out, so that any instance can check it; from the link's nonce too, so that
    /// the key alone tells no code.</summary>
    public static string Code(Challenge challenge, PersonalLink link)
    {
        var digits = link.TriedHardAt is { } hard && challenge.Clock > hard ? ManyDigits : Digits;
        var number = BitConverter.ToUInt64(Mac(challenge.Key, "code", $"{challenge.Text}\n{link.Nonce}"));
        return $"{number % (ulong)Math.Pow(10, digits)}".PadLeft(digits, '0');
    }

    public static bool IsCode(Challenge challenge, PersonalLink link, string typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(challenge, link)), Encoding.UTF8.GetBytes(typed));

    /// <summary>Where somebody tried a link from, so that the record can count it and tells no address.</summary>
    public string From(string tokenHash, string address) =>
        Convert.ToHexStringLower(Mac(ring[^1].Secret, "from", $"{tokenHash}\n{address}").AsSpan(0, NonceBytes));

    /// <summary>What locks text on a person's own device: no device learns it without a session, and revoking changes it. The oldest
    /// key makes it, so that a new one loses nobody's words.</summary>
    public string Keeps(Case @case, ParticipantId holder) => Base64Url.EncodeToString(
        Mac(ring[^1].Secret, "kept", $"{@case.Id.Value}\n{holder.Value}\n{@case.Links.Generation(holder)}"));

    private static string TokenBy(ReadOnlyMemory<byte> secret, LinkHolder holder, string letter, string nonce) =>
        Base64Url.EncodeToString(Mac(secret, "token-2", $"{holder.Case.Value}\n{holder.Participant.Value}\n{nonce}\n{letter}"));

    // Guessable by whoever has the key: good for what the first releases sent, and for nothing else.
    private static string OldToken(ReadOnlyMemory<byte> secret, LinkHolder holder, string letter, int generation) =>
        Base64Url.EncodeToString(Mac(secret, "token", $"{holder.Case.Value}\n{holder.Participant.Value}\n{generation}\n{letter}"));

    private static byte[] Vouch(ReadOnlyMemory<byte> secret, byte[] challenge, string tokenHash) =>
        Mac(secret, "challenge", $"{Convert.ToHexStringLower(challenge)}\n{tokenHash}");

    private static byte[] Mac(ReadOnlyMemory<byte> secret, string use, string text) =>
        HMACSHA256.HashData(secret.Span, Encoding.UTF8.GetBytes($"{use}\n{text}"));

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

/// <summary>What a code was asked for with.</summary>
/// <param name="Key">The secret that made it, as a code is checked by the same.</param>
/// <param name="Wall">When, on the wall's clock.</param>
/// <param name="Clock">When, on the case's clock.</param>
internal sealed record Challenge(string Text, ReadOnlyMemory<byte> Key, DateTimeOffset Wall, DateTimeOffset Clock)
{
    public override string ToString() => nameof(Challenge);
}
