using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Records;
using StrategyBot.Records.Anchors;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records.Anchors;

/// <summary>Somebody has the store, the settings and the file of anchors, and not the key: whatever they write, it is found out.</summary>
public sealed partial class AnchorTests : IDisposable
{
    private static readonly string Stream = CaseCodec.StreamOf(Given.Id);

    private readonly TemporaryFolder storage = new(), outside = new(), secret = new();
    private readonly StoppedClock wall = new(Dates.Local("2026-11-25 14:06"));
    private readonly KeptLog<AnchorWriter> log = new();
    private readonly RecordSignal signal = new();
    private readonly SqliteRecord record;
    private readonly Clerk clerk;

    public AnchorTests()
    {
        record = new(Database);
        clerk = ClerkOf();
        NewKey(KeyFile);
    }

    private string Database => Path.Combine(storage.Path, "record.db");

    private string AnchorFile => Path.Combine(outside.Path, "anchors.jsonl");

    private string KeyFile => Path.Combine(secret.Path, "key.pem");

    [Fact]
    public async Task What_stands_is_vouched_for_until_the_last_anchor_and_no_further()
    {
        var writer = await HaveAsync();
        var vouched = (await clerk.LoadAsync(Given.Id, default)).Version;
        await WriteOneMoreAsync("later");

        var verified = await VerifyAsync();

        Assert.Equal((vouched, vouched + 1), (Only(verified).VouchedTo, Only(verified).Lines));
        Assert.Equal((0, 0), (Only(verified).Faults.Count, verified.Anchors!.Faults.Count));
        wall.Advance(TimeSpan.FromMinutes(1));
        await writer.WriteAsync(default);
        Assert.Equal((vouched + 1, wall.GetUtcNow()), (Only(await VerifyAsync()).VouchedTo, (await VerifyAsync()).Anchors!.Until));
    }

    [Fact]
    public async Task What_is_sealed_or_deleted_later_stays_vouched_for_and_is_said_and_a_seal_over_other_words_is_found()
    {
        var writer = await HaveAsync();
        await WriteOneMoreAsync("PLANTED: sealed");
        await WriteOneMoreAsync("PLANTED: deleted");
        await writer.WriteAsync(default);
        var lines = await record.ReadAsync(Stream, 0, default);
        var (version, rest) = (lines.Count, CaseCodec.Remainder(new ContingencyAgreed("any"))!);
        IReadOnlyList<Line> Gone(string remainder) =>
            [.. lines.Take(version - 2), lines[^2].Sealed(remainder), lines[^1] with { Content = null, Salt = null }];

        ChainInSqliteTests.Replace(Database, Stream, Gone(rest));
        var verified = await VerifyAsync();
        Assert.Equal((version, 0, 0), (Only(verified).VouchedTo, Only(verified).Faults.Count, verified.Anchors!.Faults.Count));
        Assert.Equal([version - 1, version], Only(verified).Withheld);

        ChainInSqliteTests.Replace(Database, Stream, Gone(rest.Replace("{", "{\"text\":\"no bruise\",", StringComparison.Ordinal)));
        Assert.Equal(version - 1, Assert.Single(Only(await VerifyAsync()).Faults).Line);
    }

    [Fact]
    public async Task Who_rewrites_everything_consistently_is_found_out_at_the_first_line_that_is_another()
    {
        await HaveAsync();
        ChainInSqliteTests.Replace(Database, Stream, Rewritten(await record.ReadAsync(Stream, 0, default), from: 3));

        var verified = Only(await VerifyAsync());

        Assert.Equal((3, "not the line that was vouched for", wall.GetUtcNow()),
            (verified.Faults.Single().Line, verified.Faults.Single().What, verified.Faults.Single().VouchedAt));
    }

    [Fact]
    public async Task So_is_who_writes_the_anchors_anew_too_with_a_key_of_their_own()
    {
        await HaveAsync();
        ChainInSqliteTests.Replace(Database, Stream, Rewritten(await record.ReadAsync(Stream, 0, default), from: 3));
        var theirs = Path.Combine(storage.Path, "theirs.pem");
        NewKey(theirs);
        File.Delete(AnchorFile);
        await WriterOf(new FileKey(theirs)).WriteAsync(default);

        var verified = await VerifyAsync();

        Assert.Equal(["anchor 1 is not signed by the key"], verified.Anchors!.Faults);
        Assert.Equal(0, Only(verified).VouchedTo);
    }

    [Theory]
    [InlineData(0, "the anchor before anchor 2 is missing")]
    [InlineData(1, "the anchor before anchor 3 is missing")]
    public async Task An_anchor_that_was_taken_out_is_missed(int index, string fault)
    {
        var writer = await HaveAsync();
        foreach (var source in new[] { "one", "two" })
        {
            await WriteOneMoreAsync(source);
            await writer.WriteAsync(default);
        }

        File.WriteAllLines(AnchorFile, File.ReadAllLines(AnchorFile).Where((_, at) => at != index));

        Assert.Equal([fault], (await VerifyAsync()).Anchors!.Faults);
    }

    [Fact]
    public async Task An_anchor_whose_hashes_were_changed_is_not_believed()
    {
        await HaveAsync();
        var (signed, anchor) = SignedAnchor.Parse(File.ReadAllText(AnchorFile))!.Value;
        var changed = anchor with { Lines = [anchor.Lines[0] with { Hashes = [.. anchor.Lines[0].Hashes.Reverse()] }] };
        File.WriteAllText(AnchorFile, (signed with { Anchor = changed.ToBytes() }).ToText() + "\n");

        Assert.Equal(["anchor 1 is not signed by the key"], (await VerifyAsync()).Anchors!.Faults);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_is_found_out_and_so_is_a_case_that_is_gone()
    {
        await HaveAsync();
        var lines = await record.ReadAsync(Stream, 0, default);

        ChainInSqliteTests.Replace(Database, Stream, [.. lines.Take(lines.Count - 2)]);
        Assert.Equal((lines.Count - 1, $"missing at the end, and so are all up to line {lines.Count}"),
            (Only(await VerifyAsync()).Faults.Single().Line, Only(await VerifyAsync()).Faults.Single().What));

        ChainInSqliteTests.Replace(Database, Stream, []);
        var gone = Only(await VerifyAsync());
        Assert.Equal((0, 1, $"missing at the end, and so are all up to line {lines.Count}"),
            (gone.Lines, gone.Faults.Single().Line, gone.Faults.Single().What));
    }

    [Fact]
    public async Task What_was_rewritten_is_not_vouched_for_by_the_bot_itself_afterwards_and_it_says_so()
    {
        await HaveAsync();
        ChainInSqliteTests.Replace(Database, Stream, Rewritten(await record.ReadAsync(Stream, 0, default), from: 3));
        var last = (await record.ReadAsync(Stream, 0, default)).Count;

        await WriterOf(new FileKey(KeyFile)).WriteAsync(default);

        Assert.Equal([Said(last)], log.Lines);
        Assert.NotEmpty(Only(await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task What_an_instance_that_died_had_written_is_signed_by_the_next()
    {
        await HaveAsync();
        await WriteOneMoreAsync("nobody signed it");

        await WriterOf(new FileKey(KeyFile)).WriteAsync(default);

        Assert.Equal(Only(await VerifyAsync()).Lines, Only(await VerifyAsync()).VouchedTo);
    }

    [Fact]
    public async Task Two_instances_add_to_one_file_and_none_of_it_is_lost()
    {
        var one = await HaveAsync();
        var other = WriterOf(new FileKey(KeyFile));
        await other.WriteAsync(default);

        for (var round = 0; round < 5; round++)
        {
            await WriteOneMoreAsync($"round-{round}");
            await Task.WhenAll(Task.Run(() => one.WriteAsync(default)), Task.Run(() => other.WriteAsync(default)));
        }

        var verified = await VerifyAsync();
        Assert.Equal((Only(verified).Lines, 0), (Only(verified).VouchedTo, verified.Anchors!.Faults.Count));
    }

    [Fact]
    public async Task What_a_crash_cut_short_is_no_anchor_and_spoils_none()
    {
        var writer = await HaveAsync();
        File.AppendAllText(AnchorFile, "{\"anchor\":\"eyJ");
        await WriteOneMoreAsync("later");
        await writer.WriteAsync(default);

        var verified = await VerifyAsync();

        Assert.Equal((Only(verified).Lines, 0), (Only(verified).VouchedTo, verified.Anchors!.Faults.Count));
    }

    [Fact]
    public async Task After_a_change_of_keys_the_old_one_verifies_by_its_public_part_alone()
    {
        await HaveAsync();
        using var old = ECDsa.Create();
        old.ImportFromPem(File.ReadAllText(KeyFile));
        NewKey(KeyFile);
        File.AppendAllText(KeyFile, "\n" + old.ExportSubjectPublicKeyInfoPem() + "\n");
        await WriteOneMoreAsync("later");
        await WriterOf(new FileKey(KeyFile)).WriteAsync(default);

        var verified = await VerifyAsync();
        Assert.Equal((Only(verified).Lines, 0, 2), (Only(verified).VouchedTo, verified.Anchors!.Faults.Count, verified.Anchors.Count));

        File.WriteAllText(KeyFile, old.ExportSubjectPublicKeyInfoPem());
        await Assert.ThrowsAsync<InvalidOperationException>(() => new FileKey(KeyFile).SignAsync([1], default));
    }

    [Fact]
    public void A_key_file_that_holds_none_stops_the_start()
    {
        File.WriteAllText(KeyFile, "nothing");

        Assert.StartsWith("Anchor__KeyFile", Assert.Throws<StartRefusedException>(() => new FileKey(KeyFile)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("Anchor__KeyFile", Assert.Throws<StartRefusedException>(() => new FileKey(KeyFile + "x")).Message,
            StringComparison.Ordinal);
    }

    public void Dispose()
    {
        record.Dispose();
        storage.Dispose();
        outside.Dispose();
        secret.Dispose();
    }

    private static VerifiedStream Only(Verified verified) => Assert.Single(verified.Streams);

    private static List<Line> Rewritten(IReadOnlyList<Line> lines, int from)
    {
        var anew = lines.Take(from - 1).ToList();
        foreach (var line in lines.Skip(from - 1))
        {
            anew.Add(Line.Next(line.Envelope, line.Content!, "another salt", anew.Count == 0 ? "" : anew[^1].Hash));
        }

        return anew;
    }

    private static void NewKey(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(path, key.ExportECPrivateKeyPem());
    }

    private static string Said(int line) =>
        $"The record of {Stream} is not the one that was written, at line {line} or before, and is vouched for no further: run verify";

    private AnchorWriter WriterOf(IAnchorKey key, RecordSignal? of = null) =>
        new(record, new FileAnchors(AnchorFile), key, of ?? signal, wall, log);

    /// <summary>As after a restart: nothing of a case is known.</summary>
    private Clerk ClerkOf() => new(
        record, new CaseCodec(ChainContract.Kinds()), new AccessLog(record, NullLogger<AccessLog>.Instance), (_, _, _) => null,
        new StoppedClock(Dates.Local("2026-11-25 14:05")), signal);

    private Task<Verified> VerifyAsync() =>
        new RecordVerifier(record, new FileAnchors(AnchorFile), new FileKey(KeyFile), needsAnchors: true).VerifyAsync(null, default);

    private Task<Case> WriteOneMoreAsync(string source) =>
        clerk.RecordAsync(Given.Id, source, _ => [new ContingencyAgreed(source) { Meeting = Given.FirstMeeting }], default);

    /// <summary>A case, and an anchor of all of it.</summary>
    private async Task<AnchorWriter> HaveAsync()
    {
        var writer = WriterOf(new FileKey(KeyFile));
        await clerk.RecordAsync(Given.Id, "given", _ => [.. Given.AConvenedCase().Entries.Select(entry => entry.Fact)], default);
        await writer.WriteAsync(default);
        return writer;
    }
}
