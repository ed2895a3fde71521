using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Phases.Governing;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Obligations;

/// <summary>What the due index holds after a save: a watch looks when its time comes, and not whenever somebody saves.</summary>
public sealed class DueAfterASaveTests : IDisposable
{
    private readonly Duties duties = new Duties().Watch<Often>();
    private readonly RecordedCases cases;
    private readonly CaseWork work;
    private readonly ServiceProvider services;
    private int looks;

    public DueAfterASaveTests()
    {
        cases = new(due: duties.Earliest);
        services = new ServiceCollection().AddSingleton<Action>(() => looks++).BuildServiceProvider();
        work = new(cases.Clerk, cases.Record, duties, cases.Leases, cases.Clock, services, NullLogger<CaseWork>.Instance);
    }

    [Fact]
    public async Task A_watch_that_begins_looks_at_once()
    {
        await HaveAsync();

        Assert.Equal(Begun, await DueAsync());
    }

    [Fact]
    public async Task A_save_has_the_case_looked_at_when_the_watch_looks_next_and_not_at_once()
    {
        await HaveAsync();
        await WorkAsync();
        cases.Clock.Advance(Begun.AddMinutes(7) - cases.Clock.GetUtcNow());

        await SaveAsync("first");
        Assert.Equal(Begun.AddMinutes(8), await DueAsync());
        cases.Clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync("second");

        Assert.Equal(Begun.AddMinutes(10), await DueAsync());
    }

    [Fact]
    public async Task However_often_somebody_saves_it_looks()
    {
        await HaveAsync();
        await WorkAsync();
        for (var second = 0; second < 600; second += 30)
        {
            cases.Clock.Advance(TimeSpan.FromSeconds(30));
            // As the runner does: what is due, and then whoever saves.
            if (await DueAsync() <= cases.Clock.GetUtcNow())
            {
                await WorkAsync();
            }

            await SaveAsync($"{second}");
        }

        Assert.InRange(looks, 5, 6);
    }

    [Fact]
    public async Task A_watch_whose_time_is_over_is_never_due()
    {
        await HaveAsync();
        cases.Clock.Advance(TimeSpan.FromDays(1));
        await SaveAsync("later");

        Assert.Null(await DueAsync());
    }

    /// <summary>What it watches is another: a letter sent since, that may come back.</summary>
    [Fact]
    public async Task A_watch_that_begins_anew_looks_from_then_on_however_lately_it_did()
    {
        var anew = new Duties().Watch<Anew>();
        using var all = new RecordedCases(due: anew.Earliest);
        var again = new CaseWork(all.Clerk, all.Record, anew, all.Leases, all.Clock, services, NullLogger<CaseWork>.Instance);
        all.Clock.Advance(Begun.AddHours(2) - all.Clock.GetUtcNow());
        await all.HaveAsync(Given.AConvenedCase());
        await again.DoAsync(Given.Id, default);
        Assert.Equal(1, looks);

        await SaveAsync(all, "first");
        Assert.Equal(all.Clock.GetUtcNow().AddMinutes(1), await all.Record.NextDueAsync(default));
        await again.DoAsync(Given.Id, default);
        Assert.Equal(1, looks);
        all.Clock.Advance(TimeSpan.FromMinutes(1));
        await again.DoAsync(Given.Id, default);
        Assert.Equal(2, looks);
        Assert.Equal(all.Clock.GetUtcNow().AddHours(1), await all.Record.NextDueAsync(default));
    }

    [Fact]
    public async Task The_daily_look_at_the_calendar_is_not_due_by_a_save()
    {
        var daily = new Duties().Watch<CalendarWatch>();
        using var all = new RecordedCases(due: daily.Earliest);
        var given = Given.AConvenedCase();
        await all.HaveAsync(given);
        Assert.True(await all.Record.NextDueAsync(default) <= all.Clock.GetUtcNow());

        await SaveAsync(all, "any");

        var due = await all.Record.NextDueAsync(default);
        Assert.InRange(due!.Value, all.Clock.GetUtcNow(), all.Clock.GetUtcNow().AddDays(1));
        Assert.Equal(given.Case.OpenedAt.TimeOfDay, due.Value.TimeOfDay);
    }

    public void Dispose()
    {
        services.Dispose();
        cases.Dispose();
    }

    private static DateTimeOffset Begun => Given.AConvenedCase().Case.OpenedAt;

    private async Task HaveAsync()
    {
        cases.Clock.Advance(Begun.AddMinutes(1) - cases.Clock.GetUtcNow());
        await cases.HaveAsync(Given.AConvenedCase());
    }

    private Task<DateTimeOffset?> DueAsync() => cases.Record.NextDueAsync(default);

    private Task SaveAsync(string source) => SaveAsync(cases, source);

    private static Task SaveAsync(RecordedCases cases, string source) =>
        cases.Clerk.RecordAsync(Given.Id, source, _ => [new ContingencyAgreed(source) { Meeting = Given.FirstMeeting }], default);

    private Task WorkAsync() => work.DoAsync(Given.Id, default);

    /// <summary>Every two minutes, for an hour from when the case was opened.</summary>
    private sealed class Often(Action looked) : IWatch
    {
        public static string Kind => "test/often";

        public static Watching? Over(Case @case) => new(@case.OpenedAt, @case.OpenedAt.AddHours(1), TimeSpan.FromMinutes(2));

        public Task<Func<Case, IReadOnlyList<Fact>>> LookAsync(Case @case, CancellationToken cancellationToken)
        {
            looked();
            return Task.FromResult<Func<Case, IReadOnlyList<Fact>>>(_ => []);
        }
    }

    /// <summary>Each hour, from a minute later for each entry that follows.</summary>
    private sealed class Anew(Action looked) : IWatch
    {
        public static string Kind => "test/anew";

        public static Watching? Over(Case @case) =>
            new(Begun.AddHours(2).AddMinutes(@case.Version - Given.AConvenedCase().Case.Version), DateTimeOffset.MaxValue,
                TimeSpan.FromHours(1));

        public Task<Func<Case, IReadOnlyList<Fact>>> LookAsync(Case @case, CancellationToken cancellationToken)
        {
            looked();
            return Task.FromResult<Func<Case, IReadOnlyList<Fact>>>(_ => []);
        }
    }
}
