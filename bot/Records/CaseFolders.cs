using StrategyBot.Rules;

namespace StrategyBot.Records;

/// <summary>The cases as this instance last saw them, one decision at a time each.
/// What is kept is bounded; a case that doesn't exist is never kept.</summary>
/// <param name="mostCases">How many are kept that nobody is at.</param>
/// <param name="mostBytes">How long their lines may be together.</param>
internal sealed class CaseFolders(int mostCases = 2_000, long mostBytes = 128 * 1024 * 1024)
{
    private readonly Lock gate = new();
    private readonly Dictionary<CaseId, LinkedListNode<CaseFolder>> kept = [];
    private readonly LinkedList<CaseFolder> byUse = [];
    private long bytes;

    public int Count
    {
        get
        {
            lock (gate)
            {
                return kept.Count;
            }
        }
    }

    /// <summary>Works at a case alone; whoever comes meanwhile waits for their turn.</summary>
    public async Task<T> AtAsync<T>(CaseId id, Func<CaseFolder, Task<T>> work, CancellationToken cancellationToken)
    {
        var folder = Take(id);
        try
        {
            await folder.Turn.WaitAsync(cancellationToken);
            try
            {
                return await work(folder);
            }
            finally
            {
                folder.Turn.Release();
            }
        }
        finally
        {
            PutBack(folder);
        }
    }

    private CaseFolder Take(CaseId id)
    {
        lock (gate)
        {
            if (!kept.TryGetValue(id, out var node))
            {
                node = new(new(id));
                kept.Add(id, node);
            }
            else
            {
                byUse.Remove(node);
            }

            byUse.AddFirst(node);
            node.Value.Users++;
            return node.Value;
        }
    }

    private void PutBack(CaseFolder folder)
    {
        lock (gate)
        {
            folder.Users--;
            bytes += folder.Bytes - folder.Counted;
            folder.Counted = folder.Bytes;
            if (folder.Users == 0 && folder.Case.Version == 0)
            {
                Drop(kept[folder.Case.Id]);
            }

            for (var node = byUse.Last; node is not null && (kept.Count > mostCases || bytes > mostBytes);)
            {
                var before = node.Previous;
                if (node.Value.Users == 0)
                {
                    Drop(node);
                }

                node = before;
            }
        }
    }

    private void Drop(LinkedListNode<CaseFolder> node)
    {
        kept.Remove(node.Value.Case.Id);
        byUse.Remove(node);
        bytes -= node.Value.Counted;
    }
}

/// <summary>One case, and how it looks to those who read it. Always behind its turn.</summary>
internal sealed class CaseFolder(CaseId id)
{
    // More than take part in a meeting; the next begins anew.
    private const int MostReaders = 32;

    // A person has few forms of one case open at a time; one of between these is folded on from the one before it.
    private const int MostEarlier = 8;

    // Envelope, digest and hashes of a line, roughly; and what a version of a view doesn't share with the next.
    private const int AroundContent = 600, OfAView = 4_000;

    private readonly List<Entry> entries = [];
    private readonly Dictionary<ParticipantId, CaseView> views = [];
    private readonly Dictionary<ParticipantId, List<CaseView>> earlier = [];
    private long lengths;

    public SemaphoreSlim Turn { get; } = new(1, 1);

    public Case Case { get; private set; } = new(id);

    public string Hash { get; private set; } = "";

    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>How long its lines are, with the views that are kept of earlier versions.</summary>
    public long Bytes => lengths + ((long)earlier.Values.Sum(kept => kept.Count) * OfAView);

    /// <summary>How many are at it or wait for it.</summary>
    public int Users { get; set; }

    /// <summary>As much of <see cref="Bytes"/> as the folders' sum holds.</summary>
    public long Counted { get; set; }

    public (Case Next, IReadOnlyList<Entry> Entries) With(IReadOnlyList<Line> lines, CaseCodec codec)
    {
        var read = lines.Select(codec.Read).ToList();
        return (read.Aggregate(Case, Case.Evolve), read);
    }

    /// <summary>Takes what the store holds beyond this, each line proved first: what was read before isn't looked at again.</summary>
    /// <exception cref="LeftAloneException">It isn't what was written, or only a newer release can read it; nothing is taken.</exception>
    public void Read(IReadOnlyList<Line> lines, CaseCodec codec)
    {
        var (version, hash) = (Case.Version, Hash);
        foreach (var line in lines)
        {
            if (line.FaultAfter(CaseCodec.StreamOf(Case.Id), version, hash) is not null)
            {
                throw new BrokenRecordException(Case.Id.Value, version + 1);
            }

            (version, hash) = (line.Seq, line.Hash);
        }

        var read = new List<Entry>(lines.Count);
        var next = lines.Aggregate(Case, (before, line) => Evolved(before, line, codec, read));
        if (!next.Exists && next.Keeping.Expired is null)
        {
            // How it began is gone: nobody stands on it who could be told anything.
            throw new BrokenRecordException(Case.Id.Value, lines[0].Seq, new InvalidDataException());
        }

        Take(next, read, lines);
    }

    public void Take(Case next, IReadOnlyList<Entry> more, IReadOnlyList<Line> lines)
    {
        entries.AddRange(more);
        Case = next;
        Hash = lines[^1].Hash;
        lengths += lines.Sum(line => (long)((line.Content?.Length ?? 0) + AroundContent));
    }

    /// <summary>Nothing that was read before is kept: words of it are gone, and the next reading begins anew.</summary>
    public void Forget()
    {
        entries.Clear();
        views.Clear();
        earlier.Clear();
        (Case, Hash, lengths) = (new(Case.Id), "", 0);
    }

    private static Case Evolved(Case before, Line line, CaseCodec codec, List<Entry> read)
    {
        try
        {
            read.Add(codec.Read(line));
            return Case.Evolve(before, read[^1]);
        }
        catch (Exception failure) when (failure is not LeftAloneException)
        {
            // As it was written, and still it says nothing: of this one case only, whatever it is.
            throw new BrokenRecordException(before.Id.Value, line.Seq, failure);
        }
    }

    /// <summary>Cut once for each reader and version; a later version goes on from the one before.</summary>
    public CaseView View(Participant reader)
    {
        if (views.Count >= MostReaders && !views.ContainsKey(reader.Id))
        {
            views.Clear();
            earlier.Clear();
        }

        var goesOn = views.TryGetValue(reader.Id, out var before) && before.Reader == reader;
        var now = goesOn ? before!.Then(Case, entries) : CaseView.Of(Case, entries, reader);
        Keep(reader.Id, goesOn && !ReferenceEquals(now, before) ? before : null, goesOn);
        return views[reader.Id] = now;
    }

    /// <summary>The case as it was when it had <paramref name="version"/> facts, cut to the same reader: as they were shown it, or else
    /// folded on from what they were shown before.</summary>
    public CaseView ViewAt(int version, Participant reader)
    {
        var before = earlier.GetValueOrDefault(reader.Id)?.LastOrDefault(view => view.Whole.Version <= version);
        if (before?.Whole.Version == version && before.Reader == reader)
        {
            return before;
        }

        var until = entries.GetRange(0, Math.Clamp(version, 0, entries.Count));
        return before?.Reader == reader
            ? before.Then(until.Skip(before.Whole.Version).Aggregate(before.Whole, Case.Evolve), until)
            : CaseView.Of(Case.Fold(Case.Id, until), until, reader);
    }

    /// <summary>A form that was drawn of it comes back, often when others have written something.</summary>
    private void Keep(ParticipantId reader, CaseView? before, bool goesOn)
    {
        if (!goesOn)
        {
            // They may read more now, or less, than when these were cut.
            earlier.Remove(reader);
        }
        else if (before is not null)
        {
            var kept = earlier.TryGetValue(reader, out var some) ? some : earlier[reader] = new();
            kept.Add(before);
            if (kept.Count > MostEarlier)
            {
                kept.RemoveAt(Needless(kept));
            }
        }
    }

    /// <summary>Of which the next is the least way on, for how long ago it was: many of late stay, and some of long ago.</summary>
    private int Needless(List<CaseView> kept) => Enumerable.Range(1, kept.Count - 2)
        .MinBy(at => (double)(kept[at + 1].Whole.Version - kept[at - 1].Whole.Version) / (Case.Version - kept[at].Whole.Version));
}
