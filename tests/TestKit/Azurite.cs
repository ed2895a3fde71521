using System.Diagnostics;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using StrategyBot.Records;
using StrategyBot.Records.Tables;

namespace StrategyBot.Tests.TestKit;

/// <summary>Azure Tables on this machine, one for all tests of <see cref="OneAzurite"/>. Each test makes tables of its own.</summary>
/// <remarks>Azurite loses acknowledged writes when it is killed, so it is asked to stop:
/// its standard input closes, also when this process dies.</remarks>
public sealed class Azurite : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly string[] Started = ["successfully started", "successfully listens"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private readonly int port = Ports.Free();
    private Process? process;
    private int tables;

    public string ConnectionString => $"AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{port}/{Account}";

    /// <summary>A name that no other test has.</summary>
    /// <summary>A record in tables of its own.</summary>
    internal async Task<IRecord> OpenRecordAsync()
    {
        var record = new AzureTablesRecord(TableAccount.Open(ConnectionString), NewTableName(), TimeProvider.System);
        await record.OpenAsync(default);
        return record;
    }

    public string NewTableName() => $"table{Interlocked.Increment(ref tables)}";

    public async Task<TableClient> NewTableAsync()
    {
        var table = TableAccount.Open(ConnectionString).GetTableClient(NewTableName());
        await table.CreateIfNotExistsAsync();
        return table;
    }

    public async Task InitializeAsync()
    {
        // Its tests skip without Node, or fail by themselves where CI=true.
        if (NodeFactAttribute.Found)
        {
            process = await StartAsync(folder, port);
        }
    }

    public async Task DisposeAsync()
    {
        if (process is not null)
        {
            await StopAsync(process);
        }

        Directory.Delete(folder, recursive: true);
    }

    internal static Task<Process> StartAsync(string folder, int port, params string[] more) => StartAsync(
        [Script("azurite.mjs"), "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "-l", folder, "--disableTelemetry", "--silent",
            .. more]);

    internal static Task<Process> StartBlobsAsync(string folder, int port) => StartAsync(
        [Script("azurite-blob.mjs"), "--blobHost", "127.0.0.1", "--blobPort", $"{port}", "-l", folder, "--disableTelemetry", "--silent",
            "--skipApiVersionCheck"]);

    private static async Task<Process> StartAsync(IReadOnlyList<string> arguments)
    {
        var process =
            Process.Start(
                new ProcessStartInfo("node", arguments)
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                })!;
        using var deadline = new CancellationTokenSource(Patience);
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync(deadline.Token);
        }
        while (line is not null && !Started.Any(said => line.Contains(said, StringComparison.Ordinal)));

        return line is not null ? process : throw new InvalidOperationException("Azurite ended before it had started.");
    }

    internal static async Task StopAsync(Process process)
    {
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(deadline.Token);
        process.Dispose();
    }

    private static string Script(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "npm", name));
}

[CollectionDefinition(Name)]
public sealed class OneAzurite : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
