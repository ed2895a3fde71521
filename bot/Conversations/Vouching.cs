using System.Collections.Concurrent;
using StrategyBot.Rules;

namespace StrategyBot.Conversations;

/// <summary>Whether an address that a person shows is theirs: their own tenant owns its domain.</summary>
/// <returns><c>false</c> where nobody can say it.</returns>
internal delegate Task<bool> OwnsAddress(Speaker person, MailAddress address, CancellationToken cancellationToken);

/// <summary>An address in a roster is no identity: its tenant's administrator writes there what they like. It counts only where the
/// tenant owns the address's domain; everybody else comes in by their personal link and its code.</summary>
internal sealed class Vouching(OwnsAddress owns, WallClock wall)
{
    // Where nobody could say it, one click waits for the answer and not every one.
    private static readonly TimeSpan SaidFor = TimeSpan.FromMinutes(15), SilentFor = TimeSpan.FromMinutes(1);
    private const int MostKept = 5_000;

    private readonly ConcurrentDictionary<(string Tenant, string Object, string Address), (bool Owns, DateTimeOffset Until)> kept = new();

    public async Task<Speaker> ForAsync(Speaker person, Patience patience, CancellationToken cancellationToken)
    {
        var vouched = new List<string>();
        foreach (var address in person.Shown.Select(MailAddress.Read).OfType<MailAddress>())
        {
            if (person.ObjectId.Length > 0 && await OwnsAsync(person, address, patience, cancellationToken))
            {
                vouched.Add(address.Value);
            }
        }

        return person with { Vouched = vouched.ToValueList() };
    }

    private async Task<bool> OwnsAsync(Speaker person, MailAddress address, Patience patience, CancellationToken cancellationToken)
    {
        var (key, now) = ((person.TenantId, person.ObjectId, address.Value), wall.Time.GetUtcNow());
        if (kept.TryGetValue(key, out var known) && now < known.Until)
        {
            return known.Owns;
        }

        var told = await patience.AskAsync<bool?>(async token => await owns(person, address, token), () => null, cancellationToken);
        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        kept[key] = (told == true, now + (told is null ? SilentFor : SaidFor));
        return told == true;
    }
}
