using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>What of many streams is read together (issue 18.5).</summary>
public abstract partial class RecordContract
{
    [NodeFact]
    public async Task On_a_shelf_lies_the_newest_of_each_stream_and_nothing_of_others()
    {
        var record = await CreateAsync();
        await PutAsync(record, "cases/b", 0, [new("open", "b1")]);
        await PutAsync(record, "cases/a", 0, [new("open", "a1"), new("month-2026-11", "m1")]);
        await PutAsync(record, "cases/c", 0, []);
        await PutAsync(record, "cases/a", 1, [new("open", "a2"), new("month-2026-11", "m1")]);

        Assert.Equal([new Shelved("cases/a", "a2"), new Shelved("cases/b", "b1")], await record.ShelfAsync("open", default));
        Assert.Equal([new Shelved("cases/a", "m1")], await record.ShelfAsync("month-2026-11", default));
        Assert.Empty(await record.ShelfAsync("month-2026", default));
    }

    [NodeFact]
    public async Task What_no_longer_lies_on_a_shelf_is_taken_off_and_what_an_append_says_nothing_of_stays()
    {
        var record = await CreateAsync();
        await PutAsync(record, "cases/a", 0, [new("open", "a1"), new("opened", "x")]);

        await record.TryAppendAsync("cases/a", 1, Chain("cases/a", 1, "x", "{}"), "s2", null, default);
        await record.TryAppendAsync("cases/a", 2, Chain("cases/a", 2, "x", "{}"), "s3", new([], null) { Rows = null }, default);
        Assert.Equal([new Shelved("cases/a", "a1")], await record.ShelfAsync("open", default));

        await PutAsync(record, "cases/a", 3, [new("opened", "x")]);
        Assert.Empty(await record.ShelfAsync("open", default));
        Assert.Equal([new Shelved("cases/a", "x")], await record.ShelfAsync("opened", default));
    }

    [NodeFact]
    public async Task The_second_writer_puts_nothing_on_a_shelf()
    {
        var record = await CreateAsync();
        await PutAsync(record, "cases/a", 0, [new("open", "first")]);

        Assert.Equal(Appended.Raced, await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s2",
            new([], null) { Rows = [new("open", "second"), new("other", "second")] }, default));

        Assert.Equal([new Shelved("cases/a", "first")], await record.ShelfAsync("open", default));
        Assert.Empty(await record.ShelfAsync("other", default));
    }

    [NodeFact]
    public async Task Shelves_are_filled_again_for_the_version_that_stands_only()
    {
        var record = await CreateAsync();
        await PutAsync(record, "cases/a", 0, [new("open", "a1"), new("gone", "x")]);

        Assert.False(await record.ReindexAsync("cases/a", 2, new([], null) { Rows = [new("open", "wrong")] }, default));
        var longest = "“é” 🙂 " + new string('x', 40_000);
        Assert.True(await record.ReindexAsync("cases/a", 1, new([], null) { Rows = [new("open", longest)] }, default));
        // So is what belongs to no case.
        Assert.True(await record.ReindexAsync("filled", 0, new([], null) { Rows = [new("filled", "1")] }, default));

        Assert.Equal([new Shelved("cases/a", longest)], await record.ShelfAsync("open", default));
        Assert.Empty(await record.ShelfAsync("gone", default));
        Assert.Equal([new Shelved("filled", "1")], await record.ShelfAsync("filled", default));
        Assert.Equal(["cases/a"], await record.StreamsAsync("", default));
    }

    [NodeFact]
    public async Task Of_writers_at_once_no_shelf_says_what_was_not_written()
    {
        var record = await CreateAsync();
        await PutAsync(record, "cases/a", 0, [new("open", "0")]);
        for (var version = 1; version <= 8; version++)
        {
            var now = version;
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(async () => (n,
                await record.TryAppendAsync("cases/a", now, Chain("cases/a", now, "x", "{}"), $"{now}/{n}",
                    new([], null) { Rows = [new("open", $"{now}/{n}")] }, default)))));

            var written = Assert.Single(outcomes, outcome => outcome.Item2 == Appended.Written);
            var row = Assert.Single(await record.ShelfAsync("open", default));
            // In doubt it says nothing, and is asked of the stream.
            Assert.Contains(row.Text, new[] { $"{now}/{written.n}", null });
        }
    }

    [NodeFact]
    public async Task Whoever_follows_the_shelves_hears_of_each_stream_of_which_something_else_lies_there()
    {
        var record = await CreateAsync();
        var begun = (await record.NewsAsync(null, default))!;
        Assert.Empty(begun.Streams);
        Assert.Empty((await record.NewsAsync(begun.Mark, default))!.Streams);

        await PutAsync(record, "cases/a", 0, [new("open", "a1")]);
        await PutAsync(record, "cases/b", 0, [new("open", "b1")]);
        await PutAsync(record, "cases/c", 0, []);
        var first = (await record.NewsAsync(begun.Mark, default))!;
        Assert.Equal(["cases/a", "cases/b"], first.Streams.Order());

        // Of what was there before something may be named again, but never is anything left out.
        await PutAsync(record, "cases/b", 1, [new("open", "b1")]);
        await PutAsync(record, "cases/a", 1, []);
        Assert.True(await record.ReindexAsync("cases/c", 1, new([], null) { Rows = [new("open", "c1")] }, default));
        var second = (await record.NewsAsync(first.Mark, default))!;
        Assert.Subset(new HashSet<string> { "cases/a", "cases/b", "cases/c" }, new HashSet<string>(second.Streams));
        Assert.Superset(new HashSet<string> { "cases/a", "cases/c" }, new HashSet<string>(second.Streams));
        Assert.Contains("cases/a", (await record.NewsAsync(begun.Mark, default))!.Streams);
    }

    [NodeFact]
    public async Task What_lies_of_one_stream_on_all_shelves_is_read_by_itself()
    {
        var record = await CreateAsync();
        await PutAsync(record, "cases/a", 0, [new("open", "a1"), new("month-2026-11", "m1")]);
        await PutAsync(record, "cases/b", 0, [new("open", "b1")]);

        Assert.Equal([new ShelfRow("month-2026-11", "m1"), new("open", "a1")], await record.RowsAsync("cases/a", default));
        Assert.Empty((await record.RowsAsync("cases/none", default))!);

        await PutAsync(record, "cases/a", 1, [new("open", "a2")]);
        Assert.Equal([new ShelfRow("open", "a2")], await record.RowsAsync("cases/a", default));
    }

    private static async Task PutAsync(IRecord record, string stream, int after, IReadOnlyList<ShelfRow> rows) =>
        Assert.Equal(Appended.Written, await record.TryAppendAsync(
            stream, after, Chain(stream, after, "x", "{}"), $"s{after + 1}", new([], null) { Rows = rows }, default));
}
