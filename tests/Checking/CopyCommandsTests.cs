using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using StrategyBot.Checking;
using StrategyBot.Records.Anchors;
using StrategyBot.Records.Backups;
using StrategyBot.Starting;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Checking;

/// <summary><c>backup</c>, <c>restore</c> and <c>rotate-keys</c> as somebody types them, a process each.</summary>
public sealed class CopyCommandsTests : IAsyncLifetime, IDisposable
{
    // Of its own: a copy goes into a store that holds nothing.
    private readonly Azurite azurite = new();
    private readonly TemporaryFolder storage = new(), outside = new();

    private string CopyFile => Path.Combine(outside.Path, "copy.sbr");

    private string LockFile => Path.Combine(outside.Path, "backup.key");

    private string SignFile => Path.Combine(outside.Path, "anchor.pem");

    [NodeFact]
    public async Task A_record_in_a_file_is_copied_and_put_back_into_azure_tables_and_is_as_it_was_written()
    {
        GoldenRecord.Open(GoldenRecord.FirstRelease, storage.Path).Dispose();
        MakeKeys();

        var (code, said) = await RunAsync("backup", OfFile());
        Assert.Equal((0, ""), (code, code == 0 ? "" : said));
        Assert.Contains("ok          copy: ", said, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(OwnFile.Mode, File.GetUnixFileMode(CopyFile));
        }

        (code, said) = await RunAsync("restore", OfTables());
        Assert.Equal((0, ""), (code, code == 0 ? "" : said));
        // No anchor was written, so all that is known is that nothing vouches for more.
        Assert.Contains("ok          record: ", said, StringComparison.Ordinal);
        (code, said) = await RunAsync("verify", OfTables());
        Assert.Equal((0, ""), (code, code == 0 ? "" : said));
        Assert.Contains("SB-2026-001: ", said, StringComparison.Ordinal);

        (code, said) = await RunAsync("restore", OfTables());
        Assert.Equal(1, code);
        Assert.Contains("This copy was put back here before, to its end.", said, StringComparison.Ordinal);
        (code, said) = await RunAsync("backup", OfTables());
        Assert.Equal(1, code);
        Assert.Contains("is there already: name another, no copy is written over.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said()
    {
        Assert.Contains("Say which file: backup --file FILE.",
            (await RunAsync("backup", [("Storage__Path", storage.Path)], file: null)).Output, StringComparison.Ordinal);
        Assert.Contains("Backup__KeyFile is missing: ", (await RunAsync("backup", [("Storage__Path", storage.Path)])).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_keys_sign_and_lock_and_the_old_ones_go_on_being_known()
    {
        MakeKeys();
        var (signed, old) = (await new FileKey(SignFile).SignAsync([1, 2], default), BackupKeys.Read(LockFile).Current);

        var found = await RotateAsync();

        Assert.Equal([Verdict.Ok, Verdict.Ok, Verdict.NotChecked], found.Select(one => one.Verdict));
        var key = new FileKey(SignFile);
        Assert.True(await key.VerifiesAsync(signed, default));
        Assert.NotEqual(signed.Key, (await key.SignAsync([1, 2], default)).Key);
        Assert.Single(File.ReadAllLines(SignFile), line => line.Contains("PRIVATE KEY-----", StringComparison.Ordinal)
            && line.StartsWith("-----BEGIN", StringComparison.Ordinal));
        Assert.NotEqual(old, BackupKeys.Read(LockFile).Current);
        Assert.NotNull(BackupKeys.Read(LockFile).Find(old));
        // Once more: each of the former still verifies.
        await RotateAsync();
        Assert.True(await new FileKey(SignFile).VerifiesAsync(signed, default));
    }

    [Fact]
    public async Task A_file_that_holds_no_key_is_left_as_it_is()
    {
        File.WriteAllText(SignFile, "nothing");
        File.WriteAllText(LockFile, "c2hvcnQ=");

        var found = await RotateAsync();

        Assert.Equal([Verdict.Wrong, Verdict.Wrong, Verdict.NotChecked], found.Select(one => one.Verdict));
        Assert.Equal(("nothing", "c2hvcnQ="), (File.ReadAllText(SignFile), File.ReadAllText(LockFile)));
    }

    public Task InitializeAsync() => azurite.InitializeAsync();

    public async Task DisposeAsync() => await azurite.DisposeAsync();

    public void Dispose()
    {
        storage.Dispose();
        outside.Dispose();
    }

    private void MakeKeys()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(SignFile, key.ExportECPrivateKeyPem());
        File.WriteAllText(LockFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(BackupKeys.Bytes)));
    }

    private (string, string)[] OfFile() =>
        [("Storage__Path", storage.Path), ("Backup__KeyFile", LockFile), ("Anchor__Path", outside.Path), ("Anchor__KeyFile", SignFile)];

    private (string, string)[] OfTables() =>
    [
        ("Storage__Path", Path.Combine(storage.Path, "other")), ("Storage__Provider", "AzureTables"),
        ("Storage__ConnectionString", azurite.ConnectionString), ("Backup__KeyFile", LockFile), ("Anchor__Path", outside.Path),
        ("Anchor__KeyFile", SignFile), ("PartnerLinks__Key", Convert.ToBase64String(new byte[32].Select(_ => (byte)7).ToArray())),
    ];

    private Task<IReadOnlyList<Finding>> RotateAsync() => RotateKeysCommand.RotateAsync(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Anchor:KeyFile"] = SignFile,
            ["Backup:KeyFile"] = LockFile,
        }).Build(), new HostingEnvironment { ContentRootPath = outside.Path });

    private Task<(int ExitCode, string Output)> RunAsync(
        string command, IEnumerable<(string, string)> settings, string? file = "copy.sbr") => CommandLine.RunAsync(
        "dotnet",
        [
            typeof(Program).Assembly.Location, command,
            .. file is null ? Array.Empty<string>() : ["--file", Path.Combine(outside.Path, file)],
        ],
        [("ASPNETCORE_ENVIRONMENT", "Development"), .. settings]);
}
