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

    private const int MostFaults = 20, HoursOfAWeek = 168;

    private readonly IRecord record;
    private readonly AnchorReading anchors;
    private readonly TimeProvider wall;
    private readonly ILogger<AnchorWriter> logger;

    private readonly ConcurrentQueue<(string Stream, Link Link)> written = new();

    // What this instance wrote and nothing was signed of yet, by its number: its own word, whatever the store says by now.
    private readonly Dictionary<string, Dictionary<int, Link>> waiting = new(StringComparer.Ordinal);

    // The last line of each stream that an anchor holds.
    private readonly Dictionary<string, (int Seq, string Hash)> held = new(StringComparer.Ordinal);

    // Streams that are not as they were written; of each it is said again at each look, until it is so again.
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);

    // Said in this round.
    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    private DateTimeOffset? looked;
    private int faultsSaid;

    public AnchorWriter(
        IRecord record, IAnchorPlace place, IAnchorKey key, RecordSignal signal, TimeProvider wall, ILogger<AnchorWriter> logger)
    {
        (this.record, this.wall, this.logger, anchors) = (record, wall, logger, new(place, key));
        signal.Written += (stream, lines) =>
        {
            foreach (var line in lines)
            {
                written.Enqueue((stream, new(line.Seq, line.Previous, line.Hash)));
            }
        };
    }

    /// <summary>One round: what its timer does each minute.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var now = wall.GetUtcNow();
        var isWhole = !(now - looked < Whole);
        said.Clear();
        if (isWhole)
        {
            faultsSaid = 0;
            await ReadOnAsync(cancellationToken);
        }

        while (written.TryDequeue(out var one))
        {
            Wait(one.Stream, one.Link);
        }

        var streams = isWhole
            ? [.. (await record.StreamsAsync("", cancellationToken)).Union(held.Keys)]
            : waiting.Keys.ToList();
        for (var tries = 1; !await TryWriteAsync(streams, isWhole, now, cancellationToken); tries++)
        {
            // What another instance signed meanwhile may be another record than the one that stands.
            await (tries < MostTries
                ? ReadOnAsync(cancellationToken)
                : throw new IOException("Somebody else adds to the anchors all the time."));
        }

        waiting.Clear();
        looked = isWhole ? now : looked;
    }

    /// <returns><c>false</c> if another instance was first: then everything is looked at anew.</returns>
    private async Task<bool> TryWriteAsync(
        IReadOnlyList<string> streams, bool isWhole, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var runs = new List<AnchoredLines>();
        foreach (var stream in streams)
        {
            runs.AddRange(Runs(stream, await NewAsync(stream, isWhole, now, cancellationToken)));
        }

        // With nothing new too, once an hour: an end that was cut off shows by its age.
        foreach (var lines in isWhole && runs.Count == 0 ? [[]] : runs.Chunk(MostRuns))
        {
            if (!await anchors.TryAddAsync(Anchor.Now(now) with { Lines = lines }, cancellationToken))
            {
                return false;
            }

            foreach (var run in lines)
            {
                Hold(run);
            }
        }

        return true;
    }

    /// <summary>What may be signed of a stream: what follows the last line that is vouched for, as it was written. Nothing behind a
    /// line that is another: it would make what was rewritten look right.</summary>
    private async Task<List<string>> NewAsync(string stream, bool isWhole, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (seq, hash) = held.GetValueOrDefault(stream, (0, ""));
        var from = broken.Contains(stream) || (isWhole && IsWholesTurn(stream, now)) ? 0 : Math.Max(seq - 1, 0);
        var lines = await record.ReadAsync(stream, from, cancellationToken);
        if (FaultUpTo(stream, lines, from, (seq, hash)) is { } fault)
        {
            Say(stream, fault);
            return [];
        }

        broken.Remove(stream);
        var stands = lines.ToDictionary(line => line.Seq);
        var own = waiting.GetValueOrDefault(stream, []);
        var signed = new List<string>();
        for (var at = seq + 1; ; at++)
        {
            var line = stands.GetValueOrDefault(at);
            if (own.TryGetValue(at, out var wrote) && wrote.Previous == hash)
            {
                hash = wrote.Hash;
                if (line?.Hash != hash)
                {
                    Say(stream, at);
                }
            }
            else if (line is not null && line.FaultAfter(stream, at - 1, hash) is null)
            {
                hash = line.Hash;
            }
            else
            {
                if (lines is [.., var last] && last.Seq >= at)
                {
                    Say(stream, at);
                }

                return signed;
            }

            signed.Add(hash);
        }
    }

    /// <returns>Where the record stops being the one that is vouched for; <c>null</c> where it is.</returns>
    private static int? FaultUpTo(string stream, IReadOnlyList<Line> lines, int from, (int Seq, string Hash) vouched)
    {
        var (version, hash) = (from, from > 0 && lines is [var first, ..] ? first.Previous : "");
        foreach (var line in lines.TakeWhile(line => line.Seq <= vouched.Seq))
        {
            if (line.FaultAfter(stream, version, hash) is not null)
            {
                return version + 1;
            }

            (version, hash) = (line.Seq, line.Hash);
        }

        return vouched.Seq > 0 && (version, hash) != vouched ? vouched.Seq : null;
    }

    // The whole of each once a week: a line in the middle that was altered shows by its chain alone.
    private static bool IsWholesTurn(string stream, DateTimeOffset now) =>
        stream.Aggregate(0, (sum, letter) => ((sum * 31) + letter) % HoursOfAWeek) == now.ToUnixTimeSeconds() / 3600 % HoursOfAWeek;

    private void Say(string stream, int line)
    {
        broken.Add(stream);
        if (said.Add(stream))
        {
            logger.NotAsAnchored(stream, line);
        }
    }

    private async Task ReadOnAsync(CancellationToken cancellationToken)
    {
        await anchors.ReadOnAsync(Hold, cancellationToken);
        anchors.Faults.Skip(faultsSaid).Take(MostFaults).ToList().ForEach(fault => logger.AnchorsBroken(fault));
        faultsSaid = anchors.Faults.Count;
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

    private void Wait(string stream, Link link)
    {
        if (!waiting.TryGetValue(stream, out var links))
        {
            waiting[stream] = links = [];
        }

        links[link.Seq] = link;
    }

    private void Hold(Anchor anchor)
    {
        foreach (var lines in anchor.Lines)
        {
            Hold(lines);
        }

        foreach (var end in anchor.Restored?.Ends ?? [])
        {
            held[end.Stream] = (end.Seq, end.Hash);
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

    private IEnumerable<AnchoredLines> Runs(string stream, List<string> hashes)
    {
        var from = held.GetValueOrDefault(stream).Seq + 1;
        return hashes.Chunk(LongestRun).Select((run, at) => new AnchoredLines(stream, from + (at * LongestRun), run));
    }

    private readonly record struct Link(int Seq, string Previous, string Hash);
}
