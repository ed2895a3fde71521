namespace StrategyBot.Protocols.Teams;

/// <summary>Decides which service URLs the bot may send to. What it doesn't know, it refuses.</summary>
internal sealed class ServiceUrls
{
    private readonly ISet<string>? hosts;

    private ServiceUrls(ISet<string>? hosts) => this.hosts = hosts;

    /// <summary>This machine only, with or without TLS: the sandbox, where no token is at stake.</summary>
    public static ServiceUrls Loopback { get; } = new(null);

    /// <summary>Exactly these hosts, over TLS on its own port.</summary>
    public static ServiceUrls At(ISet<string> hosts) => new(hosts);

    /// <returns>The base of the connector's paths, ending in a slash; <c>null</c> if it is refused.</returns>
    public Uri? Find(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) || url.UserInfo != "" || url.Query != "" || url.Fragment != "")
        {
            return null;
        }

        var allowed = hosts is null
            ? url.IsLoopback && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            : url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && hosts.Contains(url.Host);
        return !allowed ? null : url.AbsolutePath.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");
    }
}
