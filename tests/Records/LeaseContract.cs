using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>What every store's leases promise. Azurite needs Node; a test that is inherited can't ask for it in one class only.</summary>
public abstract class LeaseContract
{
    private const string Case = "cases/SB-2026-014";

    private static readonly TimeSpan Term = TimeSpan.FromSeconds(45);

    private readonly StoppedClock clock = new(new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    [NodeFact]
    public async Task Another_takes_a_stream_once_its_row_has_stood_for_a_whole_term()
    {
        var (one, other) = (await AnotherAsync(clock), await AnotherAsync(clock));
        Assert.True(await one.TryTakeAsync(Case, Term, default));
        Assert.True(await other.TryTakeAsync("cases/SB-2026-015", Term, default));

        Assert.False(await other.TryTakeAsync(Case, Term, default));
        clock.Advance(Term - TimeSpan.FromSeconds(1));
        Assert.False(await other.TryTakeAsync(Case, Term, default));
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await other.TryTakeAsync(Case, Term, default));
        Assert.False(await one.TryTakeAsync(Case, Term, default));
    }

    [NodeFact]
    public async Task Who_has_it_keeps_it_by_taking_it_again()
    {
        var (one, other) = (await AnotherAsync(clock), await AnotherAsync(clock));
        await one.TryTakeAsync(Case, Term, default);
        Assert.False(await other.TryTakeAsync(Case, Term, default));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await one.TryTakeAsync(Case, Term, default));

        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.False(await other.TryTakeAsync(Case, Term, default));
        clock.Advance(TimeSpan.FromSeconds(44));
        Assert.False(await other.TryTakeAsync(Case, Term, default));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await other.TryTakeAsync(Case, Term, default));
    }

    [NodeFact]
    public async Task A_clock_that_is_hours_ahead_takes_nothing_from_its_holder()
    {
        var ahead = new StoppedClock(clock.GetUtcNow().AddHours(5));
        var (one, other) = (await AnotherAsync(clock), await AnotherAsync(ahead));
        await one.TryTakeAsync(Case, Term, default);

        Assert.False(await other.TryTakeAsync(Case, Term, default));
        ahead.Advance(Term - TimeSpan.FromSeconds(1));
        Assert.False(await other.TryTakeAsync(Case, Term, default));
    }

    [NodeFact]
    public async Task What_was_given_back_and_taken_again_stands_anew()
    {
        var (one, other) = (await AnotherAsync(clock), await AnotherAsync(clock));
        await one.TryTakeAsync(Case, Term, default);
        Assert.False(await other.TryTakeAsync(Case, Term, default));
        clock.Advance(Term);
        await one.ReleaseAsync(Case, default);
        await one.TryTakeAsync(Case, Term, default);

        Assert.False(await other.TryTakeAsync(Case, Term, default));
    }

    [NodeFact]
    public async Task What_was_given_back_may_be_taken_at_once_and_only_its_holder_gives_it_back()
    {
        var (one, other) = (await AnotherAsync(clock), await AnotherAsync(clock));
        await one.TryTakeAsync(Case, Term, default);

        await other.ReleaseAsync(Case, default);
        Assert.False(await other.TryTakeAsync(Case, Term, default));

        await one.ReleaseAsync(Case, default);
        Assert.True(await other.TryTakeAsync(Case, Term, default));
    }

    [NodeFact]
    public async Task Of_many_who_reach_for_it_at_once_one_gets_it()
    {
        var all = new List<ILeases>();
        for (var n = 0; n < 6; n++)
        {
            all.Add(await AnotherAsync(clock));
        }

        var first = await Task.WhenAll(all.Select(one => Task.Run(() => one.TryTakeAsync(Case, Term, default))));
        clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(all.Where((_, at) => !first[at]).Select(one => one.TryTakeAsync(Case, Term, default)));
        clock.Advance(Term);
        var afterwards = await Task.WhenAll(
            all.Where((_, at) => !first[at]).Select(one => Task.Run(() => one.TryTakeAsync(Case, Term, default))));

        Assert.Single(first, true);
        Assert.Single(afterwards, true);
    }

    /// <summary>One more instance at the same store, with a clock of its own.</summary>
    private protected abstract Task<ILeases> AnotherAsync(TimeProvider wall);
}
