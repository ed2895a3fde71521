using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules;

namespace StrategyBot.Reaching;

/// <summary>Whether an address that somebody shows is theirs to show: their tenant owns its domain.</summary>
internal sealed class AddressOwners(TenantDomains domains, Users users, TeamsSettings teams)
{
    public async Task<bool> OwnsAsync(Speaker person, MailAddress address, CancellationToken cancellationToken) =>
        await domains.OwnerAsync(address.Domain, cancellationToken) is { } owner
            ? Same(owner, person.TenantId)
            // A domain of ours that isn't the primary one: our own directory says whose address it is.
            : Same(person.TenantId, teams.TenantId) && !person.IsGuest
                && Same(await users.ObjectIdAsync(address.Value, cancellationToken), person.ObjectId);

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
