using System.Diagnostics;
using StrategyBot.Tests.Architecture;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Infra;

/// <summary>What the gate asks the registries, with registries that answer as the test says.</summary>
public sealed class AuditTests : IDisposable
{
    private const string NothingListed = """{"version":1,"sources":["http://127.0.0.1:1/index.json"],"projects":[{"path":"bot"}]}""";

    private readonly TemporaryFolder folder = new();

    [NodeFact]
    public async Task A_known_fault_in_what_is_shipped_stops_the_gate_and_is_named()
    {
        var (status, said) = await RunAsync("""{"metadata":{"vulnerabilities":{"high":2,"total":2}}}""", NothingListed);

        Assert.Equal(1, status);
        Assert.Contains("npm audit, bot/Sandbox/Page: 2 known faults in what is shipped.", said, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task So_does_one_in_a_package_of_the_bot()
    {
        var (status, said) = await RunAsync("""{"metadata":{"vulnerabilities":{"total":0}}}""",
            """
            {"sources":["http://127.0.0.1:1/"],"projects":[{"frameworks":[{"framework":"net10.0","topLevelPackages":[{"id":"Some.Package"}]}]}]}
            """);

        Assert.Equal(1, status);
        Assert.Contains("npm audit, bot/PartnerLinks/Page: no known fault.", said, StringComparison.Ordinal);
        Assert.Contains("NuGet audit: a shipped package has a known fault.", said, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_registry_that_does_not_answer_is_said_and_stops_nobody()
    {
        var (status, said) = await RunAsync("""{"message":"405 Method Not Allowed","error":{}}""", NothingListed);

        Assert.Equal(0, status);
        Assert.Contains("npm audit, bot/Sandbox/Page: the registry doesn't answer this question", said, StringComparison.Ordinal);
        Assert.Contains("NuGet audit: the registry doesn't answer this question", said, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task Every_page_that_is_shipped_is_asked_about_and_listed()
    {
        var (_, said) = await RunAsync("""{"metadata":{"vulnerabilities":{"total":0}}}""", NothingListed);
        var pages = Directory.EnumerateDirectories(Path.Combine(FilesTests.Root(), "bot"))
            .Where(room => File.Exists(Path.Combine(room, "Page", "package-lock.json")))
            .Select(room => $"bot/{Path.GetFileName(room)}/Page").ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains($"npm audit, {page}: no known fault.", said, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains($"SBOM: npm-{page.Replace('/', '-')}.json", said, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private async Task<(int Status, string Said)> RunAsync(string npm, string dotnet)
    {
        Say("npm", npm);
        Say("dotnet", dotnet);
        using var audit = Process.Start(new ProcessStartInfo("bash", [Path.Combine(FilesTests.Root(), ".ci", "audit")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = $"{folder.Path}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
                ["SBOM"] = Path.Combine(folder.Path, "sbom"),
            },
        })!;
        var said = await audit.StandardOutput.ReadToEndAsync();
        await audit.WaitForExitAsync();
        return (audit.ExitCode, said);
    }

    /// <summary>A program of that name that says only this.</summary>
    private void Say(string program, string text)
    {
        var file = Path.Combine(folder.Path, program);
        File.WriteAllText(file, $"#!/bin/sh\ncat <<'SAID'\n{text.Trim()}\nSAID\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
