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

    /// <summary>How the value begins for an app registration that a managed identity vouches for: then the identity's client id. No
    /// secret is kept anywhere.</summary>
    public const string Federated = "Federated:";

    // Whom the identity's token is for, when it stands for a registration (workload identity federation).
    private const string Exchange = "api://AzureADTokenExchange/.default";

    /// <param name="appId"><c>Teams__AppId</c>: the app registration's id, or the managed identity's client id.</param>
    /// <param name="tenantId"><c>Teams__TenantId</c>: the tenant of the registration.</param>
    /// <param name="credential"><c>Teams__Credential</c>: the word <see cref="ManagedIdentity"/>, or <see cref="Federated"/> with the
    /// identity's client id (in any case); anything else is a client secret.</param>
    /// <exception cref="ArgumentException">One of them is empty.</exception>
    public static TokenCredential Create(string appId, string tenantId, string credential)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);
        ArgumentException.ThrowIfNullOrWhiteSpace(tenantId);
        ArgumentException.ThrowIfNullOrWhiteSpace(credential);
        var told = credential.Trim();
        return told.Equals(ManagedIdentity, StringComparison.OrdinalIgnoreCase)
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(appId))
            : told.StartsWith(Federated, StringComparison.OrdinalIgnoreCase)
                ? VouchedFor(tenantId, appId, told[Federated.Length..].Trim())
                : new ClientSecretCredential(tenantId, appId, credential);
    }

    private static ClientAssertionCredential VouchedFor(string tenantId, string appId, string identity)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(identity);
        var vouches = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identity));
        return new(tenantId, appId,
            async cancellationToken => (await vouches.GetTokenAsync(new TokenRequestContext([Exchange]), cancellationToken)).Token);
    }
}
