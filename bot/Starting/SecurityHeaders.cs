namespace StrategyBot.Starting;

/// <summary>What every answer carries, whatever path was asked for and whatever came of it; a page that needs others lays them
/// itself.</summary>
internal static class SecurityHeaders
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private static readonly IReadOnlyList<(string Name, string Value)> Everywhere =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Robots-Tag", "noindex"),
    ];

    /// <param name="address">A proxy ends https before us, so that our own address, not the request, says how browsers came.</param>
    public static void UseSecurityHeaders(this WebApplication app, PublicAddress? address) => app.Use((http, next) =>
    {
        // Last of all, as whoever answers a failure throws away what was laid on before.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            foreach (var (name, value) in Everywhere)
            {
                headers.TryAdd(name, value);
            }

            if (http.Request.IsHttps || address?.Find()?.Scheme == Uri.UriSchemeHttps)
            {
                headers.StrictTransportSecurity = $"max-age={(int)Year.TotalSeconds}";
            }

            return Task.CompletedTask;
        });
        return next(http);
    });
}
