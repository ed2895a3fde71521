using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>Words that are taken out of lines (P16).</summary>
public abstract partial class RecordContract
{
    [NodeFact]
    public async Task Words_that_are_taken_out_leave_the_line_as_it_was_signed()
    {
        var record = await CreateAsync();
        var lines = Chain("cases/a", 0, "", "{\"text\":\"first\"}", new string('w', 70_000), "{\"text\":\"last\"}");
        await record.TryAppendAsync("cases/a", 0, lines, "s1", new(["open"], Noon), default);
        IReadOnlyList<Line> left = [lines[0] with { Content = "{}", Salt = "other" }, lines[1] with { Content = null, Salt = null }];

        await record.WithholdAsync("cases/a", left, default);
        await record.WithholdAsync("cases/a", left, default);

        Assert.Equal([.. left, lines[2]], await record.ReadAsync("cases/a", 0, default));
        Assert.Equal(["cases/a"], await record.FindAsync("open", default));
        Assert.Equal(Appended.Written,
            await record.TryAppendAsync("cases/a", 3, Chain("cases/a", 3, lines[2].Hash, "{}"), "s2", null, default));
    }

    /// <summary>A newer release's, put back from a copy by this one.</summary>
    [NodeFact]
    public async Task A_line_whose_envelope_says_more_is_kept_letter_by_letter()
    {
        var record = await CreateAsync();
        var envelope = new Envelope("cases/a", 1, "any", Noon, null, "bot", null, "s1", null, null, null).ToJson();
        var letters = envelope[..^1] + ",\"newer\":1}";
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes($"\n{Line.DigestOfRemainder("", "")}\n{letters}")));
        var line = Line.Read(1, letters, null, null, Line.DigestOfRemainder("", ""), "", hash);
        Assert.Null(line.FaultAfter("cases/a", 0, ""));

        await record.TryAppendAsync("cases/a", 0, [line], "s1", null, default);
        await record.WithholdAsync("cases/a", [line], default);

        Assert.Null(Assert.Single(await record.ReadAsync("cases/a", 0, default)).FaultAfter("cases/a", 0, ""));
    }

    [NodeFact]
    public async Task Of_lines_that_are_others_none_is_changed()
    {
        var record = await CreateAsync();
        var lines = Chain("cases/a", 0, "", "{\"text\":\"first\"}", "{\"text\":\"second\"}");
        await record.TryAppendAsync("cases/a", 0, lines, "s1", null, default);

        await Assert.ThrowsAsync<InvalidOperationException>(() => record.WithholdAsync("cases/a",
            [lines[0] with { Content = null, Salt = null }, lines[1] with { Content = null, Salt = null, Hash = "another" }], default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => record.WithholdAsync("cases/b",
            [lines[0] with { Content = null, Salt = null }], default));

        Assert.Equal(lines, await record.ReadAsync("cases/a", 0, default));
    }
}
