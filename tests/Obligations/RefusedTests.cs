using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Checking;
using StrategyBot.Obligations;
using StrategyBot.Rules.Effects;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Obligations;

/// <summary>What the outside refused is tried again while that is of use.</summary>
public sealed class RefusedTests : IDisposable
{
    private const string Key = "test/letter/meeting-1";

    private readonly RecordedCases cases;
    private readonly Duties duties = new Duties().Add<Letter>().Add<Other>();
    private readonly Office office = new();
    private readonly ServiceProvider services;
    private readonly TemporaryFolder folder = new();
    private readonly CaseWork work;

    public RefusedTests()
    {
        cases = new(duties.Earliest);
        services = new ServiceCollection().AddSingleton(office).BuildServiceProvider();
        work = new(cases.Clerk, cases.Record, duties, cases.Leases, cases.Clock, services, NullLogger<CaseWork>.Instance);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task What_was_refused_once_is_tried_again_after_five_minutes(int status)
    {
        await cases.HaveAsync(Given.AConvenedCase());
        office.Fails = new(EffectFailure.Refused, status, "No");
        await WorkAsync();
        office.Fails = null;

        await WorkAsync(minutes: 4);
        Assert.Equal(1, office.Tried);
        await WorkAsync(minutes: 1);

        Assert.Equal((2, EffectOutcome.Delivered), (office.Tried, (await CaseAsync()).Effects[Key].Settled!.Outcome));
        Assert.Null(await cases.Record.NextDueAsync(default));
    }

    [Fact]
    public async Task It_is_tried_ever_more_slowly_until_it_is_of_no_use()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        office.Fails = new(EffectFailure.Refused, 403, "No");
        var (start, tried) = (cases.Clock.GetUtcNow(), new List<int>());
        await WorkAsync();
        while (await cases.Record.NextDueAsync(default) is { } next)
        {
            tried.Add((int)(next - cases.Clock.GetUtcNow()).TotalMinutes);
            await WorkAsync(tried[^1]);
        }

        Assert.Equal([5, 10, 20, 40, 80, 160, 240, 240], tried.Take(8));
        Assert.All(tried.Skip(8), minutes => Assert.Equal(240, minutes));
        Assert.InRange(cases.Clock.GetUtcNow() - start, TimeSpan.FromDays(13), TimeSpan.FromDays(14));
        Assert.True((await CaseAsync()).IsRefused(Key));
    }

    [Fact]
    public async Task Asked_for_it_is_tried_at_once_and_slowly_again_from_there()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        office.Fails = new(EffectFailure.Refused, 403, "No");
        await WorkAsync();
        await WorkAsync(minutes: 5);

        Assert.Equal(1, await Refusals().AskAgainAsync(default));
        await WorkAsync();
        Assert.Equal(3, office.Tried);
        await WorkAsync(minutes: 5);

        Assert.Equal(4, office.Tried);
    }

    [Fact]
    public async Task The_check_counts_what_waits_and_says_why()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        Assert.Equal(Verdict.Ok, Assert.Single(await new RefusedCheck(Refusals()).LookAsync(default)).Verdict);
        office.Fails = new(EffectFailure.Refused, 403, "ErrorAccessDenied");
        await WorkAsync();

        var found = Assert.Single(await new RefusedCheck(Refusals()).LookAsync(default));
        Assert.Equal((Verdict.SeeTo, "what waits"), (found.Verdict, found.What));
        Assert.StartsWith("a message (1): I am not allowed to do it (ErrorAccessDenied); tell the administrator", found.Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_cause_has_it_tried_at_once()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        office.Fails = new(EffectFailure.Refused, 400, "ErrorInvalidRecipients");
        await WorkAsync();
        office.Fails = null;

        await cases.Clerk.RecordAsync(Given.Id, "mended",
            _ => [new ParticipantAdded(Given.Sam with { Mail = "sam.w@police.example" })], default);
        await WorkAsync();

        Assert.Equal((2, 0), (office.Tried, duties.RefusedIn(await CaseAsync(), cases.Clock.GetUtcNow()).Count));
    }

    [Fact]
    public async Task Without_an_address_nothing_is_tried_before_there_is_one()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        office.GivesUp = RefusedEffect.NoAddress;
        await WorkAsync();

        await WorkAsync(minutes: 24 * 60);
        Assert.Equal(1, office.Tried);
        Assert.Null(await cases.Record.NextDueAsync(default));
        await cases.Clerk.RecordAsync(Given.Id, "mended",
            _ => [new ParticipantAdded(Given.Sam with { Mail = "sam.w@police.example" })], default);
        office.GivesUp = null;
        await WorkAsync();

        Assert.Equal(2, office.Tried);
    }

    [Fact]
    public async Task Where_one_gets_through_the_others_that_were_refused_so_follow_at_once()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        office.Fails = new(EffectFailure.Refused, 403, "No");
        await WorkAsync();
        await cases.Clerk.RecordAsync(Given.Id, "started", _ => [new MeetingStarted(Via.Form) { Meeting = Given.FirstMeeting }], default);
        await WorkAsync(minutes: 4);
        Assert.Equal(2, office.Tried);
        office.Fails = null;

        await WorkAsync(minutes: 1);

        Assert.Equal(4, office.Tried);
        Assert.Contains(Given.Id, work.TakeWoken());
    }

    [Fact]
    public async Task An_attempt_after_a_refusal_whose_end_is_unknown_is_told_to_look_first()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        office.Fails = new(EffectFailure.Refused, 403, "No");
        await WorkAsync();
        office.Fails = new(EffectFailure.Unknown, 504, "GatewayTimeout");
        await WorkAsync(minutes: 5);
        office.Fails = null;
        await WorkAsync(minutes: 1);

        Assert.Equal(new Attempt(3, IsUnknown: true), office.Last);
        Assert.False((await CaseAsync()).IsRefused(Key));
    }

    /// <summary>Written by the release before: its calendar entry, one letter and the chair's card were refused for good.</summary>
    [Fact]
    public async Task What_the_first_release_gave_up_reads_as_it_did_and_is_tried_again_while_the_meeting_is_ahead()
    {
        var @case = await OfFirstReleaseAsync();
        var real = Program.Phases;
        var meeting = @case.Meeting.Room.Convened!;

        Assert.Equal(EffectOutcome.GivenUp, @case.Effects["convening/create-event/meeting-1"].Settled!.Outcome);
        var waits = real.Refused(@case, meeting.StartsAt).Select(refused => refused.Key).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(
            ["convening/create-event/meeting-1", "convening/invite/meeting-1/person-3", "convening/invite/meeting-1/person-4",
                "hub/show/meeting-1/person-1/1"], waits);
        Assert.All(waits, key => Assert.Contains(Real().OwedBy(@case), owed => owed.Key == key && owed.DueAt <= meeting.StartsAt));
    }

    [Fact]
    public async Task After_its_meeting_none_of_its_letters_is_sent()
    {
        var @case = await OfFirstReleaseAsync();

        var waits = Program.Phases.Refused(@case, @case.Meeting.Room.Convened!.EndsAt).Select(refused => refused.Key);
        Assert.Equal(["hub/show/meeting-1/person-1/1"], waits);
        Assert.Empty(Program.Phases.Refused(@case, @case.Meeting.Room.Convened!.EndsAt.AddDays(30)));
    }

    public void Dispose()
    {
        cases.Dispose();
        services.Dispose();
        folder.Dispose();
    }

    private async Task WorkAsync(int minutes = 0)
    {
        cases.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await work.DoAsync(Given.Id, default);
    }

    private RefusedCases Refusals() => new(cases.Record, cases.Clerk, duties, cases.Clock);

    private Task<Case> CaseAsync() => cases.Clerk.LoadAsync(Given.Id, default);

    private async Task<Case> OfFirstReleaseAsync()
    {
        using var record = GoldenRecord.Open("refused", folder.Path);
        return await cases.ClerkOf(record).LoadAsync(Given.Id, default);
    }

    private static Duties Real()
    {
        var duties = new Duties();
        foreach (var phase in Program.Phases.All)
        {
            phase.Duties(duties);
        }

        return duties;
    }

    private sealed class Office
    {
        public EffectFailedException? Fails { get; set; }

        public string? GivesUp { get; set; }

        public int Tried { get; private set; }

        public Attempt? Last { get; private set; }

        public Performed Take(Attempt attempt)
        {
            (Last, Tried) = (attempt, Tried + 1);
            return Fails is { } failure ? throw failure
                : GivesUp is { } why ? new Performed.GivenUp(why)
                : new Performed.Delivered("mail", "m-1");
        }
    }

    private sealed class Letter(Office office) : IDuty
    {
        public static string Kind => "test/letter";

        public static DateTimeOffset Since => DateTimeOffset.MinValue;

        public static IEnumerable<Owed> Owes(Case @case) => [new($"{Kind}/meeting-1", @case.OpenedAt.AddHours(5)) { To = Given.Sam.Id }];

        public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(office.Take(attempt));
    }

    private sealed class Other(Office office) : IDuty
    {
        public static string Kind => "test/other";

        public static DateTimeOffset Since => DateTimeOffset.MinValue;

        public static IEnumerable<Owed> Owes(Case @case) =>
            @case.Meeting.Attendance.StartedAt is { } at ? [new($"{Kind}/meeting-1", at)] : [];

        public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(office.Take(attempt));
    }
}
