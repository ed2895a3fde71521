using System.Security.Cryptography;
using System.Text;

namespace StrategyBot.Starting;

/// <summary>What all instances of the bot know and nobody else does. Kept apart from the record, so that either
/// alone opens nothing.</summary>
public sealed class SharedSecret(ReadOnlyMemory<byte> bytes)
{
    public const int Length = 32;

    /// <summary>A key for one use; of two uses neither key tells anything about the other.</summary>
    public byte[] For(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes.ToArray(), Length, info: Encoding.UTF8.GetBytes(use));
}
