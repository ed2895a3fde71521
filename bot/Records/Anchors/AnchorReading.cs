namespace StrategyBot.Records.Anchors;

/// <summary>Every anchor that was kept, each proved before it is believed.</summary>
internal sealed class AnchorReading(IAnchorPlace place, IAnchorKey key)
{
    private readonly HashSet<string> hashes = new(StringComparer.Ordinal) { "" };
    private string? mark;

    /// <summary>Behind everything that was read.</summary>
    public string Mark => mark ?? throw new InvalidOperationException("Nothing was read yet.");

    /// <summary>The newest that is believed.</summary>
    public (int Number, DateTimeOffset? At, string Hash) Last { get; private set; } = (0, null, "");

    /// <summary>When the first was written.</summary>
    public DateTimeOffset? Since { get; private set; }

    public int Count { get; private set; }

    /// <summary>What is wrong with them: somebody without the key was at them.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Reads on from where the last reading ended.</summary>
    public async Task ReadOnAsync(Action<Anchor> take, CancellationToken cancellationToken)
    {
        var (texts, behind) = await place.ReadAsync(mark, cancellationToken);
        foreach (var text in texts)
        {
            if (SignedAnchor.Parse(text) is not var (signed, anchor))
            {
                // A crash cut it short; where it had been whole, the next one misses it.
                continue;
            }

            if (!await key.VerifiesAsync(signed, cancellationToken))
            {
                Add($"anchor {anchor.Number} is not signed by the key");
                continue;
            }

            if (!hashes.Contains(anchor.Previous))
            {
                Add($"the anchor before anchor {anchor.Number} is missing");
            }

            Believe(signed.Hash, anchor);
            take(anchor);
        }

        // Not before: where the key was not to be had, all of them are read again.
        mark = behind;
    }

    /// <summary>Adds one.</summary>
    /// <param name="said">What it says; what it follows is found here.</param>
    /// <returns><c>false</c> if another instance was first: read on, and try again.</returns>
    public async Task<bool> TryAddAsync(Anchor said, CancellationToken cancellationToken)
    {
        var anchor = said with { Number = Last.Number + 1, Previous = Last.Hash };
        var signed = await key.SignAsync(anchor.ToBytes(), cancellationToken);
        if (await place.TryAddAsync(signed.ToText(), Mark, cancellationToken) is not { } next)
        {
            return false;
        }

        mark = next;
        Believe(signed.Hash, anchor);
        return true;
    }

    private void Add(string fault)
    {
        if (!Faults.Contains(fault))
        {
            Faults.Add(fault);
        }
    }

    private void Believe(string hash, Anchor anchor)
    {
        Count += hashes.Add(hash) ? 1 : 0;
        Since = Since is { } since && since < anchor.At ? since : anchor.At;
        Last = anchor.Number >= Last.Number ? (anchor.Number, anchor.At, hash) : Last;
    }
}
