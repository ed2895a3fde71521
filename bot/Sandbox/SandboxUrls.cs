using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace StrategyBot.Sandbox;

/// <summary>Where the world and the bot are. Own addresses are known once the server listens, so ask late.</summary>
internal sealed class SandboxUrls(IConfiguration configuration, IServer server)
{
    /// <summary>No slash at the end.</summary>
    public string World => Setting("Sandbox:WorldUrl");

    /// <summary>Every bot over one record, parted by commas in the setting. No slash at the end.</summary>
    public IReadOnlyList<string> Bots =>
        [.. Setting("Sandbox:BotUrl").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(url => url.TrimEnd('/'))];

    public string Bot => Bots[0];

    /// <summary>The <c>serviceUrl</c> of every activity; ends in a slash, as Teams' own.</summary>
    public string Connector => $"{World}/sandbox/connector/";

    public string Graph => $"{World}/sandbox/graph/v1.0";

    /// <summary>Where the fictional tenant tells the keys of its tokens.</summary>
    public string Keys => $"{World}{Entra.Issuing.Metadata}";

    /// <summary>Whether this process hosts the world for its own bot.</summary>
    public static bool HostsWorld(IConfiguration configuration) => string.IsNullOrEmpty(configuration["Sandbox:WorldUrl"]);

    private string Setting(string name) => (configuration[name] is { Length: > 0 } set ? set : Own()).TrimEnd('/');

    private string Own()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return addresses.FirstOrDefault(address => address.StartsWith("http://", StringComparison.Ordinal))
            ?? addresses.FirstOrDefault()
            ?? configuration["urls"]?.Split(';')[0]
            ?? "http://localhost:3978";
    }
}
