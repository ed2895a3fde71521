using Microsoft.IdentityModel.JsonWebTokens;

namespace StrategyBot.Protocols.Teams;

/// <param name="AppId">The app's registration: the audience of every token, and that of the bot too.</param>
/// <param name="TenantId">The authority's own tenant: nobody else's people get a token for the panel.</param>
public sealed record PersonTokenOptions(string AppId, string TenantId)
{
    /// <summary>Where the tenant's keys are told.</summary>
    public string MetadataAddress { get; init; } =
        $"https://login.microsoftonline.com/{TenantId}/v2.0/.well-known/openid-configuration";

    /// <summary>Replaces the network.</summary>
    public HttpMessageHandler? Transport { get; init; }
}

/// <summary>Whom a token vouches for.</summary>
/// <param name="Name">As the tenant shows it; proves nothing.</param>
public sealed record VouchedPerson(string TenantId, string ObjectId, string Name);

/// <summary>Decides whose request a page in Teams sends, by the token that Teams gave it (<c>getAuthToken</c>).
/// Refuses by default.</summary>
/// <remarks>"Access tokens in the Microsoft identity platform", version 2.0; checked as strictly as the channel's, and besides: the
/// issuer and <c>tid</c> are the authority's, <c>ver</c> is 2.0, the scope is ours, and only Teams' own clients asked for it.</remarks>
public sealed class PersonTokenValidator : IDisposable
{
    public const string Scope = "access_as_user";

    /// <summary>Teams on the desktop and the telephone, and Teams in the browser.</summary>
    public static IReadOnlyList<string> TeamsClients { get; } =
        ["1fec8e78-bce4-4aaf-ab1b-5451cc387264", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346"];

    private readonly PersonTokenOptions options;
    private readonly ILogger logger;
    private readonly BearerTokens tokens;

    /// <param name="options">Whose page this is.</param>
    /// <param name="wallClock">Judges lifetimes and the age of keys; never the case clock.</param>
    /// <param name="logger">Gets the reason of a refusal, never the token.</param>
    public PersonTokenValidator(PersonTokenOptions options, TimeProvider wallClock, ILogger<PersonTokenValidator> logger)
    {
        (this.options, this.logger) = (options, logger);
        tokens = new(
            $"https://login.microsoftonline.com/{options.TenantId}/v2.0", options.AppId, options.MetadataAddress, options.Transport,
            wallClock, logger);
    }

    /// <param name="authorization">The request's Authorization header.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Who it is; or nobody, and why.</returns>
    public async Task<(VouchedPerson? Person, TokenRefusal? Why)> ValidateAsync(string? authorization, CancellationToken cancellationToken)
    {
        var (token, refusal) = await tokens.ReadAsync(authorization, (read, _) => RefusalOf(read), cancellationToken);
        if (refusal is { } why)
        {
            logger.TokenRefused(why);
        }

        return (token is null ? null : new(Claim(token, "tid"), Claim(token, "oid"), Claim(token, "name")), refusal);
    }

    public void Dispose() => tokens.Dispose();

    private TokenRefusal? RefusalOf(JsonWebToken token) =>
        !Claim(token, "tid").Equals(options.TenantId, StringComparison.OrdinalIgnoreCase) ? TokenRefusal.ForeignTenant
        : Claim(token, "ver") != "2.0" ? TokenRefusal.WrongVersion
        : !Claim(token, "scp").Split(' ').Contains(Scope, StringComparer.Ordinal) ? TokenRefusal.WrongScope
        : !TeamsClients.Contains(Claim(token, "azp"), StringComparer.Ordinal) ? TokenRefusal.WrongClient
        : Claim(token, "oid").Length == 0 ? TokenRefusal.NoPerson
        : null;

    private static string Claim(JsonWebToken token, string name) => token.TryGetPayloadValue(name, out string? value) ? value ?? "" : "";
}
