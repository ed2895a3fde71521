namespace StrategyBot.PartnerLinks;

/// <summary>How often something happened within a window of wall time. A name is known for a while and then forgotten, and so many at
/// most, so that no flood of names fills the memory; what must go is of whoever has the most.</summary>
internal sealed class Counts(TimeSpan window, int most = 10_000)
{
    /// <summary>Whose names they are that are no link's: they are as many as a stranger likes, and all one.</summary>
    public const string Nobodys = "";

    private readonly Dictionary<string, Dictionary<string, (int Count, DateTimeOffset Since)>> counts = new(StringComparer.Ordinal);

    /// <summary>How many names are known.</summary>
    public int Known { get; private set; }

    /// <param name="of">Whose name it is. Nobody's names put out those of others, as long as they have fewer.</param>
    /// <returns>How often within the window, this time included, and since when.</returns>
    public (int Count, DateTimeOffset Since) Add(string of, string name, DateTimeOffset now)
    {
        lock (counts)
        {
            var before = counts.TryGetValue(of, out var names) && names.TryGetValue(name, out var known) ? known : (Count: 0, Since: now);
            if (before.Count == 0)
            {
                if (Known >= most)
                {
                    Forget(now);
                }

                // Made anew where the last of its names was forgotten.
                counts[of] = names = counts.GetValueOrDefault(of) ?? new(StringComparer.Ordinal);
                Known++;
            }

            return names![name] = now - before.Since < window ? (before.Count + 1, before.Since) : (1, now);
        }
    }

    public bool Knows(string of, string name, DateTimeOffset now)
    {
        lock (counts)
        {
            return counts.TryGetValue(of, out var names) && names.TryGetValue(name, out var known) && now - known.Since < window;
        }
    }

    // The oldest half of the most at once, so that a full one is not sorted at each call; and what has run out.
    private void Forget(DateTimeOffset now)
    {
        var (of, many) = counts.MaxBy(names => names.Value.Count);
        foreach (var old in many.OrderBy(one => one.Value.Since)
            .Where((one, at) => at < (many.Count + 1) / 2 || now - one.Value.Since >= window).Select(one => one.Key).ToList())
        {
            many.Remove(old);
            Known--;
        }

        if (many.Count == 0)
        {
            counts.Remove(of);
        }
    }
}
