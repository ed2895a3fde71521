using System.Collections.Concurrent;
using StrategyBot.Cases;

namespace StrategyBot.Records;

/// <summary>The earliest instant at which a case owes something; the obligations' room answers it.</summary>
public delegate DateTimeOffset? EarliestDue(Case @case);

/// <summary>The only door to a case: reads it, asks a rule, writes down the facts it gives, and asks again if another instance was first.</summary>
/// <remarks>Decisions are taken one at a time per case within an instance; the version guards only against another instance (design §3).</remarks>
public sealed class Clerk(IRecord record, CaseCodec codec, AccessLog accessLog, EarliestDue earliestDue, TimeProvider clock, RecordSignal signal)
{
    // Only another instance can be in the way, and it holds a case for one append.
    private const int MaxAttempts = 16;

    private readonly ConcurrentDictionary<CaseId, Folder> folders = new();

    /// <summary>Takes a decision for the person who asks.</summary>
    /// <param name="needs">What the verb declares; someone without it is refused before the rule is asked.</param>
    /// <param name="source">The activity's id: a redelivery decides nothing twice.</param>
    /// <param name="rule">The case as it stands and who asks; pure.</param>
    public async Task<Told> AskAsync(Asker asker, CaseId id, Capability needs, string source, Func<Case, Participant, Decision> rule, CancellationToken cancellationToken)
    {
        var folder = FolderOf(id);
        await folder.Turn.WaitAsync(cancellationToken);
        try
        {
            await RefreshAsync(folder, cancellationToken);
            if (asker.On(folder.Case) is not { } known)
            {
                return new(new NoSuchCase(), null);
            }

            if (!known.May(needs))
            {
                return new(new NotYourPart(), null);
            }

            await RecogniseAsync(folder, asker, known, source, cancellationToken);
            var decision = await record.HasSourceAsync(CaseCodec.StreamOf(id), source, cancellationToken)
                ? Decision.Already
                : await DecideAsync(folder, asker.On(folder.Case)!.Person!.Value, source, @case => Fitting(rule(@case, asker.On(@case)!)), cancellationToken);
            return new(decision, View(folder, asker.On(folder.Case)!));
        }
        finally
        {
            folder.Turn.Release();
        }
    }

    /// <summary>The case cut to the person who asks, or <c>null</c> for anyone to whom it does not exist. A reading is logged before it is answered.</summary>
    /// <param name="what">The part that is opened, for the access log; <c>null</c> for counts, which are no reading.</param>
    public async Task<CaseView?> ReadAsync(Asker asker, CaseId id, Capability needs, string? what, CancellationToken cancellationToken)
    {
        var folder = FolderOf(id);
        await folder.Turn.WaitAsync(cancellationToken);
        try
        {
            await RefreshAsync(folder, cancellationToken);
            if (asker.On(folder.Case) is not { } reader || !reader.May(needs))
            {
                return null;
            }

            if (what is not null)
            {
                accessLog.Note(new(CaseCodec.StreamOf(id), asker.Id.Value, what, clock.GetUtcNow()));
            }

            return View(folder, reader);
        }
        finally
        {
            folder.Turn.Release();
        }
    }

    /// <summary>Writes the first facts of a new case; its convener asks.</summary>
    public async Task<CaseView> OpenAsync(Asker asker, CaseId id, string source, IReadOnlyList<Fact> facts, CancellationToken cancellationToken)
    {
        var folder = FolderOf(id);
        await folder.Turn.WaitAsync(cancellationToken);
        try
        {
            await RefreshAsync(folder, cancellationToken);
            await DecideAsync(folder, asker.Id, source, @case => @case.Exists ? Decision.Already : Decision.Of(facts), cancellationToken);
            return View(folder, asker.On(folder.Case)!);
        }
        finally
        {
            folder.Turn.Release();
        }
    }

    /// <summary>What the bot itself records: outcomes, and what it learned outside. The rule answers the facts, or none.</summary>
    public async Task<Case> RecordAsync(CaseId id, string source, Func<Case, IReadOnlyList<Fact>> rule, CancellationToken cancellationToken)
    {
        var folder = FolderOf(id);
        await folder.Turn.WaitAsync(cancellationToken);
        try
        {
            await RefreshAsync(folder, cancellationToken);
            await DecideAsync(folder, PersonId.Bot, source, @case => Decision.Of(rule(@case)), cancellationToken);
            return folder.Case;
        }
        finally
        {
            folder.Turn.Release();
        }
    }

    /// <summary>The whole case, for the bot's own work; never for an answer to a person.</summary>
    public async Task<Case> LoadAsync(CaseId id, CancellationToken cancellationToken)
    {
        var folder = FolderOf(id);
        await folder.Turn.WaitAsync(cancellationToken);
        try
        {
            await RefreshAsync(folder, cancellationToken);
            return folder.Case;
        }
        finally
        {
            folder.Turn.Release();
        }
    }

    /// <summary>Whether an activity wrote anything on a case.</summary>
    public Task<bool> HasWrittenAsync(CaseId id, string source, CancellationToken cancellationToken) =>
        record.HasSourceAsync(CaseCodec.StreamOf(id), source, cancellationToken);

    /// <summary>The cases a person is on, by identity or by the address that a chair confirmed.</summary>
    public async Task<IReadOnlyList<CaseId>> CasesOfAsync(Asker asker, CancellationToken cancellationToken)
    {
        if (asker.Link is { } link)
        {
            return [link.Case];
        }

        var byPerson = await record.FindAsync(CaseTerms.Person(asker.Id), cancellationToken);
        var byMail = asker.Mail is { Length: > 0 } mail ? await record.FindAsync(CaseTerms.Mail(mail), cancellationToken) : [];
        return [.. byPerson.Concat(byMail).Distinct().Order(StringComparer.Ordinal).Select(CaseCodec.CaseOf)];
    }

    /// <summary>The case that a term finds alone, for example the one whose meeting has this chat.</summary>
    public async Task<CaseId?> FindAsync(string term, CancellationToken cancellationToken) =>
        await record.FindAsync(term, cancellationToken) is [var stream] ? CaseCodec.CaseOf(stream) : null;

    /// <summary>Writes every index again from the records, and says of how many cases.</summary>
    public async Task<int> RebuildIndexesAsync(CancellationToken cancellationToken)
    {
        var streams = await record.StreamsAsync("cases/", cancellationToken);
        foreach (var stream in streams)
        {
            Case @case;
            do
            {
                @case = await LoadAsync(CaseCodec.CaseOf(stream), cancellationToken);
            }
            while (!await record.ReindexAsync(stream, @case.Version, IndexOf(@case), cancellationToken));
        }

        return streams.Count;
    }

    private async Task<Decision> DecideAsync(Folder folder, PersonId by, string source, Func<Case, Decision> rule, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var decision = rule(folder.Case);
            if (decision is not Decision.Accepted { Facts: { Count: > 0 } facts })
            {
                return decision;
            }

            var lines = codec.Write(folder.Case.Id, (folder.Case.Version, folder.Hash), facts, by, source, clock.GetUtcNow());
            var (next, entries) = folder.With(lines, codec);
            switch (await record.TryAppendAsync(CaseCodec.StreamOf(folder.Case.Id), folder.Case.Version, lines, source, IndexOf(next), cancellationToken))
            {
                case Appended.Written:
                    folder.Take(next, entries, lines[^1].Hash);
                    signal.Set();
                    return decision;
                case Appended.Repeated:
                    await RefreshAsync(folder, cancellationToken);
                    return Decision.Already;
                default:
                    await RefreshAsync(folder, cancellationToken);
                    break;
            }
        }

        throw new TimeoutException($"Case {folder.Case.Id} changed {MaxAttempts} times while it was being decided.");
    }

    /// <summary>An identity that matched the address a chair confirmed, or that a link vouches for, is recorded, so that it is matched on itself from now on.</summary>
    private async Task RecogniseAsync(Folder folder, Asker asker, Participant known, string source, CancellationToken cancellationToken)
    {
        if (!known.Is(asker.Id))
        {
            await DecideAsync(folder, asker.Id, $"{source}/recognised", _ => new Cases.Facts.PersonRecognised(known.Id, asker.Id, asker.ChannelId), cancellationToken);
        }
    }

    private async Task RefreshAsync(Folder folder, CancellationToken cancellationToken)
    {
        var lines = await record.ReadAsync(CaseCodec.StreamOf(folder.Case.Id), folder.Case.Version, cancellationToken);
        if (lines.Count > 0)
        {
            var (next, entries) = folder.With(lines, codec);
            folder.Take(next, entries, lines[^1].Hash);
        }
    }

    private static Decision Fitting(Decision decision) => decision is Decision.Accepted { Facts.Count: > RecordLimits.MostLines and var count }
        ? new TooMuchAtOnce(count, RecordLimits.MostLines)
        : decision;

    private Index IndexOf(Case @case) => new(CaseTerms.Of(@case), earliestDue(@case));

    private static CaseView View(Folder folder, Participant reader) => CaseView.Of(folder.Case, folder.Entries, reader);

    private Folder FolderOf(CaseId id) => folders.GetOrAdd(id, key => new Folder(key));

    /// <summary>A case as this instance last saw it. Always behind its turn.</summary>
    private sealed class Folder(CaseId id)
    {
        private readonly List<Entry> entries = [];

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Case Case { get; private set; } = new(id);

        public string Hash { get; private set; } = "";

        public IReadOnlyList<Entry> Entries => entries;

        public (Case Next, IReadOnlyList<Entry> Entries) With(IReadOnlyList<Line> lines, CaseCodec codec)
        {
            var read = lines.Select(codec.Read).ToList();
            return (read.Aggregate(Case, Case.Evolve), read);
        }

        public void Take(Case next, IReadOnlyList<Entry> more, string hash)
        {
            entries.AddRange(more);
            Case = next;
            Hash = hash;
        }
    }
}

/// <summary>What a rule answered, and the case after it, cut to the person who asked; no case for an outsider, or for someone whose part it is not.</summary>
public sealed record Told(Decision Decision, CaseView? View);
