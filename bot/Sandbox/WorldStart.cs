using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.Deliveries;

namespace StrategyBot.Sandbox;

/// <summary>Takes the world up where it was left: the clock before anybody asks for the time, deliveries once the server listens.</summary>
internal sealed class WorldStart(WorldClock clock, AppInstallation installs, BotDeliveries deliveries) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        clock.Load();
        installs.Seed();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        deliveries.Resume();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
