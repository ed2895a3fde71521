using StrategyBot.Forms;
using StrategyBot.Rules.Effects;
using StrategyBot.Tests.Sandbox.Graph;

namespace StrategyBot.Tests.Forms;

public sealed class PatienceTests
{
    private readonly Patience forever = new(new ImpatientClock(limit: TimeSpan.Zero));

    private readonly Patience none = new(new ImpatientClock(limit: TimeSpan.FromDays(1)));

    [Fact]
    public async Task An_answer_in_time_is_the_answer() =>
        Assert.Equal("told", await forever.AskAsync(_ => Task.FromResult("told"), () => "not told", default));

    [Fact]
    public async Task What_takes_too_long_is_gone_without() =>
        Assert.Equal("not told", await none.AskAsync(NeverAsync, () => "not told", default));

    [Fact]
    public async Task What_the_outside_refuses_is_gone_without()
    {
        var refused = new EffectFailedException(EffectFailure.Refused, 403, "ErrorAccessDenied");
        Assert.Equal("not told", await forever.AskAsync(_ => Task.FromException<string>(refused), () => "not told", default));
    }

    [Fact]
    public async Task A_fault_of_our_own_and_a_caller_who_left_are_no_outage()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            forever.AskAsync(_ => Task.FromException<string>(new InvalidOperationException()), () => "not told", default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => forever.AskAsync(NeverAsync, () => "not told", new(canceled: true)));
    }

    private static async Task<string> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return "told";
    }
}
