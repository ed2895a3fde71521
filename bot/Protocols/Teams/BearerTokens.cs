using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;

namespace StrategyBot.Protocols.Teams;

/// <summary>What the tokens of the channel and those of people have to be alike: signed by a key of their issuer with RS256,
/// for this app alone, and alive. Refuses by default; there is no way to switch it off.</summary>
internal sealed class BearerTokens : IDisposable
{
    // RFC 7518, 3.3; the library below takes 1,024.
    private const int LeastKeyBits = 2048;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly string issuer;
    private readonly string audience;
    private readonly TimeProvider wallClock;
    private readonly HttpClient http;
    private readonly ChannelKeys keys;
    private readonly JsonWebTokenHandler tokens = new();

    /// <param name="metadataAddress">Where the issuer's keys are told; https, or loopback.</param>
    /// <param name="transport">Replaces the network.</param>
    /// <param name="wallClock">Judges lifetimes and the age of keys; never the case clock.</param>
    public BearerTokens(
        string issuer, string audience, string metadataAddress, HttpMessageHandler? transport, TimeProvider wallClock, ILogger logger)
    {
        (this.issuer, this.audience, this.wallClock) = (issuer, audience, wallClock);
        http = new(transport ?? new SocketsHttpHandler()) { MaxResponseContentBufferSize = 1 << 20 };
        var isLoopback = Uri.TryCreate(metadataAddress, UriKind.Absolute, out var at) && at.IsLoopback;
        keys = new(metadataAddress, new HttpDocumentRetriever(http) { RequireHttps = !isLoopback }, wallClock, logger);
    }

    /// <param name="authorization">The request's Authorization header.</param>
    /// <param name="judge">What else the token has to say; <c>null</c> where it does.</param>
    /// <returns>The token; or no token and why not.</returns>
    public async Task<(JsonWebToken? Token, TokenRefusal? Why)> ReadAsync(
        string? authorization, Func<JsonWebToken, JsonWebKey, TokenRefusal?> judge, CancellationToken cancellationToken)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || string.IsNullOrWhiteSpace(header.Parameter))
        {
            return (null, TokenRefusal.NoToken);
        }

        if (Read(header.Parameter) is not { } token)
        {
            return (null, TokenRefusal.Malformed);
        }

        // Before any key is looked for, so that no key can be used for what it isn't.
        if (token.Alg != SecurityAlgorithms.RsaSha256)
        {
            return (null, TokenRefusal.WrongAlgorithm);
        }

        var (key, isOutage) = await keys.FindAsync(token.Kid ?? "", cancellationToken);
        if (key is null)
        {
            return (null, isOutage ? TokenRefusal.KeysUnavailable : TokenRefusal.UnknownKey);
        }

        if (key.KeySize < LeastKeyBits)
        {
            return (null, TokenRefusal.WeakKey);
        }

        var result = await tokens.ValidateTokenAsync(token, Parameters(key));
        return (result.IsValid
            // A list may hold ours beside others that the token is for as well.
            ? !token.TryGetPayloadValue("aud", out object? told) || told is not string ? TokenRefusal.WrongAudience : judge(token, key)
            : RefusalFor(result.Exception)) is { } why ? (null, why) : (token, null);
    }

    public void Dispose()
    {
        keys.Dispose();
        http.Dispose();
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
        ValidIssuer = issuer,
        ValidAudience = audience,
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
