using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Reaching;
using StrategyBot.Records;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Protocols.Teams;
using StrategyBot.Tests.Reaching;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases;

/// <summary>One message a person and working day for all that is due (P20), worked by the runner over a real record.</summary>
public sealed class DigestTests : IAsyncLifetime, IDisposable
{
    private const string Chat = "a:tom", PriyasChat = "a:priya";

    private static readonly CaseId Other = new("SB-2026-015");

    private readonly Duties duties = new();
    private readonly RecordedCases cases;
    private ConnectorStub teams = null!;
    private GraphWorld world = null!;
    private ServiceProvider services = null!;
    private CaseWork work = null!;

    public DigestTests()
    {
        FollowingUpPhase.List.Duties(duties);
        duties.Add<TellLateMonthDuty, DateOnly>();
        cases = new(duties.Earliest);
    }

    public async Task InitializeAsync()
    {
        (teams, world) = (await ConnectorStub.StartAsync(), await GraphWorld.StartAsync());
        var settings = new TeamsSettings(SandboxPeople.BotAppId, "council", ConnectorStub.ServiceUrl, IsSandbox: false);
        var people = new PeopleBook(cases.Record, cases.Clock);
        await people.RememberAsync(Tom.Person!.Value, new(Chat, ConnectorStub.ServiceUrl, Tom.ChannelId!), "tom", default);
        await people.RememberAsync(Priya.Person!.Value, new(PriyasChat, ConnectorStub.ServiceUrl, Priya.ChannelId!), "priya", default);
        var reach = new Reach(new TeamsConversations(teams.Client(), settings), world.Bot<ChatApp>(), world.Bot<Post>(), world.Bot<Users>(),
            people, settings, new ChatLinks(), new LetterText(LetterTextTests.Northgate, Words), cases.Clock);
        services = new ServiceCollection().AddSingleton(cases.Clerk).AddSingleton(duties).AddSingleton(Words).AddSingleton(reach)
            .AddSingleton<TimeProvider>(cases.Clock).AddSingleton<Digest>().BuildServiceProvider();
        work = new(cases.Clerk, cases.Record, duties, cases.Leases, cases.Clock, services, NullLogger<CaseWork>.Instance);
    }

    public async Task DisposeAsync()
    {
        await teams.DisposeAsync();
        await world.DisposeAsync();
        await services.DisposeAsync();
    }

    public void Dispose() => cases.Dispose();

    [Fact]
    public async Task What_falls_due_together_on_one_case_is_one_message()
    {
        await cases.HaveAsync(ACase("visit the home", "ring the ward", "write to the school"));
        teams.Answer(201, """{"id":"1"}""");

        await WorkAsync("2026-11-30 08:45", Id);

        Assert.Equal(1, teams.Requests);
        Assert.All(["3 open actions", "visit the home", "ring the ward", "write to the school"],
            said => Assert.Contains(said, teams.Transcript, StringComparison.Ordinal));
        Assert.Equal(3, (await cases.Clerk.LoadAsync(Id, default)).Effects.Count(effect =>
            effect.Key.EndsWith("/due", StringComparison.Ordinal) && effect.Value.Settled is { Receipt: "1" }));
    }

    [Fact]
    public async Task What_is_due_on_several_cases_is_one_message_whichever_is_worked_first()
    {
        await cases.HaveAsync(ACase("visit the home"));
        await cases.HaveAsync(ACase("ring the ward"), Other);
        teams.Answer(201, """{"id":"1"}""");

        await WorkAsync("2026-11-30 08:45", Other, Id);
        Assert.Equal(1, teams.Requests);
        Assert.All(["2 things wait for you this morning", "visit the home", "ring the ward", "SB-2026-014", "SB-2026-015"],
            said => Assert.Contains(said, teams.Transcript, StringComparison.Ordinal));

        await WorkAsync("2026-11-30 08:46", Other, Id);
        Assert.Equal(1, teams.Requests);
        Assert.Equal("digest", Assert.Single(await SettledAsync(Other)).Rung);
    }

    [Fact]
    public async Task A_months_late_conferences_are_one_message_over_all_cases_of_a_manager()
    {
        var late = Begun().Fact(new ParticipantAdded(Tom with { Roles = [Role.SocialWorker, Role.OperationsManager] }));
        await cases.HaveAsync(late);
        await cases.HaveAsync(late, Other);
        teams.Answer(201, """{"id":"1"}""");

        await WorkAsync("2026-12-31 08:45", Other, Id);
        await WorkAsync("2027-01-04 08:44", Other, Id);
        Assert.Equal(0, teams.Requests);

        await WorkAsync("2027-01-04 08:45", Other, Id);
        Assert.Equal(1, teams.Requests);
        Assert.All(["SB-2026-014", "SB-2026-015", "Late conferences, December 2026", "5 working days late so far, no day yet"],
            said => Assert.Contains(said, teams.Transcript, StringComparison.Ordinal));

        await WorkAsync("2027-01-05 08:45", Other, Id);
        await WorkAsync("2027-02-01 08:45", Other, Id);
        Assert.Equal(1, teams.Requests);
    }

    [Fact]
    public async Task What_is_due_later_on_the_other_case_is_told_by_itself()
    {
        await cases.HaveAsync(ACase("visit the home"));
        teams.Answer(201, """{"id":"1"}""").Answer(201, """{"id":"2"}""");
        await WorkAsync("2026-11-30 08:45", Id);

        await cases.HaveAsync(ACase("ring the ward"), Other);
        await WorkAsync("2026-11-30 08:50", Other, Id);

        Assert.Equal(2, teams.Requests);
        Assert.Equal("2", Assert.Single(await SettledAsync(Other)).Receipt);
    }

    [Fact]
    public async Task A_case_that_can_not_be_told_holds_the_others_up_for_a_quarter_of_an_hour()
    {
        await cases.HaveAsync(ACase("visit the home"));
        await cases.HaveAsync(ACase("ring the ward"), Other);
        teams.Answer(201, """{"id":"1"}""");

        await WorkAsync("2026-11-30 08:45", Other);
        await WorkAsync("2026-11-30 08:55", Other);
        Assert.Equal(0, teams.Requests);

        await WorkAsync("2026-11-30 09:01", Other);
        Assert.Equal(1, teams.Requests);

        // What the second told for the first is not told again.
        await WorkAsync("2026-11-30 09:02", Id);
        Assert.Equal(1, teams.Requests);
    }

    /// <summary>Three days later each has climbed to the manager of the day; before that the chair hears of all three at once.</summary>
    [Fact]
    public async Task The_chair_hears_of_three_overdue_actions_in_one_message()
    {
        await cases.HaveAsync(ACase("visit the home", "ring the ward", "write to the school"));
        for (var message = 1; message <= 5; message++)
        {
            teams.Answer(201, $$"""{"id":"{{message}}"}""");
        }

        await WorkAsync("2026-11-30 08:45", Id);
        await WorkAsync("2026-12-01 08:45", Id);
        Assert.DoesNotContain(PriyasChat, teams.Transcript, StringComparison.Ordinal);

        await WorkAsync("2026-12-02 08:45", Id);
        Assert.Equal(1, teams.Transcript.Split($"conversations/{Uri.EscapeDataString(PriyasChat)}").Length - 1);
    }

    [Fact]
    public async Task Of_two_who_read_one_mailbox_each_has_a_letter_of_their_own()
    {
        var (ruth, una) = (Ruth with { Id = new("person-8"), Person = null },
            Ruth with { Id = new("person-9"), Name = "Una Pike", Person = null });
        await cases.HaveAsync(AConvenedCase().At("2026-11-25 14:30").Fact(new ParticipantAdded(ruth), new ParticipantAdded(una))
            .Fact([.. new[] { ruth, una }.Select((owner, at) => new ActionAgreed(
                new($"action-{at + 1}"), ActionKind.Action, "ring the ward", owner.Id, Dates.Local("2026-11-30 17:00"), "", ""))])
            .Fact(new ImmediatePlanAgreed()));

        await WorkAsync("2026-11-30 08:45", Id);

        Assert.Equal(2, (await SettledAsync(Id)).Select(settled => settled.Receipt).Distinct().Count());
    }

    private static Given ACase(params string[] actions) => AConvenedCase().At("2026-11-25 14:30")
        .Fact([.. actions.Select((what, at) => new ActionAgreed(
            new($"action-{at + 1}"), ActionKind.Action, what, Tom.Id, Dates.Local("2026-11-30 17:00"), "", ""))])
        .Fact(new ImmediatePlanAgreed());

    private async Task WorkAsync(string at, params CaseId[] inThisOrder)
    {
        cases.Clock.Advance(Dates.Local(at) - cases.Clock.GetUtcNow());
        foreach (var id in inThisOrder)
        {
            await work.DoAsync(id, default);
        }
    }

    private async Task<IReadOnlyList<EffectSettled>> SettledAsync(CaseId id) =>
    [
        .. (await cases.Clerk.LoadAsync(id, default)).Effects.Where(effect => effect.Key.EndsWith("/due", StringComparison.Ordinal))
            .Select(effect => effect.Value.Settled).OfType<EffectSettled>(),
    ];
}
