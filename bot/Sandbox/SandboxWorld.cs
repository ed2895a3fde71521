using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.Connector;
using StrategyBot.Sandbox.Deliveries;
using StrategyBot.Sandbox.Entra;
using StrategyBot.Sandbox.Faults;
using StrategyBot.Sandbox.Graph;
using StrategyBot.Sandbox.Guards;
using StrategyBot.Sandbox.Meetings;
using StrategyBot.Sandbox.PeoplesSide;
using StrategyBot.Sandbox.Practise;
using StrategyBot.Sandbox.Store;
using StrategyBot.Starting;

namespace StrategyBot.Sandbox;

/// <summary>The world's wiring: Teams, Graph and a clock, for a process that hosts them.</summary>
internal static class SandboxWorld
{
    public static IServiceCollection AddSandboxWorld(
        this IServiceCollection services, IConfiguration configuration, TimeProvider wall)
    {
        services.AddSandboxGround(wall);
        services.AddSingleton<WorldFeed>();
        services.AddSingleton(provider => new WorldStore(
            StorageFolder.Open(configuration, provider.GetRequiredService<IHostEnvironment>()),
            provider.GetRequiredService<WorldFeed>()));
        services.AddSingleton(DeliverySpeed.AsTeams(wall)).AddSingleton<BotLine>().AddSingleton<BotDeliveries>().AddSingleton<WorldClock>();
        services.AddSingleton<ChatBook>().AddSingleton<MeetingChats>().AddSingleton<AppInstallation>().AddSingleton<CallRoom>();
        services.AddSingleton(new Issuing(wall));
        services.AddSingleton<FaultInjection>().AddConnectorRoutes().AddPeoplesRoutes().AddPractise();
        services.AddSandboxGraph();
        // A body that can't be read is the caller's mistake, not an exception for the log.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        return services.AddHostedService<WorldStart>();
    }

    public static void MapSandboxWorld(this WebApplication app)
    {
        app.UseSandboxGuard();
        app.UsePlainRefusals();
        FaultInjection.Map(app);
        app.MapClockRoutes();
        app.MapEventStream();
        app.MapConnectorRoutes();
        app.MapSandboxGraph();
        app.MapPeoplesRoutes();
        Issuing.Map(app);
        app.MapPractise();
    }
}
