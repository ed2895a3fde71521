using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using StrategyBot.Checking;
using StrategyBot.Starting;
using StrategyBot.Tests.Sandbox;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Checking;

/// <summary>Each thing that the bot needs, broken in turn, against the sandbox's Graph over HTTP.</summary>
public sealed class CheckTests : SandboxHost
{
    private const string NoSuchId = "00000000-0000-4000-8000-000000000000";

    [Fact]
    public async Task With_everything_in_place_nothing_is_wrong()
    {
        var found = await CheckAsync();

        Assert.DoesNotContain(found, finding => finding.Verdict is Verdict.Wrong or Verdict.SeeTo);
        Assert.Equal(
            ["settings", "store", "record", "sign-in", "directory mailbox", "organiser mailbox", "online meetings", "minutes mailbox",
                "conveners' group", "administrators' group", "auditors' group",
                "information governance's group", "legal's group", "business support's group", "conference service's group",
                "app in the catalogue", "other organisations",
                "what waits", "procedure", "bank holidays", "letters"],
            found.Select(finding => finding.What));
    }

    [Theory]
    [InlineData("Graph:DirectoryMailbox", "nobody@council.example", "directory mailbox", "Graph__DirectoryMailbox names no mailbox.")]
    [InlineData("Graph:OrganiserMailbox", "nobody@council.example", "organiser mailbox", "Graph__OrganiserMailbox names no mailbox.")]
    [InlineData("Graph:OrganiserMailbox", "nobody@council.example", "online meetings", "Graph__OrganiserMailbox names no account.")]
    [InlineData("Graph:MinutesMailbox", "nobody@council.example", "minutes mailbox", "Graph__MinutesMailbox names no mailbox.")]
    [InlineData("Access:ConvenersGroup", NoSuchId, "conveners' group", "Access__ConvenersGroup names no group")]
    [InlineData("Access:AdministratorsGroup", NoSuchId, "administrators' group", "Access__AdministratorsGroup names no group")]
    [InlineData("Access:AuditorsGroup", NoSuchId, "auditors' group", "Access__AuditorsGroup names no group")]
    [InlineData("Access:InformationGovernanceGroup", NoSuchId, "information governance's group",
        "Access__InformationGovernanceGroup names no group")]
    [InlineData("Access:LegalGroup", NoSuchId, "legal's group", "Access__LegalGroup names no group")]
    [InlineData("Access:BusinessSupportGroup", NoSuchId, "business support's group", "Access__BusinessSupportGroup names no group")]
    [InlineData("Access:ConferenceServiceGroup", NoSuchId, "conference service's group", "Access__ConferenceServiceGroup names no group")]
    [InlineData("Teams:CatalogAppId", NoSuchId, "app in the catalogue", "Teams__CatalogAppId names no app of the catalogue")]
    [InlineData("StrategyBot:Profile", "atlantis", "settings", "StrategyBot__Profile can't be used.")]
    [InlineData("Storage:Provider", "Paper", "settings", "Storage__Provider must be")]
    public async Task A_wrong_setting_is_named_on_a_line_of_its_own(string setting, string value, string what, string sentence) =>
        Assert.StartsWith(sentence,
            (await CheckAsync((setting, value))).First(finding => finding.What == what && finding.Verdict == Verdict.Wrong).Sentence,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("/contacts", 403, "directory mailbox", "scope-mailboxes.ps1")]
    [InlineData("/calendar/getSchedule", 403, "organiser mailbox", "scope-mailboxes.ps1")]
    [InlineData("/onlineMeetings", 403, "online meetings", "allow-meetings.ps1")]
    [InlineData("/mailFolders", 403, "minutes mailbox", "scope-mailboxes.ps1")]
    [InlineData("/groups", 403, "conveners' group", "grant-graph.ps1")]
    [InlineData("/appDefinitions", 403, "app in the catalogue", "grant-graph.ps1")]
    [InlineData("/tenantRelationships", 403, "other organisations", "grant-graph.ps1")]
    [InlineData("/contacts", 500, "directory mailbox", "Graph answered 500")]
    public async Task What_Graph_refuses_is_said_with_what_to_do(string path, int status, string what, string sentence)
    {
        (await World.PostAsJsonAsync("sandbox/faults", new { service = "graph", path, status, times = 20 })).EnsureSuccessStatusCode();

        var wrong = (await CheckAsync()).Where(finding => finding.Verdict == Verdict.Wrong).ToList();

        Assert.Contains(sentence, wrong.First(finding => finding.What == what).Sentence, StringComparison.Ordinal);
        Assert.All(wrong, finding => Assert.True(finding.What == what
            || (path == "/groups" && finding.What is "administrators' group" or "auditors' group" or "information governance's group"
                or "legal's group" or "business support's group" or "conference service's group")));
    }

    [Fact]
    public async Task A_Graph_that_is_not_there_is_said()
    {
        var found = await CheckAsync(("Graph:BaseUrl", $"http://127.0.0.1:{Ports.Free()}/v1.0"));

        Assert.Equal("Graph can't be reached from here: look at the network, and at Graph__BaseUrl.",
            found.First(finding => finding.What == "directory mailbox").Sentence);
    }

    [Fact]
    public async Task A_store_that_is_not_a_store_is_said()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "record.db"), "This is no database, whatever it is called.");

        Assert.StartsWith("Storage__Path names a store that can't be read and written",
            Assert.Single(await CheckAsync(("Storage:Path", folder.Path)), finding => finding.What == "store").Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overdue_review_is_something_to_see_to_and_not_wrong() =>
        Assert.Equal(Verdict.SeeTo,
            Assert.Single(await CheckAsync(("StrategyBot:Profile", "devon")), finding => finding.What == "procedure").Verdict);

    [Theory]
    [InlineData("", "01632 960000")]
    [InlineData("Northgate Council", "")]
    public async Task Letters_that_do_not_say_whose_they_are_are_something_to_see_to(string name, string switchboard) =>
        Assert.Equal(Verdict.SeeTo, Assert.Single(await new LetterheadCheck(new(name, switchboard)).LookAsync(default)).Verdict);

    [Fact]
    public async Task Outside_the_sandbox_every_missing_setting_is_named_at_once()
    {
        var missing = (await CheckAsync(Mode.Live)).Where(finding => finding.What == "settings")
            .Select(finding => finding.Sentence.Split(' ')[0]);

        Assert.Equal(
            ["Teams__AppId", "Teams__TenantId", "Teams__Credential", "Graph__DirectoryMailbox", "Graph__OrganiserMailbox",
                "Graph__MinutesMailbox", "Access__ConvenersGroup", "Access__AdministratorsGroup", "Teams__CatalogAppId",
                "Storage__Provider", "StrategyBot__PublicUrl", "PartnerLinks__Key"],
            missing);
    }

    private Task<IReadOnlyList<Finding>> CheckAsync(params IReadOnlyList<(string Name, string Value)> settings) =>
        CheckAsync(Mode.Sandbox, [("Sandbox:WorldUrl", World.BaseAddress!.ToString()), .. settings]);

    private static async Task<IReadOnlyList<Finding>> CheckAsync(Mode mode, params IReadOnlyList<(string Name, string Value)> settings)
    {
        using var folder = new TemporaryFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Path"] = folder.Path });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value));
        return await Checks.FindAsync(builder, Rooms.Of(builder, mode), mode == Mode.Sandbox && builder.HostsWorld(mode));
    }
}
