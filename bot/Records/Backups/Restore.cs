using StrategyBot.Records.Anchors;
using StrategyBot.Rules;
using StrategyBot.Starting;

namespace StrategyBot.Records.Backups;

/// <summary>What is written of words, or a case, that were taken out of the record after the copy was taken (P16); whoever takes them out
/// answers it. Pure.</summary>
/// <param name="gone">With the lines alone that stand in the copy.</param>
internal delegate IReadOnlyList<Fact> WithdrawnAgain(Case @case, IReadOnlyList<Entry> entries, Withdrawal gone);

/// <summary>What came of putting a copy back.</summary>
/// <param name="Count">What the copy holds.</param>
/// <param name="Lost">What had been vouched for and is not in the copy; <c>null</c> where nothing outside the record tells.</param>
/// <param name="Again">Of how many cases something was sealed or deleted again.</param>
/// <param name="LeftAlone">Cases that can't be read: they stand as the copy has them, and nothing in them was sealed again.</param>
/// <param name="Short">Streams of which not all could be written: lines are missing in the copy.</param>
internal sealed record RestoredCopy(
    BackupCount Count, DateTimeOffset TakenAt, IReadOnlyList<LostLines>? Lost, int Again, IReadOnlyList<LeftAloneException> LeftAlone,
    IReadOnlyList<string> Short);

/// <summary>Puts a copy of the record into an empty store, of either kind; what was sealed or deleted since it was taken is so again
/// before anybody can read it. Killed in between, the same command goes on.</summary>
/// <param name="anchors">What vouches for the record outside it, where anything does.</param>
internal sealed class Restore(
    IRecord record, Clerk clerk, References references, RecordVerifier verifier, WithdrawnAgain again, TimeProvider wall,
    AnchorNotes? anchors = null)
{
    // So many references may have been given since anything outside the record knew of them; none is given twice.
    private const int PassedOver = 50;

    /// <exception cref="StartRefusedException">It is no copy, its key isn't here, it isn't whole, or the store isn't empty.</exception>
    public async Task<RestoredCopy> RunAsync(Func<Stream> open, BackupKeys keys, CancellationToken cancellationToken)
    {
        var (header, ends, count) = await LookAsync(open, keys, cancellationToken);
        var (id, state) = (CopyState.IdOf(header), new CopyState(record, wall));
        await state.BeginAsync(id, cancellationToken);
        await WriteAsync(open, keys, cancellationToken);
        var isShort = await ShortAsync(ends, cancellationToken);

        var lost = anchors is null ? null : await verifier.BeyondAsync(ends, cancellationToken);
        await references.PassOverAsync(
            [.. ends.Keys.Concat((lost ?? []).Select(one => one.End.Stream)).Where(CaseCodec.IsCase).Select(CaseCodec.CaseOf)],
            PassedOver, $"restored/{id}", cancellationToken);
        var (_, leftAlone) = await clerk.RebuildIndexesAsync(cancellationToken);
        var (withdrawn, broken) = anchors is null ? (0, []) : await WithdrawAgainAsync(id, cancellationToken);
        await TellAsync(id, header.TakenAt, ends.Keys, lost, cancellationToken);
        if (anchors is not null)
        {
            await anchors.NoteAsync(new Restoration(header.TakenAt, [.. lost!.Select(one => one.End)]), cancellationToken);
        }

        await state.EndAsync(id, cancellationToken);
        return new(count, header.TakenAt, lost is null ? null : [.. lost.Select(one => new LostLines(one.End.Stream, one.Count))],
            withdrawn, [.. leftAlone.Concat(broken).DistinctBy(left => left.About)], isShort);
    }

    /// <summary>Reads all of it before anything is written: a copy that isn't whole changes nothing.</summary>
    private static async Task<(BackupHeader Header, IReadOnlyDictionary<string, (int Seq, string Hash)> Ends, BackupCount Count)> LookAsync(
        Func<Stream> open, BackupKeys keys, CancellationToken cancellationToken)
    {
        BackupHeader header;
        await using (var from = open())
        {
            header = await BackupFile.HeaderAsync(from, cancellationToken);
        }

        var (ends, count) = (new Dictionary<string, (int, string)>(StringComparer.Ordinal), new BackupCount(0, 0));
        await using var file = open();
        await foreach (var page in BackupFile.ReadAsync(file, keys, cancellationToken))
        {
            count = page.All ?? count;
            if (page.Lines is [.., var last])
            {
                ends[page.Stream] = (last.Seq, last.Hash);
            }
        }

        return (header, ends, count);
    }

    private async Task WriteAsync(Func<Stream> open, BackupKeys keys, CancellationToken cancellationToken)
    {
        var writer = new CopiedLines(record);
        await using var file = open();
        await foreach (var page in BackupFile.ReadAsync(file, keys, cancellationToken))
        {
            await writer.WriteAsync(page, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> ShortAsync(
        IReadOnlyDictionary<string, (int Seq, string Hash)> ends, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var (stream, (seq, hash)) in ends)
        {
            found.AddRange((await record.ReadAsync(stream, seq - 1, cancellationToken)) is [var last, ..] && last.Hash == hash
                ? [] : [stream]);
        }

        return found;
    }

    private async Task<(int Cases, IReadOnlyList<LeftAloneException> Broken)> WithdrawAgainAsync(
        string id, CancellationToken cancellationToken)
    {
        var (cases, broken) = (new HashSet<string>(StringComparer.Ordinal), new List<LeftAloneException>());
        foreach (var (at, gone) in (await anchors!.GoneAsync(cancellationToken)).Index())
        {
            var stands = (await record.ReadAsync(gone.Stream, 0, cancellationToken)).ToDictionary(line => line.Seq, line => line.Hash);
            var lines = gone.Lines.Where(line => stands.GetValueOrDefault(line.Seq) == line.Hash).ToList();
            if (lines.Count == 0)
            {
                continue;
            }

            try
            {
                if (await clerk.WithdrawAgainAsync(gone with { Lines = lines }, $"restored/{id}/{at}", again, cancellationToken))
                {
                    cases.Add(gone.Stream);
                }
            }
            catch (LeftAloneException left)
            {
                broken.Add(left);
            }
        }

        return (cases.Count, broken);
    }

    /// <summary>Writes on each case that it may lack something; whoever leads it is told.</summary>
    private async Task TellAsync(
        string id, DateTimeOffset takenAt, IEnumerable<string> streams, IReadOnlyList<(RestoredEnd End, int Count)>? lost,
        CancellationToken cancellationToken)
    {
        var counts = lost?.ToDictionary(one => one.End.Stream, one => one.Count, StringComparer.Ordinal);
        foreach (var stream in streams.Where(CaseCodec.IsCase))
        {
            if (counts?.ContainsKey(stream) == false)
            {
                continue;
            }

            try
            {
                await clerk.RecordAsync(CaseCodec.CaseOf(stream), $"restored/{id}", @case => Lacking(@case, takenAt, counts?[stream]),
                    cancellationToken);
            }
            catch (LeftAloneException)
            {
                // It stands among those that are told of by whoever puts the copy back.
            }
        }
    }

    /// <param name="lost"><c>null</c> where it isn't known: then each open case may lack something.</param>
    private static IReadOnlyList<Fact> Lacking(Case @case, DateTimeOffset takenAt, int? lost) =>
        @case is { Exists: true, Keeping.Expired: null } && (lost is not null || (@case.Ended is null && @case.Closed is null))
        && !@case.Keeping.Restored.Exists(one => one.Fact.TakenAt == takenAt)
            ? [new RecordRestored(takenAt, lost)]
            : [];
}
