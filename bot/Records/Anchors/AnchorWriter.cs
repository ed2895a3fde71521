using System.Collections.Concurrent;

namespace StrategyBot.Records.Anchors;

/// <summary>Once a minute signs what was written since,
/// and once an hour looks whether anything was missed or is no longer as it was.</summary>
/// <remarks>Wall time: it says of a record when it stood there, and nothing about a case follows from it.</remarks>
internal sealed class AnchorWriter : BackgroundService
{
    private static readonly TimeSpan Each = TimeSpan.FromMinutes(1), Whole = TimeSpan.FromHours(1);

    // Of two instances that add at once one reads on; more often than this it is no other instance.
    private const int MostTries = 8;

    // Together some 2 MB in the longest anchor.
    private const int MostRuns = 100, LongestRun = 200;

    private readonly IRecord record;
    private readonly AnchorReading anchors;
    private readonly TimeProvider wall;
    private readonly ILogger<AnchorWriter> logger;

    private readonly ConcurrentQueue<(string Stream, int Seq, string Hash)> written = new();
    private readonly Dictionary<string, SortedDictionary<int, string>> waiting = new(StringComparer.Ordinal);

    // The last line of each stream that an anchor holds.
    private readonly Dictionary<string, (int Seq, string Hash)> held = new(StringComparer.Ordinal);

    private DateTimeOffset? looked;

    public AnchorWriter(
        IRecord record, IAnchorPlace place, IAnchorKey key, RecordSignal signal, TimeProvider wall, ILogger<AnchorWriter> logger)
    {
        (this.record, this.wall, this.logger, anchors) = (record, wall, logger, new(place, key));
        signal.Written += (stream, lines) =>
        {
            foreach (var line in lines)
            {
                written.Enqueue((stream, line.Seq, line.Hash));
            }
        };
    }

    /// <summary>One round: what its timer does each minute.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var now = wall.GetUtcNow();
        var isWhole = !(now - looked < Whole);
        if (isWhole)
        {
            await anchors.ReadOnAsync(Hold, cancellationToken);
            await LookAsync(cancellationToken);
        }

        while (written.TryDequeue(out var line))
        {
            Wait(line.Stream, line.Seq, line.Hash);
        }

        var runs = waiting.SelectMany(stream => Runs(stream.Key, stream.Value)).ToList();
        foreach (var lines in runs.Chunk(MostRuns))
        {
            await AddAsync(lines, now, cancellationToken);
        }

        if (isWhole && runs.Count == 0)
        {
            // With nothing new too, once an hour: an end that was cut off shows by its age.
            await AddAsync([], now, cancellationToken);
        }

        waiting.Clear();
        looked = isWhole ? now : looked;
    }

    private async Task AddAsync(IReadOnlyList<AnchoredLines> lines, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var tries = 1; !await anchors.TryAddAsync(lines, now, cancellationToken); tries++)
        {
            await (tries < MostTries
                ? anchors.ReadOnAsync(Hold, cancellationToken)
                : throw new IOException("Somebody else adds to the anchors all the time."));
        }

        foreach (var run in lines)
        {
            Hold(run);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(stoppingToken);
            await Task.Delay(Each, wall, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // What waits is written the next time; the record goes on.
            logger.NotAnchored(failure.GetType().Name);
        }
    }

    /// <summary>What was written and not signed: by an instance that died, before there were anchors, or to a stream of no case.</summary>
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        anchors.Faults.ForEach(fault => logger.AnchorsBroken(fault));
        anchors.Faults.Clear();
        var streams = await record.StreamsAsync("", cancellationToken);
        foreach (var stream in held.Keys.Except(streams))
        {
            logger.NotAsAnchored(stream, held[stream].Seq);
        }

        foreach (var stream in streams)
        {
            var (seq, hash) = held.GetValueOrDefault(stream, (0, ""));
            var lines = await record.ReadAsync(stream, Math.Max(seq - 1, 0), cancellationToken);
            if (seq > 0 && (lines is not [var last, ..] || last.Seq != seq || last.Hash != hash))
            {
                // Nothing that stands behind it is vouched for: it would make what was rewritten look right.
                logger.NotAsAnchored(stream, seq);
                continue;
            }

            foreach (var line in lines.Where(line => line.Seq > seq))
            {
                Wait(stream, line.Seq, line.Hash);
            }
        }
    }

    private void Wait(string stream, int seq, string hash)
    {
        if (!waiting.TryGetValue(stream, out var lines))
        {
            waiting[stream] = lines = [];
        }

        lines[seq] = hash;
    }

    private void Hold(Anchor anchor)
    {
        foreach (var lines in anchor.Lines)
        {
            Hold(lines);
        }
    }

    private void Hold(AnchoredLines lines)
    {
        var last = lines.From + lines.Hashes.Count - 1;
        if (last > held.GetValueOrDefault(lines.Stream).Seq)
        {
            held[lines.Stream] = (last, lines.Hashes[^1]);
        }
    }

    private static IEnumerable<AnchoredLines> Runs(string stream, SortedDictionary<int, string> lines)
    {
        var run = new List<string>();
        var next = 0;
        foreach (var (seq, hash) in lines)
        {
            if (run.Count > 0 && (seq != next || run.Count == LongestRun))
            {
                yield return new(stream, next - run.Count, run);
                run = [];
            }

            run.Add(hash);
            next = seq + 1;
        }

        if (run.Count > 0)
        {
            yield return new(stream, next - run.Count, run);
        }
    }
}
