using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Rules.Effects;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Obligations;

public sealed class CaseWorkTests : IDisposable
{
    private readonly RecordedCases cases;
    private readonly Duties duties = new Duties().Add<Letter>();
    private readonly PostOffice office = new();
    private readonly ServiceProvider services;

    public CaseWorkTests()
    {
        cases = new(duties.Earliest);
        services = new ServiceCollection().AddSingleton(office).BuildServiceProvider();
    }

    [Fact]
    public async Task What_is_due_is_done_once_and_its_outcome_makes_it_go_away()
    {
        await cases.HaveAsync(Given.AConvenedCase());

        await Work().DoAsync(Given.Id, default);
        await Work().DoAsync(Given.Id, default);

        Assert.Equal(1, office.Sent);
        var effect = (await CaseAsync()).Effects["test/letter/meeting-1"];
        Assert.Equal((1, EffectOutcome.Delivered, "mail"), (effect.Attempts, effect.Settled!.Outcome, effect.Settled.Rung));
        Assert.Null(await cases.Record.NextDueAsync(default));
    }

    [Fact]
    public async Task What_surely_was_not_done_is_tried_again_after_a_while_and_not_before()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        var work = Work();
        office.Fails = new(EffectFailure.SurelyNotDone, 429, "Throttled", TimeSpan.FromMinutes(2));

        await work.DoAsync(Given.Id, default);
        office.Fails = null;
        await work.DoAsync(Given.Id, default);
        Assert.Equal(0, office.Sent);

        cases.Clock.Advance(TimeSpan.FromMinutes(2));
        await work.DoAsync(Given.Id, default);

        Assert.Equal(1, office.Sent);
        Assert.False(office.LastAttempt!.IsUnknown);
    }

    [Fact]
    public async Task After_an_unknown_end_the_performer_is_told_to_look_first()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        office.Fails = new(EffectFailure.Unknown, 504, "GatewayTimeout");
        await Work().DoAsync(Given.Id, default);
        office.Fails = null;

        // Another life of the bot: it remembers nothing but the record.
        await Work().DoAsync(Given.Id, default);

        Assert.Equal(new Attempt(2, IsUnknown: true), office.LastAttempt);
        Assert.Equal(EffectOutcome.PossiblyRepeated, (await CaseAsync()).Effects["test/letter/meeting-1"].Settled!.Outcome);
    }

    [Fact]
    public async Task What_is_refused_stands_there_for_the_chair()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        office.Fails = new(EffectFailure.Refused, 403, "ErrorAccessDenied");

        await Work().DoAsync(Given.Id, default);

        Assert.Equal((EffectOutcome.GivenUp, "ErrorAccessDenied"),
            ((await CaseAsync()).Effects["test/letter/meeting-1"].Settled!.Outcome,
                (await CaseAsync()).Effects["test/letter/meeting-1"].Settled!.Receipt));
    }

    [Fact]
    public async Task A_bug_in_a_performer_leaves_the_end_unknown_and_stops_nothing_else()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        office.Breaks = true;

        await Work().DoAsync(Given.Id, default);

        Assert.True((await CaseAsync()).Effects["test/letter/meeting-1"].IsUnknown);
        Assert.NotNull(await cases.Record.NextDueAsync(default));
    }

    [Fact]
    public async Task A_reminder_whose_moment_has_passed_lapses_unsent()
    {
        duties.Add<Reminder>();
        cases.Clock.Advance(TimeSpan.FromDays(2));
        await cases.HaveAsync(Given.AConvenedCase());

        await Work().DoAsync(Given.Id, default);

        Assert.Equal(EffectOutcome.Lapsed, (await CaseAsync()).Effects["test/reminder/meeting-1"].Settled!.Outcome);
        Assert.Equal(1, office.Sent);
    }

    [Fact]
    public async Task What_a_look_learned_and_owes_at_once_is_done_in_the_same_turn()
    {
        var learning = new Duties().Watch<Learn>().Add<LetterOnceStarted>();
        await cases.HaveAsync(Given.AConvenedCase());

        await new CaseWork(cases.Clerk, cases.Record, learning, cases.Leases, cases.Clock, services, NullLogger<CaseWork>.Instance).DoAsync(
            Given.Id, default);

        Assert.Equal(1, office.Sent);
    }

    public void Dispose()
    {
        cases.Dispose();
        services.Dispose();
    }

    private CaseWork Work() => new(cases.Clerk, cases.Record, duties, cases.Leases, cases.Clock, services, NullLogger<CaseWork>.Instance);

    private Task<Case> CaseAsync() => cases.Clerk.LoadAsync(Given.Id, default);

    private sealed class PostOffice
    {
        public EffectFailedException? Fails { get; set; }

        public bool Breaks { get; set; }

        public int Sent { get; private set; }

        public Attempt? LastAttempt { get; private set; }

        public Performed Send(Attempt attempt)
        {
            LastAttempt = attempt;
            if (Breaks)
            {
                throw new InvalidOperationException("a bug");
            }

            if (Fails is { } failure)
            {
                throw failure;
            }

            Sent++;
            return new Performed.Delivered("mail", "m-1") { PossiblyRepeated = attempt.IsUnknown };
        }
    }

    private sealed class Letter(PostOffice office) : IDuty
    {
        public static string Kind => "test/letter";

        public static DateTimeOffset Since => DateTimeOffset.MinValue;

        public static IEnumerable<Owed> Owes(Case @case) => [new($"{Kind}/meeting-1", @case.OpenedAt)];

        public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(office.Send(attempt));
    }

    private sealed class Learn : IWatch
    {
        public static string Kind => "test/learn";

        public static Watching? Over(Case @case) => new(@case.OpenedAt, DateTimeOffset.MaxValue, TimeSpan.FromHours(1));

        public Task<Func<Case, IReadOnlyList<Fact>>> LookAsync(Case @case, CancellationToken cancellationToken) =>
            Task.FromResult<Func<Case, IReadOnlyList<Fact>>>(
                now => now.Meeting.Attendance.StartedAt is null ? [new MeetingStarted(Via.Roster) { Meeting = now.Meeting.Id }] : []);
    }

    private sealed class LetterOnceStarted(PostOffice office) : IDuty
    {
        public static string Kind => "test/letter";

        public static DateTimeOffset Since => DateTimeOffset.MinValue;

        public static IEnumerable<Owed> Owes(Case @case) =>
            @case.Meeting.Attendance.StartedAt is { } at ? [new($"{Kind}/meeting-1", at)] : [];

        public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(office.Send(attempt));
    }

    private sealed class Reminder(PostOffice office) : IDuty
    {
        public static string Kind => "test/reminder";

        public static DateTimeOffset Since => DateTimeOffset.MinValue;

        public static IEnumerable<Owed> Owes(Case @case) =>
            [new($"{Kind}/meeting-1", @case.OpenedAt) { LapsesAt = @case.OpenedAt.AddDays(1) }];

        public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(office.Send(attempt));
    }
}
