using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using StrategyBot.Conversations;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Protocols.Teams;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Conversations;

/// <summary>What Teams sends, which handler is called with it and how, and what goes back; the connector answers for the roster.</summary>
public sealed class TeamsEndpointTests : IAsyncLifetime
{
    private const string Chat = "19:meeting_1@thread.v2", Nurse = "29:grace", Loopback = "http://localhost:3978/sandbox/connector";
    private const string Secret = "what somebody typed";

    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly Speaker Grace =
        new("nhs", "grace-in-nhs", Nurse, "Grace Adeyemi", "grace@nhs.example") { Shown = ["grace@nhs.example"] };

    private static readonly Reply Card = new Reply.Show("My part", new AdaptiveCard(new TextBlock("Here")));

    private readonly Mock<IPressed> pressed = new(MockBehavior.Strict);
    private readonly Mock<ITyped> typed = new(MockBehavior.Strict);
    private readonly Mock<INoticeHandler> noticed = new(MockBehavior.Strict);
    private readonly Mock<ILogger<TeamsEndpoint>> log = new();
    private ConnectorStub connector = null!;

    /// <summary>What a verb of the tests calls.</summary>
    public interface IPressed
    {
        Task<Reply> HandleAsync(string? words, Turn turn);
    }

    /// <summary>What a command of the tests calls.</summary>
    public interface ITyped
    {
        Task<Reply> HandleAsync(string rest, Turn turn);
    }

    public async Task InitializeAsync() => connector = await ConnectorStub.StartAsync();

    public async Task DisposeAsync() => await connector.DisposeAsync();

    [Fact]
    public async Task What_is_no_activity_is_a_bad_request_and_calls_nobody() => Assert.Equal(400, (await SendAsync("no JSON")).Status);

    [Fact]
    public async Task What_does_not_come_from_the_channel_is_refused_and_calls_nobody()
    {
        var activity = Invoke("task/fetch", new { data = new { verb = Press.Verb } });
        activity["serviceUrl"] = "https://smba.trafficmanager.net/uk/";

        Assert.Equal(403, (await SendAsync(activity.ToJsonString())).Status);
        Assert.Equal(0, connector.Requests);
    }

    [Fact]
    public async Task A_button_on_a_card_calls_its_verb_once_with_whom_the_roster_vouches_for()
    {
        Roster();
        Turn? turn = null;
        pressed.Setup(verb => verb.HandleAsync("hello", It.IsAny<Turn>())).Callback((string? _, Turn of) => turn = of).ReturnsAsync(Card);

        var (status, body) = await SendAsync(Action("manual").ToJsonString());

        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (status, (string?)body!["type"]));
        Assert.Equal(Grace with { Vouched = ["grace@nhs.example"] }, turn!.By);
        Assert.Equal(new Place(PlaceKind.MeetingChat, new Address(Chat, Loopback), "card-1", "meeting-in-teams"), turn.At);
        Assert.False(turn.IsAutomatic);
        pressed.Verify(verb => verb.HandleAsync(It.IsAny<string?>(), It.IsAny<Turn>()), Times.Once);
    }

    [Fact]
    public async Task A_card_that_is_drawn_again_by_itself_is_told_from_one_that_is_pressed()
    {
        Roster();
        pressed.Setup(verb => verb.HandleAsync("hello", It.Is<Turn>(turn => turn.IsAutomatic))).ReturnsAsync(new Reply.Say("As it was."));

        var (_, body) = await SendAsync(Action("automatic").ToJsonString());

        Assert.Equal(("application/vnd.microsoft.activity.message", "As it was."), ((string?)body!["type"], (string?)body["value"]));
    }

    [Fact]
    public async Task What_answers_a_card_in_ones_own_chat_stands_in_its_message_before_it_is_drawn()
    {
        Roster();
        connector.Answer(200, """{"id":"card-1"}""");
        pressed.Setup(verb => verb.HandleAsync("hello", It.IsAny<Turn>())).ReturnsAsync(Card);

        var (_, body) = await SendAsync(InOwnChat(Action("manual")).ToJsonString());

        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)body!["type"]);
        Assert.Contains("PUT", connector.Transcript, StringComparison.Ordinal);
        Assert.Contains("/activities/card-1", connector.Transcript, StringComparison.Ordinal);
        Assert.Contains("Here", connector.Transcript, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("manual", false)]
    [InlineData("automatic", true)]
    public async Task What_others_see_too_or_nobody_pressed_is_not_written_into_the_message(string trigger, bool own)
    {
        Roster();
        pressed.Setup(verb => verb.HandleAsync("hello", It.IsAny<Turn>())).ReturnsAsync(Card);

        await SendAsync((own ? InOwnChat(Action(trigger)) : Action(trigger)).ToJsonString());

        Assert.DoesNotContain("PUT", connector.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_message_can_not_be_changed_the_answer_is_drawn_all_the_same()
    {
        Roster();
        connector.Answer(403);
        pressed.Setup(verb => verb.HandleAsync("hello", It.IsAny<Turn>())).ReturnsAsync(Card);

        var (status, body) = await SendAsync(InOwnChat(Action("manual")).ToJsonString());

        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (status, (string?)body!["type"]));
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    public async Task A_dialog_shows_the_next_form_or_closes_with_a_sentence(string name)
    {
        Roster();
        pressed.SetupSequence(verb => verb.HandleAsync("hello", It.IsAny<Turn>())).ReturnsAsync(Card).ReturnsAsync(new Reply.Say("Saved."));
        var activity = Invoke(name, new { data = new { verb = Press.Verb, words = "hello" } }).ToJsonString();
        var endpoint = Endpoint();

        var (first, second) = ((await SendAsync(activity, endpoint)).Body!["task"]!, (await SendAsync(activity, endpoint)).Body!["task"]!);

        Assert.Equal(("continue", "My part"), ((string?)first["type"], (string?)first["value"]!["title"]));
        Assert.Equal(("message", "Saved."), ((string?)second["type"], (string?)second["value"]));
        // The roster was asked for the first only.
        Assert.Equal(1, connector.Requests);
    }

    [Fact]
    public async Task An_invoke_that_the_bot_does_not_know_is_not_taken_for_one_that_it_does()
    {
        Roster();

        var activity = Invoke("composeExtension/query", new { data = new { verb = Press.Verb } });

        Assert.Equal(404, (await SendAsync(activity.ToJsonString())).Status);
    }

    [Fact]
    public async Task A_verb_of_another_release_is_answered_in_words()
    {
        Roster();

        var (_, body) = await SendAsync(Invoke("task/fetch", new { data = new { verb = "gone/verb" } }).ToJsonString());

        Assert.StartsWith("This card is out of date.", (string?)body!["task"]!["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_line_calls_its_command_with_the_rest_and_the_answer_is_sent_into_the_chat()
    {
        Roster();
        connector.Answer(201, """{"id":"message-1"}""");
        typed.Setup(command => command.HandleAsync("of today", It.IsAny<Turn>())).ReturnsAsync(new Reply.Say("All is well."));

        var (status, body) = await SendAsync(Said("<at>StrategyBot</at> tell of today").ToJsonString());

        Assert.Equal((200, null), (status, body));
        Assert.Contains("\"text\":\"All is well.\"", connector.Transcript, StringComparison.Ordinal);
        Assert.Equal(2, connector.Requests);
    }

    [Fact]
    public async Task A_line_in_ones_own_chat_also_tells_where_that_chat_is()
    {
        Roster();
        connector.Answer(201, """{"id":"message-1"}""");
        Notices<Notice.PersonalChatOpened>("/reachable");
        typed.Setup(command => command.HandleAsync("", It.IsAny<Turn>())).ReturnsAsync(new Reply.Say("All is well."));
        var activity = Said("tell");
        activity["conversation"]!["conversationType"] = "personal";

        await SendAsync(activity.ToJsonString());

        noticed.VerifyAll();
    }

    [Fact]
    public async Task A_meeting_that_starts_and_ends_is_passed_on_with_its_time()
    {
        foreach (var (name, field, notice) in new (string, string, Notice)[]
        {
            ("application/vnd.microsoft.meetingStart", "StartTime", new Notice.MeetingStarted(Noon)),
            ("application/vnd.microsoft.meetingEnd", "EndTime", new Notice.MeetingEnded(Noon)),
        })
        {
            noticed.Setup(handler => handler.HandleAsync(notice, It.IsAny<Turn>(), default)).Returns(Task.CompletedTask);

            await SendAsync(Activity("event", name, new JsonObject { [field] = Noon }).ToJsonString());

            noticed.Verify(handler => handler.HandleAsync(notice, It.IsAny<Turn>(), default), Times.Once);
        }

        // Nobody said anything, so nobody is looked up.
        Assert.Equal(0, connector.Requests);
    }

    [Theory]
    [InlineData("adaptiveCard/action", 200)]
    [InlineData("task/submit", 500)]
    public async Task Where_a_handler_breaks_nothing_is_claimed_and_nothing_typed_is_logged(string name, int status)
    {
        Roster();
        pressed.Setup(verb => verb.HandleAsync("hello", It.IsAny<Turn>())).ThrowsAsync(new InvalidOperationException(Secret));
        var activity = name == "task/submit" ? Invoke(name, new { data = new { verb = Press.Verb, words = "hello" } }) : Action("manual");

        var answer = await SendAsync(activity.ToJsonString());

        Assert.Equal(status, answer.Status);
        if (answer.Body is { } body)
        {
            Assert.Equal((500, "application/vnd.microsoft.error"), ((int)body["statusCode"]!, (string?)body["type"]));
            Assert.DoesNotContain(Secret, body.ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Contains(Logged(), line => line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(Logged(), line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_a_command_breaks_a_sentence_says_that_nothing_is_known()
    {
        Roster();
        connector.Answer(201, """{"id":"message-1"}""");
        typed.Setup(command => command.HandleAsync("", It.IsAny<Turn>())).ThrowsAsync(new InvalidOperationException(Secret));

        Assert.Equal(200, (await SendAsync(Said("tell").ToJsonString())).Status);

        Assert.Contains("Something went wrong here.", connector.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_roster_does_not_answer_nobody_in_a_meeting_is_believed()
    {
        connector.Answer(404, """{"error":{"code":"ConversationNotFound"}}""");
        // Whoever is believed would be answered.
        pressed.Setup(verb => verb.HandleAsync("hello", It.IsAny<Turn>())).ReturnsAsync(Card);

        var activity = Invoke("task/submit", new { data = new { verb = Press.Verb, words = "hello" } });

        Assert.Equal(424, (await SendAsync(activity.ToJsonString())).Status);
        pressed.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Where_a_dialog_can_not_open_a_sentence_says_that_nothing_is_known()
    {
        Roster();
        pressed.Setup(verb => verb.HandleAsync("hello", It.IsAny<Turn>())).ThrowsAsync(new InvalidOperationException(Secret));

        var activity = Invoke("task/fetch", new { data = new { verb = Press.Verb, words = "hello" } });

        var (status, body) = await SendAsync(activity.ToJsonString());

        Assert.Equal((200, "message"), (status, (string?)body!["task"]!["type"]));
        Assert.StartsWith("Something went wrong here.", (string?)body["task"]!["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_roster_does_not_answer_somebody_in_their_own_chat_is_still_known_by_their_id()
    {
        connector.Answer(404, """{"error":{"code":"ConversationNotFound"}}""");
        var told = new Speaker("council", "grace-in-nhs", Nurse, "Grace", null);
        pressed.Setup(verb => verb.HandleAsync("hello", It.Is<Turn>(turn => turn.By == told))).ReturnsAsync(Card);
        var activity = Invoke("task/fetch", new { data = new { verb = Press.Verb, words = "hello" } });
        activity["conversation"]!["conversationType"] = "personal";

        Assert.Equal(200, (await SendAsync(activity.ToJsonString())).Status);
    }

    private void Roster() => connector.Answer(
        200, $$"""{"id":"{{Nurse}}","name":"Grace Adeyemi","aadObjectId":"grace-in-nhs","tenantId":"nhs","email":"grace@nhs.example"}""");

    private void Notices<T>(string source)
        where T : Notice =>
        noticed.Setup(handler => handler.HandleAsync(It.IsAny<T>(), It.Is<Turn>(turn => Ends(turn, source)), default))
            .Returns(Task.CompletedTask);

    private static bool Ends(Turn turn, string source) => turn.Source.EndsWith(source, StringComparison.Ordinal);

    private IEnumerable<string> Logged() => log.Invocations
        .Where(call => call.Method.Name == nameof(ILogger.Log)).Select(call => $"{call.Arguments[2]} {call.Arguments[3]}");

    private static JsonObject Action(string trigger)
    {
        var action = new { type = "Action.Execute", verb = Press.Verb, data = new { words = "hello" } };
        var activity = Invoke("adaptiveCard/action", new { action, trigger });
        activity["replyToId"] = "card-1";
        return activity;
    }

    private static JsonObject InOwnChat(JsonObject activity)
    {
        activity["conversation"]!["conversationType"] = "personal";
        return activity;
    }

    private static JsonObject Invoke(string name, object value) => Activity("invoke", name, JsonSerializer.SerializeToNode(value));

    private static JsonObject Said(string text)
    {
        var activity = Activity("message", null, null);
        activity["text"] = text;
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>StrategyBot</at>",
            ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "StrategyBot" },
        });
        return activity;
    }

    private static JsonObject Activity(string type, string? name, JsonNode? value) => new()
    {
        ["type"] = type,
        ["id"] = "activity-1",
        ["name"] = name,
        ["value"] = value,
        ["channelId"] = "msteams",
        ["serviceUrl"] = Loopback,
        ["from"] = new JsonObject { ["id"] = Nurse, ["aadObjectId"] = "grace-in-nhs", ["name"] = "Grace" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "StrategyBot" },
        ["conversation"] = new JsonObject { ["id"] = Chat, ["conversationType"] = "groupChat", ["tenantId"] = "council" },
        ["channelData"] = new JsonObject
        {
            ["tenant"] = new JsonObject { ["id"] = "council" },
            ["meeting"] = new JsonObject { ["id"] = "meeting-in-teams" },
        },
    };

    private async Task<(int Status, JsonNode? Body)> SendAsync(string body, TeamsEndpoint? endpoint = null)
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await (await (endpoint ?? Endpoint()).ReceiveAsync(http, default)).ExecuteAsync(http);
        return (http.Response.StatusCode, answer.Length == 0 ? null : JsonNode.Parse(answer.ToArray()));
    }

    private TeamsEndpoint Endpoint()
    {
        log.Setup(logger => logger.IsEnabled(It.IsAny<LogLevel>())).Returns(true);
        var services = new ServiceCollection()
            .AddSingleton(pressed.Object).AddSingleton(typed.Object).AddSingleton(noticed.Object).BuildServiceProvider();
        return EndpointHost.Of(
            new Verbs().Add<Press, Press.Form>(), new Commands().Add<Tell>(), new Notices().Add<PassOn>(),
            connector.ClientWithoutCredential(), new StoppedClock(Noon), services, log.Object, new LateTurns(),
            (person, address, _) => Task.FromResult(person.TenantId == "nhs" && address.Domain == "nhs.example"));
    }

    private sealed class Press(IPressed pressed) : IVerb<Press.Form>
    {
        public static string Verb => "test/press";

        public Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) => pressed.HandleAsync(form.Words, turn);

        internal sealed record Form(string? Words);
    }

    private sealed class Tell(ITyped typed) : ICommand
    {
        public static string Word => "tell";

        public static string Help => "";

        public static bool HoldsContent => false;

        public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) => typed.HandleAsync(rest, turn);
    }

    private sealed class PassOn(INoticeHandler handler) : INoticeHandler
    {
        public Task HandleAsync(Notice notice, Turn turn, CancellationToken cancellationToken) =>
            handler.HandleAsync(notice, turn, cancellationToken);
    }
}
