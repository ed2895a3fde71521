using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.Guards;

namespace StrategyBot.Sandbox;

/// <summary>Works everything that is due until the bot is quiet; returns when something is due next, or <c>null</c>.</summary>
internal delegate Task<DateTimeOffset?> Settle(CancellationToken cancellationToken);

/// <summary>The bot's side of the sandbox: its clock, where its Teams and Graph are, and the world's way to its runner.</summary>
internal static class SandboxMode
{
    /// <summary>Take <see cref="SandboxClock"/> as the case clock and <see cref="SandboxUrls"/> for addresses;
    /// register a <see cref="Settle"/>.</summary>
    /// <param name="wall">The clock on the wall.</param>
    public static IServiceCollection AddSandboxMode(
        this IServiceCollection services, IConfiguration configuration, TimeProvider wall)
    {
        services.AddSandboxGround(wall);
        return SandboxUrls.HostsWorld(configuration) ? services : services.AddHostedService<ClockFromWorld>();
    }

    public static void MapSandboxMode(this WebApplication app)
    {
        app.UseSandboxGuard();
        app.MapPost("/sandbox/runner", async (RunnerTurn turn, SandboxClock clock, Settle settle, CancellationToken cancellationToken) =>
        {
            clock.MoveTo(turn.Now);
            return WorldResults.Json(new RunnerAnswer(await settle(cancellationToken)));
        });
    }

    /// <summary>What both sides stand on.</summary>
    internal static IServiceCollection AddSandboxGround(this IServiceCollection services, TimeProvider wall)
    {
        services.TryAddSingleton<SandboxUrls>();
        services.TryAddSingleton(new SandboxClock(wall));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartGuard>());
        return services;
    }

    private sealed record RunnerTurn(DateTimeOffset Now);

    // The agreed shape says null where nothing is due; the world's JSON leaves nulls out elsewhere.
    private sealed record RunnerAnswer([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? NextDue);
}
