using Azure.Core;
using StrategyBot.Protocols.Teams;
using StrategyBot.Rules;
using StrategyBot.Starting;

namespace StrategyBot.Conversations;

internal static class ConversationsRegistration
{
    private const string AppId = "Teams:AppId", TenantId = "Teams:TenantId", Credential = "Teams:Credential";

    // Where a bot of the public cloud speaks first (facts B); later it answers where it was spoken to.
    private const string EuropeanServiceUrl = "https://smba.trafficmanager.net/emea/";

    /// <summary>The way in from Teams and the way out to it.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">Read at once, so that a missing setting stops the start.</param>
    /// <param name="sandboxUrl">Where the sandbox's connector is; <c>null</c> for the real one.</param>
    /// <exception cref="StartRefusedException">A setting is missing; the sentence names it.</exception>
    public static IServiceCollection AddTeams(
        this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, string>? sandboxUrl)
    {
        var named = RequiredSettings.Read(configuration,
        [
            (AppId, "the bot's Microsoft app id"),
            (TenantId, "the id of the authority's own tenant"),
            .. sandboxUrl is null
                ? [(Credential, "ManagedIdentity, Federated: with the id of the identity that vouches for the app, or its client secret")]
                : Array.Empty<(string, string)>(),
        ]);
        var (appId, tenantId) = (named[AppId], named[TenantId]);
        if (sandboxUrl is null)
        {
            services.AddSingleton(TeamsCredential.Create(appId, tenantId, named[Credential]));
        }

        var options = new ConnectorClientOptions();
        options.AddPolicy(new ConnectorMeasure(), HttpPipelinePosition.PerRetry);
        return services
            .AddSingleton(
                at => new TeamsSettings(appId, tenantId, sandboxUrl?.Invoke(at) ?? configuration["Teams:ServiceUrl"] ?? EuropeanServiceUrl,
                    IsSandbox: sandboxUrl is not null))
            .AddSingleton(at => new ConnectorClient(
                options, at.GetService<TokenCredential>(), at.GetRequiredService<WallClock>().Time,
                at.GetRequiredService<ILogger<ConnectorClient>>()))
            .AddSingleton<TeamsConversations>()
            .AddSingleton(at => new TeamsGate(at.GetRequiredService<TeamsSettings>(), sandboxUrl is null
                ? new ChannelTokenValidator(new ChannelTokenOptions(appId, [tenantId]), at.GetRequiredService<WallClock>().Time,
                    at.GetRequiredService<ILogger<ChannelTokenValidator>>())
                : null))
            .AddSingleton<Vouching>()
            .AddSingleton<TeamsSpeakers>()
            .AddSingleton<TeamsTurns>()
            .AddSingleton<LateTurns>()
            .AddSingleton<TeamsEndpoint>();
    }

    /// <summary>After every other room: what is registered last stops first, and what is late yet needs all the others.</summary>
    public static IServiceCollection AddWaitForLateTurns(this IServiceCollection services) =>
        services.AddHostedService(at => at.GetRequiredService<LateTurns>());

    public static void MapTeams(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/messages",
            (HttpContext http, TeamsEndpoint endpoint, CancellationToken cancellationToken) => endpoint.ReceiveAsync(http,
                cancellationToken));
}
