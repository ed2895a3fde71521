using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;

namespace StrategyBot.Protocols.Teams;

/// <summary>Decides whether an activity comes from the Teams channel, is for this bot, and is of a conversation that it serves.
/// Refuses by default.</summary>
/// <remarks>
/// "Authenticate requests from the Bot Connector service to your bot", Connector to Bot, steps 1 to 8
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication). Stricter than Microsoft's
/// own libraries: the expiry, the <c>serviceurl</c> claim and the key's endorsement are mandatory, and only
/// RS256 and a single audience are taken.
/// There is no way to switch it off.
/// </remarks>
public sealed class ChannelTokenValidator : IDisposable
{
    /// <summary>The only channel that is served.</summary>
    public const string Channel = "msteams";

    private const string Issuer = "https://api.botframework.com";
    // RFC 7518, 3.3; the library below takes 1,024.
    private const int LeastKeyBits = 2048;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly ChannelTokenOptions options;
    private readonly TimeProvider wallClock;
    private readonly ILogger logger;
    private readonly HttpClient http;
    private readonly ChannelKeys keys;
    private readonly JsonWebTokenHandler tokens = new();

    /// <param name="options">Whose bot this is.</param>
    /// <param name="wallClock">Judges lifetimes and the age of keys; never the case clock.</param>
    /// <param name="logger">Gets the reason of a refusal, never the token.</param>
    public ChannelTokenValidator(ChannelTokenOptions options, TimeProvider wallClock, ILogger<ChannelTokenValidator> logger)
    {
        (this.options, this.wallClock, this.logger) = (options, wallClock, logger);
        http = new(options.Transport ?? new SocketsHttpHandler()) { MaxResponseContentBufferSize = 1 << 20 };
        keys = new(options.MetadataAddress, new HttpDocumentRetriever(http), wallClock, logger);
    }

    /// <param name="authorization">The request's Authorization header.</param>
    /// <param name="activity">The request's body. Trust nothing of it unless it is accepted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ChannelTokenResult> ValidateAsync(string? authorization, Activity activity, CancellationToken cancellationToken)
    {
        var refusal = await RefusalAsync(authorization, activity, cancellationToken);
        if (refusal is { } why)
        {
            logger.TokenRefused(why);
        }

        return new(refusal);
    }

    public void Dispose()
    {
        keys.Dispose();
        http.Dispose();
    }

    private async Task<TokenRefusal?> RefusalAsync(string? authorization, Activity activity, CancellationToken cancellationToken)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || string.IsNullOrWhiteSpace(header.Parameter))
        {
            return TokenRefusal.NoToken;
        }

        if (Read(header.Parameter) is not { } token)
        {
            return TokenRefusal.Malformed;
        }

        // Before any key is looked for, so that no key can be used for what it isn't.
        if (token.Alg != SecurityAlgorithms.RsaSha256)
        {
            return TokenRefusal.WrongAlgorithm;
        }

        var (key, isOutage) = await keys.FindAsync(token.Kid ?? "", cancellationToken);
        if (key is null)
        {
            return isOutage ? TokenRefusal.KeysUnavailable : TokenRefusal.UnknownKey;
        }

        if (key.KeySize < LeastKeyBits)
        {
            return TokenRefusal.WeakKey;
        }

        var result = await tokens.ValidateTokenAsync(token, Parameters(key));
        return result.IsValid ? RefusalOf(token, key, activity) : RefusalFor(result.Exception);
    }

    private JsonWebToken? Read(string token)
    {
        try
        {
            return tokens.ReadJsonWebToken(token);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException or JsonException)
        {
            return null;
        }
    }

    private TokenValidationParameters Parameters(JsonWebKey key) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = options.AppId,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        LifetimeValidator = IsAlive,
    };

    /// <exception cref="SecurityTokenValidationException">It is not; the type says how.</exception>
    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = wallClock.GetUtcNow().UtcDateTime;
        return expires is null ? throw new SecurityTokenNoExpirationException()
            : expires < now - ClockSkew ? throw new SecurityTokenExpiredException()
            : notBefore > now + ClockSkew ? throw new SecurityTokenNotYetValidException()
            : true;
    }

    private TokenRefusal? RefusalOf(JsonWebToken token, JsonWebKey key, Activity activity) =>
        // A list may hold ours beside others that the token is for as well.
        !token.TryGetPayloadValue("aud", out object? audience) || audience is not string ? TokenRefusal.WrongAudience
        : !token.TryGetPayloadValue("serviceurl", out string? claim) || string.IsNullOrEmpty(claim) ? TokenRefusal.NoServiceUrl
        : !string.Equals(claim, activity.ServiceUrl, StringComparison.Ordinal) ? TokenRefusal.OtherServiceUrl
        : activity.ChannelId != Channel ? TokenRefusal.WrongChannel
        : !Endorsements(key).Contains(Channel, StringComparer.Ordinal) ? TokenRefusal.NotEndorsed
        : activity.HostTenantId is not { Length: > 0 } tenant ? TokenRefusal.NoTenant
        : !options.TenantIds.Contains(tenant, StringComparer.OrdinalIgnoreCase) ? TokenRefusal.ForeignTenant
        : null;

    private static IEnumerable<string> Endorsements(JsonWebKey key) =>
        !key.AdditionalData.TryGetValue("endorsements", out var told) ? [] : told switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array =>
                array.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!),
            IEnumerable<object> list => list.OfType<string>(),
            _ => [],
        };

    private static TokenRefusal RefusalFor(Exception e) => e switch
    {
        SecurityTokenInvalidIssuerException => TokenRefusal.WrongIssuer,
        SecurityTokenInvalidAudienceException => TokenRefusal.WrongAudience,
        SecurityTokenNoExpirationException => TokenRefusal.NoExpiry,
        SecurityTokenExpiredException => TokenRefusal.Expired,
        SecurityTokenNotYetValidException => TokenRefusal.NotYetValid,
        SecurityTokenInvalidSignatureException => TokenRefusal.BadSignature,
        _ => TokenRefusal.Malformed,
    };
}
