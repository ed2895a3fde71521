using StrategyBot.Records.Anchors;

namespace StrategyBot.Records;

/// <summary>Proves the whole record, or one stream, line by line: by its own chain, and by what was signed of it outside.</summary>
/// <param name="place"><c>null</c> with <paramref name="key"/> where nothing outside vouches for it.</param>
/// <param name="needsAnchors">It is an authority's, and something outside ought to vouch for it.</param>
internal sealed class RecordVerifier(IRecord record, IAnchorPlace? place, IAnchorKey? key, bool needsAnchors)
{
    public bool NeedsAnchors => needsAnchors;

    /// <param name="reference">Of the one case that is meant; <c>null</c> for everything.</param>
    public async Task<Verified> VerifyAsync(string? reference, CancellationToken cancellationToken)
    {
        var only = reference is null ? null : CaseCodec.StreamOf(new(reference));
        // Read first: a line that is written meanwhile is vouched for by none of them yet, and is nothing wrong.
        var held = new Dictionary<string, SortedDictionary<int, Held>>(StringComparer.Ordinal);
        var anchors = place is null || key is null ? null : await AnchorsAsync(place, key, only, held, cancellationToken);
        var streams = only is null ? await record.StreamsAsync("", cancellationToken) : [only];
        var found = new List<VerifiedStream>();
        foreach (var stream in streams.Union(held.Keys).Order(StringComparer.Ordinal))
        {
            found.Add(Verify(stream, await record.ReadAsync(stream, 0, cancellationToken), held.GetValueOrDefault(stream, [])));
        }

        return new(found, anchors);
    }

    /// <summary>Which streams were longer than a copy has them, by what vouches for them outside, and how many lines the copy lacks. Not
    /// those that are others: of these nothing is vouched for any more.</summary>
    /// <param name="ends">The last line of each stream in the copy, and its hash.</param>
    public async Task<IReadOnlyList<(RestoredEnd End, int Count)>> BeyondAsync(
        IReadOnlyDictionary<string, (int Seq, string Hash)> ends, CancellationToken cancellationToken)
    {
        var held = new Dictionary<string, SortedDictionary<int, Held>>(StringComparer.Ordinal);
        await AnchorsAsync(place!, key!, null, held, cancellationToken);
        return
        [
            .. from stream in held
               where stream.Value.Count > 0
               let end = ends.TryGetValue(stream.Key, out var known) ? known : (Seq: 0, Hash: "")
               let last = stream.Value.Keys.Last()
               where last > end.Seq && (!stream.Value.TryGetValue(end.Seq, out var one) || one.Hash == end.Hash)
               select (new RestoredEnd(stream.Key, end.Seq, end.Hash), last - end.Seq),
        ];
    }

    /// <summary>Whether lines are as they were written, by themselves.</summary>
    public static bool IsWhole(string stream, IReadOnlyList<Line> lines) => Verify(stream, lines, []).Faults.Count == 0;

    private static async Task<VerifiedAnchors> AnchorsAsync(
        IAnchorPlace place, IAnchorKey key, string? only, Dictionary<string, SortedDictionary<int, Held>> held,
        CancellationToken cancellationToken)
    {
        var anchors = new AnchorReading(place, key);
        var restored = new List<VerifiedRestoration>();
        await anchors.ReadOnAsync(anchor =>
        {
            if (anchor.Restored is { } restoration)
            {
                // It says itself what was lost; what is written from there on stands in the place of it.
                restored.Add(new(anchor.At, restoration.TakenAt,
                    [.. restoration.Ends.Select(end => new LostLines(end.Stream, Cut(held.GetValueOrDefault(end.Stream), end.Seq)))
                        .Where(lost => lost.Count > 0)]));
            }

            foreach (var lines in anchor.Lines.Where(lines => only is null || lines.Stream == only))
            {
                if (!held.TryGetValue(lines.Stream, out var stream))
                {
                    held[lines.Stream] = stream = [];
                }

                foreach (var (index, hash) in lines.Hashes.Index())
                {
                    // The first word stands: what was signed later of the same line can't take it back.
                    stream.TryAdd(lines.From + index, new(hash, anchor.At));
                }
            }
        }, cancellationToken);
        return new(anchors.Count, anchors.Since, anchors.Last.At, anchors.Faults) { Restored = restored };
    }

    /// <returns>How many there were behind it.</returns>
    private static int Cut(SortedDictionary<int, Held>? held, int seq)
    {
        var behind = held?.Keys.Where(line => line > seq).ToList() ?? [];
        behind.ForEach(line => held!.Remove(line));
        return behind.Count;
    }

    private static VerifiedStream Verify(string stream, IReadOnlyList<Line> lines, SortedDictionary<int, Held> held)
    {
        var faults = new List<LineFinding>();
        var (version, hash) = (0, "");
        foreach (var line in lines)
        {
            if (line.FaultAfter(stream, version, hash) is { } fault)
            {
                faults.Add(fault == LineFault.Missing
                    ? new(version + 1, line.Seq > version + 1 ? Span(version + 1, line.Seq - 1, "missing") : "out of order")
                    : new(line.Seq, Say(fault)));
            }

            (version, hash) = (line.Seq, line.Hash);
        }

        var vouched = held.Count == 0 ? 0 : held.Keys.Last();
        var other = lines.FirstOrDefault(line => held.TryGetValue(line.Seq, out var one) && one.Hash != line.Hash);
        if (other is not null)
        {
            faults.Add(new(other.Seq, "not the line that was vouched for", held[other.Seq].At));
        }

        if (vouched > version)
        {
            faults.Add(new(version + 1, Span(version + 1, vouched, "missing at the end"), held[vouched].At));
        }

        return new(stream, lines.Count, [.. lines.Where(line => line.IsWithheld && !faults.Any(fault => fault.Line == line.Seq))
            .Select(line => line.Seq)], Math.Min(vouched, version), faults);
    }

    private static string Span(int from, int to, string what) => from == to ? what : $"{what}, and so are all up to line {to}";

    private static string Say(LineFault fault) => fault switch
    {
        LineFault.Words => "its words are not those that were written",
        LineFault.Order => "written anew, or the line before it was: it does not follow",
        _ => "by whom, when or as what it was written was changed",
    };

    private readonly record struct Held(string Hash, DateTimeOffset At);
}

/// <param name="Anchors"><c>null</c> where nothing outside vouches for the record.</param>
internal sealed record Verified(IReadOnlyList<VerifiedStream> Streams, VerifiedAnchors? Anchors);

/// <param name="Withheld">Lines whose words were sealed or deleted.</param>
/// <param name="VouchedTo">The last line that an anchor holds.</param>
internal sealed record VerifiedStream(
    string Stream, int Lines, IReadOnlyList<int> Withheld, int VouchedTo, IReadOnlyList<LineFinding> Faults)
{
    /// <summary>The case's reference; the stream's own name where it is none's.</summary>
    public string Name => CaseCodec.NameOf(Stream);
}

/// <param name="VouchedAt">When an anchor said otherwise; <c>null</c> where the chain itself does.</param>
internal sealed record LineFinding(int Line, string What, DateTimeOffset? VouchedAt = null);

/// <param name="Faults">What somebody without the key did to them.</param>
internal sealed record VerifiedAnchors(int Count, DateTimeOffset? Since, DateTimeOffset? Until, IReadOnlyList<string> Faults)
{
    /// <summary>Each time that a copy was put in the record's place.</summary>
    public IReadOnlyList<VerifiedRestoration> Restored { get; init; } = [];
}

/// <param name="Lost">What had been vouched for and was not in the copy.</param>
internal sealed record VerifiedRestoration(DateTimeOffset At, DateTimeOffset TakenAt, IReadOnlyList<LostLines> Lost);

/// <param name="Count">How many lines.</param>
internal sealed record LostLines(string Stream, int Count)
{
    /// <summary>The case's reference; the stream's own name where it is none's.</summary>
    public string Name => CaseCodec.NameOf(Stream);
}
