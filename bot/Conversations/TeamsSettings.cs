namespace StrategyBot.Conversations;

/// <summary>Which bot this is to Teams (design §7).</summary>
/// <param name="AppId">The bot's Microsoft app id.</param>
/// <param name="TenantId">The authority's own tenant, which hosts its meetings.</param>
/// <param name="ServiceUrl">Where the bot speaks first; every later answer goes where the last activity came from.</param>
/// <param name="IsSandbox">Activities come unsigned from loopback.</param>
internal sealed record TeamsSettings(string AppId, string TenantId, string ServiceUrl, bool IsSandbox)
{
    public string BotId => $"28:{AppId}";
}
