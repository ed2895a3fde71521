using StrategyBot.Rules;

namespace StrategyBot.Pages;

/// <summary>What an open page draws anew by itself is no reading of its own (design §6), as long as somebody's look at the same was noted
/// a short while before. A page's own word alone keeps nothing out of the access log, and one that stands open for hours is noted
/// again and again.</summary>
internal sealed class OpenPages(WallClock wall)
{
    private static readonly TimeSpan Covers = TimeSpan.FromMinutes(15);

    // Only people who were let in have any; beyond these what has run out goes.
    private const int Many = 1_000;

    private readonly Dictionary<(string Who, string What), DateTimeOffset> noted = [];

    /// <param name="who">Whoever is signed in, on this device.</param>
    /// <param name="saysItself">The page says that nobody asked.</param>
    /// <returns>Whether nothing need be noted.</returns>
    public bool IsByItself(string who, string what, bool saysItself)
    {
        lock (noted)
        {
            return saysItself && noted.TryGetValue((who, what), out var at) && wall.Time.GetUtcNow() - at < Covers;
        }
    }

    /// <summary>It was shown, and the access log has it.</summary>
    public void Noted(string who, string what)
    {
        lock (noted)
        {
            var now = wall.Time.GetUtcNow();
            if (noted.Count >= Many)
            {
                foreach (var old in noted.Where(one => now - one.Value >= Covers).Select(one => one.Key).ToList())
                {
                    noted.Remove(old);
                }
            }

            noted[(who, what)] = now;
        }
    }
}
