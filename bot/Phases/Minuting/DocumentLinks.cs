using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using StrategyBot.Starting;

namespace StrategyBot.Phases.Minuting;

/// <summary>What a link opens: one version of one meeting's minutes, for one person.</summary>
/// <param name="Version">0 = the draft.</param>
internal sealed record DocumentGrant(Asker Asker, CaseId Case, MeetingId Meeting, int Version, DateTimeOffset Until);

/// <summary>Links to documents: each is handed to one person inside their own dialog, and opens for ten minutes.</summary>
/// <remarks>The link is the grant itself, sealed: nothing of it can be read or changed, and any instance opens it,
/// after a restart too.</remarks>
/// <param name="wall">Wall time: it bounds who may look, and not a deadline of a case.</param>
internal sealed class DocumentLinks(PublicAddress address, SharedSecret secret, TimeProvider wall)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private static readonly int Nonce = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int Tag = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] key = secret.For("documents");

    /// <returns><c>null</c> where the bot was not told its own address, so that no link can lead to it.</returns>
    public Uri? Issue(Asker asker, CaseId @case, MeetingId meeting, int version) => address.Find() is { } root
        ? new($"{root.AbsoluteUri.TrimEnd('/')}/documents/{Seal(new(asker, @case, meeting, version, wall.GetUtcNow() + Lasts))}")
        : null;

    public DocumentGrant? Find(string token) => Unseal(token) is { } grant && grant.Until > wall.GetUtcNow() ? grant : null;

    private string Seal(DocumentGrant grant)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(grant);
        var token = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(token.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(token.AsSpan(0, Nonce), plain, token.AsSpan(Nonce + Tag), token.AsSpan(Nonce, Tag));
        return Base64Url.EncodeToString(token);
    }

    private DocumentGrant? Unseal(string token)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(token);
            if (bytes.Length <= Nonce + Tag)
            {
                return null;
            }

            var plain = new byte[bytes.Length - Nonce - Tag];
            using var aes = new AesGcm(key, Tag);
            aes.Decrypt(bytes.AsSpan(0, Nonce), bytes.AsSpan(Nonce + Tag), bytes.AsSpan(Nonce, Tag), plain);
            return JsonSerializer.Deserialize<DocumentGrant>(plain);
        }
        catch (Exception notOurs) when (notOurs is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
