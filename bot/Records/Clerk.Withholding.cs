using StrategyBot.Records.Anchors;
using StrategyBot.Records.Backups;
using StrategyBot.Rules;

namespace StrategyBot.Records;

/// <summary>What is taken out of a case for good (P16).</summary>
internal sealed partial class Clerk
{
    /// <summary>All that is written on a case, uncut, for whoever takes words out of it: what is shown of it is cut to them.</summary>
    public Task<IReadOnlyList<Entry>> EntriesAsync(CaseId id, CancellationToken cancellationToken) =>
        folders.AtAsync<IReadOnlyList<Entry>>(id, async folder =>
        {
            await RefreshAsync(folder, cancellationToken);
            return [.. folder.Entries];
        }, cancellationToken);

    /// <summary>Takes the words out of lines that somebody sealed (P16), in the store and in what was read of it. Done again it changes
    /// nothing.</summary>
    /// <exception cref="LeftAloneException">It can't be read, or isn't as it was written: nothing is taken out of it.</exception>
    public Task<Case> WithholdAsync(CaseId id, Decided<WordsSealed> seal, CancellationToken cancellationToken) =>
        folders.AtAsync(id, async folder =>
        {
            await RefreshAsync(folder, cancellationToken);
            var stream = CaseCodec.StreamOf(id);
            var stand = (await record.ReadAsync(stream, 0, cancellationToken)).Where(line => seal.Fact.Lines.Contains(line.Seq)).ToList();
            await NoteGoneAsync(new(stream, seal.At, Hashed(stand))
            {
                Cause = seal.Fact.Cause,
                Paragraphs = seal.Fact.Paragraphs,
            }, cancellationToken);
            foreach (var some in stand.Select(codec.Sealed).Chunk(RecordLimits.MostLines))
            {
                await record.WithholdAsync(stream, some, cancellationToken);
            }

            folder.Forget();
            await RefreshAsync(folder, cancellationToken);
            return folder.Case;
        }, cancellationToken);

    /// <summary>Deletes what is written of a case whose time is over (<see cref="RecordExpired"/>), and what it is found by; that it went,
    /// and what went outside, stays. Killed in between, it is still owed: how it began goes last.</summary>
    public Task<Case> DeleteAsync(CaseId id, CancellationToken cancellationToken) =>
        folders.AtAsync(id, async folder =>
        {
            await RefreshAsync(folder, cancellationToken);
            var stream = CaseCodec.StreamOf(id);
            var lines = await record.ReadAsync(stream, 0, cancellationToken);
            if (folder.Case.Keeping.Expired is not { Seq: var kept, Fact.Until: var until, At: var at })
            {
                throw new InvalidOperationException($"The time of case {id} is not over.");
            }

            await NoteGoneAsync(new(stream, at, Hashed(lines.Take(1))) { Until = until }, cancellationToken);
            var traces = folder.Case.Keeping.Traces?.Seq;
            var gone = lines.Where(line => line.Seq != kept && line.Seq != traces)
                .Select(line => line with { Content = null, Salt = null }).ToList();
            foreach (var some in gone.Skip(1).Chunk(RecordLimits.MostLines))
            {
                await record.WithholdAsync(stream, some, cancellationToken);
            }

            if (!await record.ReindexAsync(stream, lines[^1].Seq,
                new([], clock.GetUtcNow()) { Rows = RowsOf(folder.Case) }, cancellationToken))
            {
                throw new IOException($"Case {id} was written to while it was being deleted.");
            }

            await record.WithholdAsync(stream, [.. gone.Take(1)], cancellationToken);
            folder.Forget();
            await RefreshAsync(folder, cancellationToken);
            return folder.Case;
        }, cancellationToken);

    /// <summary>Takes out again what had been taken out before the record was lost (P16).</summary>
    /// <param name="gone">With the lines that stand here.</param>
    /// <param name="rule">What is written of it; nothing where it stands on the case.</param>
    /// <returns>Whether anything of it stood here.</returns>
    /// <exception cref="LeftAloneException">It can't be read, or isn't as it was written: nothing is taken out of it.</exception>
    public async Task<bool> WithdrawAgainAsync(Withdrawal gone, string source, WithdrawnAgain rule, CancellationToken cancellationToken)
    {
        var id = CaseCodec.CaseOf(gone.Stream);
        var entries = await EntriesAsync(id, cancellationToken);
        if (!entries.Any(entry => !entry.IsWithheld && gone.Lines.Any(line => line.Seq == entry.Seq)))
        {
            return false;
        }

        var @case = await RecordAsync(id, source, one => rule(one, entries, gone), cancellationToken);
        foreach (var seal in @case.Keeping.Seals)
        {
            await WithholdAsync(id, seal.Said, cancellationToken);
        }

        if (@case.Keeping.Expired is not null)
        {
            await DeleteAsync(id, cancellationToken);
        }

        return true;
    }

    /// <summary>Outside the record first: a copy of it that is put back later must not bring back what went.</summary>
    private Task NoteGoneAsync(Withdrawal gone, CancellationToken cancellationToken) =>
        notes?.NoteAsync(gone, cancellationToken) ?? Task.CompletedTask;

    private static IReadOnlyList<HashedLine> Hashed(IEnumerable<Line> lines) =>
        [.. lines.Select(line => new HashedLine(line.Seq, line.Hash))];
}
