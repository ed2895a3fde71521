using StrategyBot.Graph;
using StrategyBot.Rules.Effects;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Sandbox.Graph;

namespace StrategyBot.Tests.Graph;

public sealed class MeetingRoomsTests : GraphWorldTest
{
    private static readonly MeetingChair Chair = new(SandboxPeople.Chair.AadObjectId, SandboxPeople.Chair.Mail);

    private MeetingRooms Rooms => World.Bot<MeetingRooms>();

    [Fact]
    public async Task The_chat_is_found_by_the_join_link()
    {
        var (eventId, meeting) = await World.MeetingAsync();

        Assert.StartsWith("19:meeting_", meeting.ThreadId, StringComparison.Ordinal);
        Assert.NotEqual(eventId, meeting.Id);
    }

    [Fact]
    public async Task A_link_that_Teams_does_not_know_yet_is_no_failure()
    {
        Assert.Null(await Rooms.FindByJoinUrlAsync("https://teams.example/meet/o'hara?p=x&q=1"));

        await World.FailAsync("GET", "/onlineMeetings", 404);
        Assert.Null(await Rooms.FindByJoinUrlAsync("https://teams.example/meet/1"));
    }

    [Fact]
    public async Task Without_the_access_policy_it_is_refused()
    {
        await World.FailAsync("GET", "/onlineMeetings", 403);

        await FailsAsync(() => Rooms.FindByJoinUrlAsync("https://teams.example/meet/1"), EffectFailure.Refused, 403);
    }

    [Fact]
    public async Task A_hardened_meeting_lets_in_who_is_invited_and_records_nothing()
    {
        var (_, meeting) = await World.MeetingAsync();

        var options = await Rooms.HardenAsync(meeting.Id, Chair);

        Assert.Equal(
            new MeetingOptions(Lobby.Invited, DialInWaits: true, RecordingOff: true, TranscriptionOff: true, ChairIsCoOrganiser: true,
                OnlyOrganisersPresent: true), options);
        Assert.Equal(options, await Rooms.HardenAsync(meeting.Id, Chair));
    }

    [Fact]
    public async Task A_new_chair_is_added_to_those_who_have_a_role_already()
    {
        var (_, meeting) = await World.MeetingAsync();
        await Rooms.HardenAsync(meeting.Id, Chair);
        await Rooms.HardenAsync(meeting.Id, new(SandboxPeople.HeadOfService.AadObjectId, SandboxPeople.HeadOfService.Mail));

        var shown = await World.GetAsync($"/users/{SandboxPeople.Organiser.AadObjectId}/onlineMeetings/{meeting.Id}");
        Assert.Equal(
            [SandboxPeople.Chair.Mail, SandboxPeople.HeadOfService.Mail],
            shown["participants"]!["attendees"]!.AsArray().Select(attendee => (string?)attendee!["upn"]));
    }

    [Fact]
    public async Task Where_the_invited_lobby_is_not_to_be_had_everybody_waits()
    {
        var (_, meeting) = await World.MeetingAsync();
        await World.FailAsync("PATCH", "/onlineMeetings", 400);

        var options = await Rooms.HardenAsync(meeting.Id, Chair);

        Assert.Equal(Lobby.Organiser, options.Lobby);
        Assert.True(options.RecordingOff);
    }

    [Fact]
    public async Task What_a_licence_does_not_allow_leaves_the_rest_standing()
    {
        var (_, meeting) = await World.MeetingAsync();
        await World.FailAsync("PATCH", "/onlineMeetings", 403, times: 3);

        var options = await Rooms.HardenAsync(meeting.Id, Chair);

        Assert.Equal((Lobby.Open, false, true, true),
            (options.Lobby, options.RecordingOff, options.TranscriptionOff, options.ChairIsCoOrganiser));
    }

    [Fact]
    public async Task Without_a_chair_who_can_run_it_the_councils_people_may_present()
    {
        var (_, meeting) = await World.MeetingAsync();

        var options = await Rooms.HardenAsync(meeting.Id, chair: null);

        Assert.False(options.ChairIsCoOrganiser);
        Assert.False(options.OnlyOrganisersPresent);
        var shown = await World.GetAsync($"/users/{SandboxPeople.Organiser.AadObjectId}/onlineMeetings/{meeting.Id}");
        Assert.Equal("organization", (string?)shown["allowedPresenters"]);
    }

    [Fact]
    public async Task A_service_that_is_down_fails_the_whole()
    {
        var (_, meeting) = await World.MeetingAsync();
        await World.FailAsync("PATCH", "/onlineMeetings", 503, times: 9);

        await FailsAsync(() => Rooms.HardenAsync(meeting.Id, Chair), EffectFailure.Unknown, 503);
    }

    [Fact]
    public async Task Attendance_is_one_report_for_each_run_with_every_stay()
    {
        var (_, meeting) = await World.MeetingAsync();
        Assert.Empty(await World.Bot<AttendanceReports>().ReportsAsync(meeting.Id));

        foreach (var (person, step) in new[]
        {
            (SandboxPeople.Chair, "join"), (SandboxPeople.Police, "join"), (SandboxPeople.Police, "leave"), (SandboxPeople.Police, "join"),
            (SandboxPeople.Chair, "end"),
        })
        {
            (await World.PersonAsync(person, $"meetings/{meeting.Id}/{step}")).EnsureSuccessStatusCode();
        }

        var report = Assert.Single(await World.Bot<AttendanceReports>().ReportsAsync(meeting.Id));
        Assert.NotNull(report.EndedAt);
        Assert.Equal([SandboxPeople.Chair.AadObjectId, SandboxPeople.Police.AadObjectId], report.Records.Select(record => record.UserId));
        Assert.Equal([1, 2], report.Records.Select(record => record.Intervals.Count));
        Assert.Equal(SandboxPeople.Police.Mail, report.Records[1].Mail);
    }
}
