using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Phases.Calling;
using StrategyBot.Phases.Holding;
using StrategyBot.Phases.Minuting;
using StrategyBot.Phases.Planning;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>Lines, verbs and keys of every release stay readable for ever (design §7).</summary>
public sealed class GoldenRecordTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly CaseId Issued = new("SB-2026-001"), Running = new("SB-2026-002");

    private readonly TemporaryFolder folder = new();
    private readonly List<SqliteRecord> opened = [];
    private readonly StoppedClock clock = new(Noon);

    public static TheoryData<string> All => [.. GoldenRecord.All];

    [Fact]
    public async Task Every_kind_of_fact_is_in_a_golden_record()
    {
        var written = new HashSet<string>();
        foreach (var name in GoldenRecord.All)
        {
            var record = Open(name);
            written.UnionWith((await LinesAsync(record, "cases/")).Select(line => line.Envelope.Kind));
        }

        // A change that adds a kind brings a golden record that holds it: golden/README.md.
        Assert.Empty(Kinds().All.Keys.Except(written));
    }

    [Fact]
    public void Every_fact_has_a_kind() => Assert.Empty(
        typeof(Fact).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract && type != typeof(ContentGone))
            .Except(Kinds().All.Values).Select(type => type.Name));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_chains_verify(string name)
    {
        var record = Open(name);
        foreach (var stream in await record.StreamsAsync("", default))
        {
            await VerifiesAsync(record, stream);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_cases_fold_to_what_they_said(string name)
    {
        var (record, said) = (Open(name), new List<string>());
        foreach (var stream in await record.StreamsAsync("cases/", default))
        {
            said.Add(FoldedCase.Text(await ClerkOf(record).LoadAsync(CaseCodec.CaseOf(stream), default)));
        }

        GoldenRecord.Says($"{name}-folded.txt", string.Join("\n\n", said));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_it_settled_is_settled_and_nothing_more_is_owed_for_its_days(string name)
    {
        var (record, owed) = (Open(name), new List<string>());
        foreach (var stream in await record.StreamsAsync("cases/", default))
        {
            var @case = await ClerkOf(record).LoadAsync(CaseCodec.CaseOf(stream), default);
            var last = (await record.ReadAsync(stream, @case.Version - 1, default)).Single().Envelope.At;
            var settled = @case.Effects.Keys.Where(@case.IsSettled).Order(StringComparer.Ordinal);
            owed.AddRange(settled.Select(key => $"{@case.Id} settled {key}"));
            owed.AddRange(Duties().OwedBy(@case).Where(duty => duty.DueAt <= last && !IsNewer(duty))
                .Select(duty => $"{@case.Id} owed {duty.Key}"));
        }

        GoldenRecord.Says($"{name}-keys.txt", string.Join('\n', owed));
    }

    /// <summary>The panel is brought beside meetings that were called before there was one (issue 11), and clocks have a watcher that
    /// had none (issue 12), and the quality assurance unit is told (issue 14), and business support asked to enter the minutes (issue 16),
    /// from the day on which these were released.</summary>
    private static bool IsNewer(Owed duty) => IsPanel(duty) || duty is Owed<ClockMark> && duty.DueAt >= NotStartedClock.Since
        || duty.Key.StartsWith(EnquiryPipeline.TellQualityAssurance, StringComparison.Ordinal)
        || duty.Key.StartsWith(AskToEnterDuty.Kind, StringComparison.Ordinal);

    private static bool IsPanel(Owed duty) => duty.Key.StartsWith(PinPanelDuty.Kind, StringComparison.Ordinal);

    [Fact]
    public async Task An_open_meeting_of_before_there_was_a_panel_gets_one_and_a_meeting_that_is_over_gets_none()
    {
        var clerk = ClerkOf(Open(GoldenRecord.FirstRelease));

        Assert.Contains(Duties().OwedBy(await clerk.LoadAsync(Running, default)), IsPanel);
        Assert.DoesNotContain(Duties().OwedBy(await clerk.LoadAsync(Issued, default)), IsPanel);
    }

    [Fact]
    public async Task Its_people_and_its_references_are_known()
    {
        var record = Open(GoldenRecord.FirstRelease);
        var priya = (await ClerkOf(record).LoadAsync(Issued, default)).Chair.Person!.Value;

        Assert.NotNull(await new PeopleBook(record, clock).FindAsync(priya, default));
        Assert.Equal([Issued, Running], await ClerkOf(record).CasesOfAsync(new(priya, "Priya Nair", null, ""), default));
        Assert.Equal(new CaseId("SB-2026-003"), (await new References(record, Given.Words, clock).TakeAsync("f:new", default)).Id);
    }

    [Fact]
    public async Task It_goes_on() => await GoesOnAsync(Open(GoldenRecord.FirstRelease));

    [Fact]
    public async Task A_click_that_it_saw_before_writes_nothing_again()
    {
        var record = Open(GoldenRecord.FirstRelease);
        var click = (await record.ReadAsync(CaseCodec.StreamOf(Running), 0, default)).Last(line => line.Envelope.By != "bot");

        var told = await ClerkOf(record).AskAsync(
            new(new(click.Envelope.By), "", null, ""), Running, Capability.SeeCase, click.Envelope.Source,
            (_, _) => throw new InvalidOperationException(), default);

        Assert.Equal(Decision.Already, told.Decision);
    }

    /// <summary>Buttons of cards that were posted long ago.</summary>
    [Fact]
    public void Every_verb_that_was_ever_shipped_is_answered() =>
        Assert.Empty(File.ReadLines(GoldenRecord.PathOf("shipped-verbs.txt")).Except(Answered()));

    /// <summary>A release that ships a verb adds it to the list, where it stays.</summary>
    [Fact]
    public void Every_verb_is_in_the_list_of_those_that_were_ever_shipped() =>
        Assert.Empty(Answered().Except(File.ReadLines(GoldenRecord.PathOf("shipped-verbs.txt"))));

    public void Dispose()
    {
        opened.ForEach(record => record.Dispose());
        folder.Dispose();
    }

    /// <summary>One case's meeting is running and decides more; the other's minutes are issued, and an objection waits.</summary>
    internal static async Task GoesOnAsync(IRecord record)
    {
        var clerk = ClerkOf(record);
        var now = await clerk.LoadAsync(Running, default);
        var chair = new Asker(now.Chair.Person!.Value, now.Chair.Name, null, "");

        var decided = await clerk.AskAsync(chair, Running, Capability.Lead, "f:later",
            (@case, _) => DecisionRule.Conference(@case, @case.Children, Conference.Yes, "It can't wait."), default);
        Assert.Single(Assert.IsType<Decision.Accepted>(decided.Decision).Facts);
        var waiting = (await clerk.LoadAsync(Issued, default)).Meeting.Minutes.Objections.Single(objection => objection.Answer is null);
        var no = new ObjectionAnswerPart.Form(Issued.Value, waiting.Number, ObjectionOutcome.Declined, "It is in the police log.");
        var answered = await clerk.AskAsync(chair, Issued, Capability.Lead, "f:later",
            (@case, me) => ObjectionRule.Answer(@case, me, no), default);
        Assert.Single(Assert.IsType<Decision.Accepted>(answered.Decision).Facts);

        var another = ClerkOf(record);
        var next = await another.LoadAsync(Running, default);
        Assert.Equal((now.Version + 1, Conference.Yes), (next.Version, next.Meeting.Plan.Conference.Values.Single().Fact.Answer));
        Assert.All((await another.LoadAsync(Issued, default)).Meeting.Minutes.Objections, objection => Assert.NotNull(objection.Answer));
        await VerifiesAsync(record, CaseCodec.StreamOf(Running));
        await VerifiesAsync(record, CaseCodec.StreamOf(Issued));
    }

    internal static async Task VerifiesAsync(IRecord record, string stream)
    {
        var (previous, seq) = ("", 0);
        foreach (var line in await record.ReadAsync(stream, 0, default))
        {
            Assert.True(line.FaultAfter(stream, seq, previous) is null, $"{stream} is broken at line {line.Seq}.");
            (previous, seq) = (line.Hash, line.Seq);
        }
    }

    internal static async Task<IReadOnlyList<Line>> LinesAsync(IRecord record, string prefix)
    {
        var lines = new List<Line>();
        foreach (var stream in await record.StreamsAsync(prefix, default))
        {
            lines.AddRange(await record.ReadAsync(stream, 0, default));
        }

        return lines;
    }

    /// <summary>Every verb that this release answers, whatever answers it.</summary>
    private static IReadOnlyCollection<string> Answered()
    {
        var (verbs, parts) = (new Verbs(), new PartTable());
        foreach (var phase in Program.Phases.All)
        {
            phase.Verbs(verbs);
            phase.Parts(parts);
        }

        parts.AddTo(verbs);
        return verbs.All;
    }

    internal static FactKinds Kinds()
    {
        var kinds = new FactKinds();
        foreach (var phase in Program.Phases.All)
        {
            phase.Kinds(kinds);
        }

        return kinds;
    }

    private static Duties Duties()
    {
        var duties = new Duties();
        foreach (var phase in Program.Phases.All)
        {
            phase.Duties(duties);
        }

        return duties;
    }

    private static Clerk ClerkOf(IRecord record)
    {
        var log = new AccessLog(record, NullLogger<AccessLog>.Instance);
        return new(record, new CaseCodec(Kinds()), log, new EarliestDue(Duties().Earliest), new StoppedClock(Noon), new RecordSignal());
    }

    private SqliteRecord Open(string name)
    {
        opened.Add(GoldenRecord.Open(name, Path.Combine(folder.Path, $"{opened.Count}")));
        return opened[^1];
    }
}
