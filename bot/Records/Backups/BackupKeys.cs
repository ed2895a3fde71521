using System.Security.Cryptography;
using StrategyBot.Starting;

namespace StrategyBot.Records.Backups;

/// <summary>The keys that copies of the record are locked with, in a file of their own: 32 bytes in base64, a line each. The first locks;
/// each of them opens what it locked, so that old copies stay of use after a change of keys.</summary>
internal sealed class BackupKeys
{
    public const string Setting = "Backup__KeyFile";

    public const int Bytes = 32;

    private readonly List<(string Id, byte[] Secret)> keys;

    private BackupKeys(List<(string, byte[])> keys) => this.keys = keys;

    /// <exception cref="StartRefusedException">No key can be read there.</exception>
    public static BackupKeys Read(IConfiguration configuration, IHostEnvironment environment) =>
        configuration["Backup:KeyFile"] is { Length: > 0 } path
            ? Read(Path.GetFullPath(path, environment.ContentRootPath))
            : throw new StartRefusedException($"{Setting} is missing: a file with a key of {Bytes} random bytes in base64, kept apart from "
                + "the copies. To make one: openssl rand -base64 32.");

    public string Current => keys[0].Id;

    /// <returns><c>null</c> where that key is none of these.</returns>
    public byte[]? Find(string id) => keys.Find(key => key.Id == id).Secret;

    /// <exception cref="StartRefusedException">No key can be read there.</exception>
    public static BackupKeys Read(string path)
    {
        try
        {
            var found = File.ReadAllLines(path).Where(line => line.Trim().Length > 0).Select(line => Convert.FromBase64String(line.Trim()))
                .Select(secret => (Convert.ToHexStringLower(SHA256.HashData(secret))[..16], secret)).ToList();
            return found.Count > 0 && found.TrueForAll(key => key.secret.Length == Bytes)
                ? new(found)
                : throw new StartRefusedException($"{Setting} names a file without a key of {Bytes} bytes in base64, one a line.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new StartRefusedException($"{Setting} names no file of keys that can be read: base64, one a line.", failure);
        }
    }
}
