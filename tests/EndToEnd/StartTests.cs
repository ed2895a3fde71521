using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>Whoever starts the bot with a setting that can't be reads what to do in one sentence, and no stack.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("StrategyBot__Mode", "Demo", "StrategyBot__Mode must be Sandbox, SandboxWorld or Live.")]
    [InlineData("StrategyBot__Profile", "atlantis",
        "StrategyBot__Profile can't be used. It must be default, bedford, herefordshire, devon, newcastle, worcestershire, or a file "
            + "that can be read.")]
    [InlineData("Storage__Path", "{file}", "Storage__Path can't be used: the folder that it names can't be made or written to.")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "OTEL_EXPORTER_OTLP_ENDPOINT must begin with https: or http:.")]
    [InlineData("Teams__AppId", "x", "The sandbox won't start: Teams__AppId is set")]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:4000",
        "The sandbox won't start: ASPNETCORE_URLS would open the sandbox beyond this machine.")]
    [InlineData("StrategyBot__Mode", "Live", "Teams__AppId is missing: the bot's Microsoft app id.")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence_that_names_it(string setting, string value, string sentence) =>
        await EndsAsync(sentence, (setting, value.Replace("{file}", AFile(""), StringComparison.Ordinal)));

    [Fact]
    public async Task A_bad_profile_stops_the_start_with_the_path_of_each_fault() =>
        await EndsAsync("StrategyBot__Profile can't be used. name must be text in quotation marks.",
            ("StrategyBot__Profile", AFile("""{ "name": 3 }""")));

    [Fact]
    public async Task An_address_that_is_taken_is_said()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await EndsAsync("Another program listens at this address already.",
            ("ASPNETCORE_URLS", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"));
    }

    [Theory]
    [InlineData("check", 0, "ok          store: written and read.")]
    [InlineData("chekc", 1,
        "The commands are check, rebuild-indexes, try-again, verify, backup, restore, rotate-keys (verify with a reference or without, "
            + "backup and restore with --file FILE); without one the bot starts.")]
    [InlineData("rebuild-indexes", 0, "Indexes")]
    public async Task A_command_does_its_work_and_ends(string command, int exitCode, string line)
    {
        var (ended, output) = await RunAsync([command]);

        Assert.Equal(exitCode, ended);
        Assert.Contains(line, output, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>As every program on ASP.NET Core is told where to listen (design §7).</summary>
    [Theory]
    [InlineData("--urls", "{url}")]
    [InlineData("--urls={url}")]
    [InlineData("--environment", "Development", "/urls", "{url}")]
    public async Task The_hosts_own_options_are_taken_in_either_spelling(params string[] arguments)
    {
        var url = $"http://127.0.0.1:{Ports.Free()}";
        var given = arguments.Select(one => one.Replace("{url}", url, StringComparison.Ordinal));
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. given]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = arguments.Contains("--environment") ? "Production" : "Development";
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["Storage__Path"] = Path.Combine(folder.Path, "data");
        using var process = Process.Start(start)!;
        try
        {
            Assert.Contains(url, await UntilAsync("Now listening on", process), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    public void Dispose() => folder.Dispose();

    private static async Task<string> UntilAsync(string said, Process process)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = "";
        while (!output.Contains(said, StringComparison.Ordinal) && await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            output += line + "\n";
        }

        return output;
    }

    private string AFile(string content)
    {
        var path = Path.Combine(folder.Path, "file.json");
        File.WriteAllText(path, content);
        return path;
    }

    private async Task EndsAsync(string sentence, params (string Name, string Value)[] settings)
    {
        var (exitCode, output) = await RunAsync([], settings);

        Assert.Equal(1, exitCode);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output)> RunAsync(
        IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> settings) => CommandLine.RunAsync(
        "dotnet",
        [typeof(Program).Assembly.Location, .. arguments],
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", $"http://127.0.0.1:{Ports.Free()}"),
            ("Storage__Path", Path.Combine(folder.Path, "data")), .. settings,
        ]);
}
