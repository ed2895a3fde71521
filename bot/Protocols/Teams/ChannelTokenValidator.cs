using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
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

    private readonly ChannelTokenOptions options;
    private readonly ILogger logger;
    private readonly BearerTokens tokens;

    /// <param name="options">Whose bot this is.</param>
    /// <param name="wallClock">Judges lifetimes and the age of keys; never the case clock.</param>
    /// <param name="logger">Gets the reason of a refusal, never the token.</param>
    public ChannelTokenValidator(ChannelTokenOptions options, TimeProvider wallClock, ILogger<ChannelTokenValidator> logger)
    {
        (this.options, this.logger) = (options, logger);
        tokens = new(Issuer, options.AppId, options.MetadataAddress, options.Transport, wallClock, logger);
    }

    /// <param name="authorization">The request's Authorization header.</param>
    /// <param name="activity">The request's body. Trust nothing of it unless it is accepted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ChannelTokenResult> ValidateAsync(string? authorization, Activity activity, CancellationToken cancellationToken)
    {
        var (_, refusal) = await tokens.ReadAsync(authorization, (token, key) => RefusalOf(token, key, activity), cancellationToken);
        if (refusal is { } why)
        {
            logger.TokenRefused(why);
        }

        return new(refusal);
    }

    public void Dispose() => tokens.Dispose();

    private TokenRefusal? RefusalOf(JsonWebToken token, JsonWebKey key, Activity activity) =>
        !token.TryGetPayloadValue("serviceurl", out string? claim) || string.IsNullOrEmpty(claim) ? TokenRefusal.NoServiceUrl
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
}
