using System.Net.Http.Json;
using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Tests.Sandbox.Connector;

public sealed class ConnectorTests : SandboxHost
{
    private static readonly object Hello = new { type = "message", text = "Hello", summary = "SB-2026-001" };

    [Fact]
    public async Task What_the_bot_sends_is_seen_by_everybody_in_the_chat()
    {
        var chat = await MeetAsync();

        var sent = await SendAsync(chat.Id, Hello);

        Assert.Equal(201, sent.Status);
        var seen = Assert.Single((await ReadAsync($"sandbox/api/police/chats/{Escape(chat.Id)}/messages")).AsArray())!;
        Assert.Equal((string?)sent.Body!["id"], (string?)seen["id"]);
        Assert.True((bool)seen["from"]!["bot"]!);
        Assert.Equal("Hello", (string?)seen["text"]);
    }

    [Fact]
    public async Task A_reply_to_an_invoke_which_is_no_message_stands_with_the_rest()
    {
        var chat = PersonalChat(SandboxPeople.Chair);

        var sent = await PostAsync($"sandbox/connector/v3/conversations/{Escape(chat)}/activities/invoke-id", Hello);

        Assert.Equal(201, sent.Status);
    }

    [Fact]
    public async Task An_update_is_shown_in_place_and_marked()
    {
        var chat = PersonalChat(SandboxPeople.Chair);
        var id = (string?)(await SendAsync(chat, Hello)).Body!["id"];

        var card =
            new
            {
                type = "message",
                attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive",
                    content = new { type = "AdaptiveCard" } } }
            };
        using var updated = await World.PutAsJsonAsync($"sandbox/connector/v3/conversations/{Escape(chat)}/activities/{id}", card);

        Assert.Equal(200, (int)updated.StatusCode);
        var seen = Assert.Single((await ReadAsync($"sandbox/api/chair/chats/{Escape(chat)}/messages")).AsArray())!;
        Assert.True((bool)seen["edited"]!);
        Assert.Equal("AdaptiveCard", (string?)seen["attachments"]![0]!["content"]!["type"]);
    }

    [Fact]
    public async Task A_deleted_message_is_gone_and_can_be_neither_updated_nor_deleted_again()
    {
        var chat = PersonalChat(SandboxPeople.Chair);
        var path = $"sandbox/connector/v3/conversations/{Escape(chat)}/activities/{(string?)(await SendAsync(chat, Hello)).Body!["id"]}";

        using var deleted = await World.DeleteAsync(path);
        using var again = await World.DeleteAsync(path);
        using var updated = await World.PutAsJsonAsync(path, Hello);

        Assert.Equal(200, (int)deleted.StatusCode);
        await AssertRefusedAsync(again, 404, "ActivityNotFoundInConversation");
        await AssertRefusedAsync(updated, 404, "ActivityNotFoundInConversation");
        Assert.Empty((await ReadAsync($"sandbox/api/chair/chats/{Escape(chat)}/messages")).AsArray());
    }

    [Fact]
    public async Task A_message_of_another_chat_is_unknown_here()
    {
        var id = (string?)(await SendAsync(PersonalChat(SandboxPeople.Chair), Hello)).Body!["id"];

        using var updated = await World.PutAsJsonAsync(
            $"sandbox/connector/v3/conversations/{Escape(PersonalChat(SandboxPeople.SocialWorker))}/activities/{id}", Hello);

        await AssertRefusedAsync(updated, 404, "ActivityNotFoundInConversation");
    }

    [Fact]
    public async Task The_bot_cannot_change_what_a_person_wrote()
    {
        var chat = PersonalChat(SandboxPeople.Chair);
        var typed = await PostAsync($"sandbox/api/chair/chats/{Escape(chat)}/messages", new { text = "help" });

        using var updated =
            await World.PutAsJsonAsync($"sandbox/connector/v3/conversations/{Escape(chat)}/activities/{(string?)typed.Body!["id"]}", Hello);

        await AssertRefusedAsync(updated, 403, "NotEnoughPermissions");
    }

    [Fact]
    public async Task Without_the_app_in_the_chat_the_bot_is_not_in_the_roster()
    {
        var chat = PlaceMeeting();

        AssertRefused(await SendAsync(chat.Id, Hello), 403, "BotNotInConversationRoster");
        using var members = await World.GetAsync($"sandbox/connector/v3/conversations/{Escape(chat.Id)}/pagedmembers");
        await AssertRefusedAsync(members, 403, "BotNotInConversationRoster");
    }

    [Fact]
    public async Task After_the_app_was_removed_a_personal_chat_refuses_the_bot()
    {
        var chat = Get<ChatBook>().Personal(SandboxPeople.Chair)!;
        Get<AppInstallation>().Uninstall(Get<ChatBook>().Installed(chat)!);

        AssertRefused(await SendAsync(chat.Id, Hello), 403, "ForbiddenOperationException");
        AssertRefused(await CreateAsync(SandboxPeople.Chair.AadObjectId), 403, "ForbiddenOperationException");
    }

    [Fact]
    public async Task An_unknown_conversation_is_not_found() =>
        AssertRefused(await SendAsync("19:meeting_none@thread.v2", Hello), 404, "ConversationNotFound");

    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","attachments":[{}]}""")]
    [InlineData("""{"type":"trace","text":"x"}""")]
    [InlineData("""{"text":5}""")]
    [InlineData("""[1]""")]
    [InlineData("""{"type":"message",""")]
    [InlineData("""{"type":"message","type":"typing"}""")]
    public async Task What_Teams_cannot_show_is_bad_syntax(string body)
    {
        using var content = new StringContent(body);

        using var response =
            await World.PostAsync(
                new Uri($"sandbox/connector/v3/conversations/{Escape(PersonalChat(SandboxPeople.Chair))}/activities",
                    UriKind.Relative), content);

        await AssertRefusedAsync(response, 400, "BadSyntax");
    }

    [Theory]
    [InlineData(51_100, 201)]
    [InlineData(51_200, 413)]
    public async Task A_message_may_have_100_KB_counted_as_UTF16(int characters, int status)
    {
        var sent = await SendAsync(PersonalChat(SandboxPeople.Chair), new { type = "message", text = new string('x', characters) });

        Assert.Equal(status, sent.Status);
        Assert.Equal(status == 413 ? "MessageSizeTooBig" : null, (string?)sent.Body!["error"]?["code"]);
    }

    [Fact]
    public async Task Creating_a_conversation_with_the_same_member_gives_the_same_one()
    {
        var byAadObjectId = await CreateAsync(SandboxPeople.Chair.AadObjectId);
        var byChannelId = await CreateAsync(SandboxPeople.Chair.Mri);

        Assert.Equal(201, byAadObjectId.Status);
        Assert.Equal((string?)byAadObjectId.Body!["id"], (string?)byChannelId.Body!["id"]);
    }

    [Fact]
    public async Task Without_a_personal_install_there_is_no_conversation_until_it_is_installed()
    {
        AssertRefused(await CreateAsync(SandboxPeople.HeadOfService.AadObjectId), 403, "ForbiddenOperationException");

        Assert.NotNull(Get<AppInstallation>().InstallForPerson(SandboxPeople.HeadOfService));
        Assert.Null(Get<AppInstallation>().InstallForPerson(SandboxPeople.HeadOfService));

        Assert.Equal(201, (await CreateAsync(SandboxPeople.HeadOfService.AadObjectId)).Status);
    }

    [Fact]
    public async Task Somebody_of_another_tenant_can_never_be_written_to_alone() =>
        AssertRefused(await CreateAsync(SandboxPeople.Police.AadObjectId), 403, "ForbiddenOperationException");

    [Theory]
    [InlineData("""{"isGroup":true,"tenantId":"T","members":[{"id":"M"}]}""")]
    [InlineData("""{"tenantId":"T","members":[{"id":"M"},{"id":"M"}]}""")]
    [InlineData("""{"tenantId":"T","members":[]}""")]
    [InlineData("""{"tenantId":"T"}""")]
    [InlineData("""{"tenantId":"T","members":[{"aadObjectId":"M"}]}""")]
    [InlineData("""{"members":[{"id":"M"}]}""")]
    [InlineData("""{"tenantId":"T","members":[{"id":"29:nobody"}]}""")]
    public async Task A_group_more_or_fewer_than_one_member_no_tenant_and_a_stranger_are_bad_syntax(string body)
    {
        var real = body.Replace("\"T\"", $"\"{SandboxPeople.CouncilTenant}\"", StringComparison.Ordinal)
            .Replace("\"M\"", $"\"{SandboxPeople.Chair.AadObjectId}\"", StringComparison.Ordinal);

        AssertRefused(await PostAsync("sandbox/connector/v3/conversations", JsonNode.Parse(real)!), 400, "BadSyntax");
    }

    [Fact]
    public async Task The_roster_comes_in_pages()
    {
        var chat = await MeetAsync();
        var names = new List<string?>();
        string? token = null;
        var pages = 0;
        do
        {
            var page =
                await ReadAsync($"sandbox/connector/v3/conversations/{Escape(chat.Id)}/pagedmembers?pageSize=3&continuationToken={token}");
            names.AddRange(page["members"]!.AsArray().Select(member => (string?)member!["name"]));
            token = (string?)page["continuationToken"];
            pages++;
        }
        while (token is not null);

        Assert.Equal(4, (await ReadAsync($"sandbox/connector/v3/conversations/{Escape(chat.Id)}/members")).AsArray().Count);
        Assert.Equal(2, pages);
        Assert.Equal(["Council Meetings", "Priya Nair", "Sam Whitlock", "Grace Adeyemi"], names);
    }

    [Fact]
    public async Task A_member_shows_the_tenant_he_comes_from()
    {
        var chat = await MeetAsync();
        var path = $"sandbox/connector/v3/conversations/{Escape(chat.Id)}/members/";

        Assert.Equal(SandboxPeople.PoliceTenant, (string?)(await ReadAsync(path + SandboxPeople.Police.AadObjectId))["tenantId"]);
        Assert.Equal("Sam Whitlock", (string?)(await ReadAsync(path + Escape(SandboxPeople.Police.Mri)))["name"]);
        using var absent = await World.GetAsync(path + SandboxPeople.School.AadObjectId);
        await AssertRefusedAsync(absent, 404, "MemberNotFoundInConversation");
    }

    [Fact]
    public async Task A_meeting_tells_its_details_and_who_is_in_it()
    {
        var meeting = $"sandbox/connector/v1/meetings/{Escape((await MeetAsync()).Meeting!.MeetingId)}";
        await PostAsync("sandbox/api/police/meetings/online-1/join", new { });

        Assert.Equal("online-1", (string?)(await ReadAsync(meeting))["details"]!["msGraphResourceId"]);
        var police = await ReadAsync($"{meeting}/participants/{SandboxPeople.Police.AadObjectId}?tenantId={SandboxPeople.PoliceTenant}");
        Assert.True((bool)police["meeting"]!["inMeeting"]!);
        Assert.Equal("Attendee", (string?)police["meeting"]!["role"]);
        var chair = await ReadAsync($"{meeting}/participants/{SandboxPeople.Chair.AadObjectId}?tenantId={SandboxPeople.CouncilTenant}");
        Assert.False((bool)chair["meeting"]!["inMeeting"]!);
    }

    [Fact]
    public async Task A_participant_is_asked_for_with_a_tenant_in_a_meeting_that_is_known_and_has_the_app()
    {
        var meeting = Escape((PlaceMeeting()).Meeting!.MeetingId);
        var police = $"participants/{SandboxPeople.Police.AadObjectId}";

        using var noTenant = await World.GetAsync($"sandbox/connector/v1/meetings/{meeting}/{police}");
        using var noApp = await World.GetAsync($"sandbox/connector/v1/meetings/{meeting}/{police}?tenantId={SandboxPeople.PoliceTenant}");
        using var noMeeting = await World.GetAsync($"sandbox/connector/v1/meetings/none/{police}?tenantId={SandboxPeople.PoliceTenant}");

        await AssertRefusedAsync(noTenant, 400, "BadArgument");
        await AssertRefusedAsync(noApp, 403, "BotNotInConversationRoster");
        await AssertRefusedAsync(noMeeting, 404, "MeetingNotFound");
    }

    [Fact]
    public async Task An_acknowledged_message_outlives_the_world()
    {
        var chat = PersonalChat(SandboxPeople.Chair);
        await SendAsync(chat, Hello);
        await StopWorldAsync();
        await StartWorldAsync();

        Assert.Single(Get<WorldStore>().All<ChatMessage>(Kinds.ChatMessage, owner: chat));
    }

    private Task<(int Status, JsonNode? Body)> SendAsync(string chat, object activity) =>
        PostAsync($"sandbox/connector/v3/conversations/{Escape(chat)}/activities", activity);

    private Task<(int Status, JsonNode? Body)> CreateAsync(string memberId) => PostAsync("sandbox/connector/v3/conversations", new
    {
        isGroup = false,
        bot = new { id = SandboxPeople.BotMri },
        members = new[] { new { id = memberId } },
        tenantId = SandboxPeople.CouncilTenant,
    });

    private static async Task AssertRefusedAsync(HttpResponseMessage response, int status, string code) =>
        AssertRefused(await Answered(response), status, code);

    private static void AssertRefused((int Status, JsonNode? Body) answer, int status, string code) =>
        Assert.Equal((status, code), (answer.Status, (string?)answer.Body!["error"]!["code"]));
}
