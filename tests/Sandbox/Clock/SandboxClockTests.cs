using StrategyBot.Sandbox.Clock;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Sandbox.Clock;

public sealed class SandboxClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly StoppedClock wall = new(Noon);

    [Fact]
    public void It_runs_on_with_the_wall_from_where_it_was_put()
    {
        var clock = new SandboxClock(wall);
        clock.MoveTo(Noon.AddDays(2));
        wall.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Noon.AddDays(2).AddMinutes(5), clock.GetUtcNow());
    }

    [Fact]
    public void It_never_goes_back()
    {
        var clock = new SandboxClock(wall);
        clock.MoveTo(Noon.AddDays(2));
        clock.MoveTo(Noon.AddDays(1));
        clock.PutAhead(TimeSpan.FromHours(-3));

        Assert.Equal(Noon.AddDays(2), clock.GetUtcNow());
    }
}
