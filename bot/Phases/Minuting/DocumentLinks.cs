using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using StrategyBot.Cases;

namespace StrategyBot.Phases.Minuting;

/// <summary>What a link opens: one version of one meeting's minutes, for one person.</summary>
/// <param name="Version">0 = the draft.</param>
internal sealed record DocumentGrant(Asker Asker, CaseId Case, MeetingId Meeting, int Version, DateTimeOffset Until);

/// <summary>Links to documents: each is handed to one person inside their own dialog, and opens for ten minutes.</summary>
/// <remarks>Kept in memory and hashed, so that neither the disk nor a dump of it opens anything. After a restart, and on another instance, a link opens nothing and is asked for again.</remarks>
/// <param name="wall">Wall time: it bounds who may look, and not a deadline of a case.</param>
internal sealed class DocumentLinks(PublicAddress address, TimeProvider wall)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    // Far more than people press in ten minutes.
    private const int MostAtOnce = 10_000;

    private readonly ConcurrentDictionary<string, DocumentGrant> grants = new(StringComparer.Ordinal);

    /// <returns><c>null</c> where the bot was not told its own address, so that no link can lead to it.</returns>
    public Uri? Issue(Asker asker, CaseId @case, MeetingId meeting, int version)
    {
        if (address.Find() is not { } root)
        {
            return null;
        }

        var now = wall.GetUtcNow();
        foreach (var (hash, old) in grants.Where(grant => grant.Value.Until <= now || grants.Count >= MostAtOnce))
        {
            grants.TryRemove(KeyValuePair.Create(hash, old));
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        grants[Hash(token)] = new(asker, @case, meeting, version, now + Lasts);
        return new($"{root.AbsoluteUri.TrimEnd('/')}/documents/{token}");
    }

    public DocumentGrant? Find(string token) => grants.TryGetValue(Hash(token), out var grant) && grant.Until > wall.GetUtcNow() ? grant : null;

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
