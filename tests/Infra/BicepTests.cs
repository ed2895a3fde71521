using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Infra;

/// <summary>The deployment's templates: their syntax, and that they fit the bot. No compiler of Bicep runs here, so types and names are not checked.</summary>
public sealed partial class BicepTests
{
    private static readonly string Folder = Path.Combine(NodeScript.TestsFolder(), "..", "infra");

    [NodeFact]
    public async Task Every_template_is_well_formed()
    {
        var templates = Directory.GetFiles(Folder, "*.bicep", SearchOption.AllDirectories);
        Assert.NotEmpty(templates);
        foreach (var template in templates)
        {
            var broken = await NodeScript.RunAsync("check-bicep.mjs", await File.ReadAllTextAsync(template));
            Assert.True(broken.Trim() == "[]", $"{Path.GetFileName(template)}: {broken}");
        }
    }

    [NodeFact]
    public async Task A_broken_template_would_be_found() =>
        Assert.NotEqual("[]", (await NodeScript.RunAsync("check-bicep.mjs", "resource x 'A/b@2020-01-01' = {\n  name: [ 'a' }\n}\n")).Trim());

    [Fact]
    public void Every_resource_has_a_type_and_a_version_that_was_looked_up() =>
        Golden.Text(string.Join('\n', Templates().SelectMany(text => ResourceType().Matches(text)).Select(found => found.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)));

    [Fact]
    public void The_template_sets_what_the_bot_asks_for()
    {
        var settings = SettingName().Matches(File.ReadAllText(Path.Combine(Folder, "main.bicep")))
            .ToDictionary(found => found.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal), _ => (string?)"given");

        GraphSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        string[] others = ["StrategyBot:Mode", "StrategyBot:Profile", "Teams:AppId", "Teams:TenantId", "Teams:Credential", "Storage:Provider", "Storage:Endpoint", "StrategyBot:PublicUrl"];
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
        var asked = AlertEvents().Match(File.ReadAllText(Path.Combine(Folder, "modules", "alerts.bicep"))).Groups[1].Value.Split(", ").Select(int.Parse);
        var written = typeof(ObligationsLog).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => method.GetCustomAttribute<Microsoft.Extensions.Logging.LoggerMessageAttribute>()?.EventId);

        Assert.Equal([], asked.Where(id => !written.Contains(id)));
    }

    [Fact]
    public void No_key_opens_the_record_and_no_log_takes_addresses()
    {
        Assert.Contains("allowSharedKeyAccess: false", File.ReadAllText(Path.Combine(Folder, "modules", "storage.bicep")), StringComparison.Ordinal);
        Assert.DoesNotContain(Templates(), text => text.Contains("category: 'AppServiceHTTPLogs'", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Templates() => Directory.GetFiles(Folder, "*.bicep", SearchOption.AllDirectories).Select(File.ReadAllText);

    [GeneratedRegex(@"^resource \w+ '([^']+)'", RegexOptions.Multiline)]
    private static partial Regex ResourceType();

    [GeneratedRegex(@"^\s+(\w+__\w+): ", RegexOptions.Multiline)]
    private static partial Regex SettingName();

    [GeneratedRegex(@"^param (\w+) \w+$", RegexOptions.Multiline)]
    private static partial Regex NeededParameter();

    [GeneratedRegex(@"EventId\) in \(([\d, ]+)\)")]
    private static partial Regex AlertEvents();
}
