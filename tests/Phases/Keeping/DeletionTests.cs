using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Phases.Keeping;
using StrategyBot.Records;
using StrategyBot.Rules.Effects;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Protocols.Teams;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Keeping;

/// <summary>What a case leaves in chats, in the mailbox and in the calendar is deleted before its record is (P16): it was closed on Mon
/// 30 Nov 2026, and its time is over on Sun 28 Feb 2027. Mailbox and calendar are the sandbox's, over the real SDK; Teams answers as it
/// is told.</summary>
public sealed class DeletionTests : GraphWorldTest, IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Over = Dates.Local("2027-02-28 08:45");

    private readonly RecordedCases cases = new();
    private ConnectorStub teams = null!;

    private protected override async Task StartedAsync() => teams = await ConnectorStub.StartAsync();

    [Fact]
    public async Task Cards_letters_and_entries_go_before_the_record_and_what_went_is_counted()
    {
        await HaveAsync(Posted());
        await KnowsAsync(Tom, "a:tom");
        var eventId = await InvitedAsync();
        await WrittenAsync($"{Id}/minuting/distribute/meeting-1/1/person-3");
        await WrittenAsync($"{Id}/minuting/distribute/meeting-1/1/person-4");
        await World.FailAsync("POST", "/send", 403);
        await FailsAsync(() => WrittenAsync($"{Id}/planning/tell-owner/meeting-1/person-5"), EffectFailure.Refused, 403);
        await WrittenAsync("SB-2026-0141/minuting/distribute/meeting-1/1/person-3");
        // The hub that was changed in its place, a card of this release and one of an earlier, and one in the meeting's chat.
        Answers(200, 4);

        await WorkAsync();

        var gone = await CaseAsync();
        Assert.False(gone.Exists);
        Assert.Equal(new TracesDeleted(4, 3, 1, 1), gone.Keeping.Traces!.Fact);
        foreach (var path in new[] { "a%3Atom/activities/hub-1", "a%3Atom/activities/card-2", "a%3Atom/activities/card-3",
            "19%3Achat/activities/joined-4" })
        {
            Assert.Contains($"DELETE /uk/v3/conversations/{path}", teams.Transcript, StringComparison.Ordinal);
        }

        Assert.Equal(4, teams.Requests);
        Assert.False(await World.Bot<Invitations>().DeleteAsync(eventId));
        Assert.Equal(new LettersDeleted(0, 0, false), await World.Bot<Post>().DeleteSomeAsync($"{Id}/"));
        Assert.Equal(new LettersDeleted(1, 0, false), await World.Bot<Post>().DeleteSomeAsync("SB-2026-0141/"));
        var verified = await new RecordVerifier(cases.Record, null, null, needsAnchors: false).VerifyAsync(null, default);
        Assert.Empty(verified.Streams.SelectMany(stream => stream.Faults));
        Assert.Equal("4 cards, 3 letters and 1 calendar entry were deleted outside it; 1 could not be reached.",
            DeletedLine.Say(gone.Keeping.Traces.Fact));
    }

    [Fact]
    public async Task An_outage_leaves_all_of_it_owed_and_the_record_stands_until_it_is_over()
    {
        await HaveAsync(Posted());
        await KnowsAsync(Tom, "a:tom");
        await WrittenAsync($"{Id}/minuting/distribute/meeting-1/1/person-3");
        await World.FailAsync("POST", "/permanentDelete", 503);
        Answers(200, 2);
        Answers(500, 2);

        await WorkAsync();

        var waits = await CaseAsync();
        Assert.True(waits.Exists);
        Assert.NotNull(waits.Keeping.Expired);
        Assert.True(OutsideCopies.IsLeft(waits));
        Answers(200, 1);
        // Done the first time: it isn't there any more.
        Answers(404, 1);

        cases.Clock.Advance(TimeSpan.FromHours(1));
        await WorkAsync();
        Assert.True((await CaseAsync()).Exists);
        cases.Clock.Advance(TimeSpan.FromHours(1));
        await WorkAsync();

        var gone = await CaseAsync();
        Assert.False(gone.Exists);
        Assert.Equal(new TracesDeleted(4, 1, 0, 1) { IsAtLeast = true }, gone.Keeping.Traces!.Fact);
    }

    [Fact]
    public async Task A_chat_and_a_mailbox_that_refuse_hold_nothing_up()
    {
        await HaveAsync(Posted());
        await KnowsAsync(Tom, "a:tom");
        await World.FailAsync("GET", "/messages", 403);
        Answers(403, 3);
        Answers(404, 1);

        await WorkAsync();

        var gone = await CaseAsync();
        Assert.False(gone.Exists);
        Assert.Equal(new TracesDeleted(0, null, 0, 5), gone.Keeping.Traces!.Fact);
        Assert.Equal("0 cards, 0 letters and 0 calendar entries were deleted outside it; 5 could not be reached. "
            + "The mailbox could not be searched: letters may stand there.", DeletedLine.Say(gone.Keeping.Traces.Fact));
    }

    /// <summary>More than one go takes.</summary>
    [Fact]
    public async Task However_many_letters_there_are_they_all_go()
    {
        await HaveAsync(RetentionContract.Closed());
        for (var letter = 0; letter < 45; letter++)
        {
            await WrittenAsync($"{Id}/minuting/distribute/meeting-1/1/person-{letter}");
        }

        await WorkAsync();

        Assert.Equal(new TracesDeleted(0, 45, 0, 0), (await CaseAsync()).Keeping.Traces!.Fact);
    }

    /// <summary>A court asks for it while a chat can't be had: what is left stays, and goes once it is released.</summary>
    [Fact]
    public void What_is_held_while_it_is_being_deleted_stays()
    {
        var going = Posted().By(Helen).At("2027-02-28 08:45").Fact(new RecordExpired(new(2027, 2, 28), 20));
        Assert.NotEmpty(DeleteCardDuty.Owes(going.Case));
        Assert.NotEmpty(ExpireRecordDuty.Owes(going.Case));

        going.Decided(c => HoldRule.Hold(c, HoldCause.Court, "Case 1."));
        Assert.Empty(DeleteCardDuty.Owes(going.Case));
        Assert.Empty(DeleteLettersDuty.Owes(going.Case));
        Assert.Empty(DeleteEventDuty.Owes(going.Case));
        Assert.Empty(ExpireRecordDuty.Owes(going.Case));

        going.Decided(c => HoldRule.Release(c, HoldRule.Standing(c).Single().Said.Seq, "Legal, today."));
        Assert.NotEmpty(ExpireRecordDuty.Owes(going.Case));
    }

    /// <summary>It read the case before, and another instance took it away: what it kept is not shown.</summary>
    [Fact]
    public async Task Another_instance_keeps_nothing_of_it()
    {
        await HaveAsync(RetentionContract.Closed());
        var other = cases.AnotherInstance();
        await cases.Clerk.RecordAsync(Id, "over", one => [new RecordExpired(new(2027, 2, 28), one.Version)], default);
        // Between what went outside and the record itself.
        Assert.True((await other.LoadAsync(Id, default)).Exists);

        await WorkAsync();

        Assert.False((await other.LoadAsync(Id, default)).Exists);
    }

    [Fact]
    public async Task What_a_morning_told_in_one_card_with_another_case_goes_from_there()
    {
        var other = new CaseId("SB-2026-015");
        await cases.HaveAsync(AConvenedCase().Settled(Dates.Local("2026-11-26 08:45"), new(
            Digest.ToldFor(Id, "following-up/remind/meeting-1/action-1"), EffectOutcome.Delivered, "personal-chat", "morning-1")
        { To = Tom.Id }), other);
        await HaveAsync(RetentionContract.Closed().Settled(Dates.Local("2026-11-26 08:46"), new(
            "following-up/remind/meeting-1/action-1", EffectOutcome.Delivered, Digest.Key, other.Value)));
        await KnowsAsync(Tom, "a:tom");
        Answers(200, 1);

        await WorkAsync();

        Assert.Contains("DELETE /uk/v3/conversations/a%3Atom/activities/morning-1", teams.Transcript, StringComparison.Ordinal);
        Assert.Equal(1, (await CaseAsync()).Keeping.Traces!.Fact.Cards);
        Assert.True((await cases.Clerk.LoadAsync(other, default)).Exists);
    }

    /// <summary>Its cards offer what is written; they go from the chat of whom it was not for, and of nobody else.</summary>
    [Fact]
    public async Task What_was_shown_to_the_wrong_person_goes_from_their_chat_at_once()
    {
        var wrong = AConvenedCase()
            .Settled(Dates.Local("2026-11-25 10:00"), Card("planning/tell-owner/meeting-1/person-3", Sam, "sams-1"))
            .Settled(Dates.Local("2026-11-25 10:00"), Card("planning/tell-owner/meeting-1/person-2", Tom, "toms-1"))
            .By(Tom).At("2026-12-01 16:00").Decided(c => MisplacedRule.Say(c, Tom,
                new(Id.Value, Misplaced.WrongReader, Sam.Id.Value, "By name."), Dates.Local("2026-12-01 16:00"), Words));
        Assert.Equal(["keeping/delete-card/person-3/sams-1"], DeleteCardDuty.Owes(wrong.Case).Select(owed => owed.Key));
        // One that was on its way while it was closed to them.
        wrong.Settled(Dates.Local("2026-12-01 16:01"), Card("planning/tell-change/meeting-1/9/person-3", Sam, "sams-2"));
        Assert.Equal(2, DeleteCardDuty.Owes(wrong.Case).Count());
        await HaveAsync(wrong);
        await KnowsAsync(Sam, "a:sam");
        cases.Clock.Advance(Dates.Local("2026-12-01 16:05") - cases.Clock.GetUtcNow());
        Answers(200, 1);
        Answers(403, 1);

        await Work(new Duties().Add<DeleteCardDuty, PostedCard>()).DoAsync(Id, default);

        var @case = await CaseAsync();
        Assert.Equal(2, teams.Requests);
        Assert.Contains("activities/sams-1", teams.Transcript, StringComparison.Ordinal);
        Assert.Contains("Deleted from their chat with me: 1; not reached: 1.",
            Received.Of(@case, @case.Keeping.Reports.Single(), [], Words)
                .Single(row => row.Who.StartsWith("Sam", StringComparison.Ordinal)).Lines);
    }

    [Fact]
    public void Whoever_reads_again_keeps_what_they_get_from_then_on()
    {
        var again = AConvenedCase().By(Tom).At("2026-12-01 16:00").Decided(c => MisplacedRule.Say(c, Tom,
                new(Id.Value, Misplaced.WrongReader, Sam.Id.Value, "By name."), Dates.Local("2026-12-01 16:00"), Words))
            .By(Priya).At("2026-12-01 17:00").Fact(new LinkAskedFor(Sam.Id))
            .Settled(Dates.Local("2026-12-01 18:00"), Card("planning/tell-owner/meeting-1/person-3", Sam, "sams-3"));

        Assert.Empty(DeleteCardDuty.Owes(again.Case));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await teams.DisposeAsync();
    }

    public void Dispose() => cases.Dispose();

    /// <summary>A hub that was changed once in its place, two other cards of Tom's, one in the meeting's chat, and one with somebody who
    /// took the app away.</summary>
    private static Given Posted() => RetentionContract.Closed()
        .Fact(new ChatReachable("19:chat", ConnectorStub.ServiceUrl, null) { Meeting = FirstMeeting })
        .Settled(Dates.Local("2026-11-25 09:10"), Card("hub/show/meeting-1/person-2/1", Tom, "hub-1"))
        .Settled(Dates.Local("2026-11-25 09:20"), Card("hub/show/meeting-1/person-2/2", Tom, "hub-1"))
        .Settled(Dates.Local("2026-11-25 10:00"), Card("planning/tell-owner/meeting-1/person-2", Tom, "card-2"))
        // As an earlier release wrote it.
        .Settled(Dates.Local("2026-11-25 10:00"), Card("planning/tell-change/meeting-1/7/person-2", Tom, "card-3") with { To = null })
        .Settled(Dates.Local("2026-11-25 10:00"),
            new("calling/joined/meeting-1/9/chat", EffectOutcome.Delivered, "meeting-chat", "joined-4"))
        .Settled(Dates.Local("2026-11-25 10:00"), Card("planning/tell-owner/meeting-1/person-3", Sam, "card-5"))
        .Settled(Dates.Local("2026-11-25 10:00"),
            new("minuting/distribute/meeting-1/1/person-4", EffectOutcome.Delivered, "mail", "letter-6"));

    private static EffectSettled Card(string key, Participant to, string id) =>
        new(key, EffectOutcome.Delivered, "personal-chat", id) { To = to.Id };

    private async Task HaveAsync(Given given)
    {
        await cases.HaveAsync(given);
        if (cases.Clock.GetUtcNow() < Over && given.Case.Ended is not null)
        {
            cases.Clock.Advance(Over - cases.Clock.GetUtcNow());
        }
    }

    private Task KnowsAsync(Participant person, string chat) => new PeopleBook(cases.Record, cases.Clock)
        .RememberAsync(person.Person!.Value, new(chat, ConnectorStub.ServiceUrl, "29:1"), $"opened-{chat}", default);

    private async Task WrittenAsync(string key) => await World.Bot<Post>().SendAsync(new(
        key, [SandboxPeople.Police.Mail], "SB-2026-014", "The minutes are attached.", BodyIsHtml: false,
        [new("SB-2026-014.docx", "application/octet-stream", "words"u8.ToArray())]));

    private async Task<string> InvitedAsync()
    {
        var sent = await World.Bot<Invitations>().CreateAsync(GraphWorld.Invitation());
        await cases.Clerk.RecordAsync(Id, "event", _ => [new EventCreated(sent.EventId) { Meeting = FirstMeeting }], default);
        return sent.EventId;
    }

    private void Answers(int status, int times)
    {
        for (var one = 0; one < times; one++)
        {
            teams.Answer(status, status == 200 ? "" : """{"error":{"code":"No"}}""");
        }
    }

    private Task WorkAsync() => Work(new Duties().Add<TimeOverDuty>().Add<ExpireRecordDuty>().Add<DeleteCardDuty, PostedCard>()
        .Add<DeleteLettersDuty>().Add<DeleteEventDuty, string>()).DoAsync(Id, default);

    /// <summary>Another life of the bot each time: it remembers nothing but the record.</summary>
    private CaseWork Work(Duties duties)
    {
        var settings = new TeamsSettings(SandboxPeople.BotAppId, SandboxPeople.CouncilTenant, ConnectorStub.ServiceUrl, IsSandbox: false);
        var services = new ServiceCollection().AddSingleton(cases.Clerk).AddSingleton<TimeProvider>(cases.Clock)
            .AddSingleton(new TeamsConversations(teams.Client(), settings)).AddSingleton(new PeopleBook(cases.Record, cases.Clock))
            .AddSingleton(World.Bot<Post>()).AddSingleton(World.Bot<Invitations>()).BuildServiceProvider();
        return new(cases.Clerk, cases.Record, duties, cases.Leases, cases.Clock, services, NullLogger<CaseWork>.Instance);
    }

    private Task<Case> CaseAsync() => cases.Clerk.LoadAsync(Id, default);
}
