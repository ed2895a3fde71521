using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Keeping;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Records.Anchors;
using StrategyBot.Records.Backups;
using StrategyBot.Starting;
using StrategyBot.Tests.Phases;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Records.Backups;

/// <summary>The record is lost and a copy of it put into an empty store, of either kind.</summary>
public abstract class RestoreContract : TwoStores
{
    private const string Planted = "Quillfeather of 9 Otter Row";

    private static readonly CaseId Deleted = new("SB-2026-002"), Later = new("SB-2026-015");

    private readonly TemporaryFolder outside = new();
    private readonly List<RecordedCases> opened = [];

    private string AnchorFile => Path.Combine(outside.Path, "anchors.jsonl");

    [NodeFact]
    public async Task What_is_put_back_is_what_stood_and_says_the_same()
    {
        var host = await HostAsync(Issued());
        await host.OpenAsync(Helen, FindWordsPage.Id.Button("", new CaseForm(Id.Value)));
        await host.Cases.CloseAccessLogAsync();
        await AnchorAsync(host.Cases);

        var other = await EmptyAsync();
        var restored = await RestoreAsync(host, other, await CopyAsync(host.Cases.Record));

        var (before, after) = (await host.Clerk.LoadAsync(Id, default), await other.Clerk.LoadAsync(Id, default));
        Assert.Empty(restored.Lost!);
        Assert.Equal(await LinesAsync(host.Cases), await LinesAsync(other));
        Assert.Equal(await host.Cases.Record.AccessesAsync(CaseCodec.StreamOf(Id), default),
            await other.Record.AccessesAsync(CaseCodec.StreamOf(Id), default));
        Assert.NotEmpty(await other.Record.AccessesAsync(CaseCodec.StreamOf(Id), default));
        Assert.Equal(StatusOf(before), StatusOf(after));
        Assert.Equal(DocumentOf(before), DocumentOf(after));
        // It is found, and what was answered before is not answered twice.
        Assert.Equal(["cases/SB-2026-014"], await other.Record.FindAsync(CaseTerms.Person(Priya.Person!.Value), default));
        Assert.True(await other.Clerk.HasWrittenAsync(Id, "given-1", default));
    }

    [NodeFact]
    public async Task A_copy_that_is_taken_while_people_write_holds_of_each_case_what_stood_at_a_moment()
    {
        var host = await HostAsync(Issued());
        var begun = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < 40; round++)
            {
                await host.Clerk.RecordAsync(Id, $"round-{round}", _ => [In(new ContingencyAgreed($"round {round}"))], default);
                begun.TrySetResult();
            }
        });
        await begun.Task;

        var copy = await CopyAsync(host.Cases.Record);
        await writing;

        var other = await EmptyAsync();
        Assert.Empty((await RestoreAsync(host, other, copy, anchored: false)).Short);
        var (all, some) = (await LinesAsync(host.Cases), await LinesAsync(other));
        // What is put back says so itself, in a line of its own.
        Assert.Equal("record-restored", some[^1].Envelope.Kind);
        Assert.Equal(all.Take(some.Count - 1), some.SkipLast(1));
        Assert.True(some.Count > Issued().Entries.Count);
        Assert.All((await VerifyAsync(other, anchored: false)).Streams, stream => Assert.Empty(stream.Faults));
    }

    [NodeFact]
    public async Task What_was_sealed_or_deleted_since_does_not_come_back()
    {
        var host = await AnchoredAsync(Issued());
        await host.Cases.HaveAsync(Issued(), Deleted);
        var copy = await CopyAsync(host.Cases.Record);
        await SealAsync(host);
        await host.Clerk.RecordAsync(Deleted, "expired", one => [new RecordExpired(new(2027, 2, 28), one.Version)], default);
        await host.Clerk.DeleteAsync(Deleted, default);

        var other = await EmptyAsync();
        var restored = await RestoreAsync(host, other, copy);

        Assert.Equal(2, restored.Again);
        Assert.DoesNotContain("Quillfeather", JsonSerializer.Serialize(await LinesAsync(other)), StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", JsonSerializer.Serialize(await LinesAsync(other, Deleted)), StringComparison.Ordinal);
        var @case = await other.Clerk.LoadAsync(Id, default);
        var minutes = string.Join('\n', @case.Meeting.Minutes.Of(1).Select(paragraph => paragraph.Text));
        Assert.Contains("Sealed on Wed 25 Nov 2026 by information governance: about another family.", minutes, StringComparison.Ordinal);
        // Of a run of paragraphs the others stand.
        Assert.Contains("One call to the address in June.", minutes, StringComparison.Ordinal);
        Assert.Contains("One call to the address in June.", JsonSerializer.Serialize(await LinesAsync(other)), StringComparison.Ordinal);
        var gone = await other.Clerk.LoadAsync(Deleted, default);
        Assert.False(gone.Exists);
        Assert.Equal(new DateOnly(2027, 2, 28), gone.Keeping.Expired!.Fact.Until);
        Assert.Equal(["cases/SB-2026-014"], await other.Record.FindAsync(CaseTerms.Person(Sam.Person!.Value), default));
        Assert.All((await VerifyAsync(other)).Streams, stream => Assert.Empty(stream.Faults));
    }

    /// <summary>Sealed in the copy's time, and the process gone before the words were.</summary>
    [NodeFact]
    public async Task What_was_being_sealed_while_the_copy_was_taken_is_sealed()
    {
        var host = await AnchoredAsync(Issued());
        var places = await FoundAsync(host);
        await places.PressAsync("Take these words out for good", ("places", All(places)), ("cause", "anotherFamily"), ("why", ""));
        var copy = await CopyAsync(host.Cases.Record);
        await PerformAsync(host);

        var other = await EmptyAsync();
        await RestoreAsync(host, other, copy);

        Assert.DoesNotContain("Quillfeather", JsonSerializer.Serialize(await LinesAsync(other)), StringComparison.Ordinal);
        Assert.Single((await other.Clerk.LoadAsync(Id, default)).Keeping.Seals);
    }

    /// <summary>After a record was put back once, its numbers are given anew: another entry has the number of one that was sealed.
    /// </summary>
    [NodeFact]
    public async Task A_number_that_is_given_anew_is_not_sealed_for_what_stood_there_before()
    {
        var host = await AnchoredAsync(Issued());
        var first = await CopyAsync(host.Cases.Record);
        // As many more as are written on the other case by the putting back itself, and some.
        await host.Clerk.RecordAsync(Id, "later", _ => [.. Enumerable.Range(0, 5).Select(_ => In(new ContingencyAgreed("gone"))),
            In(new InformationGiven(Sam.Id, Agency.Police, "Quillfeather rang.", 3))], default);
        await SealAsync(host, 3);
        var second = await EmptyAsync();
        await RestoreAsync(host, second, first);
        var length = (await LinesAsync(second)).Count;
        Assert.InRange(Issued().Entries.Count + 6, length + 1, length + 5);
        await second.Clerk.RecordAsync(Id, "again", _ => [.. Enumerable.Range(0, 5).Select(at => In(new ContingencyAgreed($"kept {at}")))],
            default);

        var third = await EmptyAsync();
        await RestoreAsync(host, third, await CopyAsync(second.Record, "2026-11-25 14:30"));

        Assert.Equal(Enumerable.Range(0, 5).Select(at => $"kept {at}"), (await third.Clerk.EntriesAsync(Id, default)).Skip(length).Take(5)
            .Select(entry => ((ContingencyAgreed)entry.Fact).Text));
    }

    /// <summary>Else a copy that is put back would bring it back.</summary>
    [NodeFact]
    public async Task Where_it_cannot_be_registered_outside_nothing_is_taken_out()
    {
        var host = await AnchoredAsync(Issued());
        var places = await FoundAsync(host);
        await places.PressAsync("Take these words out for good", ("places", All(places)), ("cause", "anotherFamily"), ("why", ""));
        Directory.CreateDirectory(AnchorFile);

        await Assert.ThrowsAnyAsync<Exception>(() => PerformAsync(host));

        Assert.Contains("Quillfeather", JsonSerializer.Serialize(await LinesAsync(host.Cases)), StringComparison.Ordinal);
        Directory.Delete(AnchorFile);
        await PerformAsync(host);
        Assert.DoesNotContain("Quillfeather", JsonSerializer.Serialize(await LinesAsync(host.Cases)), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task What_the_copy_lacks_is_named_told_on_its_case_and_vouched_for_no_more()
    {
        var host = await AnchoredAsync(Issued());
        await host.Cases.HaveAsync(Issued(), Deleted);
        var references = ReferencesOf(host.Cases);
        await references.TakeAsync("first", default);
        var copy = await CopyAsync(host.Cases.Record);
        await host.Clerk.RecordAsync(Id, "later", _ => [In(new ContingencyAgreed("one")), In(new ContingencyAgreed("two"))], default);
        await references.TakeAsync("second", default);
        await host.Cases.HaveAsync(AConvenedCase(), Later);
        await AnchorAsync(host.Cases);

        var other = await EmptyAsync();
        var restored = await RestoreAsync(host, other, copy);

        Assert.Equal([("SB-2026-014", 2), ("SB-2026-015", AConvenedCase().Entries.Count), ("references", 1)],
            restored.Lost!.Select(lost => (lost.Name, lost.Count)).OrderBy(lost => lost.Name, StringComparer.Ordinal));
        var @case = await other.Clerk.LoadAsync(Id, default);
        Assert.Equal(2, Assert.Single(@case.Keeping.Restored).Fact.Lost);
        Assert.Contains(StatusOf(@case), line => line.StartsWith(
            "What was written after Wed 25 Nov 2026, 14:05 is lost: 2 entries.", StringComparison.Ordinal));
        Assert.Equal(Priya.Id, TellRestoredDuty.Owes(@case).First().To);
        Assert.Empty((await other.Clerk.LoadAsync(Deleted, default)).Keeping.Restored);
        // A number is never given twice, though nobody here knows of it any more.
        Assert.Equal("SB-2026-066", (await ReferencesOf(other).TakeAsync("next", default)).Id.Value);
        var log = await AnchorAsync(other);
        Assert.Empty(log.Lines);
        var verified = await VerifyAsync(other);
        Assert.All(verified.Streams, stream => Assert.Equal((stream.Lines, 0), (stream.VouchedTo, stream.Faults.Count)));
        Assert.Equal(3, Assert.Single(verified.Anchors!.Restored).Lost.Count);
    }

    /// <summary>By each write that can be the last, up to the end.</summary>
    [NodeFact]
    public async Task Killed_in_between_the_same_command_goes_on_and_no_bot_starts_on_half_of_it()
    {
        var host = await AnchoredAsync(Issued());
        var copy = await CopyAsync(host.Cases.Record);
        await SealAsync(host);
        var other = await EmptyAsync();

        var kills = 0;
        for (; await IsKilledAsync(); kills++)
        {
            await Assert.ThrowsAsync<StartRefusedException>(() => CopyState.RefuseHalfAsync(other.Record, default));
        }

        Assert.True(kills > Issued().Entries.Count, $"{kills} kills");
        await CopyState.RefuseHalfAsync(other.Record, default);
        Assert.DoesNotContain("Quillfeather", JsonSerializer.Serialize(await LinesAsync(other)), StringComparison.Ordinal);
        Assert.Equal(await LinesAsync(host.Cases, upTo: Issued().Entries.Count, hashes: true),
            await LinesAsync(other, upTo: Issued().Entries.Count, hashes: true));
        Assert.Single((await other.Clerk.LoadAsync(Id, default)).Keeping.Seals);
        Assert.All((await VerifyAsync(other)).Streams, stream => Assert.Empty(stream.Faults));

        async Task<bool> IsKilledAsync()
        {
            var (breaking, _) = BreakingRecord.Of(other.Record, afterAppends: 1);
            try
            {
                await RestoreAsync(host, other, copy, over: breaking);
                return false;
            }
            catch (IOException)
            {
                return true;
            }
        }
    }

    [NodeFact]
    public async Task It_goes_into_an_empty_store_alone_and_only_once()
    {
        var host = await HostAsync(Issued());
        var copy = await CopyAsync(host.Cases.Record);
        Assert.Equal("The store that the settings name holds something: put a copy back into an empty one.",
            (await Assert.ThrowsAsync<StartRefusedException>(() => RestoreAsync(host, host.Cases, copy, anchored: false))).Message);

        var other = await EmptyAsync();
        await RestoreAsync(host, other, copy, anchored: false);

        Assert.Equal("This copy was put back here before, to its end.",
            (await Assert.ThrowsAsync<StartRefusedException>(() => RestoreAsync(host, other, copy, anchored: false))).Message);
    }

    protected override void Dispose(bool isDisposing)
    {
        opened.ForEach(cases => cases.Dispose());
        outside.Dispose();
        base.Dispose(isDisposing);
    }

    private static Given Issued() => AConvenedCase()
        .By(Sam).At("2026-11-25 13:00").Fact(
            In(new InformationGiven(Sam.Id, Agency.Police, $"Known to us: the child {Planted} was seen.", 1)),
            In(new InformationGiven(Sam.Id, Agency.Police, "One call to the address in June.", 2)))
        .By(Priya).At("2026-11-25 14:00").Fact(In(new MeetingStarted(Via.Form)))
        .At("2026-11-25 15:00").Fact(In(new MeetingEnded(Via.Form)))
        .At("2026-11-25 15:20").Decided(@case => ApprovalRule.Approve(
            @case, Priya, new(Id.Value, 0, MinutesDigest.Of(MinutesDraft.Of(@case)), "", ""), Dates.Local("2026-11-25 15:20")))
        .Fact(new ParticipantAdded(Helen with { Roles = [.. Helen.Roles, Role.InformationGovernance] }) { Meeting = FirstMeeting });

    /// <summary>With something outside the record that vouches for it.</summary>
    private async Task<PartHost> AnchoredAsync(Given given) => await HostAsync(given, Gone(Dates.Local("2026-11-25 14:05")));

    private async Task<RecordedCases> EmptyAsync()
    {
        opened.Add(new(record: await CreateAsync(), notes: Gone(Dates.Local("2026-11-25 14:05"))));
        return opened[^1];
    }

    private IAnchorPlace Place => new FileAnchors(AnchorFile);

    private FileKey Key
    {
        get
        {
            var path = Path.Combine(outside.Path, "key.pem");
            if (!File.Exists(path))
            {
                using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                File.WriteAllText(path, key.ExportECPrivateKeyPem());
            }

            return new(path);
        }
    }

    private BackupKeys Keys
    {
        get
        {
            var path = Path.Combine(outside.Path, "backup.key");
            if (!File.Exists(path))
            {
                File.WriteAllText(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(BackupKeys.Bytes)));
            }

            return BackupKeys.Read(path);
        }
    }

    private AnchorNotes Gone(DateTimeOffset now) => new(Place, Key, new StoppedClock(now));

    private async Task<byte[]> CopyAsync(IRecord record, string at = "2026-11-25 14:05")
    {
        using var to = new MemoryStream();
        await new Backup(record).TakeAsync(to, Keys, Dates.Local(at), default);
        return to.ToArray();
    }

    private async Task<RestoredCopy> RestoreAsync(
        PartHost host, RecordedCases cases, byte[] copy, bool anchored = true, IRecord? over = null)
    {
        var record = over ?? cases.Record;
        using var gone = Gone(cases.Clock.GetUtcNow());
        var restore = new Restore(record, cases.ClerkOf(record), new(record, Words, cases.Clock), VerifierOf(record, anchored),
            host.Services.GetRequiredService<WithdrawnAgain>(), cases.Clock,
            anchored ? gone : null);
        return await restore.RunAsync(() => new MemoryStream(copy), Keys, default);
    }

    private RecordVerifier VerifierOf(IRecord record, bool anchored) =>
        new(record, anchored ? Place : null, anchored ? Key : null, needsAnchors: false);

    private Task<Verified> VerifyAsync(RecordedCases cases, bool anchored = true) =>
        VerifierOf(cases.Record, anchored).VerifyAsync(null, default);

    private async Task<KeptLog<AnchorWriter>> AnchorAsync(RecordedCases cases)
    {
        var log = new KeptLog<AnchorWriter>();
        using var writer = new AnchorWriter(cases.Record, Place, Key, new RecordSignal(), cases.Clock, log);
        await writer.WriteAsync(default);
        return log;
    }

    private static References ReferencesOf(RecordedCases cases) => new(cases.Record, Words, cases.Clock);

    private static async Task<IReadOnlyList<Line>> LinesAsync(RecordedCases cases, CaseId? id = null, int? upTo = null, bool hashes = false)
    {
        var lines = await cases.Record.ReadAsync(CaseCodec.StreamOf(id ?? Id), 0, default);
        return [.. lines.Take(upTo ?? lines.Count).Select(line => hashes ? line with { Content = null, Salt = null } : line)];
    }

    private static List<string> StatusOf(Case @case) =>
        [.. Program.Phases.StatusOfAll(new CaseView(@case, Priya, @case), Dates.Local("2026-11-25 16:00")).Select(line => line.Text)];

    private static byte[] DocumentOf(Case @case) => MinutesDocx.Write(@case.Meeting.Minutes.Of(1),
        new("SB-2026-014 Heron", MinutesMark.Version(1, "Wed 25 Nov 2026, 15:20"), 1, "Sam"));

    private static async Task<PartHost.Screen> FoundAsync(PartHost host) =>
        await (await host.OpenAsync(Helen, FindWordsPage.Id.Button("", new CaseForm(Id.Value))))
            .PressAsync("Look for them", ("find", "Quillfeather"));

    private static async Task SealAsync(PartHost host, int count = 2)
    {
        var places = await FoundAsync(host);
        Assert.Contains($"These words stand in {count} places.", places.Text, StringComparison.Ordinal);
        await places.PressAsync("Take these words out for good", ("places", All(places)), ("cause", "anotherFamily"), ("why", ""));
        await PerformAsync(host);
    }

    private static string All(PartHost.Screen places) => string.Join(',',
        places.Inputs.OfType<ChoiceSetInput>().Single(input => input.Id == "places").Choices.Select(one => one.Value));

    private static async Task PerformAsync(PartHost host)
    {
        var @case = await host.Clerk.LoadAsync(Id, default);
        await new SealWordsDuty(host.Clerk).PerformAsync(@case, Assert.Single(SealWordsDuty.Owes(@case)), new(1, false), default);
    }

    private static TFact In<TFact>(TFact fact)
        where TFact : Fact => fact with { Meeting = FirstMeeting };
}
