using System.Security.Cryptography;
using StrategyBot.Starting;

namespace StrategyBot.Records.Anchors;

/// <summary>A key in a file of its own: PEM, P-256. The private one signs; it and all public ones beside it verify, so that what an
/// earlier key signed stands after a change of keys.</summary>
internal sealed class FileKey : IAnchorKey
{
    public const string Setting = "Anchor__KeyFile";

    private readonly Dictionary<string, ECDsa> keys = new(StringComparer.Ordinal);
    private readonly string? signer;

    /// <exception cref="StartRefusedException">There is no such key.</exception>
    public FileKey(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var found); rest = rest[found.Location.End..])
            {
                var key = ECDsa.Create();
                key.ImportFromPem(rest[found.Location]);
                var id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
                keys.TryAdd(id, key);
                signer ??= rest[found.Label].EndsWith("PRIVATE KEY", StringComparison.Ordinal) ? id : null;
            }
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new StartRefusedException($"{Setting} names no key that can be read: PEM, of an elliptic curve.", failure);
        }

        if (keys.Count == 0)
        {
            throw new StartRefusedException($"{Setting} names a file without a key: PEM, of an elliptic curve.");
        }
    }

    public Task<SignedAnchor> SignAsync(byte[] anchor, CancellationToken cancellationToken) => signer is null
        ? throw new InvalidOperationException($"{Setting} holds no private key: what it holds verifies, and signs nothing.")
        : Task.FromResult(new SignedAnchor(anchor, signer, keys[signer].SignData(anchor, HashAlgorithmName.SHA256)));

    public Task<bool> VerifiesAsync(SignedAnchor signed, CancellationToken cancellationToken) => Task.FromResult(
        keys.TryGetValue(signed.Key, out var key) && key.VerifyData(signed.Anchor, signed.Signature, HashAlgorithmName.SHA256));
}
