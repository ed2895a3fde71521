using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Tests.TestKit;
using Index = StrategyBot.Records.Index;

namespace StrategyBot.Tests.Records;

/// <summary>A case on which a newer release wrote a kind of fact unknown here is left alone; the others go on (design §7).</summary>
public abstract class NewerReleaseContract
{
    private static readonly CaseId Newer = new("SB-2026-015"), Other = new("SB-2026-016");
    private static readonly Asker Chair = new(Given.Priya.Person!.Value, "Priya Nair", null, "");
    private static readonly Asker Stranger = new(PersonId.Of("elsewhere", "object-99"), "Eve", "eve@elsewhere.example", "29:99");

    private readonly Duties duties = new Duties().Add<Letter>();
    private readonly List<CaseId> sent = [];
    private readonly StoppedClock clock = new(Dates.Local("2026-11-25 14:05"));

    [NodeFact]
    public async Task Who_is_on_it_is_told_and_to_an_outsider_it_does_not_exist()
    {
        var (record, _) = await HaveAsync();
        var clerk = ClerkOf(record);

        await Assert.ThrowsAsync<NewerReleaseException>(() => clerk.ReadAsync(Chair, Newer, Capability.SeeCase, null, default));
        Assert.Null(await clerk.ReadAsync(Stranger, Newer, Capability.SeeCase, null, default));
        Assert.IsType<NoSuchCase>(Assert.IsType<Decision.Refused>((await AskAsync(clerk, Stranger)).Decision).Because);
    }

    [NodeFact]
    public async Task An_answer_unknown_within_a_kind_of_today_is_a_newer_releases_too() =>
        await IsLeftAloneAsync(new FactKinds().Add<AnswerOfTomorrow>("section47-decided"), new AnswerOfTomorrow("PLANTED"));

    [NodeFact]
    public async Task A_marking_for_an_agency_unknown_today_is_a_newer_releases_too() => await IsLeftAloneAsync(
        KindsOfToday(), new ContingencyAgreed("PLANTED"), """{"marking":"named-agencies","agencies":["coastguard"]}""");

    [NodeFact]
    public async Task Nothing_is_decided_on_it_also_where_it_was_read_before()
    {
        var (record, newer) = await HaveAsync(readFirst: true);

        await Assert.ThrowsAsync<NewerReleaseException>(() => AskAsync(newer, Chair));
        await Assert.ThrowsAsync<NewerReleaseException>(
            () => newer.RecordAsync(Newer, "later", _ => throw new InvalidOperationException(), default));

        Assert.Equal("from-tomorrow", (await record.ReadAsync(CaseCodec.StreamOf(Newer), 0, default))[^1].Envelope.Kind);
    }

    [NodeFact]
    public async Task A_list_of_cases_holds_the_others_and_says_that_one_is_left_out()
    {
        var (record, _) = await HaveAsync();

        var read = await ClerkOf(record).ReadAllAsync(Chair, Capability.SeeCase, null, default);

        Assert.Equal(Other, Assert.Single(read.Views).Case.Id);
        Assert.IsType<NewerReleaseException>(read.LeftAlone);
    }

    [NodeFact]
    public async Task The_runner_goes_on_with_the_others_and_does_not_touch_it()
    {
        var (record, clerk) = await HaveAsync();
        var before = await record.ReadAsync(CaseCodec.StreamOf(Newer), 0, default);
        var due = await record.DueAsync(clock.GetUtcNow(), 10, default);
        var log = new KeptLog<Runner>();
        using var runner = RunnerOf(record, clerk, log);

        await runner.SettleAsync(default).WaitAsync(TimeSpan.FromSeconds(60));
        clock.Advance(TimeSpan.FromMinutes(2));
        await runner.SettleAsync(default).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal([Other], sent);
        Assert.Equal(before, await record.ReadAsync(CaseCodec.StreamOf(Newer), 0, default));
        Assert.Equal(due.Where(item => item.Stream == CaseCodec.StreamOf(Newer)), await record.DueAsync(clock.GetUtcNow(), 10, default));
        Assert.True(await new CaseLeases(Leases(), new WallClock(clock)).HoldAsync(Newer, default));
        Assert.Equal([$"Case {Newer} holds what only a newer release can read: it is left alone"], log.Lines);
    }

    [NodeFact]
    public async Task A_rebuild_of_the_indexes_leaves_its_own_as_they_are_and_says_so()
    {
        var (record, clerk) = await HaveAsync();
        await record.ReindexAsync(CaseCodec.StreamOf(Other), (await clerk.LoadAsync(Other, default)).Version, new([], null), default);

        var (written, leftAlone) = await clerk.RebuildIndexesAsync(default);

        Assert.Equal((1, Newer.Value), (written, Assert.Single(leftAlone).About));
        Assert.Equal([Newer, Other], await clerk.CasesOfAsync(Chair, default));
    }

    /// <summary>An empty record.</summary>
    private protected abstract Task<IRecord> CreateAsync();

    /// <summary>The leases of one more instance over the same store.</summary>
    private protected abstract ILeases Leases();

    /// <param name="readFirst">By the Clerk that is answered, before the newer release wrote.</param>
    private async Task<(IRecord Record, Clerk Clerk)> HaveAsync(
        bool readFirst = false, FactKinds? kinds = null, Fact? fact = null, string? audience = null)
    {
        var record = await CreateAsync();
        var clerk = ClerkOf(record);
        var index = new Index(CaseTerms.Of(Given.AConvenedCase().Case), clock.GetUtcNow().AddHours(-1));
        foreach (var id in new[] { Newer, Other })
        {
            await WriteAsync(record, id, KindsOfToday(), [.. Given.AConvenedCase().Entries.Select(entry => entry.Fact)], index);
        }

        if (readFirst)
        {
            await clerk.LoadAsync(Newer, default);
        }

        kinds ??= KindsOfToday().Add<FromTomorrow>("from-tomorrow");
        await WriteAsync(record, Newer, kinds, [fact ?? new FromTomorrow("PLANTED")], index, audience);
        return (record, clerk);
    }

    private async Task IsLeftAloneAsync(FactKinds kinds, Fact fact, string? audience = null)
    {
        var (record, clerk) = await HaveAsync(false, kinds, fact, audience);
        var before = await record.ReadAsync(CaseCodec.StreamOf(Newer), 0, default);
        var log = new KeptLog<Runner>();
        using var runner = RunnerOf(record, clerk, log);

        var thrown = await Assert.ThrowsAsync<NewerReleaseException>(
            () => ClerkOf(record).ReadAsync(Chair, Newer, Capability.SeeCase, null, default));
        await runner.SettleAsync(default).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.DoesNotContain("PLANTED", thrown.ToString(), StringComparison.Ordinal);
        Assert.Equal([$"Case {Newer} holds what only a newer release can read: it is left alone"], log.Lines);
        Assert.Equal(before, await record.ReadAsync(CaseCodec.StreamOf(Newer), 0, default));
    }

    private async Task WriteAsync(
        IRecord record, CaseId id, FactKinds kinds, IReadOnlyList<Fact> facts, Index index, string? audience = null)
    {
        var stream = CaseCodec.StreamOf(id);
        var before = await record.ReadAsync(stream, 0, default);
        var source = $"given-{before.Count}";
        var previous = (before.Count, before.Count == 0 ? "" : before[^1].Hash);
        var lines = new CaseCodec(kinds).Write(id, previous, facts, Chair.Id, source, clock.GetUtcNow());
        if (audience is not null)
        {
            var line = Assert.Single(lines);
            lines = [Line.Next(line.Envelope with { Audience = audience }, line.Content!, "salt", previous.Item2)];
        }

        Assert.Equal(Appended.Written, await record.TryAppendAsync(stream, before.Count, lines, source, index, default));
    }

    private Clerk ClerkOf(IRecord record)
    {
        var log = new AccessLog(record, NullLogger<AccessLog>.Instance);
        return new(record, new CaseCodec(KindsOfToday()), log, new EarliestDue(duties.Earliest), clock, new RecordSignal());
    }

    private Runner RunnerOf(IRecord record, Clerk clerk, KeptLog<Runner> log)
    {
        var services = new ServiceCollection().AddSingleton(sent).BuildServiceProvider();
        var (leases, wall) = (new CaseLeases(Leases(), new WallClock(clock)), new WallClock(clock));
        var work = new CaseWork(clerk, record, duties, leases, clock, services, NullLogger<CaseWork>.Instance);
        return new(record, work, leases, new RecordSignal(), clock, wall, log);
    }

    private static Task<CaseAnswer> AskAsync(Clerk clerk, Asker asker) =>
        clerk.AskAsync(asker, Newer, Capability.SeeCase, "later", (_, _) => throw new InvalidOperationException(), default);

    private static FactKinds KindsOfToday()
    {
        var kinds = new FactKinds();
        foreach (var phase in Program.Phases.All)
        {
            phase.Kinds(kinds);
        }

        return kinds;
    }

    private sealed record FromTomorrow(string Text) : Fact;

    private sealed record AnswerOfTomorrow(string Answer) : Fact;

    private sealed class Letter(List<CaseId> sent) : IDuty
    {
        public static string Kind => "test/letter";

        public static DateTimeOffset Since => DateTimeOffset.MinValue;

        public static IEnumerable<Owed> Owes(Case @case) => [new("test/letter/1", @case.OpenedAt)];

        public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
        {
            sent.Add(@case.Id);
            return Task.FromResult<Performed>(new Performed.Delivered("mail", ""));
        }
    }
}
