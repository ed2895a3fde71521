using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Obligations;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Obligations;

/// <summary>Two instances over one record: each with its own Clerk, its own leases and its own memory.</summary>
public sealed class TwoInstancesTests : IDisposable
{
    private readonly RecordedCases cases;
    private readonly Duties duties = new Duties().Add<Letter>();
    private readonly List<Attempt> attempts = [];
    private readonly ServiceProvider services;
    private readonly CaseLeases other;
    private Action appending = () => { };

    public TwoInstancesTests()
    {
        cases = new(@case =>
        {
            appending();
            return duties.Earliest(@case);
        });
        other = cases.OtherLeases();
        services = new ServiceCollection().AddSingleton(attempts).BuildServiceProvider();
    }

    [Fact]
    public async Task What_another_instance_has_is_left_to_it_until_its_lease_has_run_out()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        await other.HoldAsync(Given.Id, default);

        Assert.False(await Work(cases.Leases).DoAsync(Given.Id, default));
        Assert.Empty(attempts);

        cases.Clock.Advance(TimeSpan.FromSeconds(45));
        Assert.True(await Work(cases.Leases).DoAsync(Given.Id, default));
        Assert.Single(attempts);
    }

    [Fact]
    public async Task An_attempt_is_not_made_once_the_case_was_taken_over_and_its_end_counts_as_unknown()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        // Writing `sending` takes so long that the lease runs out and the other instance takes the case.
        appending = () =>
        {
            appending = () => { };
            Assert.False(other.HoldAsync(Given.Id, default).GetAwaiter().GetResult());
            cases.Clock.Advance(TimeSpan.FromSeconds(46));
            Assert.True(other.HoldAsync(Given.Id, default).GetAwaiter().GetResult());
        };

        await Work(cases.Leases).DoAsync(Given.Id, default);
        Assert.Empty(attempts);
        Assert.True((await cases.Clerk.LoadAsync(Given.Id, default)).Effects["test/letter/meeting-1"].IsUnknown);

        await Work(other).DoAsync(Given.Id, default);
        Assert.Equal([new Attempt(2, IsUnknown: true)], attempts);
    }

    [Fact]
    public async Task Two_runners_send_each_letter_once_and_settle_together()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        using var one = Runner(cases.Leases);
        using var another = Runner(other);

        var next = await Task.WhenAll(one.SettleAsync(default), another.SettleAsync(default)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal([null, null], next);
        Assert.Equal([new Attempt(1, IsUnknown: false)], attempts);
    }

    [Fact]
    public async Task A_runner_that_stops_leaves_its_cases_to_the_other_at_once()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        using var one = Runner(cases.Leases);
        await one.SettleAsync(default);
        Assert.False(await other.HoldAsync(Given.Id, default));

        await one.StopAsync(default);

        Assert.True(await other.HoldAsync(Given.Id, default));
    }

    public void Dispose()
    {
        cases.Dispose();
        services.Dispose();
    }

    private CaseWork Work(CaseLeases leases) =>
        new(cases.AnotherInstance(), cases.Record, duties, leases, cases.Clock, services, NullLogger<CaseWork>.Instance);

    private Runner Runner(CaseLeases leases) =>
        new(cases.Record, Work(leases), leases, new RecordSignal(), cases.Clock, new WallClock(TimeProvider.System),
            NullLogger<Runner>.Instance);

    private sealed class Letter(List<Attempt> attempts) : IDuty
    {
        public static string Kind => "test/letter";

        public static DateTimeOffset Since => DateTimeOffset.MinValue;

        public static IEnumerable<Owed> Owes(Case @case) => [new($"{Kind}/meeting-1", @case.OpenedAt)];

        public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
        {
            lock (attempts)
            {
                attempts.Add(attempt);
            }

            await Task.Yield();
            return new Performed.Delivered("mail", "m-1");
        }
    }
}
