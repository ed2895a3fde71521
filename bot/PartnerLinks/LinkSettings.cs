using System.Security.Cryptography;
using StrategyBot.Starting;

namespace StrategyBot.PartnerLinks;

/// <param name="Address">Where the pages are reached.</param>
/// <param name="IsSandbox">Cookies go over plain http to loopback.</param>
internal sealed record LinkSettings(PublicAddress Address, bool IsSandbox)
{
    private const string KeyFile = "partner-links.key";

    /// <summary>No slash at the end; asked late, as the sandbox knows its own address only once it listens.</summary>
    public string BaseUrl =>
        Address.Find()?.AbsoluteUri.TrimEnd('/') ?? throw new InvalidOperationException("The bot was not told where it is reached.");

    /// <summary>What a bot that serves an authority can't be without.</summary>
    /// <exception cref="StartRefusedException">A setting is missing or wrong; each sentence names one.</exception>
    internal static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        List<string> wrong =
        [
            .. Uri.TryCreate(configuration[PublicAddress.Setting], UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
                ? (IEnumerable<string>)[]
                : ["StrategyBot__PublicUrl must be the https address at which partners reach this bot, for example "
                    + "https://strategy.council.example."],
            .. IsKeySet(configuration) || KeyBeside(configuration, environment) is not null ? (IEnumerable<string>)[] : [NoKey],
        ];
        if (wrong.Count > 0)
        {
            throw new StartRefusedException(wrong);
        }
    }

    /// <summary>The file with the key, where it lies in the record's own folder and is the one that counts: an earlier release made it
    /// there. Whoever has the folder has both halves of every link.</summary>
    internal static string? KeyBeside(IConfiguration configuration, IHostEnvironment environment) =>
        !IsKeySet(configuration) && IsInFiles(configuration)
        && Path.Combine(StorageFolder.Of(configuration, environment), KeyFile) is var path && File.Exists(path)
            ? path
            : null;

    /// <summary>The keys: <c>PartnerLinks__Key</c>, one or several with their ids; in the sandbox else a file beside the SQLite store,
    /// made at the first start. All instances must have the same.</summary>
    /// <exception cref="StartRefusedException">None is there, or one can't be read.</exception>
    internal static LinkKey ReadKey(IConfiguration configuration, IHostEnvironment environment, bool isSandbox)
    {
        if (configuration["PartnerLinks:Key"] is { Length: > 0 } set)
        {
            var ring = set.Split([',', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Read).ToList();
            return ring.Count > 0 && ring.Select(key => key.Id).Distinct(StringComparer.Ordinal).Count() == ring.Count
                ? new(ring)
                : throw new StartRefusedException("PartnerLinks__Key gives one id to two keys. Each key has an id of its own, for good.");
        }

        return KeyBeside(configuration, environment) is not null || (isSandbox && IsInFiles(configuration))
            ? new(("", Keep(StorageFolder.Open(configuration, environment))))
            : throw new StartRefusedException(NoKey);
    }

    private static string NoKey { get; } =
        $"PartnerLinks__Key is missing: {LinkKey.Bytes} random bytes in base64, the same for every instance and kept as a secret apart "
            + "from the record, for example what openssl rand -base64 32 prints.";

    private static bool IsKeySet(IConfiguration configuration) => !string.IsNullOrEmpty(configuration["PartnerLinks:Key"]);

    private static bool IsInFiles(IConfiguration configuration) => configuration["Storage:Provider"] is null or ""
        || string.Equals(configuration["Storage:Provider"], "Sqlite", StringComparison.OrdinalIgnoreCase);

    private static (string Id, ReadOnlyMemory<byte> Secret) Read(string text)
    {
        var (id, secret) = text.Split(':') is [{ Length: > 0 and <= 40 } named, var behind] ? (named, behind) : ("", text);
        var bytes = new byte[LinkKey.Bytes];
        return Convert.TryFromBase64String(secret, bytes, out var length) && length == LinkKey.Bytes
            ? (id, bytes)
            : throw new StartRefusedException(
                $"PartnerLinks__Key must be {LinkKey.Bytes} random bytes in base64; or several with commas between, each as id:key, "
                    + "the one that makes new links first.");
    }

    private static byte[] Keep(string folder)
    {
        var path = Path.Combine(folder, KeyFile);
        if (!File.Exists(path))
        {
            Write(path);
        }

        return File.ReadAllBytes(path) is { Length: LinkKey.Bytes } kept
            ? kept
            : throw new StartRefusedException(
                $"{KeyFile} in the storage folder is damaged. Put the saved copy back, or delete it: "
                    + "every link sent so far then stops working.");
    }

    // Written aside and moved, so that a crash leaves no half of a key.
    private static void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream($"{path}.new", options))
        {
            file.Write(RandomNumberGenerator.GetBytes(LinkKey.Bytes));
        }

        File.Move($"{path}.new", path);
    }
}
