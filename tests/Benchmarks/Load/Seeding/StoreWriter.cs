using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Oversight;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks.Load.Seeding;

/// <summary>Writes cases into a store by the store's own append: what it keeps beside the lines is its own affair.</summary>
internal sealed class StoreWriter(IRecord record)
{
    private const string Source = "seed";

    private readonly CaseCodec codec = new(Kinds());

    /// <summary>A case like the one that was told, with a reference and, where one is said, a chair of its own.</summary>
    /// <param name="told">ToldCase of <see cref="Given.Id"/> and <see cref="Given.Priya"/>.</param>
    /// <param name="rows">What lies of it on the service's shelves.</param>
    public async Task WriteAsync(ToldCase told, CaseId id, Participant? chair = null, IReadOnlyList<ShelfRow>? rows = null)
    {
        chair ??= Given.Priya;
        var (version, hash, case_) = (0, "", told.Case with { Id = id, Participants = [.. told.Case.Participants.Select(Cast)] });
        foreach (var (entries, isLast) in told.Batches)
        {
            var lines = new List<Line>(entries.Count);
            foreach (var run in entries)
            {
                // One at a time, as each has its own author and time.
                lines.AddRange(codec.Write(id, (version, hash), [Of(run.Fact, id)], Author(run.By), $"{Source}-{version}", run.At));
                (version, hash) = (lines[^1].Seq, lines[^1].Hash);
            }

            var index = isLast ? new Records.Index(CaseTerms.Of(case_), told.NextLook) { Rows = rows ?? [] } : null;
            var appended = await record.TryAppendAsync(CaseCodec.StreamOf(id), version - lines.Count, lines, $"{Source}-{version}", index,
                default);
            if (appended != Appended.Written)
            {
                throw new InvalidOperationException($"Case {id} was not written: {appended}.");
            }
        }

        Participant Cast(Participant person) => person.Id == chair.Id ? chair : person;

        PersonId Author(PersonId by) => by == Given.Priya.Person ? chair.Person!.Value : by;

        Fact Of(Fact fact, CaseId reference) => fact switch
        {
            CaseOpened opened => opened with { Reference = reference.Value, Convener = Cast(opened.Convener) },
            ParticipantAdded added => added with { Participant = Cast(added.Participant) },
            _ => fact,
        };
    }

    /// <summary>That all cases lie on their shelves, so that the bot that is started has nothing to fill.</summary>
    public Task FilledAsync() => record.ReindexAsync("filled", 0, new([], null) { Rows = [new("filled", BoardRow.Form)] }, default);

    private static FactKinds Kinds()
    {
        var kinds = new FactKinds();
        foreach (var phase in Program.Phases.All)
        {
            phase.Kinds(kinds);
        }

        return kinds;
    }
}

/// <summary>A case that is written again and again, and what is worked out of it once.</summary>
/// <param name="isInShort">Only its first line is written, without its copy of the procedure.</param>
internal sealed class ToldCase(Given given, bool isInShort = false)
{
    public Case Case { get; } = given.Case;

    public DateTimeOffset? NextLook { get; } = Samples.NextLook(given.Case);

    public int Facts => Case.Version;

    /// <summary>As many facts as an append takes; after the last the case is indexed.</summary>
    public IReadOnlyList<(IReadOnlyList<Entry> Entries, bool IsLast)> Batches { get; } =
        [.. (isInShort ? given.Entries.Take(1).Select(Short) : given.Entries).Chunk(RecordLimits.MostLines).Select((batch, at) =>
            ((IReadOnlyList<Entry>)batch, isInShort || (at + 1) * RecordLimits.MostLines >= given.Entries.Count))];

    private static Entry Short(Entry first) => first with { Fact = (CaseOpened)first.Fact with { ProfileJson = "" } };
}
