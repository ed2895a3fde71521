using System.Collections.Concurrent;

namespace StrategyBot.Records;

/// <summary>How long another instance's lease has stood unchanged, by this instance's own clock, which only goes forward: what time
/// either of them thinks it is has no part in it.</summary>
internal sealed class LeaseWatch(TimeProvider wall)
{
    private readonly ConcurrentDictionary<string, (string Row, long Since)> seen = new(StringComparer.Ordinal);

    /// <param name="row">Another text whenever its holder renews it.</param>
    public bool HasStood(string stream, string row, TimeSpan term)
    {
        var now = wall.GetTimestamp();
        var first = seen.AddOrUpdate(stream, (row, now), (_, known) => known.Row == row ? known : (row, now));
        return wall.GetElapsedTime(first.Since, now) >= term;
    }

    public void Forget(string stream) => seen.TryRemove(stream, out _);
}
