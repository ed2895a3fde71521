using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StrategyBot.Starting;

namespace StrategyBot.Records.Backups;

/// <summary>A copy of the record as a file: a first line for anybody, then pages, each compressed and locked by itself with its place in
/// the file, so that none can be changed, left out or put elsewhere, nor the end cut off.</summary>
/// <remarks>AES-GCM (SP 800-38D): a key of the copy's own by HKDF (RFC 5869), a nonce that counts the pages.</remarks>
internal static class BackupFile
{
    private const string Magic = "StrategyBot record ";

    private const int LongestPage = 256 * 1024 * 1024, NonceBytes = 12, TagBytes = 16;

    public static async Task WriteAsync(
        Stream to, BackupKeys keys, DateTimeOffset at, IAsyncEnumerable<BackupPage> pages, CancellationToken cancellationToken)
    {
        var header = new BackupHeader(BackupHeader.Known, keys.Current, RandomNumberGenerator.GetBytes(BackupKeys.Bytes), at);
        var first = Encoding.UTF8.GetBytes($"{Magic}{JsonSerializer.Serialize(header, BackupJson.Default.BackupHeader)}\n");
        await to.WriteAsync(first, cancellationToken);
        using var lockedBy = KeyOf(header, keys.Find(header.Key)!);
        var number = 0L;
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            var plain = Compressed(JsonSerializer.SerializeToUtf8Bytes(page, BackupJson.Default.BackupPage));
            var locked = new byte[sizeof(int) + plain.Length + TagBytes];
            BinaryPrimitives.WriteInt32BigEndian(locked, plain.Length);
            lockedBy.Encrypt(Nonce(number++), plain, locked.AsSpan(sizeof(int), plain.Length), locked.AsSpan(sizeof(int) + plain.Length),
                first);
            await to.WriteAsync(locked, cancellationToken);
        }
    }

    /// <exception cref="StartRefusedException">It is no copy, its key isn't here, or it isn't as it was written.</exception>
    public static async Task<BackupHeader> HeaderAsync(Stream from, CancellationToken cancellationToken) =>
        (await FirstAsync(from, cancellationToken)).Header;

    /// <summary>The pages, the last with the count of all; nothing more is believed than what was read so far.</summary>
    /// <exception cref="StartRefusedException">It is no copy, its key isn't here, or it isn't as it was written.</exception>
    public static async IAsyncEnumerable<BackupPage> ReadAsync(
        Stream from, BackupKeys keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (header, first) = await FirstAsync(from, cancellationToken);
        using var lockedBy = KeyOf(header, keys.Find(header.Key) ?? throw new StartRefusedException(
            $"The copy was locked with another key ({header.Key}): put that one into the file that {BackupKeys.Setting} names."));
        var (number, isWhole) = (0L, false);
        while (await PageAsync(from, lockedBy, number++, first, cancellationToken) is { } page)
        {
            isWhole = page.All is not null;
            yield return page;
        }

        if (!isWhole)
        {
            throw new StartRefusedException("The copy is cut short: its end is missing.");
        }
    }

    private static async Task<BackupPage?> PageAsync(
        Stream from, AesGcm lockedBy, long number, byte[] first, CancellationToken cancellationToken)
    {
        var length = new byte[sizeof(int)];
        var read = await from.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancellationToken);
        if (read == 0)
        {
            return null;
        }

        try
        {
            var count = read == length.Length ? BinaryPrimitives.ReadInt32BigEndian(length) : -1;
            var locked = count is >= 0 and <= LongestPage ? new byte[count + TagBytes] : throw new InvalidDataException();
            await from.ReadExactlyAsync(locked, cancellationToken);
            var plain = new byte[count];
            lockedBy.Decrypt(Nonce(number), locked.AsSpan(0, count), locked.AsSpan(count), plain, first);
            return JsonSerializer.Deserialize(Plain(plain), BackupJson.Default.BackupPage) ?? throw new InvalidDataException();
        }
        catch (Exception wrong) when (wrong is InvalidDataException or EndOfStreamException or CryptographicException or JsonException)
        {
            throw new StartRefusedException($"The copy is not as it was written, at page {number + 1}: use another.", wrong);
        }
    }

    private static async Task<(BackupHeader Header, byte[] First)> FirstAsync(Stream from, CancellationToken cancellationToken)
    {
        var (bytes, one) = (new List<byte>(), new byte[1]);
        while (bytes is not [.., (byte)'\n'] && bytes.Count < 1024 && await from.ReadAsync(one, cancellationToken) == 1)
        {
            bytes.Add(one[0]);
        }

        var text = Encoding.UTF8.GetString([.. bytes]);
        try
        {
            return text.StartsWith(Magic, StringComparison.Ordinal)
                && JsonSerializer.Deserialize(text[Magic.Length..], BackupJson.Default.BackupHeader)
                    is { Format: BackupHeader.Known, Key: not null, Salt: not null } header
                ? (header, [.. bytes])
                : throw new StartRefusedException("That file is no copy of a record, or one of a newer release.");
        }
        catch (JsonException wrong)
        {
            throw new StartRefusedException("That file is no copy of a record.", wrong);
        }
    }

    private static AesGcm KeyOf(BackupHeader header, byte[] secret) => new(
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, BackupKeys.Bytes, header.Salt, Encoding.UTF8.GetBytes(Magic)), TagBytes);

    private static byte[] Nonce(long number)
    {
        var nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceBytes - sizeof(long)), number);
        return nonce;
    }

    private static byte[] Compressed(byte[] plain)
    {
        using var into = new MemoryStream();
        using (var squeeze = new BrotliStream(into, CompressionLevel.Fastest))
        {
            squeeze.Write(plain);
        }

        return into.ToArray();
    }

    private static byte[] Plain(byte[] compressed)
    {
        using var into = new MemoryStream();
        using (var unfold = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress))
        {
            unfold.CopyTo(into);
        }

        return into.ToArray();
    }
}
