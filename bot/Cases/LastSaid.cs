namespace StrategyBot.Cases;

/// <summary>The last facts that changed who somebody is, and where they live:
/// whoever was told before is told again (design §3.2).</summary>
internal sealed record LastSaid(LastSaid.Written Named, LastSaid.Written Moved)
{
    /// <summary>Those that changed something for a reader: a confidential address is nothing to whom it is kept from.</summary>
    public IEnumerable<Written> For(Participant reader, AddressFor address) =>
        address.Audience.Admits(reader.Agency) ? [Named, Moved] : [Named];

    /// <param name="before">What stood of somebody who is on the case.</param>
    public static LastSaid After(LastSaid? before, bool isNamedSo, bool livesThere, Entry entry)
    {
        var now = new Written(entry.Seq, entry.At, entry.By);
        return new(before is not null && isNamedSo ? before.Named : now, before is not null && livesThere ? before.Moved : now);
    }

    /// <summary>A fact that somebody wrote.</summary>
    internal sealed record Written(int Number, DateTimeOffset At, PersonId By);
}
