using StrategyBot.Starting;

namespace StrategyBot.Records.Backups;

/// <summary>Writes what a copy holds into a store, line by line as it was written. Done again it goes on from where it broke off.</summary>
internal sealed class CopiedLines(IRecord record)
{
    /// <summary>Writes a page of a stream.</summary>
    public async Task WriteAsync(BackupPage page, CancellationToken cancellationToken)
    {
        if (page.Lines.Count > 0)
        {
            var stands = await record.ReadAsync(page.Stream, page.Lines[0].Seq - 1, cancellationToken);
            foreach (var (at, line) in stands.Take(page.Lines.Count).Index())
            {
                if (line.Hash != page.Lines[at].Hash)
                {
                    throw new StartRefusedException($"Line {line.Seq} of {page.Stream} in the store is not the copy's: "
                        + "empty the store, and begin anew.");
                }
            }

            foreach (var some in Appends([.. page.Lines.Skip(stands.Count).Select(line => line.ToLine())]))
            {
                await AppendAsync(page.Stream, some, cancellationToken);
            }
        }

        if (page.Accesses.Count > 0)
        {
            var logged = (await record.AccessesAsync(page.Stream, cancellationToken)).ToHashSet();
            foreach (var some in page.Accesses.Where(access => !logged.Contains(access)).Chunk(RecordLimits.MostLines))
            {
                await record.LogAccessAsync(some, cancellationToken);
            }
        }
    }

    private async Task AppendAsync(string stream, IReadOnlyList<Line> lines, CancellationToken cancellationToken)
    {
        var (after, source) = (lines[0].Seq - 1, lines[0].Envelope.Source);
        if (await record.TryAppendAsync(stream, after, lines, source, null, cancellationToken) is Appended.Repeated)
        {
            // Longer than one append, or than a page: its own source stands already, so that it is known when it comes again.
            await record.TryAppendAsync(stream, after, lines, $"{source}#copied-{lines[0].Seq}", null, cancellationToken);
        }
    }

    /// <summary>What was written at once, as far as one append holds it.</summary>
    private static IEnumerable<IReadOnlyList<Line>> Appends(IReadOnlyList<Line> lines)
    {
        var (some, letters) = (new List<Line>(), 0);
        foreach (var line in lines)
        {
            if (some.Count > 0 && (some[0].Envelope.Source != line.Envelope.Source || some.Count == RecordLimits.MostLines
                || letters + (line.Content?.Length ?? 0) > RecordLimits.MostLetters))
            {
                yield return some;
                (some, letters) = ([], 0);
            }

            some.Add(line);
            letters += line.Content?.Length ?? 0;
        }

        if (some.Count > 0)
        {
            yield return some;
        }
    }
}
