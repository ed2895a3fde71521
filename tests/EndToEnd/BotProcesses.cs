using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using StrategyBot.Records;
using StrategyBot.Records.Tables;
using StrategyBot.Tests.Oracles;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>The sandbox's world and the bot (or two) as real processes on loopback, so that the bot can be killed and the world
/// stays (design §7).</summary>
internal sealed class BotProcesses : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly string folder = Directory.CreateTempSubdirectory("strategybot-").FullName;
    private readonly int worldPort = Ports.Free();
    private string profile;
    private readonly string? tables;
    private readonly ChosenStore? store;
    private readonly Tap? tap;
    private readonly (int Port, HttpClient Client)[] bots;
    private readonly Process?[] running;
    private readonly List<(Process Process, HttpClient Client)> joined = [];
    private Process? world;

    private BotProcesses(string profile, string? tables, ChosenStore? store, int instances, Tap? tap)
    {
        (this.profile, this.tables, this.store, this.tap) = (profile, tables ?? store?.ConnectionString, store, tap);
        World = Client(worldPort);
        bots = [.. Enumerable.Range(0, instances).Select(_ => Ports.Free()).Select(port => (port, Client(port)))];
        running = new Process?[instances];
    }

    public HttpClient World { get; }

    public HttpClient Bot => bots[0].Client;

    /// <summary>Everything that the bot wrote to its log, over all its lives and instances.</summary>
    public string BotLog =>
        string.Concat(Enumerable.Range(0, bots.Length).Select(n => LogOf(BotName(n))).Where(File.Exists).Select(File.ReadAllText));

    /// <summary>The contents of all facts of all cases, as they stand in the store; of those that were deleted nothing.</summary>
    public async Task<IReadOnlyList<string>> FactsAsync()
    {
        if (tables is not null)
        {
            var record = new AzureTablesRecord(TableAccount.Open(tables), TablesStore.Prefix, TimeProvider.System);
            var cases =
                await Task.WhenAll((await record.StreamsAsync("cases/", default)).Select(stream => record.ReadAsync(stream, 0, default)));
            return [.. cases.SelectMany(lines => lines.Select(line => line.Content).OfType<string>())];
        }

        using var connection =
            new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = Path.Combine(folder, "bot", "record.db"),
                    Mode = SqliteOpenMode.ReadOnly,
                    Pooling = false,
                }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT content FROM lines WHERE substr(stream, 1, 6) = 'cases/' AND content IS NOT NULL";
        using var rows = command.ExecuteReader();
        var contents = new List<string>();
        while (rows.Read())
        {
            contents.Add(rows.GetString(0));
        }

        return contents;
    }

    /// <param name="tables">The connection string of an emulator; <c>null</c> for the <see cref="ChosenStore"/>.</param>
    /// <param name="instances">How many bots.</param>
    /// <param name="tap">Stands between the world and the one bot.</param>
    public static async Task<BotProcesses> StartAsync(string profile = "default", string? tables = null, int instances = 1, Tap? tap = null)
    {
        var store = tables is null ? await ChosenStore.StartAsync() : null;
        var processes = new BotProcesses(profile, tables, store, instances, tap);
        tap?.Between(processes.World.BaseAddress!, processes.Bot.BaseAddress!);
        processes.world = processes.Start("world", processes.worldPort,
            [("StrategyBot__Mode", "SandboxWorld"),
                ("Sandbox__BotUrl", tap?.Url ?? string.Join(',', processes.bots.Select(bot => $"http://localhost:{bot.Port}")))]);
        await processes.UntilAliveAsync(processes.World, processes.world);
        await Task.WhenAll(Enumerable.Range(0, instances).Select(processes.StartBotAsync));
        var now = await processes.NowAsync();
        await processes.MoveClockAsync(WednesdayMorningAfter(now) - now);
        return processes;
    }

    // Whoever tests late in the evening, or at a weekend, would meet other limits than in the morning of a working day.
    private static DateTimeOffset WednesdayMorningAfter(DateTimeOffset now)
    {
        var morning = new DateTimeOffset(now.UtcDateTime.Date.AddHours(8), TimeSpan.Zero);
        return morning.AddDays((((int)DayOfWeek.Wednesday - (int)morning.DayOfWeek + 7) % 7)
            + (morning.DayOfWeek == DayOfWeek.Wednesday && now >= morning ? 7 : 0));
    }

    public Task StartBotAsync() => StartBotAsync(0);

    public async Task StartBotAsync(int instance)
    {
        running[instance] = Start(BotName(instance), bots[instance].Port, BotSettings());
        await UntilAliveAsync(bots[instance].Client, running[instance]!);
    }

    /// <summary>One instance more over the same tables; the world goes on sending to those it knows.</summary>
    public async Task<HttpClient> StartAnotherBotAsync()
    {
        var (port, name) = (Ports.Free(), $"another-{joined.Count}");
        joined.Add((Start(name, port, BotSettings()), Client(port)));
        await UntilAliveAsync(joined[^1].Client, joined[^1].Process);
        return joined[^1].Client;
    }

    /// <summary>Starts the bot for one command, beside those that run, and waits for its end.</summary>
    /// <returns>What it wrote to its log.</returns>
    public async Task<string> RunBotAsync(string command)
    {
        (string, string) sameStore = ("Storage__Path", Path.Combine(folder, BotName(0)));
        using var process = Start("command", Ports.Free(), [.. BotSettings(), sameStore], command);
        await process.WaitForExitAsync();
        var log = await File.ReadAllTextAsync(LogOf("command"));
        Assert.True(process.ExitCode == 0, log);
        return log;
    }

    /// <summary>Ends the bot and starts it under another procedure.</summary>
    public async Task RestartUnderAsync(string another)
    {
        profile = another;
        await KillBotAsync();
        await StartBotAsync();
    }

    /// <summary>SIGKILL: no goodbye, no flush.</summary>
    public async Task KillBotAsync(int instance = 0)
    {
        running[instance]!.Kill(entireProcessTree: true);
        await running[instance]!.WaitForExitAsync();
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

    public async Task<DateTimeOffset> NowAsync() =>
        (await World.GetFromJsonAsync<JsonObject>("sandbox/clock"))!["now"]!.GetValue<DateTimeOffset>();

    /// <summary>Lets the runner work whatever is due now.</summary>
    public Task SettleAsync() => MoveClockAsync(TimeSpan.FromSeconds(1));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running.Append(world).Concat(joined.Select(bot => bot.Process)).OfType<Process>()
            .Where(process => !process.HasExited))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        World.Dispose();
        foreach (var client in bots.Select(bot => bot.Client).Concat(joined.Select(bot => bot.Client)))
        {
            client.Dispose();
        }

        await (store?.DisposeAsync() ?? default);
        Directory.Delete(folder, recursive: true);
    }

    private (string, string)[] BotSettings()
    {
        (string, string)[] store = tables is null ? [] :
        [
            ("Storage__Provider", "AzureTables"), ("Storage__ConnectionString", tables),
            ("PartnerLinks__Key", Convert.ToBase64String(new byte[32])),
        ];
        return [("StrategyBot__Mode", "Sandbox"), ("Sandbox__WorldUrl", tap?.Url ?? World.BaseAddress!.ToString()),
            ("StrategyBot__Profile", profile), .. store,
            // Many such processes share two cores; how long a click may take is tested elsewhere.
            ("Sandbox__PatienceTimes", "3")];
    }

    private Process Start(string name, int port, (string Name, string Value)[] settings, params string[] command)
    {
        var start =
            new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. command])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        // A process of a minute gains nothing from what a server of months does.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCounting"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
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

    // Each has a folder of its own; SQLite is for one.
    private static string BotName(int instance) => instance == 0 ? "bot" : $"bot-{instance}";

    private static HttpClient Client(int port) =>
        new() { BaseAddress = new($"http://localhost:{port}/"), Timeout = TimeSpan.FromMinutes(4) };

    private string LogOf(string name) => Path.Combine(folder, $"{name}.log");

    private async Task UntilAliveAsync(HttpClient client, Process process)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < StartLimit)
        {
            Assert.False(process.HasExited, $"The process ended at its start.\n{BotLog}");
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
