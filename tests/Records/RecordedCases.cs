using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Obligations;
using StrategyBot.Records;
using StrategyBot.Records.Anchors;
using StrategyBot.Rules;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>A real store in a folder of its own, with a Clerk before it.</summary>
internal sealed class RecordedCases : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("strategybot-clerk-").FullName;
    private readonly FactKinds kinds = new();
    private readonly AccessLog accessLog;
    private readonly List<SqliteLeases> instances = [];
    private readonly AnchorNotes? notes;

    /// <param name="record">Another store than a new one of SQLite.</param>
    /// <param name="due">What needs to know of a case as it was before a write, too.</param>
    public RecordedCases(Func<Case, DateTimeOffset?>? earliestDue = null, IRecord? record = null, EarliestDue? due = null,
        OnShelves? onShelves = null, AnchorNotes? notes = null)
    {
        (OnShelves, this.notes) = (onShelves, notes);
        foreach (var phase in Program.Phases.All)
        {
            phase.Kinds(kinds);
        }

        Record = record ?? new SqliteRecord(Path.Combine(folder, "record.db"));
        accessLog = new(Record, NullLogger<AccessLog>.Instance);
        EarliestDue = due ?? ((@case, _, _) => earliestDue?.Invoke(@case));
        Clerk = AnotherInstance();
        Leases = OtherLeases();
        accessLog.StartAsync(default).GetAwaiter().GetResult();
    }

    public IRecord Record { get; }

    public Clerk Clerk { get; }

    public StoppedClock Clock { get; } = new(Dates.Local("2026-11-25 14:05"));

    public CaseLeases Leases { get; }

    private EarliestDue EarliestDue { get; }

    private OnShelves? OnShelves { get; }

    public Clerk AnotherInstance() => ClerkOf(Record);

    /// <summary>A Clerk before another way to the same store.</summary>
    public Clerk ClerkOf(IRecord record) =>
        new(record, new CaseCodec(kinds), accessLog, EarliestDue, Clock, new RecordSignal(), OnShelves, notes);

    /// <summary>Another instance's.</summary>
    public CaseLeases OtherLeases()
    {
        instances.Add(new(Path.Combine(folder, "record.db"), Clock));
        return new(instances[^1], new WallClock(Clock));
    }

    /// <summary>Writes a case's facts as they were given.</summary>
    public async Task HaveAsync(Given given, CaseId? another = null)
    {
        var id = another ?? Given.Id;
        var (lines, previous) = (new List<Line>(), (0, ""));
        var codec = new CaseCodec(kinds);
        foreach (var entry in given.Entries)
        {
            lines.AddRange(codec.Write(id, previous, [entry.Fact], entry.By, $"given-{entry.Seq}", entry.At));
            previous = (lines[^1].Seq, lines[^1].Hash);
        }

        // In as few goes as hold them: each is a write that waits for the disk.
        var index = new StrategyBot.Records.Index(CaseTerms.Of(given.Case), EarliestDue(given.Case, null, Clock.GetUtcNow()))
        {
            Rows = OnShelves?.Invoke(given.Case) ?? [],
        };
        foreach (var part in RecordLimits.Parts(lines, lines.Count - 1)!)
        {
            Assert.Equal(Appended.Written,
                await Record.TryAppendAsync(CaseCodec.StreamOf(id), part[0].Seq - 1, part, $"given-{part[0].Seq}", index, default));
        }
    }

    /// <summary>Flushes the access log as a stop does.</summary>
    public Task CloseAccessLogAsync() => accessLog.StopAsync(default);

    public void Dispose()
    {
        CloseAccessLogAsync().GetAwaiter().GetResult();
        accessLog.Dispose();
        instances.ForEach(instance => instance.Dispose());
        (Record as IDisposable)?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
