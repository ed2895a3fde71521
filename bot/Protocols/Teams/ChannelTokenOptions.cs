namespace StrategyBot.Protocols.Teams;

/// <summary>Whose bot this is, and whose conversations it serves.</summary>
/// <param name="AppId">The bot's Microsoft App ID: the audience of every token.</param>
/// <param name="TenantIds">The tenants whose conversations are served; those of other tenants may take part in them.</param>
public sealed record ChannelTokenOptions(string AppId, IReadOnlyCollection<string> TenantIds)
{
    /// <summary>Where the channel's keys are told (facts A1); https only.</summary>
    public string MetadataAddress { get; init; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Replaces the network.</summary>
    public HttpMessageHandler? Transport { get; init; }
}
