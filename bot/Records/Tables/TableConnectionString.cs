using Azure.Data.Tables;

namespace StrategyBot.Records.Tables;

/// <summary>What a storage connection string says of the Table service.</summary>
/// <remarks>
/// learn.microsoft.com/azure/storage/common/storage-configure-connection-string; without shared access signatures.
/// Azure's own reading of one says neither which part is wrong nor keeps the value out of its words.
/// </remarks>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    // Every emulator in the world has this account and this key; it opens nothing else.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="FormatException">Names the setting that is missing or wrong, and never its value.</exception>
    public static TableConnectionString Parse(string text)
    {
        var settings = Settings(text);
        if (settings.TryGetValue("UseDevelopmentStorage", out var use) && use == "true")
        {
            return new(new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"), new(EmulatorAccount, EmulatorKey));
        }

        var account = Needed(settings, "AccountName");
        return new(Address(settings, account), Key(settings, account));
    }

    private static TableSharedKeyCredential Key(Dictionary<string, string> settings, string account)
    {
        try
        {
            return new(account, Needed(settings, "AccountKey"));
        }
        catch (FormatException e) when (settings.ContainsKey("AccountKey"))
        {
            throw new FormatException("The connection string's AccountKey is not base64.", e);
        }
    }

    private static Uri Address(Dictionary<string, string> settings, string account)
    {
        var scheme = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var address = settings.GetValueOrDefault("TableEndpoint")
            ?? $"{scheme}://{account}.table.{settings.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        return Uri.TryCreate(address, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"
            ? endpoint
            : throw new FormatException("The connection string's endpoint is not an http or https address.");
    }

    private static Dictionary<string, string> Settings(string text) => text
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(part => part.Split('=', 2))
        .Select(pair => pair.Length == 2
            ? pair
            : throw new FormatException("The connection string is not made of name=value pairs parted by semicolons."))
        .DistinctBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    private static string Needed(Dictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out var value) && value != ""
            ? value
            : throw new FormatException($"The connection string lacks {name}.");
}
