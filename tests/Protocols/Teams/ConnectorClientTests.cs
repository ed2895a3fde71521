using System.Text.Json;
using StrategyBot.Protocols.Teams;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Protocols.Teams;

/// <summary>What goes over the wire, call by call.</summary>
public sealed class ConnectorClientTests : IAsyncLifetime
{
    private const string Chat = "19:meeting_MjA2@thread.v2";
    private const string Tenant = "11111111-1111-4111-8111-111111111111";

    private static readonly Activity Card = new()
    {
        Type = ActivityTypes.Message,
        Summary = "SB-2026-014 Heron",
        Attachments = [Attachment.AdaptiveCard(JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5"}"""))],
        ChannelData = new() { Notification = new(true) },
    };

    private ConnectorStub stub = null!;

    public async Task InitializeAsync() => stub = await ConnectorStub.StartAsync();

    public async Task DisposeAsync() => await stub.DisposeAsync();

    [Fact]
    public async Task Sends_into_a_conversation()
    {
        var sent =
            await stub.Answer(201, """{"id":"1764079100000"}""").Client()
                .SendToConversationAsync(ConnectorStub.ServiceUrl, Chat, Card, default);

        Assert.Equal("1764079100000", sent.Id);
        Golden.Text(stub.Transcript);
    }

    [Fact]
    public async Task Updates_an_activity()
    {
        var updated =
            await stub.Answer(200, """{"id":"1764079100000"}""").Client()
                .UpdateActivityAsync(ConnectorStub.ServiceUrl, Chat, "1764079100000", Card, default);

        Assert.Equal("1764079100000", updated.Id);
        Golden.Text(stub.Transcript);
    }

    [Fact]
    public async Task Deletes_an_activity()
    {
        await stub.Answer(200).Client().DeleteActivityAsync(ConnectorStub.ServiceUrl, Chat, "1764079100000", default);

        Golden.Text(stub.Transcript);
    }

    [Fact]
    public async Task Creates_a_conversation_with_one_person()
    {
        var created = await stub.Answer(201, """{"id":"a:1personal"}""").Client()
            .CreateConversationAsync(ConnectorStub.ServiceUrl,
                ConversationParameters.OneToOne("28:44444444-4444-4444-8444-444444444444", "aaaaaaa1-0000-4000-8000-000000000001",
                    Tenant), default);

        Assert.Equal("a:1personal", created.Id);
        Golden.Text(stub.Transcript);
    }

    [Fact]
    public async Task Asks_for_a_member()
    {
        var member =
            await stub.Answer(200,
                """{"id":"29:1sam","objectId":"aaaaaaa1-0000-4000-8000-000000000005","name":"Sam Whitlock","email":"sam.whitlock@police.example","userPrincipalName":"sam.whitlock@police.example","tenantId":"33333333-0000-4000-8000-000000000000","userRole":"user"}""")
            .Client().GetMemberAsync(ConnectorStub.ServiceUrl, Chat, "29:1sam", default);

        Assert.Equal(("aaaaaaa1-0000-4000-8000-000000000005", "33333333-0000-4000-8000-000000000000", "user"),
            (member.AadObjectId, member.TenantId, member.UserRole));
        Golden.Text(stub.Transcript);
    }

    [Fact]
    public async Task Asks_for_the_members_page_by_page()
    {
        var client =
            stub.Answer(200, """{"continuationToken":"a/b&c=","members":[{"id":"29:1priya"}]}""")
                .Answer(200, """{"members":[{"id":"29:1sam"}]}""").Client();

        var first = await client.GetPagedMembersAsync(ConnectorStub.ServiceUrl, Chat, null, default);
        var second = await client.GetPagedMembersAsync(ConnectorStub.ServiceUrl, Chat, first.ContinuationToken, default);

        Assert.Equal(["29:1priya", "29:1sam"], first.Members.Concat(second.Members).Select(m => m.Id));
        Assert.Null(second.ContinuationToken);
        Golden.Text(stub.Transcript);
    }

    [Fact]
    public async Task Asks_whether_a_participant_is_in_the_meeting()
    {
        var participant =
            await stub.Answer(200,
                """{"user":{"id":"29:1sam","tenantId":"t","userRole":"guest"},"meeting":{"role":"Attendee","inMeeting":true},"conversation":{"id":"19:meeting_MjA2@thread.v2","isGroup":true}}""")
            .Client()
            .GetMeetingParticipantAsync(ConnectorStub.ServiceUrl, "MCMxOTptZWV0aW5nX01qQTY=", "aaaaaaa1-0000-4000-8000-000000000005",
                Tenant, default);

        Assert.Equal(new("Attendee", true), participant.Meeting);
        Golden.Text(stub.Transcript);
    }

    [Theory]
    [InlineData("a/../../b?c#d", "/uk/v3/conversations/a%2F..%2F..%2Fb%3Fc%23d/members/29%3A1%20x")]
    [InlineData("..%2F", "/uk/v3/conversations/..%252F/members/29%3A1%20x")]
    public async Task An_id_cannot_lead_to_another_path(string conversationId, string target)
    {
        await stub.Answer(200, "{}").Client().GetMemberAsync(ConnectorStub.ServiceUrl, conversationId, "29:1 x", default);

        Assert.StartsWith($"> GET {target}\n", stub.Transcript, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_is_a_step_in_the_path_is_refused(string conversationId)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => stub.Client()
            .GetMemberAsync(ConnectorStub.ServiceUrl, conversationId, "29:1", default));

        Assert.Equal(0, stub.Requests);
    }

    [Fact]
    public async Task A_service_URL_without_its_last_slash_keeps_its_path()
    {
        await stub.Answer(200, "{}").Client().GetMemberAsync("https://smba.trafficmanager.net/uk", "C", "M", default);

        Assert.StartsWith("> GET /uk/v3/conversations/C/members/M", stub.Transcript, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not JSON")]
    public async Task Sent_is_sent_even_if_the_answer_does_not_say_the_id(string body) =>
        Assert.Null((await stub.Answer(201, body).Client().SendToConversationAsync(ConnectorStub.ServiceUrl, Chat, Card, default)).Id);

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    public async Task An_unreadable_answer_to_a_question_is_no_answer(string body)
    {
        var e = await Assert.ThrowsAsync<ConnectorException>(() => stub.Answer(200, body).Client()
            .GetMemberAsync(ConnectorStub.ServiceUrl, Chat, "29:1sam", default));

        Assert.Equal((0, "UnreadableAnswer"), (e.Status, e.Code));
    }
}
