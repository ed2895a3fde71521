using StrategyBot.Rules.Effects;

namespace StrategyBot.Tests.Sandbox.Graph;

/// <summary>A test with a world of its own.</summary>
public abstract class GraphWorldTest : IAsyncLifetime
{
    internal GraphWorld World { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await GraphWorld.StartAsync();
        await StartedAsync();
    }

    public async Task DisposeAsync() => await World.DisposeAsync();

    private protected virtual Task StartedAsync() => Task.CompletedTask;

    private protected static async Task<EffectFailedException> FailsAsync(Func<Task> call, EffectFailure failure, int status)
    {
        var failed = await Assert.ThrowsAsync<EffectFailedException>(call);
        Assert.Equal((failure, status), (failed.Failure, failed.Status));
        return failed;
    }
}
