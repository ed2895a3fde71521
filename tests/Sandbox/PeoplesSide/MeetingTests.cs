using StrategyBot.Sandbox.Meetings;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Tests.Sandbox.PeoplesSide;

public sealed class MeetingTests : SandboxHost
{
    [Fact]
    public async Task The_first_to_join_starts_it_and_the_last_to_leave_ends_it()
    {
        await MeetAsync();
        Bot.Received.Clear();

        await DoAsync("police", "join");
        await DoAsync("chair", "join");
        await DoAsync("police", "leave");
        Assert.Equal("running", await StateAsync());
        Wall.Advance(TimeSpan.FromMinutes(40));
        await DoAsync("chair", "leave");

        Assert.Equal("ended", await StateAsync());
        Assert.Equal(
            ["application/vnd.microsoft.meetingStart", "application/vnd.microsoft.meetingEnd"],
            Bot.Received.Select(activity => (string?)activity["name"]));
        Assert.Equal("2026-11-24T12:40:00Z", (string?)Bot.Received.Last()["value"]!["EndTime"]);
    }

    [Fact]
    public async Task The_start_names_the_meeting_in_the_channel_data_and_another_id_in_the_value()
    {
        var meeting = (await MeetAsync()).Meeting!;
        Bot.Received.Clear();
        await DoAsync("chair", "start");

        var started = Assert.Single(Bot.Received);
        Assert.Equal("event", (string?)started["type"]);
        Assert.Equal(meeting.MeetingId, (string?)started["channelData"]!["meeting"]!["id"]);
        Assert.Equal("online-1", (string?)started["value"]!["Id"]);
        Assert.Equal("Meeting SB-2026-001", (string?)started["value"]!["Title"]);
        Assert.Equal(SandboxPeople.Chair.AadObjectId, (string?)started["from"]!["aadObjectId"]);
    }

    [Fact]
    public async Task Ending_it_takes_everybody_out_and_it_may_be_started_again()
    {
        await MeetAsync();
        await DoAsync("chair", "start");
        await DoAsync("police", "join");
        await DoAsync("chair", "end");
        await DoAsync("police", "leave");
        await DoAsync("police", "join");

        var sessions = Get<WorldStore>().All<MeetingSession>(Kinds.MeetingSession, owner: "online-1");
        Assert.Equal(2, sessions.Count);
        Assert.All(sessions[0].Visits, visit => Assert.NotNull(visit.LeftAt));
        Assert.Equal("running", await StateAsync());
        Assert.True((bool)(await ReadAsync("sandbox/api/police/chats"))[0]!["inMeeting"]!);
    }

    [Fact]
    public async Task Joining_twice_is_joining_once()
    {
        await MeetAsync();
        await DoAsync("chair", "start");
        await DoAsync("chair", "join");

        Assert.Single(Get<WorldStore>().All<MeetingSession>(Kinds.MeetingSession).Single().Visits);
    }

    [Fact]
    public async Task Without_the_app_in_the_chat_the_bot_hears_of_no_meeting()
    {
        PlaceMeeting();

        await DoAsync("chair", "start");

        Assert.Empty(Bot.Received);
        Assert.Equal("running", await StateAsync());
    }

    private async Task DoAsync(string person, string what) =>
        Assert.Equal(200, (await PostAsync($"sandbox/api/{person}/meetings/online-1/{what}", new { })).Status);

    private async Task<string?> StateAsync() => (string?)(await ReadAsync("sandbox/api/police/chats")).AsArray().Single()!["meetingState"];
}
