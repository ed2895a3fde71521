using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>What every store's leases promise. Azurite needs Node; a test that is inherited can't ask for it in one class only.</summary>
public abstract class LeaseContract
{
    private const string Case = "cases/SB-2026-014";

    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [NodeFact]
    public async Task One_instance_has_a_stream_until_its_time_is_over()
    {
        var (one, other) = (await AnotherAsync(), await AnotherAsync());

        Assert.True(await one.TryTakeAsync(Case, Noon, Noon.AddSeconds(45), default));
        Assert.False(await other.TryTakeAsync(Case, Noon.AddSeconds(44), Noon.AddSeconds(89), default));
        Assert.True(await other.TryTakeAsync("cases/SB-2026-015", Noon, Noon.AddSeconds(45), default));

        Assert.True(await other.TryTakeAsync(Case, Noon.AddSeconds(45), Noon.AddSeconds(90), default));
        Assert.False(await one.TryTakeAsync(Case, Noon.AddSeconds(45), Noon.AddSeconds(90), default));
    }

    [NodeFact]
    public async Task Who_has_it_keeps_it_by_taking_it_again()
    {
        var (one, other) = (await AnotherAsync(), await AnotherAsync());
        await one.TryTakeAsync(Case, Noon, Noon.AddSeconds(45), default);

        Assert.True(await one.TryTakeAsync(Case, Noon.AddSeconds(15), Noon.AddSeconds(60), default));

        Assert.False(await other.TryTakeAsync(Case, Noon.AddSeconds(50), Noon.AddSeconds(95), default));
    }

    [NodeFact]
    public async Task What_was_given_back_may_be_taken_at_once_and_only_its_holder_gives_it_back()
    {
        var (one, other) = (await AnotherAsync(), await AnotherAsync());
        await one.TryTakeAsync(Case, Noon, Noon.AddSeconds(45), default);

        await other.ReleaseAsync(Case, default);
        Assert.False(await other.TryTakeAsync(Case, Noon, Noon.AddSeconds(45), default));

        await one.ReleaseAsync(Case, default);
        Assert.True(await other.TryTakeAsync(Case, Noon, Noon.AddSeconds(45), default));
    }

    [NodeFact]
    public async Task Of_many_who_reach_for_it_at_once_one_gets_it()
    {
        var all = new List<ILeases>();
        for (var n = 0; n < 6; n++)
        {
            all.Add(await AnotherAsync());
        }

        var first = await Task.WhenAll(all.Select(one => Task.Run(() => one.TryTakeAsync(Case, Noon, Noon.AddSeconds(45), default))));
        var afterwards =
            await Task.WhenAll(
                all.Select(one => Task.Run(() => one.TryTakeAsync(Case, Noon.AddSeconds(46), Noon.AddSeconds(91), default))));

        Assert.Single(first, true);
        Assert.Single(afterwards, true);
    }

    /// <summary>One more instance at the same store.</summary>
    protected abstract Task<ILeases> AnotherAsync();
}
