using Azure.Core;
using Azure.Identity;

namespace StrategyBot.Protocols.Teams;

/// <summary>Makes the credential with which the bot proves itself to the connector.</summary>
/// <remarks>Facts A3. A bot registration of the old multi-tenant kind is not served:
/// it can't be created since July 2025 (facts A4).</remarks>
public static class TeamsCredential
{
    /// <summary>The value of <c>Teams__Credential</c> for a bot that is a user-assigned managed identity.</summary>
    public const string ManagedIdentity = "ManagedIdentity";

    /// <param name="appId"><c>Teams__AppId</c>: the app registration's id, or the managed identity's client id.</param>
    /// <param name="tenantId"><c>Teams__TenantId</c>: the tenant of the registration.</param>
    /// <param name="credential"><c>Teams__Credential</c>: the word <see cref="ManagedIdentity"/> (in any case);
    /// anything else is a client secret.</param>
    /// <exception cref="ArgumentException">One of them is empty.</exception>
    public static TokenCredential Create(string appId, string tenantId, string credential)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);
        ArgumentException.ThrowIfNullOrWhiteSpace(tenantId);
        ArgumentException.ThrowIfNullOrWhiteSpace(credential);
        return credential.Trim().Equals(ManagedIdentity, StringComparison.OrdinalIgnoreCase)
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(appId))
            : new ClientSecretCredential(tenantId, appId, credential);
    }
}
