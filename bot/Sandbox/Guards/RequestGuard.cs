namespace StrategyBot.Sandbox.Guards;

/// <summary>Turns away what doesn't come from this machine: the sandbox believes whoever speaks to it.</summary>
/// <remarks>A foreign Host means that another site's name points here (DNS rebinding); a foreign Origin, another site's page;
/// X-Forwarded-*, a tunnel or a proxy.</remarks>
internal static class RequestGuard
{
    public static void UseSandboxGuard(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (Objection(context) is { } sentence)
        {
            await WorldResults.Refuse(StatusCodes.Status403Forbidden, sentence).ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    private static string? Objection(HttpContext context)
    {
        var request = context.Request;
        return request switch
        {
            _ when context.Connection.RemoteIpAddress is { } address && !Loopback.IsHost(address.ToString()) =>
                "The sandbox answers this machine only.",
            _ when !Loopback.IsHost(request.Host.Host.Trim('[', ']')) =>
                "The sandbox answers on localhost only: the Host of this request is another.",
            _ when !OriginIsOwn(request) => "The sandbox answers its own page only: the Origin of this request is another.",
            _ when request.Headers.Keys.Any(IsForwarding) => "The sandbox answers this machine only: this request was forwarded.",
            _ => null,
        };
    }

    private static bool OriginIsOwn(HttpRequest request) =>
        request.Headers.Origin is not [var origin] ? request.Headers.Origin.Count == 0
            : string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static bool IsForwarding(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase);
}
