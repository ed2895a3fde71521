using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Infra;

/// <summary>The deployment's templates: that they compile without a warning, and that they fit the bot.</summary>
public sealed partial class BicepTests
{
    private static readonly string Folder = Path.Combine(NodeScript.TestsFolder(), "..", "infra");

    [BicepFact]
    public async Task Microsofts_compiler_has_nothing_to_say_of_any_template()
    {
        using var built = new TemporaryFolder();

        Assert.Equal("", await CompileAsync(Folder, built.Path));

        Assert.Equal(
            Directory.GetFiles(Folder, "*.bicep", SearchOption.AllDirectories).Length,
            Directory.GetFiles(built.Path, "*.json", SearchOption.AllDirectories).Length);
    }

    [BicepFact]
    public async Task A_broken_template_and_a_misspelt_property_would_be_found()
    {
        using var broken = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(broken.Path, "broken.bicep"), "param name string = [ 'a' }\n");
        await File.WriteAllTextAsync(Path.Combine(broken.Path, "misspelt.bicep"), """
            resource store 'Microsoft.Storage/storageAccounts@2024-01-01' = {
              name: 'store'
              location: 'uksouth'
              kind: 'StorageV2'
              sku: { name: 'Standard_ZRS' }
              properties: { allowSharedKeyAcces: false }
            }
            """);

        var said = await CompileAsync(broken.Path, broken.Path);

        Assert.Contains("broken.bicep(1,", said, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"allowSharedKeyAccess\"?", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_resource_has_a_type_and_a_version_that_was_looked_up() =>
        Golden.Text(
            string.Join('\n',
                Templates().SelectMany(text => ResourceType().Matches(text)).Select(found => found.Groups[1].Value).Distinct()
                    .Order(StringComparer.Ordinal)));

    [Fact]
    public void The_template_sets_what_the_bot_asks_for()
    {
        var settings = SettingName().Matches(File.ReadAllText(Path.Combine(Folder, "main.bicep")))
            .ToDictionary(found => found.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal), _ => (string?)"given");

        GraphSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        string[] others =
            ["StrategyBot:Mode", "StrategyBot:Profile", "Teams:AppId", "Teams:TenantId", "Teams:Credential", "Storage:Provider",
                "Storage:Endpoint", "Anchor:Container", "Anchor:KeyId", "Access:AuditorsGroup",
                "StrategyBot:PublicUrl", "StrategyBot:SecurityContact", "StrategyBot:Council", "StrategyBot:Switchboard",
                "StrategyBot:FontFolder", "PartnerLinks:Key"];
        Assert.Equal([], others.Where(name => !settings.ContainsKey(name)));
    }

    [Fact]
    public void Every_parameter_without_a_default_is_given_by_azd()
    {
        var needed = NeededParameter().Matches(File.ReadAllText(Path.Combine(Folder, "main.bicep"))).Select(found => found.Groups[1].Value);
        using var given = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "main.parameters.json")));

        Assert.Equal([], needed.Where(name => !given.RootElement.GetProperty("parameters").TryGetProperty(name, out _)));
    }

    [Fact]
    public void The_alert_asks_for_events_that_the_bot_writes()
    {
        var asked = AlertEvents().Matches(File.ReadAllText(Path.Combine(Folder, "modules", "alerts.bicep")))
            .SelectMany(events => events.Groups[1].Value.Split(", ")).Select(int.Parse).ToList();
        var written = new[] { typeof(ObligationsLog), typeof(RecordsLog) }
            .SelectMany(log => log.GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Select(method => method.GetCustomAttribute<Microsoft.Extensions.Logging.LoggerMessageAttribute>()?.EventId).ToList();

        Assert.Equal(7, asked.Count);
        Assert.Equal([], asked.Where(id => !written.Contains(id)));
    }

    [Fact]
    public void No_key_opens_the_record_and_no_log_takes_addresses()
    {
        Assert.Contains("allowSharedKeyAccess: false", File.ReadAllText(Path.Combine(Folder, "modules", "storage.bicep")),
            StringComparison.Ordinal);
        Assert.DoesNotContain(Templates(), text => text.Contains("category: 'AppServiceHTTPLogs'", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_changes_an_anchor_and_its_key_never_leaves_the_vault()
    {
        var anchors = File.ReadAllText(Path.Combine(Folder, "modules", "anchors.bicep"));

        Assert.Contains("allowProtectedAppendWrites: true", anchors, StringComparison.Ordinal);
        Assert.Contains("immutabilityPeriodSinceCreationInDays", anchors, StringComparison.Ordinal);
        Assert.Contains("Microsoft.KeyVault/vaults/keys@", anchors, StringComparison.Ordinal);
        Assert.DoesNotContain("exportable", anchors, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_lie_in_the_vault_and_no_setting_shows_one()
    {
        var main = File.ReadAllText(Path.Combine(Folder, "main.bicep"));

        Assert.Contains("PartnerLinks__Key: vault.outputs.linksKeyReference", main, StringComparison.Ordinal);
        // The app registration has none: the managed identity vouches for it.
        Assert.Contains("'Federated:${identity.outputs.clientId}'", main, StringComparison.Ordinal);
        Assert.DoesNotContain("linksKey", File.ReadAllText(Path.Combine(Folder, "modules", "host.bicep")), StringComparison.Ordinal);
    }

    /// <returns>Errors and warnings alike.</returns>
    private static async Task<string> CompileAsync(string folder, string into)
    {
        string[] build = ["build", "--pattern", $"{Path.GetFullPath(folder)}/**/*.bicep", "--outdir", into];
        using var compiler = Process.Start(new ProcessStartInfo(BicepFactAttribute.Compiler, build)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = compiler.StandardOutput.ReadToEndAsync();
        var said = await compiler.StandardError.ReadToEndAsync() + await output;
        await compiler.WaitForExitAsync();
        return compiler.ExitCode == 0 || said != "" ? said : $"It ended with {compiler.ExitCode}.";
    }

    private static IEnumerable<string> Templates() =>
        Directory.GetFiles(Folder, "*.bicep", SearchOption.AllDirectories).Select(File.ReadAllText);

    [GeneratedRegex(@"^resource \w+ '([^']+)'", RegexOptions.Multiline)]
    private static partial Regex ResourceType();

    [GeneratedRegex(@"^\s+(\w+__\w+): ", RegexOptions.Multiline)]
    private static partial Regex SettingName();

    [GeneratedRegex(@"^param (\w+) \w+$", RegexOptions.Multiline)]
    private static partial Regex NeededParameter();

    [GeneratedRegex(@"event in \(([\d, ]+)\)")]
    private static partial Regex AlertEvents();
}
