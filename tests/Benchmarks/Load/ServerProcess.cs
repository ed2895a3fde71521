using System.Diagnostics;
using System.Net.Http.Json;
using StrategyBot.Benchmarks.Load.Serving;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks.Load;

/// <summary>A server of the rig: this program again, as a process of its own, under the runtime settings that the product is
/// built with.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly HttpClient line;
    private readonly string log;
    private readonly string? copy;

    private ServerProcess(Served served, string log, string? copy)
    {
        (Port, Store, this.log, this.copy) = (served.Port, served.Store, log, copy);
        line = new() { BaseAddress = new($"http://127.0.0.1:{Port}/") };
        StartedAt = Stopwatch.GetTimestamp();
        process = Process.Start(StartInfo(served))!;
        var output = TextWriter.Synchronized(new StreamWriter(log) { AutoFlush = true });
        process.OutputDataReceived += (_, written) => output.WriteLine(written.Data);
        process.ErrorDataReceived += (_, written) => output.WriteLine(written.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    public string Store { get; }

    public HttpClient Line => line;

    /// <summary>The instant before it was started.</summary>
    public long StartedAt { get; }

    /// <param name="copy">A folder that goes with it.</param>
    public static ServerProcess Begin(string what, Rig rig, string store = "-", string? copy = null)
    {
        var served = new Served(what, Ports.Free(), rig.ConnectorPort, rig.Stores.Keys, store);
        return new(served, rig.Stores.LogOf($"{what}-{served.Port}"), copy);
    }

    public static async Task<ServerProcess> StartAsync(string what, Rig rig, string store = "-", string? copy = null)
    {
        var server = Begin(what, rig, store, copy);
        while (!await server.IsUpAsync())
        {
            await Task.Delay(20);
        }

        return server;
    }

    public async Task<Counters> CountersAsync() => (await line.GetFromJsonAsync<Counters>(Counters.Path))!;

    /// <exception cref="InvalidOperationException">It ended, or never answered.</exception>
    public void CheckLives()
    {
        if (process.HasExited || Stopwatch.GetElapsedTime(StartedAt) > Patience)
        {
            throw new InvalidOperationException($"A server of the rig doesn't answer. It said:\n{string.Join('\n', Said().TakeLast(20))}");
        }
    }

    /// <summary>What it wrote to its log.</summary>
    private string[] Said()
    {
        using var read = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return read.ReadToEnd().Split('\n');
    }

    // A figure of a server that had something to complain of is no figure.
    private void Complain()
    {
        var lines = Said();
        var complaints = lines.Index().Where(line => line.Item.StartsWith("warn:", StringComparison.Ordinal)
            || line.Item.StartsWith("fail:", StringComparison.Ordinal)).ToList();
        if (complaints is [var first, ..])
        {
            Terminal.Note($"    {log} complained {complaints.Count} times, first: {first.Item} {lines[first.Index + 1].Trim()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A connection that is kept open would hold up its end.
        line.Dispose();
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await process.WaitForExitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        Complain();
        if (copy is not null)
        {
            Seeding.SeededStores.Drop(copy);
        }
    }

    private async Task<bool> IsUpAsync()
    {
        CheckLives();
        try
        {
            await CountersAsync();
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static ProcessStartInfo StartInfo(Served served)
    {
        var program = typeof(ServerProcess).Assembly;
        string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);
        var start = new ProcessStartInfo("dotnet",
            [
                "exec", "--runtimeconfig", Beside($"{typeof(Program).Assembly.GetName().Name}.runtimeconfig.json"),
                "--depsfile", Beside($"{program.GetName().Name}.deps.json"), program.Location, .. served.Arguments,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return start;
    }
}
