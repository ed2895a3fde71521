using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>The sandbox's world and the bot as two real processes on loopback, so that the bot can be killed and the world stays (design §7).</summary>
internal sealed class BotProcesses : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly string folder = Directory.CreateTempSubdirectory("strategybot-").FullName;
    private readonly int worldPort = Ports.Free();
    private readonly int botPort = Ports.Free();
    private string profile;
    private Process? world;
    private Process? bot;

    private BotProcesses(string profile)
    {
        this.profile = profile;
        World = new() { BaseAddress = new($"http://localhost:{worldPort}/"), Timeout = TimeSpan.FromSeconds(60) };
        Bot = new() { BaseAddress = new($"http://localhost:{botPort}/"), Timeout = TimeSpan.FromSeconds(60) };
    }

    public HttpClient World { get; }

    public HttpClient Bot { get; }

    /// <summary>Everything that the bot wrote to its log, over all its lives.</summary>
    public string BotLog => File.Exists(LogOf("bot")) ? File.ReadAllText(LogOf("bot")) : "";

    /// <summary>How many facts on disk hold these words.</summary>
    public int FactsHolding(string words)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "bot", "record.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM lines WHERE instr(content, $words) > 0";
        command.Parameters.AddWithValue("$words", words);
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public static async Task<BotProcesses> StartAsync(string profile = "default")
    {
        var processes = new BotProcesses(profile);
        processes.world = processes.Start("world", processes.worldPort, ("StrategyBot__Mode", "SandboxWorld"), ("Sandbox__BotUrl", processes.Bot.BaseAddress!.ToString()));
        await processes.UntilAliveAsync(processes.World, processes.world);
        await processes.StartBotAsync();
        return processes;
    }

    public async Task StartBotAsync()
    {
        bot = Start("bot", botPort, ("StrategyBot__Mode", "Sandbox"), ("Sandbox__WorldUrl", World.BaseAddress!.ToString()), ("StrategyBot__Profile", profile));
        await UntilAliveAsync(Bot, bot);
    }

    /// <summary>Ends the bot and starts it under another procedure.</summary>
    public async Task RestartUnderAsync(string another)
    {
        profile = another;
        await KillBotAsync();
        await StartBotAsync();
    }

    /// <summary>SIGKILL: no goodbye, no flush.</summary>
    public async Task KillBotAsync()
    {
        bot!.Kill(entireProcessTree: true);
        await bot.WaitForExitAsync();
    }

    /// <summary>Moves the case clock; answers when the bot is quiet.</summary>
    public async Task MoveClockAsync(TimeSpan by)
    {
        var move = new { advance = System.Xml.XmlConvert.ToString(by) };
        var answer = await World.PostAsJsonAsync("sandbox/clock", move);
        for (var again = 0; again < 10 && answer.StatusCode == HttpStatusCode.ServiceUnavailable; again++)
        {
            // The world met a connection of the bot's life before; by its contract the clock has not moved.
            answer = await World.PostAsJsonAsync("sandbox/clock", move);
        }

        answer.EnsureSuccessStatusCode();
    }

    public async Task<DateTimeOffset> NowAsync() => (await World.GetFromJsonAsync<JsonObject>("sandbox/clock"))!["now"]!.GetValue<DateTimeOffset>();

    /// <summary>Lets the runner work whatever is due now.</summary>
    public Task SettleAsync() => MoveClockAsync(TimeSpan.FromSeconds(1));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in new[] { bot, world }.OfType<Process>().Where(process => !process.HasExited))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        World.Dispose();
        Bot.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Process Start(string name, int port, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{port}";
        start.Environment["Storage__Path"] = Path.Combine(folder, name);
        start.Environment["Logging__LogLevel__Default"] = "Information";
        foreach (var (setting, value) in settings)
        {
            start.Environment[setting] = value.TrimEnd('/');
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Log(name, line.Data);
        process.ErrorDataReceived += (_, line) => Log(name, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Log(string name, string? line)
    {
        if (line is not null && Directory.Exists(folder))
        {
            lock (folder)
            {
                File.AppendAllText(LogOf(name), line + "\n");
            }
        }
    }

    private string LogOf(string name) => Path.Combine(folder, $"{name}.log");

    private async Task UntilAliveAsync(HttpClient client, Process process)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < StartLimit)
        {
            Assert.False(process.HasExited, $"The process ended at its start.\n{(File.Exists(LogOf("bot")) ? BotLog : "")}");
            try
            {
                if ((await client.GetAsync("healthz")).StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }

        Assert.Fail("The process did not answer in time.");
    }
}
