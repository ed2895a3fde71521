using System.Collections.Concurrent;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Graph;

/// <summary>Which tenant a domain belongs to. Documented for a tenant's primary domain; of others Graph may know nothing.</summary>
/// <remarks>"tenantRelationship: findTenantInformationByDomainName", learn.microsoft.com/graph/api; the application permission
/// CrossTenantInformation.ReadBasic.All.</remarks>
internal sealed class TenantDomains(GraphConnection graph, WallClock wall)
{
    // A domain changes hands seldom; what couldn't be told may be told soon, once a permission is there.
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24), UnknownFor = TimeSpan.FromMinutes(5);
    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<string, (string? Tenant, DateTimeOffset Until)> kept = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>The tenant's id; <c>null</c> where Graph can't tell.</returns>
    public async Task<string?> OwnerAsync(string domain, CancellationToken cancellationToken = default)
    {
        var now = wall.Time.GetUtcNow();
        if (kept.TryGetValue(domain, out var known) && now < known.Until)
        {
            return known.Tenant;
        }

        string? owner = null;
        try
        {
            owner = await AskAsync(domain, cancellationToken);
        }
        catch (EffectFailedException)
        {
            // A domain of nobody, one that isn't primary, or no permission: all the same to whoever shows an address of it.
        }

        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        kept[domain] = (owner, now + (owner is null ? UnknownFor : KeptFor));
        return owner;
    }

    /// <exception cref="EffectFailedException">It wasn't told, and why.</exception>
    public async Task<string?> AskAsync(string domain, CancellationToken cancellationToken = default)
    {
        var found = await graph.Sdk.TenantRelationships.FindTenantInformationByDomainNameWithDomainName(domain.ToLowerInvariant())
            .GetAsync(cancellationToken: cancellationToken);
        return found?.TenantId is { Length: > 0 } tenant ? tenant : null;
    }
}
