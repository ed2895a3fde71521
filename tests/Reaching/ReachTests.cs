using Moq;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Obligations;
using StrategyBot.Protocols.Cards;
using StrategyBot.Reaching;
using StrategyBot.Records;
using StrategyBot.Rules.Effects;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Protocols.Teams;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Reaching;

/// <summary>The ladder by which a person is reached: which call is made at which rung, and which is not.</summary>
/// <remarks>Graph is the sandbox's, over the real SDK; Teams a connector that answers as it is told.</remarks>
public sealed class ReachTests : GraphWorldTest
{
    private const string Sentence = "There is something for you in StrategyBot.";

    private static readonly Owed Duty = new("minuting/tell/person-1", Given.AConvenedCase().Now);
    private static readonly Attempt First = new(1, IsUnknown: false), AfterUnknown = new(2, IsUnknown: true);
    private static readonly Notification Something = new(new AdaptiveCard(new TextBlock("For you")), Sentence);

    private readonly Case @case = Given.AConvenedCase().Case;
    private readonly Mock<IRecord> record = new(MockBehavior.Strict);
    private readonly Mock<IPersonalLinks> links = new(MockBehavior.Strict);

    [Fact]
    public async Task Whoever_has_a_chat_with_the_bot_is_told_there_and_gets_no_mail()
    {
        Knows(SandboxPeople.SocialWorker, "a:tom");
        await using var teams = (await ConnectorStub.StartAsync()).Answer(201, """{"id":"message-1"}""");

        var done = await Reach(teams).TellAsync(@case, Participant(SandboxPeople.SocialWorker), Duty, First, Something, default);

        Assert.Equal(("personal-chat", "message-1", false), Told(done));
        Assert.Contains("POST /uk/v3/conversations/a%3Atom/activities", teams.Transcript, StringComparison.Ordinal);
        Assert.Contains($"\"summary\":\"{Sentence}\"", teams.Transcript, StringComparison.Ordinal);
        Assert.Empty(await World.SeesAsync(SandboxPeople.SocialWorker, "mail"));
        links.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task What_may_have_been_said_before_is_said_again_and_recorded_so()
    {
        Knows(SandboxPeople.SocialWorker, "a:tom");
        await using var teams = (await ConnectorStub.StartAsync()).Answer(201, """{"id":"message-2"}""");

        var done = await Reach(teams).TellAsync(@case, Participant(SandboxPeople.SocialWorker), Duty, AfterUnknown, Something, default);

        Assert.Equal(("personal-chat", "message-2", true), Told(done));
    }

    [Fact]
    public async Task Where_the_chat_refuses_a_letter_goes_out_in_its_place_and_says_only_that_there_is_something()
    {
        Knows(SandboxPeople.SocialWorker, "a:tom");
        Leads(SandboxPeople.SocialWorker);
        await using var teams = (await ConnectorStub.StartAsync()).Answer(403, """{"error":{"code":"BotDisabledByAdmin"}}""");

        var done = await Reach(teams).TellAsync(@case, Participant(SandboxPeople.SocialWorker), Duty, First, Something, default);

        Assert.Equal("mail", Told(done).Rung);
        var mail = Assert.Single(await World.SeesAsync(SandboxPeople.SocialWorker, "mail"))!;
        Assert.Contains(Sentence, (string)mail["body"]!, StringComparison.Ordinal);
        Assert.Contains("href=\"https://bot.council.example/p#way\"", (string)mail["body"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("For you", mail.ToJsonString(), StringComparison.Ordinal);
        links.Verify(way => way.ForAsync(@case, It.IsAny<Participant>(), Duty.Key, default), Times.Once);
    }

    [Theory]
    [InlineData(500, EffectFailure.Unknown)]
    [InlineData(412, EffectFailure.SurelyNotDone)]
    public async Task Where_the_chat_may_still_say_it_no_letter_goes_out(int status, EffectFailure failure)
    {
        Knows(SandboxPeople.SocialWorker, "a:tom");
        await using var teams = await ConnectorStub.StartAsync();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            teams.Answer(status, "{}");
        }

        var failed = await Assert.ThrowsAsync<EffectFailedException>(() =>
            Reach(teams).TellAsync(@case, Participant(SandboxPeople.SocialWorker), Duty, First, Something, default));

        Assert.Equal(failure, failed.Failure);
        Assert.Empty(await World.SeesAsync(SandboxPeople.SocialWorker, "mail"));
        links.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_is_shut_out_or_taken_off_gets_no_card_and_no_attachment_but_a_letter_that_says_nothing(bool isRevoked)
    {
        var to = Participant(SandboxPeople.SocialWorker);
        Fact over = isRevoked ? new LinksRevoked(to.Id) : new ParticipantRemoved(to.Id, "Not needed.");
        var shut = Given.AConvenedCase().Fact(over).Case;
        links.Setup(way => way.ForAsync(shut, It.IsAny<Participant>(), Duty.Key, default))
            .ReturnsAsync(new WayIn("Open your page", "https://bot.council.example/p#way", "A code comes to this address."));
        await using var teams = await ConnectorStub.StartAsync();
        var minutes = Something with { Attachments = [new("minutes.docx", "text/plain", "words"u8.ToArray())] };

        var done = await Reach(teams).TellAsync(shut, to with { IsTakenOff = !isRevoked }, Duty, First, minutes, default);

        Assert.Equal("mail", Told(done).Rung);
        Assert.Equal(0, teams.Requests);
        var mail = Assert.Single(await World.SeesAsync(SandboxPeople.SocialWorker, "mail"))!;
        Assert.DoesNotContain("For you", mail.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("minutes.docx", mail.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_of_our_tenant_and_has_no_chat_gets_the_app_installed()
    {
        KnowsNobody();
        await using var teams = (await ConnectorStub.StartAsync()).Answer(201, """{"id":"message-1"}""");

        var done = await Reach(teams).TellAsync(@case, Participant(SandboxPeople.HeadOfService), Duty, First, Something, default);

        Assert.Equal("installed", Told(done).Rung);
        Assert.Contains("installationUpdate", await World.ToldAsync());
        links.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Whoever_is_of_another_tenant_gets_a_letter_and_no_app()
    {
        KnowsNobody();
        Leads(SandboxPeople.Police);
        await using var teams = await ConnectorStub.StartAsync();

        var done = await Reach(teams).TellAsync(@case, Participant(SandboxPeople.Police), Duty, First, Something, default);

        Assert.Equal("mail", Told(done).Rung);
        Assert.Equal(0, teams.Requests);
        Assert.DoesNotContain("installationUpdate", await World.ToldAsync());
    }

    [Fact]
    public async Task A_guest_whom_our_directory_knows_by_their_address_gets_a_letter_and_no_app()
    {
        KnowsNobody();
        Leads(SandboxPeople.HeadOfService);
        await using var teams = await ConnectorStub.StartAsync();
        // Teams vouched for them from their own tenant; by the address alone they would be taken for one of ours.
        var elsewhere = PersonId.Of(SandboxPeople.Police.TenantId, "object-of-a-guest");
        var guest = Participant(SandboxPeople.HeadOfService) with { Person = elsewhere };

        var done = await Reach(teams).TellAsync(@case, guest, Duty, First, Something, default);

        Assert.Equal("mail", Told(done).Rung);
        Assert.Equal(0, teams.Requests);
        Assert.DoesNotContain("installationUpdate", await World.ToldAsync());
    }

    [Fact]
    public async Task Where_the_app_may_not_be_installed_a_letter_goes_out()
    {
        KnowsNobody();
        Leads(SandboxPeople.SocialWorker);
        await World.FailAsync("POST", "/installedApps", 403);
        await using var teams = await ConnectorStub.StartAsync();

        var done = await Reach(teams).TellAsync(@case, Participant(SandboxPeople.SocialWorker), Duty, First, Something, default);

        Assert.Equal("mail", Told(done).Rung);
        Assert.Single(await World.SeesAsync(SandboxPeople.SocialWorker, "mail"));
    }

    [Fact]
    public async Task A_letter_that_may_have_gone_out_is_looked_for_and_not_written_twice()
    {
        Leads(SandboxPeople.Police);
        await using var teams = await ConnectorStub.StartAsync();
        var reach = Reach(teams);
        var sent = await reach.WriteAsync(@case, Participant(SandboxPeople.Police), Duty, First, Something, default);

        var again = await reach.WriteAsync(@case, Participant(SandboxPeople.Police), Duty, AfterUnknown, Something, default);

        Assert.Equal(Told(sent), Told(again));
        Assert.Single(await World.SeesAsync(SandboxPeople.Police, "mail"));
    }

    [Fact]
    public async Task Whoever_has_no_address_is_given_up_and_no_link_is_made()
    {
        await using var teams = await ConnectorStub.StartAsync();

        var nowhere = Participant(SandboxPeople.Police) with { Mail = "" };

        var done = await Reach(teams).WriteAsync(@case, nowhere, Duty, First, Something, default);

        Assert.Equal("NoAddress", Assert.IsType<Performed.GivenUp>(done).Why);
        links.VerifyNoOtherCalls();
    }

    private static (string Rung, string Receipt, bool Repeated) Told(Performed done)
    {
        var delivered = Assert.IsType<Performed.Delivered>(done);
        return (delivered.Rung, delivered.Receipt, delivered.PossiblyRepeated);
    }

    private static Participant Participant(SandboxPerson person) =>
        Given.Tom with { Mail = person.Mail, Person = PersonId.Of(person.TenantId, person.AadObjectId) };

    private void KnowsNobody() => record.Setup(book => book.ReadAsync(It.IsAny<string>(), 0, default)).ReturnsAsync([]);

    private void Knows(SandboxPerson person, string chat)
    {
        var stream = $"people/{PersonId.Of(person.TenantId, person.AadObjectId).Value}";
        var envelope = new Envelope(stream, 1, "personal-chat", GraphWorld.Noon, null, "bot", null, "s1", null, null, null);
        var content = $$"""{"conversationId":"{{chat}}","serviceUrl":"{{ConnectorStub.ServiceUrl}}","channelId":"{{person.Mri}}"}""";
        record.Setup(book => book.ReadAsync(stream, 0, default)).ReturnsAsync([Line.Next(envelope, content, "", "")]);
    }

    private void Leads(SandboxPerson person) =>
        links.Setup(way => way.ForAsync(@case, It.Is<Participant>(to => to.Mail == person.Mail), Duty.Key, default))
            .ReturnsAsync(new WayIn("Open your page", "https://bot.council.example/p#way", "A code comes to this address."));

    private Reach Reach(ConnectorStub teams)
    {
        var settings = new TeamsSettings(SandboxPeople.BotAppId, SandboxPeople.CouncilTenant, ConnectorStub.ServiceUrl, IsSandbox: false);
        return new(
            new TeamsConversations(teams.Client(), settings), World.Bot<ChatApp>(), World.Bot<Post>(), World.Bot<Users>(),
            new PeopleBook(record.Object, TimeProvider.System), settings, links.Object,
            new LetterText(LetterTextTests.Northgate, Given.Words), TimeProvider.System);
    }
}
