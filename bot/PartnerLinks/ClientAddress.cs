using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using StrategyBot.Starting;

namespace StrategyBot.PartnerLinks;

/// <summary>Where a call comes from. What a header says of it is believed of a known proxy alone: its own word.</summary>
internal static class ClientAddress
{
    public const string Setting = "PartnerLinks:KnownProxies";

    // One household or one ward has that many addresses of version 6.
    private const int Network6 = 8;

    /// <exception cref="StartRefusedException">The setting can't be read; the sentence names it.</exception>
    public static ForwardedHeadersOptions Proxies(IConfiguration configuration)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = 1 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in (configuration[Setting] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var text = one.Contains('/', StringComparison.Ordinal) ? one
                : one.Contains(':', StringComparison.Ordinal) ? $"{one}/128" : $"{one}/32";
            options.KnownIPNetworks.Add(System.Net.IPNetwork.TryParse(text, out var network)
                ? network
                : throw new StartRefusedException(
                    "PartnerLinks__KnownProxies must be addresses or networks with commas between, for example 10.0.0.4,10.1.0.0/24."));
        }

        return options;
    }

    public static string Of(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, Network6)),
        var address => address.ToString(),
    };
}
