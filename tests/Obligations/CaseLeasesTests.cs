using StrategyBot.Cases;
using StrategyBot.Obligations;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Obligations;

public sealed class CaseLeasesTests
{
    private static readonly CaseId Id = new("SB-2026-014");

    private readonly StoppedClock wall = new(new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly Store store = new();

    [Fact]
    public async Task An_instance_alone_asks_the_store_once_in_15_seconds()
    {
        var leases = new CaseLeases(store, new(wall));
        for (var second = 0; second <= 15; second++)
        {
            Assert.True(await leases.HoldAsync(Id, default));
            wall.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, store.Asked);
        Assert.True(await leases.HoldAsync(Id, default));
        Assert.Equal(2, store.Asked);
        Assert.Equal(TimeSpan.FromSeconds(45), store.Term);
    }

    [Fact]
    public async Task Nothing_is_begun_where_another_has_the_case()
    {
        var leases = new CaseLeases(store, new(wall));
        await leases.HoldAsync(Id, default);
        wall.Advance(TimeSpan.FromSeconds(16));
        store.IsFree = false;

        Assert.False(await leases.HoldAsync(Id, default));
        Assert.False(await leases.HoldAsync(Id, default));
        Assert.Equal(3, store.Asked);
    }

    [Fact]
    public async Task A_store_that_answers_so_late_that_too_little_is_left_gives_no_hold()
    {
        store.Takes = () => wall.Advance(TimeSpan.FromSeconds(16));

        Assert.False(await new CaseLeases(store, new(wall)).HoldAsync(Id, default));
    }

    [Fact]
    public async Task An_instance_that_stops_gives_everything_back()
    {
        var leases = new CaseLeases(store, new(wall));
        await leases.HoldAsync(Id, default);

        await leases.ReleaseAllAsync(default);
        await leases.HoldAsync(Id, default);

        Assert.Equal(["cases/SB-2026-014"], store.Released);
        Assert.Equal(2, store.Asked);
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_back_gives_no_longer_hold()
    {
        var set = new SetBackClock(wall);
        var leases = new CaseLeases(store, new(set));
        await leases.HoldAsync(Id, default);

        set.Back = TimeSpan.FromHours(1);
        wall.Advance(TimeSpan.FromSeconds(16));
        await leases.HoldAsync(Id, default);

        Assert.Equal(2, store.Asked);
    }

    /// <summary>Somebody sets the time of day; what only goes forward goes on.</summary>
    private sealed class SetBackClock(StoppedClock forward) : TimeProvider
    {
        public TimeSpan Back { get; set; }

        public override long TimestampFrequency => forward.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => forward.GetUtcNow() - Back;

        public override long GetTimestamp() => forward.GetTimestamp();
    }

    private sealed class Store : ILeases
    {
        public bool IsFree { get; set; } = true;

        public Action Takes { get; set; } = () => { };

        public int Asked { get; private set; }

        public TimeSpan Term { get; private set; }

        public List<string> Released { get; } = [];

        public Task<bool> TryTakeAsync(string stream, TimeSpan term, CancellationToken cancellationToken)
        {
            Asked++;
            Term = term;
            Takes();
            return Task.FromResult(IsFree);
        }

        public Task ReleaseAsync(string stream, CancellationToken cancellationToken)
        {
            Released.Add(stream);
            return Task.CompletedTask;
        }
    }
}
