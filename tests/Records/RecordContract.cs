using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>What every record promises. Each store has a class that inherits these tests and says how to make one.</summary>
/// <remarks>Azurite needs Node; a test that is inherited can't ask for it in one class only.</remarks>
public abstract partial class RecordContract
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [NodeFact]
    public async Task A_stream_nobody_wrote_is_empty() => Assert.Empty(await (await CreateAsync()).ReadAsync("cases/none", 0, default));

    [NodeFact]
    public async Task What_was_written_is_read_back_letter_for_letter()
    {
        var record = await CreateAsync();
        var lines = Chain("cases/a", 0, "", "{\"text\":\"O'Brien said “no” – 🙂\"}", "{}");

        await record.TryAppendAsync("cases/a", 0, lines, "s1", null, default);

        Assert.Equal(lines, await record.ReadAsync("cases/a", 0, default));
        Assert.Equal(lines.Skip(1), await record.ReadAsync("cases/a", 1, default));
    }

    [NodeFact]
    public async Task The_second_writer_writes_nothing()
    {
        var record = await CreateAsync();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s1", null, default);

        var second = await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}", "{}"), "s2", new(["open"], Noon), default);

        Assert.Equal(Appended.Raced, second);
        Assert.Single(await record.ReadAsync("cases/a", 0, default));
        Assert.Empty(await record.FindAsync("open", default));
        Assert.False(await record.HasSourceAsync("cases/a", "s2", default));
    }

    [NodeFact]
    public async Task One_source_writes_a_stream_once()
    {
        var record = await CreateAsync();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "activity-1", null, default);

        var again = await record.TryAppendAsync("cases/a", 1, Chain("cases/a", 1, "x", "{}"), "activity-1", null, default);
        var elsewhere = await record.TryAppendAsync("cases/b", 0, Chain("cases/b", 0, "", "{}"), "activity-1", null, default);

        Assert.Equal((Appended.Repeated, Appended.Written), (again, elsewhere));
        Assert.Single(await record.ReadAsync("cases/a", 0, default));
        Assert.True(await record.HasSourceAsync("cases/a", "activity-1", default));
    }

    [NodeFact]
    public async Task Many_facts_of_one_decision_are_written_together()
    {
        var record = await CreateAsync();
        var lines = Chain("cases/a", 0, "", [.. Enumerable.Range(0, 90).Select(n => $"{{\"n\":{n}}}")]);

        Assert.Equal(Appended.Written, await record.TryAppendAsync("cases/a", 0, lines, "s1", null, default));

        Assert.Equal(90, (await record.ReadAsync("cases/a", 0, default)).Count);
    }

    [NodeFact]
    public async Task More_facts_than_can_be_written_at_once_are_refused_in_words_and_none_is_written()
    {
        var record = await CreateAsync();
        var lines = Chain("cases/a", 0, "", [.. Enumerable.Repeat("{}", RecordLimits.MostLines + 1)]);

        var refused =
            await Assert.ThrowsAsync<ArgumentException>(
                () => record.TryAppendAsync("cases/a", 0, lines, "s1", new(["open"], Noon), default));

        Assert.Equal("At most 98 facts can be written at once; these are 99.", refused.Message);
        Assert.Empty(await record.ReadAsync("cases/a", 0, default));
        Assert.Null(await record.NextDueAsync(default));
        Assert.Equal(Appended.Written,
            await record.TryAppendAsync("cases/a", 0, [.. lines.Take(RecordLimits.MostLines)], "s1", null, default));
    }

    [NodeFact]
    public async Task Half_a_letter_is_refused_and_nothing_is_written()
    {
        var record = await CreateAsync();
        foreach (var (stream, text, source) in new[] { ("cases/a", "half \ud83d a letter", "s1"), ("cases/\ud83d", "", "s1"),
            ("cases/a", "", "s\udc00") })
        {
            var lines = Chain("cases/a", 0, "", "{}", $"{{\"text\":\"{text}\"}}");
            await Assert.ThrowsAsync<ArgumentException>(
                () => record.TryAppendAsync(stream, 0, lines, source, new(["open"], Noon), default));
        }

        Assert.Empty(await record.StreamsAsync("cases/", default));
        Assert.Null(await record.NextDueAsync(default));
    }

    [NodeFact]
    public async Task The_longest_content_comes_back_whole_and_so_does_none()
    {
        var record = await CreateAsync();
        // Pairs of surrogates at every even place and then at every odd one: one of them lies across any cut.
        string[] contents =
            [string.Concat(Enumerable.Repeat("🙂", 33_000)), "a" + string.Concat(Enumerable.Repeat("🙂", 33_000)),
                new('"', CaseCodec.MostBytes), "", "“é\u0000\n"];
        var lines = Chain("cases/a", 0, "", contents);
        lines = [.. lines, lines[^1] with { Envelope = lines[^1].Envelope with { Seq = lines.Count + 1 }, Content = null, Salt = null }];

        Assert.Equal(Appended.Written, await record.TryAppendAsync("cases/a", 0, lines, "s1", null, default));

        Assert.Equal(lines, await record.ReadAsync("cases/a", 0, default));
    }

    [NodeFact]
    public async Task Names_may_hold_what_a_key_may_not()
    {
        var record = await CreateAsync();
        var source = "f:1/2\\3#4?5%6 'seven' \t~8é🙂" + new string('x', 2_000);
        string[] streams = ["people/t-1/29:O'Brien+/=", "people/t-1/29:o'brien+/=", "people/t-1/29:O'Brien+/=~"];
        foreach (var stream in streams)
        {
            Assert.Equal(Appended.Written,
                await record.TryAppendAsync(stream, 0, Chain(stream, 0, "", "{}"), source,
                    new(["mail:o'brien/\\#?%é@nhs.example"], null), default));
        }

        Assert.Equal(streams.Order(StringComparer.Ordinal), await record.FindAsync("mail:o'brien/\\#?%é@nhs.example", default));
        Assert.Equal(streams.Order(StringComparer.Ordinal), await record.StreamsAsync("people/t-1/", default));
        Assert.True(await record.HasSourceAsync(streams[0], source, default));
        Assert.False(await record.HasSourceAsync(streams[0], source + "y", default));
        Assert.Equal(Appended.Repeated, await record.TryAppendAsync(streams[0], 1, Chain(streams[0], 1, "x", "{}"), source, null, default));
    }

    [NodeFact]
    public async Task A_repeated_source_is_told_from_a_lost_race()
    {
        var record = await CreateAsync();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s1", null, default);
        await record.TryAppendAsync("cases/a", 1, Chain("cases/a", 1, "x", "{}"), "s2", null, default);

        Assert.Equal(Appended.Repeated, await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s1", null, default));
        Assert.Equal(Appended.Raced, await record.TryAppendAsync("cases/a", 1, Chain("cases/a", 1, "x", "{}"), "s3", null, default));
        Assert.Equal(Appended.Raced, await record.TryAppendAsync("cases/a", 7, Chain("cases/a", 7, "x", "{}"), "s3", null, default));
        Assert.Equal(2, (await record.ReadAsync("cases/a", 0, default)).Count);
    }

    [NodeFact]
    public async Task Of_two_writers_at_once_one_wins()
    {
        var record = await CreateAsync();

        var outcomes =
            await Task.WhenAll(Enumerable.Range(0, 8)
                .Select(n =>
                    Task.Run(
                        () => record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", $"{{\"n\":{n}}}"), $"s{n}", null, default))));

        Assert.Single(outcomes, Appended.Written);
        Assert.Single(await record.ReadAsync("cases/a", 0, default));
    }

    [NodeFact]
    public async Task A_stream_is_found_by_its_newest_terms_only()
    {
        var record = await CreateAsync();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s1",
            new(["open", "mail:ann@nhs.example"], null), default);
        await record.TryAppendAsync("cases/b", 0, Chain("cases/b", 0, "", "{}"), "s1", new(["open"], null), default);
        await record.TryAppendAsync("cases/a", 1, Chain("cases/a", 1, "x", "{}"), "s2", new(["open", "person:nhs/ann"], null), default);

        Assert.Equal(["cases/a", "cases/b"], await record.FindAsync("open", default));
        Assert.Empty(await record.FindAsync("mail:ann@nhs.example", default));
        Assert.Equal(["cases/a"], await record.FindAsync("person:nhs/ann", default));
    }

    [NodeFact]
    public async Task What_is_due_comes_the_longest_due_first()
    {
        var record = await CreateAsync();
        foreach (var (name, due) in new[] { ("late", Noon), ("later", Noon.AddHours(1)), ("early", Noon.AddHours(-1)) })
        {
            await record.TryAppendAsync($"cases/{name}", 0, Chain($"cases/{name}", 0, "", "{}"), "s1", new([], due), default);
        }

        Assert.Equal(["cases/early", "cases/late"], (await record.DueAsync(Noon, 10, default)).Select(due => due.Stream));
        Assert.Equal(Noon.AddHours(-1), await record.NextDueAsync(default));
    }

    [NodeFact]
    public async Task What_is_put_off_waits_until_a_new_fact_comes()
    {
        var record = await CreateAsync();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s1", new([], Noon), default);
        await record.PostponeAsync("cases/a", Noon.AddMinutes(5), 1, default);

        Assert.Empty(await record.DueAsync(Noon, 10, default));
        Assert.Equal(Noon.AddMinutes(5), await record.NextDueAsync(default));

        await record.TryAppendAsync("cases/a", 1, Chain("cases/a", 1, "x", "{}"), "s2", new([], Noon), default);
        Assert.Single(await record.DueAsync(Noon, 10, default));
    }

    [NodeFact]
    public async Task The_next_look_is_put_off_for_the_version_that_was_looked_at_only()
    {
        var record = await CreateAsync();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s1", new(["open"], Noon), default);

        await record.PutOffAsync("cases/a", 1, Noon.AddHours(1), default);
        Assert.Equal(Noon.AddHours(1), await record.NextDueAsync(default));

        await record.TryAppendAsync("cases/a", 1, Chain("cases/a", 1, "x", "{}"), "s2", new(["open"], Noon), default);
        await record.PutOffAsync("cases/a", 1, null, default);
        Assert.Equal(Noon, await record.NextDueAsync(default));

        await record.PutOffAsync("cases/a", 2, null, default);
        Assert.Null(await record.NextDueAsync(default));
        Assert.Equal(["cases/a"], await record.FindAsync("open", default));
    }

    [NodeFact]
    public async Task A_stream_can_be_put_off_and_written_at_once_and_is_never_found_too_late()
    {
        var record = await CreateAsync();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s1", new([], Noon), default);

        for (var version = 1; version <= 20; version++)
        {
            var now = version;
            await Task.WhenAll(
                Task.Run(async () =>
                {
                    while (await record.TryAppendAsync("cases/a", now, Chain("cases/a", now, "x", "{}"), $"v{now}",
                        new([], Noon.AddMinutes(-now)), default) != Appended.Written)
                    {
                    }
                }),
                Task.Run(() => record.PutOffAsync("cases/a", now, Noon.AddDays(1), default)));

            Assert.Equal(Noon.AddMinutes(-now), await record.NextDueAsync(default));
        }
    }

    [NodeFact]
    public async Task Nothing_due_is_no_longer_listed()
    {
        var record = await CreateAsync();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s1", new([], Noon), default);
        await record.ReindexAsync("cases/a", 1, new(["open"], null), default);

        Assert.Null(await record.NextDueAsync(default));
        Assert.Equal(["cases/a"], await record.FindAsync("open", default));
    }

    [NodeFact]
    public async Task An_index_of_an_older_version_does_not_overwrite_a_newer_one()
    {
        var record = await CreateAsync();
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}", "{}"), "s1", new([], Noon), default);

        await record.ReindexAsync("cases/a", 1, new([], null), default);

        Assert.Equal(Noon, await record.NextDueAsync(default));
    }

    [NodeFact]
    public async Task Who_read_what_is_kept_beside_the_record()
    {
        var record = await CreateAsync();
        await record.LogAccessAsync([new("cases/a", "t/ann", "minuting/read", Noon),
            new("cases/b", "t/ann", "hub/my-part", Noon)], default);

        Assert.Equal([new Access("cases/a", "t/ann", "minuting/read", Noon)], await record.AccessesAsync("cases/a", default));
        Assert.Empty(await record.ReadAsync("cases/a", 0, default));
    }

    [NodeFact]
    public async Task Streams_are_listed_by_how_their_names_begin()
    {
        var record = await CreateAsync();
        await record.TryAppendAsync("cases/b", 0, Chain("cases/b", 0, "", "{}"), "s", null, default);
        await record.TryAppendAsync("cases/a", 0, Chain("cases/a", 0, "", "{}"), "s", null, default);
        await record.TryAppendAsync("people/t/ann", 0, Chain("people/t/ann", 0, "", "{}"), "s", null, default);

        Assert.Equal(["cases/a", "cases/b"], await record.StreamsAsync("cases/", default));
    }

    [NodeFact]
    public async Task It_says_that_it_can_read_and_write()
    {
        var record = await CreateAsync();
        await record.CheckAsync(writes: true, default);
        await record.CheckAsync(writes: false, default);
    }

    private protected abstract Task<IRecord> CreateAsync();

    private static IReadOnlyList<Line> Chain(string stream, int after, string previous, params string[] contents)
    {
        var lines = new List<Line>();
        foreach (var content in contents)
        {
            var envelope =
                new Envelope(stream, after + lines.Count + 1, "heading-answered", Noon, null, "t/ann", null, "s1", "meeting-1", null, null);
            lines.Add(Line.Next(envelope, content, "salt", lines.Count == 0 ? previous : lines[^1].Hash));
        }

        return lines;
    }
}
