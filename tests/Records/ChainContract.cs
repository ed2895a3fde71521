using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Records;
using StrategyBot.Records.Anchors;
using StrategyBot.Rules;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>Somebody was at the store itself: each store's record finds it out and says where,
/// and no other case suffers (design §7).</summary>
public abstract class ChainContract
{
    private static readonly CaseId Touched = new("SB-2026-015"), Other = new("SB-2026-016");
    private static readonly Asker Chair = new(Given.Priya.Person!.Value, "Priya Nair", null, "");

    private static readonly string Stream = CaseCodec.StreamOf(Touched);

    public static TheoryData<string> Alterations => ["words", "author", "illegible", "taken out", "swapped", "written anew"];

    [NodeTheory]
    [MemberData(nameof(Alterations))]
    public async Task What_was_altered_is_not_shown_and_the_line_is_said(string how)
    {
        var record = await HaveAsync();
        await ReplaceAsync(Stream, Altered(await record.ReadAsync(Stream, 0, default), how));

        var broken = await Assert.ThrowsAsync<BrokenRecordException>(() => ClerkOf(record).LoadAsync(Touched, default));

        Assert.Equal($"{Touched} is not as it was written, from line {(how == "written anew" ? 4 : 3)} on.", broken.Message);
    }

    [NodeFact]
    public async Task A_list_and_a_rebuild_of_the_indexes_hold_the_other_cases()
    {
        var record = await HaveAsync();
        await ReplaceAsync(Stream, Altered(await record.ReadAsync(Stream, 0, default), "words"));
        var clerk = ClerkOf(record);

        var read = await clerk.ReadAllAsync(Chair, Capability.SeeCase, null, default);
        var (written, leftAlone) = await clerk.RebuildIndexesAsync(default);

        Assert.Equal((Other, Touched.Value), (Assert.Single(read.Views).Case.Id, read.LeftAlone!.About));
        Assert.Equal((1, Touched.Value), (written, Assert.Single(leftAlone).About));
        Assert.IsType<NoSuchCase>(Assert.IsType<Decision.Refused>((await clerk.AskAsync(
            new(PersonId.Of("elsewhere", "object-99"), "Eve", null, ""), Touched, Capability.SeeCase, "a1",
            (_, _) => throw new InvalidOperationException(), default)).Decision).Because);
    }

    [NodeFact]
    public async Task Whose_words_are_gone_is_a_gap_and_the_case_goes_on()
    {
        var record = await HaveAsync();
        var lines = await record.ReadAsync(Stream, 0, default);
        await ReplaceAsync(Stream, [.. lines.Take(lines.Count - 2), lines[^2] with { Content = null, Salt = null }, lines[^1]]);
        var clerk = ClerkOf(record);

        var told = await clerk.AskAsync(Chair, Touched, Capability.Lead, "on",
            (_, _) => new ContingencyAgreed("Ring the duty desk.") { Meeting = Given.FirstMeeting }, default);

        Assert.IsType<Decision.Accepted>(told.Decision);
        Assert.Equal([lines.Count - 1], told.View!.Whole.Gone.Select(gone => gone.Seq));
        Assert.Equal("Ring the duty desk.", (await ClerkOf(record).LoadAsync(Touched, default)).Meeting.Plan.Contingency!.Fact.Text);
        Assert.Equal([lines.Count - 1], (await VerifyAsync(record)).Withheld);
    }

    [NodeFact]
    public async Task What_was_sealed_leaves_the_fact_without_its_words_and_is_a_gap()
    {
        var record = await HaveAsync();
        var lines = await record.ReadAsync(Stream, 0, default);
        await ReplaceAsync(Stream,
            [.. lines.Take(lines.Count - 1), lines[^1].Sealed(CaseCodec.Remainder(new ContingencyAgreed("PLANTED"))!)]);

        var @case = await ClerkOf(record).LoadAsync(Touched, default);

        Assert.Equal(("", lines.Count), (@case.Meeting.Plan.Contingency!.Fact.Text, Assert.Single(@case.Gone).Seq));
        Assert.Empty((await VerifyAsync(record)).Faults);
    }

    [NodeFact]
    public async Task Even_a_first_line_that_is_gone_costs_no_other_case_anything()
    {
        var record = await HaveAsync();
        var lines = await record.ReadAsync(Stream, 0, default);
        await ReplaceAsync(Stream, [lines[0] with { Content = null, Salt = null }, .. lines.Skip(1)]);
        var clerk = ClerkOf(record);

        Assert.Equal(Other, Assert.Single((await clerk.ReadAllAsync(Chair, Capability.SeeCase, null, default)).Views).Case.Id);
        Assert.Equal(1, (await clerk.RebuildIndexesAsync(default)).Written);
    }

    [NodeFact]
    public async Task What_was_verified_up_to_a_version_is_not_verified_again()
    {
        var record = await HaveAsync();
        var clerk = ClerkOf(record);
        await clerk.LoadAsync(Touched, default);
        await ReplaceAsync(Stream, Altered(await record.ReadAsync(Stream, 0, default), "words"));

        await clerk.AskAsync(Chair, Touched, Capability.Lead, "on", (_, _) => new ContingencyAgreed("More."), default);

        Assert.Equal("More.", (await clerk.LoadAsync(Touched, default)).Meeting.Plan.Contingency!.Fact.Text);
        await Assert.ThrowsAsync<BrokenRecordException>(() => ClerkOf(record).LoadAsync(Touched, default));
    }

    [NodeFact]
    public async Task An_end_that_is_cut_off_while_the_bot_runs_is_found_out_by_the_next_decision()
    {
        var record = await HaveAsync();
        var clerk = ClerkOf(record);
        var version = (await clerk.LoadAsync(Touched, default)).Version;
        await ReplaceAsync(Stream, [.. (await record.ReadAsync(Stream, 0, default)).Take(version - 2)]);

        var broken = await Assert.ThrowsAsync<BrokenRecordException>(() =>
            clerk.AskAsync(Chair, Touched, Capability.Lead, "on", (_, _) => new ContingencyAgreed("More."), default));

        Assert.Contains($"line {version}", broken.Message, StringComparison.Ordinal);
    }

    [NodeTheory]
    [MemberData(nameof(Alterations))]
    public async Task Verify_says_case_and_line_and_goes_on_to_the_others(string how)
    {
        var record = await HaveAsync();
        await ReplaceAsync(Stream, Altered(await record.ReadAsync(Stream, 0, default), how));

        var verified = await new RecordVerifier(record, null, null, needsAnchors: false).VerifyAsync(null, default);

        var bad = verified.Streams.Single(stream => stream.Stream == Stream);
        var good = verified.Streams.Single(stream => stream.Stream != Stream);
        Assert.Equal(how == "written anew" ? 4 : 3, bad.Faults[0].Line);
        Assert.Empty(good.Faults);
    }

    [NodeFact]
    public async Task What_is_written_behind_a_break_is_vouched_for_no_more_and_each_look_says_it()
    {
        var record = await HaveAsync();
        using var outside = new TemporaryFolder();
        var (place, key) = (new FileAnchors(Path.Combine(outside.Path, "anchors")), NewKey(Path.Combine(outside.Path, "key.pem")));
        var (wall, log, signal) = (new StoppedClock(Dates.Local("2026-11-25 14:06")), new KeptLog<AnchorWriter>(), new RecordSignal());
        using var writer = new AnchorWriter(record, place, key, signal, wall, log);
        await writer.WriteAsync(default);
        var lines = await record.ReadAsync(Stream, 0, default);
        var other = Line.Next(lines[^1].Envelope, lines[^1].Content!, "another salt", lines[^2].Hash);
        await ReplaceAsync(Stream, [.. lines.Take(lines.Count - 1), other]);
        await ClerkOf(record, signal).RecordAsync(Touched, "behind", _ => [new ContingencyAgreed("behind")], default);
        await ClerkOf(record, signal).RecordAsync(Other, "well", _ => [new ContingencyAgreed("well")], default);

        for (var looks = 1; looks <= 3; looks++)
        {
            await writer.WriteAsync(default);
            wall.Advance(TimeSpan.FromHours(1));
            Assert.Equal(looks, log.Lines.Count(line => line.Contains($"at line {lines.Count} or", StringComparison.Ordinal)));
        }

        var verified = await new RecordVerifier(record, place, key, needsAnchors: true).VerifyAsync(null, default);
        Assert.Equal([(Touched.Value, lines.Count), (Other.Value, lines.Count + 1)],
            verified.Streams.Select(stream => (stream.Name, stream.VouchedTo)));
    }

    /// <summary>An empty record.</summary>
    private protected abstract Task<IRecord> CreateAsync();

    /// <summary>Past the record: the stream's lines are these from now on, and the store itself sees nothing wrong with them.</summary>
    private protected abstract Task ReplaceAsync(string stream, IReadOnlyList<Line> lines);

    internal static IReadOnlyList<Line> Altered(IReadOnlyList<Line> lines, string how) => how switch
    {
        "words" => With(lines, 3, line => line with { Content = line.Content!.Replace("\"", "\" ", StringComparison.Ordinal) }),
        "author" => With(lines, 3, line => line with { Envelope = line.Envelope with { By = "t/somebody-else" } }),
        "illegible" => With(lines, 3, line => line with { Stored = "{\"stream\":" }),
        "taken out" => [.. lines.Where(line => line.Seq != 3)],
        "swapped" => With(With(lines, 3, _ => lines[3] with { Envelope = lines[3].Envelope with { Seq = 3 } }), 4,
            _ => lines[2] with { Envelope = lines[2].Envelope with { Seq = 4 } }),
        "written anew" => With(lines, 3, line => Line.Next(line.Envelope, "{}", "", line.Previous)),
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    internal static FactKinds Kinds()
    {
        var kinds = new FactKinds();
        foreach (var phase in Program.Phases.All)
        {
            phase.Kinds(kinds);
        }

        return kinds;
    }

    private static List<Line> With(IReadOnlyList<Line> lines, int seq, Func<Line, Line> change) =>
        [.. lines.Select(line => line.Seq == seq ? change(line) : line)];

    private static async Task<VerifiedStream> VerifyAsync(IRecord record) =>
        Assert.Single((await new RecordVerifier(record, null, null, needsAnchors: false).VerifyAsync(Touched.Value, default)).Streams);

    private static FileKey NewKey(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(path, key.ExportECPrivateKeyPem());
        return new(path);
    }

    private static Clerk ClerkOf(IRecord record, RecordSignal? signal = null) => new(
        record, new CaseCodec(Kinds()), new AccessLog(record, NullLogger<AccessLog>.Instance), (_, _, _) => null,
        new StoppedClock(Dates.Local("2026-11-25 14:05")), signal ?? new RecordSignal());

    private async Task<IRecord> HaveAsync()
    {
        var record = await CreateAsync();
        var given = Given.AConvenedCase().By(Given.Priya).Fact(new ContingencyAgreed("PLANTED") { Meeting = Given.FirstMeeting });
        foreach (var id in new[] { Touched, Other })
        {
            var lines = new CaseCodec(Kinds()).Write(
                id, (0, ""), [.. given.Entries.Select(entry => entry.Fact)], Chair.Id, "given", Dates.Local("2026-11-25 13:00"));
            Assert.Equal(Appended.Written, await record.TryAppendAsync(
                CaseCodec.StreamOf(id), 0, lines, "given", new(CaseTerms.Of(given.Case), null), default));
        }

        return record;
    }
}
