using System.Net;

namespace StrategyBot.Sandbox.Guards;

/// <summary>What counts as this machine.</summary>
internal static class Loopback
{
    /// <param name="host">As a Host header or a URL names it, without the port.</param>
    public static bool IsHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Whether a server address stays within this machine; <c>http://*:80</c> and an empty host don't.</summary>
    public static bool IsUrl(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && IsHost(uri.Host.Trim('[', ']'));
}
