using Azure.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using StrategyBot.Graph;

namespace StrategyBot.Checking;

/// <summary>Fetches the tokens that the bot speaks with, and reads from Graph's which permissions were granted.</summary>
/// <param name="credential">None in the sandbox, which asks for no token.</param>
internal sealed class TokenCheck(GraphSettings graph, TokenCredential? credential = null) : ICheck
{
    private const string Connector = "https://api.botframework.com/.default";

    /// <summary>What is granted to the bot in Entra, and what it is for (infra/README.md, step 3).</summary>
    internal static readonly IReadOnlyList<(string Permission, string For)> Needed =
    [
        ("User.Read.All", "finding the account behind an address, and colleagues by name"),
        ("GroupMember.Read.All", "knowing conveners and administrators"),
        ("OnlineMeetings.ReadWrite.All", "closing a meeting to strangers and finding its chat"),
        ("OnlineMeetingArtifact.Read.All", "reading who attended"),
        ("AppCatalog.Read.All", "reading its own entry in the catalogue"),
        ("CrossTenantInformation.ReadBasic.All", "knowing people of other organisations by their address"),
        ("TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All", "joining a meeting's chat"),
        ("TeamsAppInstallation.ReadWriteSelfForUser.All", "writing to somebody who hasn't spoken with it"),
        ("TeamsTab.ReadWriteSelfForChat.All", "the panel beside a meeting"),
    ];

    // Any of these would open every mailbox of the authority.
    private static readonly string[] TooWide = ["Mail.", "Calendars.", "Contacts."];

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (credential is null || graph.IsSandbox)
        {
            return [new(Verdict.NotChecked, "sign-in", "the sandbox asks for no token.")];
        }

        var (connector, _) = await TryAsync("sign-in to Teams", Connector, cancellationToken);
        var (signIn, token) =
            await TryAsync("sign-in to Graph", $"{graph.BaseUrl.GetLeftPart(UriPartial.Authority)}/.default", cancellationToken);
        return [connector, signIn, .. token is null ? [] : Permissions(token)];
    }

    private static IReadOnlyList<Finding> Permissions(string token)
    {
        if (!new JsonWebTokenHandler().CanReadToken(token))
        {
            return [new(Verdict.NotChecked, "permissions", "Graph's token can't be read here; the lines below try what they allow.")];
        }

        var roles = new JsonWebToken(token).Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Needed.Select(needed => roles.Contains(needed.Permission)
                ? new Finding(Verdict.Ok, needed.Permission, $"granted, for {needed.For}.")
                : new Finding(Verdict.Wrong, needed.Permission,
                    $"not granted; it is for {needed.For}. Run infra/scripts/grant-graph.ps1 (infra/README.md, step 3); a token may lag "
                        + $"an hour behind.")),
            .. roles.Where(role => TooWide.Any(wide => role.StartsWith(wide, StringComparison.Ordinal)))
                .Select(role => new Finding(Verdict.SeeTo, role,
                    "granted, and opens every mailbox of the authority. Take it back: Exchange's own roles are enough "
                        + "(infra/README.md, step 4).")),
        ];
    }

    private async Task<(Finding Finding, string? Token)> TryAsync(string what, string scope, CancellationToken cancellationToken)
    {
        try
        {
            var token = await credential!.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            return (new(Verdict.Ok, what, "a token was given."), token.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return (new(Verdict.Wrong, what,
                $"no token was given ({failure.GetType().Name}). Look at Teams__AppId, Teams__TenantId and Teams__Credential: a secret "
                    + $"may have expired."), null);
        }
    }
}
