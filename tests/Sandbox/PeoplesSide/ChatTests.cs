using Microsoft.AspNetCore.Http;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Tests.Sandbox.PeoplesSide;

public sealed class ChatTests : SandboxHost
{
    [Fact]
    public async Task The_people_are_listed_with_what_an_emulator_needs()
    {
        var people = (await ReadAsync("sandbox/people")).AsArray();

        Assert.Equal(9, people.Count);
        Assert.Equal(
            """{"id":"chair","name":"Priya Nair","role":"Team Manager","agency":"Children\u0027s social care","aadObjectId":"aaaaaaaa-0000-4000-8000-000000000001","mail":"priya.nair@council.example","tenantId":"11111111-1111-4111-8111-111111111111"}""",
            people[0]!.ToJsonString());
    }

    [Theory]
    [InlineData("chair", 1)]
    [InlineData("social-worker", 1)]
    [InlineData("head-of-service", 0)]
    [InlineData("business-support", 0)]
    [InlineData("police", 0)]
    public async Task Two_people_of_the_council_have_the_bot_from_the_start(string person, int chats) =>
        Assert.Equal(chats, (await ReadAsync($"sandbox/api/{person}/chats")).AsArray().Count);

    [Fact]
    public async Task A_meetings_chat_is_listed_for_those_invited_and_for_nobody_else()
    {
        var meeting = PlaceMeeting();

        var seen = Assert.Single((await ReadAsync("sandbox/api/police/chats")).AsArray())!;
        Assert.Equal(meeting.Id, (string?)seen["id"]);
        Assert.Equal("meeting", (string?)seen["kind"]);
        Assert.Equal("scheduled", (string?)seen["meetingState"]);
        Assert.Equal("online-1", (string?)seen["onlineMeetingId"]);
        Assert.Equal("2026-11-25T12:00:00Z", (string?)seen["startsAt"]);
        Assert.Empty((await ReadAsync("sandbox/api/school/chats")).AsArray());
    }

    [Fact]
    public async Task The_chat_with_the_newest_message_comes_first()
    {
        var meeting = PlaceMeeting();
        Wall.Advance(TimeSpan.FromMinutes(1));
        await PostAsync($"sandbox/api/chair/chats/{Escape(PersonalChat(SandboxPeople.Chair))}/messages", new { text = "status" });
        Assert.Equal("status", (string?)(await ReadAsync("sandbox/api/chair/chats"))[0]!["preview"]);

        Wall.Advance(TimeSpan.FromMinutes(1));
        await PostAsync($"sandbox/api/chair/chats/{Escape(meeting.Id)}/messages", new { text = "Good morning" });
        Assert.Equal("Good morning", (string?)(await ReadAsync("sandbox/api/chair/chats"))[0]!["preview"]);
    }

    [Fact]
    public async Task In_a_meetings_chat_the_bot_hears_only_what_is_said_to_it()
    {
        var path = $"sandbox/api/police/chats/{Escape((await MeetAsync()).Id)}/messages";
        Bot.Received.Clear();

        await PostAsync(path, new { text = "Good morning all" });
        Assert.Empty(Bot.Received);

        await PostAsync(path, new { text = "@StrategyBot missing" });
        var heard = Assert.Single(Bot.Received);
        Assert.Equal("<at>StrategyBot</at> missing", (string?)heard["text"]);
        Assert.Equal(SandboxPeople.BotMri, (string?)heard["entities"]![0]!["mentioned"]!["id"]);
        Assert.Equal("groupChat", (string?)heard["conversation"]!["conversationType"]);
        Assert.Equal(SandboxPeople.CouncilTenant, (string?)heard["channelData"]!["tenant"]!["id"]);
        Assert.Equal(2, (await ReadAsync(path)).AsArray().Count);
    }

    [Fact]
    public async Task Where_the_app_is_not_installed_the_bot_hears_nothing()
    {
        var sent = await PostAsync($"sandbox/api/police/chats/{Escape(PlaceMeeting().Id)}/messages", new { text = "@StrategyBot missing" });

        Assert.False((bool)sent.Body!["delivered"]!);
        Assert.Empty(Bot.Received);
    }

    [Fact]
    public async Task An_invoke_brings_back_what_the_bot_answered()
    {
        Bot.Answer =
            (activity, _) =>
                Task.FromResult(
                    Results.Json(new { asked = activity["name"]!.ToString(), value = activity["value"], to = activity["replyToId"] }));

        var pressed = await PostAsync(
            $"sandbox/api/chair/chats/{Escape(PersonalChat(SandboxPeople.Chair))}/invoke",
            new { name = "task/fetch", value = new { data = new { form = "x" } }, replyToId = "message-1" });

        Assert.Equal("""{"status":200,"body":{"asked":"task/fetch","value":{"data":{"form":"x"}},"to":"message-1"}}""",
            pressed.Body!.ToJsonString());
        Assert.Equal("invoke", Assert.Single(Bot.Types));
    }

    [Fact]
    public async Task A_failing_bot_shows_its_status()
    {
        Bot.Answer = (_, _) => Task.FromResult(Results.StatusCode(500));

        var pressed =
            await PostAsync($"sandbox/api/chair/chats/{Escape(PersonalChat(SandboxPeople.Chair))}/invoke", new { name = "task/submit" });

        Assert.Equal((200, 500), (pressed.Status, (int)pressed.Body!["status"]!));
        Assert.Equal(3, Bot.Received.Count);
    }

    [Fact]
    public async Task A_submit_without_a_dialog_comes_as_a_message_with_a_value_and_shows_nothing()
    {
        var path = $"sandbox/api/chair/chats/{Escape(PersonalChat(SandboxPeople.Chair))}/messages";

        await PostAsync(path, new { value = new { choice = "a" }, replyToId = "message-1" });

        Assert.Equal("a", (string?)Assert.Single(Bot.Received)["value"]!["choice"]);
        Assert.Empty((await ReadAsync(path)).AsArray());
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_in_a_sentence()
    {
        var chat = $"sandbox/api/chair/chats/{Escape(PersonalChat(SandboxPeople.Chair))}";
        foreach (var (path, body, status) in new (string, object, int)[]
        {
            ($"{chat}/messages", new { text = " " }, 400),
            ($"{chat}/messages", new { text = new string('x', 60_001) }, 413),
            ($"{chat}/invoke", new { name = "composeExtension/query" }, 400),
            ($"{chat}/invoke", new { name = 5 }, 400),
            ($"sandbox/api/police/chats/{Escape(PersonalChat(SandboxPeople.Chair))}/messages", new { text = "help" }, 404),
            ($"sandbox/api/nobody/chats/{Escape(PersonalChat(SandboxPeople.Chair))}/messages", new { text = "help" }, 404),
            ($"sandbox/api/chair/chats/{Escape(PlaceMeeting().Id)}/invoke", new { name = "task/fetch" }, 403),
            ("sandbox/api/school/meetings/online-1/join", new { }, 404),
        })
        {
            var answer = await PostAsync(path, body);

            Assert.Equal(status, answer.Status);
            Assert.EndsWith(".", (string?)answer.Body!["error"], StringComparison.Ordinal);
        }

        Assert.Empty(Bot.Received);
    }
}
