using StrategyBot.Cases.Facts;
using StrategyBot.Checking;
using StrategyBot.Records;
using StrategyBot.Records.Anchors;
using StrategyBot.Rules.Wording;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records.Anchors;

/// <summary>What is known to be another is vouched for by nobody, and said for as long as it is so.</summary>
public sealed partial class AnchorTests
{
    [Theory]
    [InlineData("anew")]
    [InlineData("as it knew it before")]
    public async Task What_is_written_behind_a_break_is_vouched_for_by_nobody_and_each_look_says_it(string how)
    {
        var writer = await HaveAsync();
        var vouched = (await record.ReadAsync(Stream, 0, default)).Count;
        ChainInSqliteTests.Replace(Database, Stream, Rewritten(await record.ReadAsync(Stream, 0, default), from: 3));
        await (how == "anew" ? ClerkOf() : clerk).RecordAsync(
            Given.Id, "behind", _ => [new ContingencyAgreed("behind") { Meeting = Given.FirstMeeting }], default);

        // The minute, then two looks of its own, and one of another instance.
        await writer.WriteAsync(default);
        Assert.Equal([Said(vouched)], log.Lines);
        foreach (var hour in new[] { 1, 2 })
        {
            wall.Advance(TimeSpan.FromHours(1));
            await writer.WriteAsync(default);
            Assert.Equal(1 + hour, log.Lines.Count(line => line.StartsWith("The record of ", StringComparison.Ordinal)));
        }

        await WriterOf(new FileKey(KeyFile)).WriteAsync(default);

        Assert.Equal(4, log.Lines.Count(line => line.StartsWith("The record of ", StringComparison.Ordinal)));
        Assert.Equal(vouched, Only(await VerifyAsync()).VouchedTo);
        var check = new RecordCheck(new(record, new FileAnchors(AnchorFile), new FileKey(KeyFile), needsAnchors: true), Words.English,
            new(wall));
        Assert.Contains(await check.LookAsync(default), finding => finding is { Verdict: Verdict.Wrong, What: "SB-2026-014" });
        Assert.Contains(await check.EachAsync("SB-2026-014", default), finding => finding.Verdict == Verdict.Wrong
            && finding.Sentence.StartsWith("line 3: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nor_does_an_instance_vouch_that_has_not_read_what_another_signed()
    {
        var one = await HaveAsync();
        var other = WriterOf(new FileKey(KeyFile), new RecordSignal());
        await other.WriteAsync(default);
        await WriteOneMoreAsync("signed by the one alone");
        await one.WriteAsync(default);
        var lines = await record.ReadAsync(Stream, 0, default);
        ChainInSqliteTests.Replace(Database, Stream, Rewritten(lines, from: lines.Count));
        wall.Advance(TimeSpan.FromHours(1));

        await other.WriteAsync(default);

        Assert.Equal([Said(lines.Count)], log.Lines);
        Assert.Equal(lines.Count, Assert.Single(Only(await VerifyAsync()).Faults).Line);
    }

    [Fact]
    public async Task What_is_rewritten_before_its_minute_is_over_is_found_out_too()
    {
        var writer = await HaveAsync();
        await WriteOneMoreAsync("later");
        var lines = await record.ReadAsync(Stream, 0, default);
        ChainInSqliteTests.Replace(Database, Stream, Rewritten(lines, from: lines.Count));

        await writer.WriteAsync(default);

        Assert.Equal([Said(lines.Count)], log.Lines);
        Assert.Equal(lines.Count, Assert.Single(Only(await VerifyAsync()).Faults).Line);
    }

    [Fact]
    public async Task A_line_in_the_middle_that_was_altered_is_found_within_a_week_and_said_at_each_look_from_then_on()
    {
        var writer = await HaveAsync();
        ChainInSqliteTests.Replace(Database, Stream, ChainContract.Altered(await record.ReadAsync(Stream, 0, default), "words"));
        for (var hour = 0; hour < 7 * 24; hour++)
        {
            wall.Advance(TimeSpan.FromHours(1));
            await writer.WriteAsync(default);
        }

        var found = log.Lines.Count;
        Assert.InRange(found, 1, 7 * 24);
        Assert.Equal([Said(3)], log.Lines.Distinct());
        wall.Advance(TimeSpan.FromHours(1));
        await writer.WriteAsync(default);
        Assert.Equal(found + 1, log.Lines.Count);
    }

    [Fact]
    public async Task What_somebody_did_to_the_anchors_is_said_at_each_look()
    {
        var writer = await HaveAsync();
        var (signed, anchor) = SignedAnchor.Parse(File.ReadAllText(AnchorFile))!.Value;
        File.AppendAllText(AnchorFile, (signed with { Anchor = (anchor with { Number = 2 }).ToBytes() }).ToText() + "\n");

        foreach (var hour in new[] { 1, 2, 3 })
        {
            wall.Advance(TimeSpan.FromHours(1));
            await writer.WriteAsync(default);
            Assert.Equal(hour, log.Lines.Count(
                line => line == "Somebody without the key was at the anchors: anchor 2 is not signed by the key; run verify"));
        }
    }

    [Fact]
    public async Task Anchors_that_were_read_while_the_key_was_away_are_read_again()
    {
        await HaveAsync();
        await WriteOneMoreAsync("signed by another");
        await WriterOf(new FileKey(KeyFile), new RecordSignal()).WriteAsync(default);
        var lines = await record.ReadAsync(Stream, 0, default);
        ChainInSqliteTests.Replace(Database, Stream, Rewritten(lines, from: lines.Count));
        var vault = new AwayKey(new FileKey(KeyFile)) { Answers = 1 };
        var writer = WriterOf(vault, new RecordSignal());
        await Assert.ThrowsAsync<IOException>(() => writer.WriteAsync(default));

        vault.Answers = int.MaxValue;
        await writer.WriteAsync(default);

        Assert.Equal([Said(lines.Count)], log.Lines);
    }

    /// <summary>A vault that answers so many times.</summary>
    private sealed class AwayKey(IAnchorKey key) : IAnchorKey
    {
        public int Answers { get; set; }

        public Task<SignedAnchor> SignAsync(byte[] anchor, CancellationToken cancellationToken) => key.SignAsync(anchor, cancellationToken);

        public Task<bool> VerifiesAsync(SignedAnchor signed, CancellationToken cancellationToken) =>
            Answers-- > 0 ? key.VerifiesAsync(signed, cancellationToken) : throw new IOException("The vault does not answer.");
    }
}
