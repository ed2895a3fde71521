using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox;

/// <summary>The world's wiring: Teams, Graph and a clock, for a process that hosts them.</summary>
internal static class SandboxWorld
{
    public static IServiceCollection AddSandboxWorld(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSandboxClock();
        services.AddSingleton<WorldFeed>();
        services.AddSingleton(provider => new WorldStore(
            Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, configuration["Storage:Path"] ?? ".data"),
            provider.GetRequiredService<WorldFeed>()));
        return services;
    }

    public static void MapSandboxWorld(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sandbox/people", () => WorldResults.Json(SandboxPeople.All.Select(person =>
            new { person.Id, person.Name, person.Role, person.Agency, person.AadObjectId, person.Mail, person.TenantId })));
    }
}
