using System.Collections.Concurrent;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Obligations;

/// <summary>The cases whose obligations this instance does: of two instances one works a case, and a dead one's cases are taken
/// over within a minute.</summary>
/// <remarks>
/// A lease is kept after the work until it runs out, so that an instance alone asks the store once in 15 s and not for every attempt.
/// Wall time that only goes forward: it is about instances, and nothing about a case follows from it.
/// </remarks>
internal sealed class CaseLeases(ILeases leases, WallClock wall)
{
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(45);

    // An attempt takes up to 20 s; the rest is for writing its outcome, and for clocks that differ.
    private static readonly TimeSpan Needed = TimeSpan.FromSeconds(30);

    // Since when, by this instance's own clock.
    private readonly ConcurrentDictionary<CaseId, long> held = new();

    /// <summary>Makes sure that the case is this instance's for long enough to make an attempt.</summary>
    /// <returns><c>false</c> if another has it: then nothing of it may be begun.</returns>
    public async Task<bool> HoldAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (IsEnough(id))
        {
            return true;
        }

        // Counted from before the store is asked, however long it takes to answer.
        var now = wall.Time.GetTimestamp();
        if (!await leases.TryTakeAsync(CaseCodec.StreamOf(id), Term, cancellationToken))
        {
            held.TryRemove(id, out _);
            return false;
        }

        held[id] = now;
        Forget();
        return IsEnough(id);
    }

    /// <summary>Gives a case back, so that another instance need not wait.</summary>
    public async Task ReleaseAsync(CaseId id, CancellationToken cancellationToken)
    {
        await leases.ReleaseAsync(CaseCodec.StreamOf(id), cancellationToken);
        held.TryRemove(id, out _);
    }

    /// <summary>Gives everything back.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        foreach (var id in held.Keys)
        {
            await ReleaseAsync(id, cancellationToken);
        }
    }

    private bool IsEnough(CaseId id) => held.TryGetValue(id, out var since) && Term - wall.Time.GetElapsedTime(since) >= Needed;

    private void Forget()
    {
        foreach (var over in held.Where(lease => wall.Time.GetElapsedTime(lease.Value) >= Term))
        {
            held.TryRemove(over);
        }
    }
}
