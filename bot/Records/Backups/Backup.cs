using System.Runtime.CompilerServices;

namespace StrategyBot.Records.Backups;

/// <summary>Takes a copy of the whole record, from either store, while the bots run.</summary>
/// <remarks>Each stream is read at once and only ever grows, so a copy holds of each what stood at one moment. The references are read
/// last: no case in the copy has a number that isn't taken in it.</remarks>
internal sealed class Backup(IRecord record)
{
    // A page is held in memory; a line has at most 60 KB.
    private const int LinesAPage = 200, AccessesAPage = 2_000;

    private readonly List<string> faulty = [];
    private BackupCount count = new(0, 0);

    /// <returns>What it holds, and which streams were copied as they stand though they are not as they were written.</returns>
    public async Task<(BackupCount Count, IReadOnlyList<string> Faulty)> TakeAsync(
        Stream to, BackupKeys keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await BackupFile.WriteAsync(to, keys, now, PagesAsync(cancellationToken), cancellationToken);
        return (count, faulty);
    }

    private async IAsyncEnumerable<BackupPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var streams = await record.StreamsAsync("", cancellationToken);
        foreach (var stream in streams.Where(stream => stream != References.Stream).Append(References.Stream))
        {
            var lines = await record.ReadAsync(stream, 0, cancellationToken);
            if (lines.Count == 0)
            {
                continue;
            }

            count = new(count.Streams + 1, count.Lines + lines.Count);
            faulty.AddRange(RecordVerifier.IsWhole(stream, lines) ? [] : [stream]);
            foreach (var some in lines.Chunk(LinesAPage))
            {
                yield return new(stream) { Lines = [.. some.Select(BackupLine.Of)] };
            }

            foreach (var some in (await record.AccessesAsync(stream, cancellationToken)).Chunk(AccessesAPage))
            {
                yield return new(stream) { Accesses = some };
            }
        }

        yield return new("") { All = count };
    }
}
