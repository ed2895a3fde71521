using StrategyBot.Conversations;
using StrategyBot.Pages;
using StrategyBot.Phases;
using StrategyBot.Reaching;
using StrategyBot.Starting;

namespace StrategyBot.PartnerLinks;

internal static class PartnerLinksRegistration
{
    /// <summary>Links in letters, and the page behind them. Add it after Reaching, whose links it takes the place of.</summary>
    /// <param name="isSandbox">Outside of it the address must be set, and https, and the key apart from the record.</param>
    /// <param name="send">How a code is mailed.</param>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the sentence names it.</exception>
    public static IServiceCollection AddPartnerLinks(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, bool isSandbox,
        Func<IServiceProvider, SendCode> send)
    {
        if (!isSandbox)
        {
            LinkSettings.Check(configuration, environment);
        }

        var key = LinkSettings.ReadKey(configuration, environment, isSandbox);
        return services.AddPages()
            .AddSingleton(key)
            .AddSingleton<DeviceLock>(key.Keeps)
            .AddSingleton(new Sources(key.ForSources()))
            .AddSingleton(ClientAddress.Proxies(configuration))
            .AddSingleton(at => new LinkSettings(at.GetRequiredService<PublicAddress>(), isSandbox))
            // Asked for late: what mails it must not be made before the sandbox knows where it listens.
            .AddSingleton<SendCode>(
                at => (mail, key, subject, body, cancellationToken) => send(at)(mail, key, subject, body, cancellationToken))
            .AddSingleton<IPersonalLinks, LetterLinks>()
            .AddSingleton<CodePost>()
            .AddHostedService(at => at.GetRequiredService<CodePost>())
            .AddSingleton<Sessions>()
            .AddSingleton<IPageSessions>(at => at.GetRequiredService<Sessions>())
            .AddHostedService<OldLinks>()
            .AddSingleton<LinkSignIn>()
            .AddSingleton<PartnerTasks>()
            .AddSingleton<PageEndpoint>();
    }

    /// <summary>Answers <c>/p</c>: the page, and what it asks.</summary>
    public static void MapPartnerLinks(this WebApplication app) => app.MapPartnerLinks(Path.Combine(AppContext.BaseDirectory, "links"));

    internal static void MapPartnerLinks(this WebApplication app, string folder)
    {
        var files = PageFiles.Unframed(folder);
        var proxies = app.Services.GetRequiredService<ForwardedHeadersOptions>();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/p"), branch => (proxies.KnownIPNetworks.Count == 0
            ? branch
            : branch.UseForwardedHeaders(proxies)).Use(async (http, next) =>
        {
            files.Guard(http);
            if (PageEndpoint.Refuses(http))
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
            }
            else if (!await RequestBody.MendAsync(http, http.RequestAborted))
            {
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            }
            else
            {
                await next(http);
            }
        }));
        var pages = app.MapGroup("/p");
        files.Map(pages);
        app.Services.GetRequiredService<PageEndpoint>().Map(pages.MapGroup("/api"));
    }
}
