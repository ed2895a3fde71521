namespace StrategyBot.Sandbox.Connector;

/// <summary>The Bot Framework connector as the bot sees it, at the <c>serviceUrl</c> of every activity.</summary>
internal static class ConnectorRoutes
{
    public static IServiceCollection AddConnectorRoutes(this IServiceCollection services) =>
        services.AddSingleton<ActivityRoutes>().AddSingleton<ConversationRoutes>().AddSingleton<RosterRoutes>();

    public static void MapConnectorRoutes(this IEndpointRouteBuilder app)
    {
        var connector = app.MapGroup("/sandbox/connector");
        ConversationRoutes.Map(connector);
        ActivityRoutes.Map(connector);
        RosterRoutes.Map(connector);
    }
}
