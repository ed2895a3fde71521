using Microsoft.Data.Sqlite;
using StrategyBot.Records;

namespace StrategyBot.Tests.Records;

public sealed class SqliteRecordTests : RecordContract, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("strategybot-record-").FullName;
    private readonly List<SqliteRecord> opened = [];

    [Fact]
    public async Task It_is_all_there_after_it_was_closed_and_opened_again()
    {
        var envelope = new Envelope("cases/a", 1, "case-opened", DateTimeOffset.UnixEpoch, null, "bot", null, "s1", null, null, null);
        var line = Line.Next(envelope, "{}", "salt", "");
        using (var first = new SqliteRecord(Path.Combine(folder, "again.db")))
        {
            await first.TryAppendAsync("cases/a", 0, [line], "s1", new(["open"], DateTimeOffset.UnixEpoch), default);
        }

        using var second = new SqliteRecord(Path.Combine(folder, "again.db"));

        Assert.Equal([line], await second.ReadAsync("cases/a", 0, default));
        Assert.Equal(["cases/a"], await second.FindAsync("open", default));
        Assert.Equal(Appended.Repeated, await second.TryAppendAsync("cases/a", 1, [line], "s1", null, default));
    }

    [Fact]
    public async Task Words_that_are_taken_out_stand_in_no_file_of_its_folder()
    {
        const string planted = "Quillfeather";
        var words = string.Concat(Enumerable.Repeat($"{planted} of 9 Otter Row, ", 400));
        var record = new SqliteRecord(Path.Combine(folder, "sealed.db"));
        opened.Add(record);
        var envelope = new Envelope("cases/a", 1, "heading-answered", DateTimeOffset.UnixEpoch, null, "bot", null, "s1", null, null, null);
        var line = Line.Next(envelope, words, "salt", "");
        await record.TryAppendAsync("cases/a", 0, [line], "s1", null, default);
        Assert.Contains(Directory.GetFiles(folder, "sealed.db*"), Holds);

        await record.WithholdAsync("cases/a", [line with { Content = null, Salt = null }], default);

        Assert.DoesNotContain(Directory.GetFiles(folder, "sealed.db*"), Holds);

        static bool Holds(string file)
        {
            using var shared = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(shared, System.Text.Encoding.Latin1);
            return reader.ReadToEnd().Contains(planted, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_is_so_far_behind_that_news_is_gone_is_told_to_begin_anew()
    {
        var path = Path.Combine(folder, "behind.db");
        var record = new SqliteRecord(path);
        opened.Add(record);
        var empty = (await record.NewsAsync(null, default))!.Mark;
        await ShelveAsync("1");
        var first = (await record.NewsAsync(empty, default))!.Mark;
        await ShelveAsync("2");
        await ShelveAsync("3");

        using (var connection = new SqliteConnection($"Data Source={path}"))
        {
            connection.Open();
            using var trim = new SqliteCommand("DELETE FROM shelf_news WHERE id < 3", connection);
            Assert.Equal(2, trim.ExecuteNonQuery());
        }

        Assert.Null(await record.NewsAsync(empty, default));
        Assert.Null(await record.NewsAsync(first, default));
        var now = (await record.NewsAsync(null, default))!;
        Assert.Empty(now.Streams);
        await ShelveAsync("4");
        Assert.Equal(["cases/4"], (await record.NewsAsync(now.Mark, default))!.Streams);

        Task ShelveAsync(string name) =>
            record.ReindexAsync($"cases/{name}", 0, new([], null) { Rows = [new("open", name)] }, default);
    }

    public void Dispose()
    {
        opened.ForEach(record => record.Dispose());
        Directory.Delete(folder, recursive: true);
    }

    private protected override Task<IRecord> CreateAsync()
    {
        opened.Add(new SqliteRecord(Path.Combine(folder, $"{opened.Count}.db")));
        return Task.FromResult<IRecord>(opened[^1]);
    }
}
