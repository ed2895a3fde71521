using Microsoft.Extensions.DependencyInjection.Extensions;
using StrategyBot.Sandbox.Clock;

namespace StrategyBot.Sandbox;

/// <summary>Works everything that is due until the bot is quiet; returns when something is due next, or <c>null</c>.</summary>
internal delegate Task<DateTimeOffset?> Settle(CancellationToken cancellationToken);

/// <summary>The bot's side of the sandbox: its clock, where its Teams and Graph are, and the world's way to its runner.</summary>
internal static class SandboxMode
{
    public static IServiceCollection AddSandboxMode(this IServiceCollection services) => services.AddSandboxClock();

    internal static IServiceCollection AddSandboxClock(this IServiceCollection services)
    {
        services.TryAddSingleton<SandboxUrls>();
        services.TryAddSingleton(new SandboxClock(TimeProvider.System));
        return services;
    }
}
