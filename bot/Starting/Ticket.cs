using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace StrategyBot.Starting;

/// <summary>Something drawn that opens something. The record holds its hash alone, so neither the record nor a key makes it.</summary>
internal static class Ticket
{
    private const int Bytes = 32;

    /// <returns>43 letters of base64url.</returns>
    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string drawn) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(drawn)));
}
