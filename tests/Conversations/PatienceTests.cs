using StrategyBot.Conversations;
using StrategyBot.Rules.Effects;
using StrategyBot.Tests.Sandbox.Graph;

namespace StrategyBot.Tests.Conversations;

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

    // Where a look-up has time of its own, nothing comes.
    [Fact(Timeout = 60_000)]
    public async Task What_is_asked_later_has_only_what_is_left()
    {
        var clock = new ImpatientClock(limit: TimeSpan.Zero);
        var patience = new Patience(clock);
        clock.Advance(TimeSpan.FromSeconds(3));

        // No timer of the clock's ends it: nothing is left.
        Assert.Equal("not told", await patience.AskAsync(NeverAsync, () => "not told", default));
        Assert.Equal(TimeSpan.FromSeconds(1), patience.Left);
        // What is known already costs no time.
        Assert.Equal("told", await patience.AskAsync(_ => Task.FromResult("told"), () => "not told", default));
    }

    // Where nobody leaves it, nothing comes.
    [Fact(Timeout = 60_000)]
    public async Task Who_does_not_listen_is_left_behind()
    {
        var clock = new ImpatientClock(limit: TimeSpan.Zero);
        var asked = new Patience(clock).AskAsync(_ => new TaskCompletionSource<string>().Task, () => "not told", default);
        clock.Expire();

        Assert.Equal("not told", await asked);
    }

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
