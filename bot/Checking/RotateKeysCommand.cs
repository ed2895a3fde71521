using System.Security.Cryptography;
using System.Text;
using StrategyBot.Records.Anchors;
using StrategyBot.Records.Backups;
using StrategyBot.Starting;

namespace StrategyBot.Checking;

/// <summary><c>dotnet run --project bot -- rotate-keys</c>: a new key in front of each file of keys that the settings name. What the old
/// ones signed or locked goes on being known by them. A bot takes the new ones when it starts.</summary>
internal static class RotateKeysCommand
{
    /// <returns>0, or 1 where a file can't be used.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration, IHostEnvironment environment)
    {
        var found = await RotateAsync(configuration, environment);
        await Checks.SayAsync(found);
        return Checks.Code(found);
    }

    internal static async Task<IReadOnlyList<Finding>> RotateAsync(IConfiguration configuration, IHostEnvironment environment) =>
    [
        await EachAsync("Anchor:KeyFile", FileKey.Setting, "anchors", configuration, environment, Signing,
            path => _ = new FileKey(path)),
        await EachAsync("Backup:KeyFile", BackupKeys.Setting, "copies", configuration, environment, Locking,
            path => BackupKeys.Read(path)),
        .. configuration["Anchor:KeyId"] is { Length: > 0 }
            ? [new(Verdict.NotChecked, "anchors", "their key is in a vault: make a new version of it there, and keep the old ones.")]
            : (IEnumerable<Finding>)[],
        new(Verdict.NotChecked, "links", "the key of the partners' links is a setting: infra/README.md says how it is changed."),
    ];

    private static async Task<Finding> EachAsync(
        string key, string setting, string what, IConfiguration configuration, IHostEnvironment environment,
        Func<string, string> withNew, Action<string> read)
    {
        if (configuration[key] is not { Length: > 0 } named)
        {
            return new(Verdict.NotChecked, what, $"{setting} names no file.");
        }

        var path = Path.GetFullPath(named, environment.ContentRootPath);
        try
        {
            read(path);
            var text = withNew(await File.ReadAllTextAsync(path));
            await OwnFile.WriteAsync(path, to => to.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask(), overwrite: true);
            read(path);
            return new(Verdict.Ok, what, "a new key stands in front of the file; the old ones stay in it, for what they did.");
        }
        catch (StartRefusedException refused)
        {
            return new(Verdict.Wrong, what, StartRefusedException.Sentence(refused)!);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(Verdict.Wrong, what, $"{setting} names a file that can't be written: nothing was changed.");
        }
    }

    /// <summary>The old private keys go: their public part is all that is needed of them.</summary>
    private static string Signing(string text)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var lines = new List<string> { made.ExportPkcs8PrivateKeyPem() };
        for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var found); rest = rest[found.Location.End..])
        {
            using var old = ECDsa.Create();
            old.ImportFromPem(rest[found.Location]);
            lines.Add(old.ExportSubjectPublicKeyInfoPem());
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string Locking(string text) =>
        $"{Convert.ToBase64String(RandomNumberGenerator.GetBytes(BackupKeys.Bytes))}\n{text.TrimEnd()}\n";
}
