using Azure.Core;

namespace StrategyBot.Protocols.Teams;

/// <summary>How <see cref="ConnectorClient"/> sends; the transport and the time-out of one attempt are Azure.Core's.</summary>
public sealed class ConnectorClientOptions : ClientOptions
{
    public ConnectorClientOptions()
    {
        // A person may be waiting for the card; Teams itself gives up on an invoke after 10 to 15 seconds (facts B7).
        Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        // The library's own mark in User-Agent would tell a version of Azure's SDK that this room isn't.
        Diagnostics.IsTelemetryEnabled = false;
    }

    /// <summary>The hosts that may get the bot's token, compared exactly: trafficmanager.net is shared by everybody.</summary>
    /// <remarks>Facts A3, A5: the public cloud and the government community cloud.</remarks>
    public ISet<string> AllowedHosts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
    };
}
