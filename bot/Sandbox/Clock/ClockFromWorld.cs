using System.Text.Json;
using StrategyBot.Starting;

namespace StrategyBot.Sandbox.Clock;

/// <summary>Sets the clock of a bot whose world is another process, before the bot does anything by it.</summary>
internal sealed class ClockFromWorld(SandboxUrls urls, SandboxClock clock) : IHostedLifecycleService
{
    // Both processes are often started together.
    private const int Attempts = 20;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await http.GetFromJsonAsync<Answer>(new Uri($"{urls.World}/sandbox/clock"), cancellationToken);
                clock.MoveTo(answer!.Now);
                return;
            }
            catch (Exception e)
                when (e is HttpRequestException or JsonException
                    || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                if (attempt == Attempts)
                {
                    throw new StartRefusedException(
                        "The sandbox world doesn't answer at Sandbox__WorldUrl. Start it first (StrategyBot__Mode=SandboxWorld), or "
                            + "take the setting away.", e);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed record Answer(DateTimeOffset Now);
}
