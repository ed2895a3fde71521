using System.IO.Compression;
using System.Text.Json.Nodes;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Manifest;

/// <summary>A package of a fictional authority, made once by the build that administrators use.</summary>
public sealed class MadePackage : IAsyncLifetime
{
    public const string BotAppId = "11111111-2222-3333-4444-555555555555";
    public const string Council = "St Zoë's & 100% Council";

    private static readonly (string Name, string Value)[] Settings =
    [
        ("BotAppId", BotAppId),
        ("BotHost", "strategybot.example.gov.uk"),
        ("Council", Council),
        ("WebsiteUrl", "https://www.example.gov.uk"),
        ("PrivacyUrl", "https://www.example.gov.uk/privacy"),
        ("TermsUrl", "https://www.example.gov.uk/terms?a=1&b=2"),
    ];

    public IReadOnlyDictionary<string, byte[]> Files { get; private set; } = new Dictionary<string, byte[]>();

    /// <summary>A copy, so that a test may spoil it.</summary>
    public JsonNode Manifest => JsonNode.Parse(Files["manifest.json"])!;

    public async Task InitializeAsync()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await BuildAsync(folder.Path);
        Assert.True(exitCode == 0, output);
        using var zip = await ZipFile.OpenReadAsync(Path.Combine(folder.Path, "StrategyBot.zip"));
        Files = zip.Entries.ToDictionary(entry => entry.FullName, Bytes);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    internal static Task<(int ExitCode, string Output)> BuildAsync(string folder, params (string Name, string Value)[] other) =>
        CommandLine.RunAsync("dotnet", [
            "build", Path.Combine(NodeScript.TestsFolder(), "..", "manifest"), "-nodeReuse:false", $"-p:OutputFolder={folder}",
            .. Settings.Concat(other).Select(setting => $"-p:{setting.Name}={setting.Value}")]);

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
