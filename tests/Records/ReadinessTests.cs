using System.Reflection;
using StrategyBot.Records;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

public sealed class ReadinessTests
{
    private readonly StoppedClock wall = new(Dates.Local("2026-11-25 14:05"));
    private readonly KeptLog<Readiness> log = new();

    [Fact]
    public async Task It_is_asked_often_and_writes_once_a_minute()
    {
        var store = CheckedStore.New();
        var readiness = new Readiness(store.Record, wall, log);

        for (var second = 0; second < 60; second++)
        {
            for (var call = 0; call < 20; call++)
            {
                Assert.True(await readiness.IsReadyAsync(default));
            }

            wall.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal((30, 1), (store.Checks, store.Writes));
        await readiness.IsReadyAsync(default);
        Assert.Equal(2, store.Writes);
    }

    [Fact]
    public async Task A_store_that_can_be_read_and_not_written_is_not_ready_until_it_has_been_written()
    {
        var store = CheckedStore.New();
        var readiness = new Readiness(store.Record, wall, log);
        Assert.True(await readiness.IsReadyAsync(default));

        store.IsWritable = false;
        wall.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await readiness.IsReadyAsync(default));
        wall.Advance(TimeSpan.FromSeconds(3));
        Assert.False(await readiness.IsReadyAsync(default));

        store.IsWritable = true;
        wall.Advance(TimeSpan.FromSeconds(3));
        Assert.True(await readiness.IsReadyAsync(default));
    }

    [Fact]
    public async Task In_SQLite_a_look_changes_nothing_in_the_file()
    {
        using var folder = new TemporaryFolder();
        using var record = new SqliteRecord(Path.Combine(folder.Path, "record.db"));
        await record.CheckAsync(writes: true, default);
        var before = Marks(folder.Path);

        for (var look = 0; look < 10; look++)
        {
            await record.CheckAsync(writes: false, default);
        }

        Assert.Equal(before, Marks(folder.Path));
        await record.CheckAsync(writes: true, default);
        Assert.NotEqual(before, Marks(folder.Path));
    }

    [Fact]
    public void The_record_and_all_beside_it_is_for_the_bots_account_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "record.db");
        File.WriteAllText(path, "");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using var record = new SqliteRecord(path);
        using var leases = new SqliteLeases(path, wall);

        var files = Directory.GetFiles(folder.Path);

        Assert.Equal(["record.db", "record.db-shm", "record.db-wal"],
            files.Select(file => Path.GetFileName(file)!).Where(file => !file.EndsWith(".alive", StringComparison.Ordinal)).Order());
#pragma warning disable CA1416 // Left above on Windows.
        Assert.All(files, file => Assert.Equal((file, OwnFile.Mode), (file, File.GetUnixFileMode(file))));
#pragma warning restore CA1416
    }

    private static string Marks(string folder) => string.Join('\n', Directory.GetFiles(folder).Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Bytes(file)))}")
        .Where(file => !file.StartsWith("record.db-shm", StringComparison.Ordinal)));

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    internal class CheckedStore : DispatchProxy
    {
        public IRecord Record => (IRecord)(object)this;

        public int Checks { get; private set; }

        public int Writes { get; private set; }

        public bool IsWritable { get; set; } = true;

        public static CheckedStore New() => (CheckedStore)(object)Create<IRecord, CheckedStore>();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Assert.Equal(nameof(IRecord.CheckAsync), targetMethod!.Name);
            Checks++;
            Writes += (bool)args![0]! ? 1 : 0;
            return (bool)args[0]! && !IsWritable ? Task.FromException(new IOException()) : Task.CompletedTask;
        }
    }
}
