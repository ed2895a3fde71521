using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Manifest;

/// <summary>The package that an administrator uploads: made as they make it, held against Microsoft's validator and against
/// what that leaves out.</summary>
public sealed class ManifestPackageTests(MadePackage package) : IClassFixture<MadePackage>
{
    [NodeFact]
    public async Task Microsofts_validator_finds_nothing_wrong() => Assert.Equal([], await ValidateAsync(package.Manifest));

    [NodeFact]
    public async Task Microsofts_validator_would_find_something_wrong()
    {
        var strange = package.Manifest;
        strange["bots"]![0]!["strange"] = true;
        var wrongType = package.Manifest;
        wrongType["bots"]![0]!["supportsFiles"] = "no";

        Assert.NotEmpty(await ValidateAsync(strange));
        Assert.NotEmpty(await ValidateAsync(wrongType));
    }

    [Fact]
    public void The_package_is_the_manifest_and_its_two_icons() =>
        Assert.Equal(["color.png", "manifest.json", "outline.png"], package.Files.Keys.Order());

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void An_icon_has_the_size_that_Teams_asks_for(string name, int side)
    {
        // A PNG starts with eight bytes of signature, then the header: length, "IHDR", width, height, depth, colour type (6:
        // with transparency).
        ReadOnlySpan<byte> png = package.Files[name];
        Assert.Equal("IHDR"u8, png[12..16]);
        Assert.Equal((side, side, 8, 6),
            (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]), png[24], png[25]));
    }

    [Fact]
    public void The_outline_is_white_on_nothing()
    {
        foreach (var pixel in Pixels(package.Files["outline.png"], 32))
        {
            Assert.True(pixel[3] == 0 || (pixel[0], pixel[1], pixel[2]) == (255, 255, 255));
        }
    }

    [Fact]
    public void Every_address_is_https_and_no_placeholder_is_left() =>
        Assert.DoesNotContain(Texts(package.Manifest),
            text => text.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || text.Contains("{{", StringComparison.Ordinal));

    [Fact]
    public void A_valid_domain_is_a_bare_host_of_our_own() =>
        Assert.Equal(["strategybot.example.gov.uk"], package.Manifest["validDomains"]!.AsArray().Select(domain => (string?)domain));

    [Fact]
    public void The_deployment_is_named_as_it_was_given()
    {
        var manifest = package.Manifest;
        Assert.Equal(MadePackage.BotAppId, (string?)manifest["bots"]![0]!["botId"]);
        // Else Graph refuses to install the app for itself.
        Assert.Equal(MadePackage.BotAppId, (string?)manifest["webApplicationInfo"]!["id"]);
        // The page's own host stands in it, or Teams gives no token.
        Assert.Equal($"api://strategybot.example.gov.uk/botid-{MadePackage.BotAppId}",
            (string?)manifest["webApplicationInfo"]!["resource"]);
        Assert.Equal("https://strategybot.example.gov.uk/panel", (string?)manifest["staticTabs"]![0]!["contentUrl"]);
        Assert.Equal(["meetingSidePanel", "meetingChatTab"], manifest["staticTabs"]![0]!["context"]!.AsArray().Select(one => (string?)one));
        Assert.Equal(MadePackage.Council, (string?)manifest["developer"]!["name"]);
        Assert.Equal("https://www.example.gov.uk/terms?a=1&b=2", (string?)manifest["developer"]!["termsOfUseUrl"]);
    }

    [Theory]
    [InlineData("BotAppId", "")]
    [InlineData("BotAppId", "strategybot")]
    [InlineData("BotHost", "https://strategybot.example.gov.uk")]
    [InlineData("BotHost", "strategybot.example.gov.uk/api")]
    [InlineData("BotHost", "*.example.gov.uk")]
    [InlineData("PrivacyUrl", "http://www.example.gov.uk")]
    [InlineData("Council", "A name of more than thirty-two characters")]
    [InlineData("Council", "A\\name")]
    [InlineData("AppVersion", "1.0")]
    public async Task A_wrong_setting_stops_the_build_in_a_sentence_that_names_it(string name, string value)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await MadePackage.BuildAsync(folder.Path, (name, value));

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"{name} is missing or wrong", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static async Task<IEnumerable<string>> ValidateAsync(JsonNode manifest) =>
        JsonNode.Parse(await NodeScript.RunAsync("validate-manifest.mjs", manifest.ToJsonString()))!.AsArray()
            .Select(finding => finding!.ToString());

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject found => found.Where(p => p.Key != "$schema").SelectMany(p => Texts(p.Value)),
        JsonArray found => found.SelectMany(Texts),
        null => [],
        _ => [node.ToString()],
    };

    // Our icons are one IDAT of unfiltered rows: a filter byte of 0, then four bytes a pixel.
    private static IEnumerable<byte[]> Pixels(byte[] png, int side)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var rows = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        var row = new byte[1 + (4 * side)];
        for (var y = 0; y < side; y++)
        {
            rows.ReadExactly(row);
            Assert.Equal(0, row[0]);
            foreach (var pixel in row[1..].Chunk(4))
            {
                yield return pixel;
            }
        }
    }
}
