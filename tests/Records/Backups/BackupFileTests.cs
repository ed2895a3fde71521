using System.Security.Cryptography;
using System.Text;
using StrategyBot.Records;
using StrategyBot.Records.Backups;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records.Backups;

/// <summary>A copy lies about for years, on disks of others: it opens whole and with its key, or not at all.</summary>
public sealed class BackupFileTests : IDisposable
{
    private const string Planted = "Quillfeather";

    private static readonly DateTimeOffset Taken = Dates.Local("2026-11-25 14:05");

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task What_was_written_is_read_and_nothing_of_it_can_be_read_without_the_key()
    {
        var pages = Pages();

        var copy = await WriteAsync(pages);

        Assert.Equal(pages.Select(page => (page.Stream, page.Lines.Count)),
            (await ReadAsync(copy)).Select(page => (page.Stream, page.Lines.Count)));
        Assert.Contains(Planted, (await ReadAsync(copy))[0].Lines[0].Content, StringComparison.Ordinal);
        var letters = Encoding.Latin1.GetString(copy);
        Assert.DoesNotContain(Planted, letters, StringComparison.Ordinal);
        Assert.DoesNotContain("SB-2026", letters, StringComparison.Ordinal);
        Assert.Equal(Taken, (await BackupFile.HeaderAsync(new MemoryStream(copy), default)).TakenAt);
        Assert.NotEqual(copy, await WriteAsync(pages));
    }

    [Fact]
    public async Task One_changed_byte_anywhere_is_found()
    {
        var copy = await WriteAsync(Pages());
        for (var at = 0; at < copy.Length; at++)
        {
            var changed = copy.ToArray();
            changed[at] ^= 1;
            await RefusedAsync(changed);
        }
    }

    [Fact]
    public async Task An_end_that_is_cut_off_is_found_wherever_it_was_cut()
    {
        var copy = await WriteAsync(Pages());
        for (var length = 0; length < copy.Length; length++)
        {
            await RefusedAsync(copy[..length]);
        }
    }

    [Fact]
    public async Task Pages_that_change_places_are_found()
    {
        var one = await WriteAsync([.. Pages().Take(1), .. Pages().Take(1), .. Pages().TakeLast(1)]);
        var first = Array.IndexOf(one, (byte)'\n') + 1;
        var length = BitConverter.ToInt32([.. one[first..(first + 4)].Reverse()]) + 20;
        byte[] swapped = [.. one[..first], .. one[(first + length)..(first + (2 * length))], .. one[first..(first + length)],
            .. one[(first + (2 * length))..]];
        Assert.Equal(one.Length, swapped.Length);

        await RefusedAsync(swapped);
    }

    [Fact]
    public async Task A_former_key_opens_what_it_locked_and_another_says_which_is_missing()
    {
        var copy = await WriteAsync(Pages());
        var former = File.ReadAllText(KeyFile);
        File.WriteAllText(KeyFile, $"{NewKey()}\n{former}\n");
        Assert.Equal(3, (await ReadAsync(copy)).Count);
        Assert.NotEqual((await BackupFile.HeaderAsync(new MemoryStream(copy), default)).Key,
            (await BackupFile.HeaderAsync(new MemoryStream(await WriteAsync(Pages())), default)).Key);

        File.WriteAllText(KeyFile, NewKey());

        Assert.StartsWith("The copy was locked with another key (",
            (await Assert.ThrowsAsync<StartRefusedException>(() => ReadAsync(copy))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "names a file without a key")]
    [InlineData("not base64!", "names no file of keys")]
    [InlineData("c2hvcnQ=", "names a file without a key")]
    public void A_file_that_holds_no_key_is_said(string text, string sentence)
    {
        File.WriteAllText(KeyFile, text);

        Assert.Contains(sentence, Assert.Throws<StartRefusedException>(() => BackupKeys.Read(KeyFile)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private string KeyFile
    {
        get
        {
            var path = Path.Combine(folder.Path, "backup.key");
            if (!File.Exists(path))
            {
                File.WriteAllText(path, NewKey());
            }

            return path;
        }
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(BackupKeys.Bytes));

    private static List<BackupPage> Pages()
    {
        var line = Line.Next(new("cases/SB-2026-014", 1, "any", Taken, null, "bot", null, "s1", null, null, null),
            $"{{\"a\":\"{Planted}\"}}", "salt", "");
        return
        [
            new("cases/SB-2026-014") { Lines = [BackupLine.Of(line)] },
            new("cases/SB-2026-014") { Accesses = [new("cases/SB-2026-014", "p/1", "hub", Taken)] },
            new("") { All = new(1, 1) },
        ];
    }

    private async Task<byte[]> WriteAsync(IReadOnlyList<BackupPage> pages)
    {
        using var to = new MemoryStream();
        await BackupFile.WriteAsync(to, BackupKeys.Read(KeyFile), Taken, pages.ToAsyncEnumerable(), default);
        return to.ToArray();
    }

    private async Task<List<BackupPage>> ReadAsync(byte[] copy) =>
        await BackupFile.ReadAsync(new MemoryStream(copy), BackupKeys.Read(KeyFile), default).ToListAsync();

    private Task<StartRefusedException> RefusedAsync(byte[] copy) => Assert.ThrowsAsync<StartRefusedException>(() => ReadAsync(copy));
}
