using StrategyBot.Records;

namespace StrategyBot.Tests.Records;

/// <summary>What every record promises. Each store has a class that inherits these tests and says how to make one.</summary>
public abstract class RecordContract
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_stream_nobody_wrote_is_empty() => Assert.Empty(await Create().ReadAsync("cases/none", 0, default));

    [Fact]
    public async Task What_was_written_is_read_back_letter_for_letter()
    {
        var record = Create();
        var lines = Chain("cases/a", 0, "", "{\"text\":\"O'Brien said “no” – 🙂\"}", "{}");

        await record.TryAppendAsync("cases/a", 0, lines, "s1", null, default);

        Assert.Equal(lines, await record.ReadAsync("cases/a", 0, default));
        Assert.Equal(lines.Skip(1), await record.ReadAsync("cases/a", 1, default));
    }

    [Fact]
    public async Task The_second_writer_writes_nothing()
    {
        var record = Create();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s1", null, default);

        var second = await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}", "{}"), "s2", new(["open"], Noon), default);

        Assert.Equal(Appended.Raced, second);
        Assert.Single(await record.ReadAsync("cases/a", 0, default));
        Assert.Empty(await record.FindAsync("open", default));
        Assert.False(await record.HasSourceAsync("cases/a", "s2", default));
    }

    [Fact]
    public async Task One_source_writes_a_stream_once()
    {
        var record = Create();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "activity-1", null, default);

        var again = await record.TryAppendAsync("cases/a", 1, Chain("cases/a", 1, "x", "{}"), "activity-1", null, default);
        var elsewhere = await record.TryAppendAsync("cases/b", 0, Chain("cases/b", 0, "", "{}"), "activity-1", null, default);

        Assert.Equal((Appended.Repeated, Appended.Written), (again, elsewhere));
        Assert.Single(await record.ReadAsync("cases/a", 0, default));
        Assert.True(await record.HasSourceAsync("cases/a", "activity-1", default));
    }

    [Fact]
    public async Task Many_facts_of_one_decision_are_written_together()
    {
        var record = Create();
        var lines = Chain("cases/a", 0, "", [.. Enumerable.Range(0, 90).Select(n => $"{{\"n\":{n}}}")]);

        Assert.Equal(Appended.Written, await record.TryAppendAsync("cases/a", 0, lines, "s1", null, default));

        Assert.Equal(90, (await record.ReadAsync("cases/a", 0, default)).Count);
    }

    [Fact]
    public async Task Of_two_writers_at_once_one_wins()
    {
        var record = Create();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", $"{{\"n\":{n}}}"), $"s{n}", null, default))));

        Assert.Single(outcomes, Appended.Written);
        Assert.Single(await record.ReadAsync("cases/a", 0, default));
    }

    [Fact]
    public async Task A_stream_is_found_by_its_newest_terms_only()
    {
        var record = Create();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s1", new(["open", "mail:ann@nhs.example"], null), default);
        await record.TryAppendAsync("cases/b", 0, Chain("cases/b", 0, "", "{}"), "s1", new(["open"], null), default);
        await record.TryAppendAsync("cases/a", 1, Chain("cases/a", 1, "x", "{}"), "s2", new(["open", "person:nhs/ann"], null), default);

        Assert.Equal(["cases/a", "cases/b"], await record.FindAsync("open", default));
        Assert.Empty(await record.FindAsync("mail:ann@nhs.example", default));
        Assert.Equal(["cases/a"], await record.FindAsync("person:nhs/ann", default));
    }

    [Fact]
    public async Task What_is_due_comes_the_longest_due_first()
    {
        var record = Create();
        foreach (var (name, due) in new[] { ("late", Noon), ("later", Noon.AddHours(1)), ("early", Noon.AddHours(-1)) })
        {
            await record.TryAppendAsync($"cases/{name}", 0, Chain($"cases/{name}", 0, "", "{}"), "s1", new([], due), default);
        }

        Assert.Equal(["cases/early", "cases/late"], (await record.DueAsync(Noon, 10, default)).Select(due => due.Stream));
        Assert.Equal(Noon.AddHours(-1), await record.NextDueAsync(default));
    }

    [Fact]
    public async Task What_is_put_off_waits_until_a_new_fact_comes()
    {
        var record = Create();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s1", new([], Noon), default);
        await record.PostponeAsync("cases/a", Noon.AddMinutes(5), 1, default);

        Assert.Empty(await record.DueAsync(Noon, 10, default));
        Assert.Equal(Noon.AddMinutes(5), await record.NextDueAsync(default));

        await record.TryAppendAsync("cases/a", 1, Chain("cases/a", 1, "x", "{}"), "s2", new([], Noon), default);
        Assert.Single(await record.DueAsync(Noon, 10, default));
    }

    [Fact]
    public async Task Nothing_due_is_no_longer_listed()
    {
        var record = Create();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s1", new([], Noon), default);
        await record.ReindexAsync("cases/a", 1, new(["open"], null), default);

        Assert.Null(await record.NextDueAsync(default));
        Assert.Equal(["cases/a"], await record.FindAsync("open", default));
    }

    [Fact]
    public async Task An_index_of_an_older_version_does_not_overwrite_a_newer_one()
    {
        var record = Create();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}", "{}"), "s1", new([], Noon), default);

        await record.ReindexAsync("cases/a", 1, new([], null), default);

        Assert.Equal(Noon, await record.NextDueAsync(default));
    }

    [Fact]
    public async Task Who_read_what_is_kept_beside_the_record()
    {
        var record = Create();
        await record.LogAccessAsync([new("cases/a", "t/ann", "minuting/read", Noon), new("cases/b", "t/ann", "hub/my-part", Noon)], default);

        Assert.Equal([new Access("cases/a", "t/ann", "minuting/read", Noon)], await record.AccessesAsync("cases/a", default));
        Assert.Empty(await record.ReadAsync("cases/a", 0, default));
    }

    [Fact]
    public async Task Streams_are_listed_by_how_their_names_begin()
    {
        var record = Create();
        await record.TryAppendAsync("cases/b", 0, Chain("cases/b", 0, "", "{}"), "s", null, default);
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s", null, default);
        await record.TryAppendAsync("people/t/ann", 0, Chain("people/t/ann", 0, "", "{}"), "s", null, default);

        Assert.Equal(["cases/a", "cases/b"], await record.StreamsAsync("cases/", default));
    }

    [Fact]
    public async Task It_says_that_it_can_read_and_write() => await Create().CheckAsync(default);

    protected abstract IRecord Create();

    private static IReadOnlyList<Line> Chain(string stream, int after, string previous, params string[] contents)
    {
        var lines = new List<Line>();
        foreach (var content in contents)
        {
            var envelope = new Envelope(stream, after + lines.Count + 1, "heading-answered", Noon, null, "t/ann", null, "s1", "meeting-1", null, null);
            lines.Add(Line.Next(envelope, content, "salt", lines.Count == 0 ? previous : lines[^1].Hash));
        }

        return lines;
    }
}
