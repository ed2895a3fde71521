using StrategyBot.Conversations;
using StrategyBot.Pages;
using StrategyBot.Protocols.Teams;
using StrategyBot.Rules;

namespace StrategyBot.Panel;

/// <summary>Where the panel is framed, and whose keys sign the tokens of those who look at it.</summary>
/// <param name="Hosts">Origins beside Teams' own that may host it; the sandbox alone has any.</param>
/// <param name="KeysAt">Where the tenant's keys are told, where that isn't Microsoft.</param>
internal sealed record PanelHost(Func<IReadOnlyList<string>> Hosts, Func<string>? KeysAt);

internal static class PanelRegistration
{
    // Where Teams shows a tab ("Tab requirements").
    private const string Teams = "https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com";

    /// <summary>The panel beside a call. Add it after Teams, Records and PartnerLinks, which lock what a device keeps.</summary>
    /// <param name="host">The sandbox's; <c>null</c> for Teams.</param>
    public static IServiceCollection AddPanel(this IServiceCollection services, Func<IServiceProvider, PanelHost>? host = null) =>
        services.AddPages()
            .AddSingleton(at => host?.Invoke(at) ?? new PanelHost(static () => [], null))
            .AddSingleton(at =>
            {
                var settings = at.GetRequiredService<TeamsSettings>();
                var options = new PersonTokenOptions(settings.AppId, settings.TenantId);
                return new PersonTokenValidator(
                    at.GetRequiredService<PanelHost>().KeysAt is { } keys ? options with { MetadataAddress = keys() } : options,
                    at.GetRequiredService<WallClock>().Time, at.GetRequiredService<ILogger<PersonTokenValidator>>());
            })
            .AddSingleton<PanelDoor>()
            .AddSingleton<PanelEndpoint>()
            .AddSingleton<ServiceEndpoint>();

    /// <summary>Answers <c>/panel</c>: the page, and what it asks. No cookie: a bearer token with each request.</summary>
    public static void MapPanel(this WebApplication app) => app.MapPanel(Path.Combine(AppContext.BaseDirectory, "panel"));

    internal static void MapPanel(this WebApplication app, string folder)
    {
        var host = app.Services.GetRequiredService<PanelHost>();
        PageFiles Files() => new(folder, host.KeysAt is null ? Teams : string.Join(' ', host.Hosts().Prepend("'self'")));
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/panel"), branch => branch.Use(async (http, next) =>
        {
            Files().Guard(http);
            if (!await RequestBody.MendAsync(http, http.RequestAborted))
            {
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            }
            else
            {
                await next(http);
            }
        }));
        var pages = app.MapGroup("/panel");
        Files().Map(pages);
        // Teams passes nothing: its own origins are known to its library.
        pages.MapGet("/host", () => PageAnswers.Json(new { origins = host.Hosts() }));
        PanelEndpoint.Map(pages.MapGroup("/api"));
        ServiceEndpoint.Map(pages.MapGroup("/api/service"));
    }
}
