using StrategyBot.Graph;
using StrategyBot.Rules.Effects;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Sandbox.Graph;

namespace StrategyBot.Tests.Graph;

public sealed class ChatAppTests : GraphWorldTest
{
    private static readonly string HeadOfService = SandboxPeople.HeadOfService.AadObjectId;

    private ChatApp App => World.Bot<ChatApp>();

    [Fact]
    public async Task The_app_is_installed_in_a_chat_once()
    {
        var (_, meeting) = await World.MeetingAsync();

        Assert.Equal(Installation.Installed, await App.InstallInChatAsync(meeting.ThreadId));
        Assert.Equal(Installation.AlreadyThere, await App.InstallInChatAsync(meeting.ThreadId));
        Assert.Single((await World.GetAsync($"/chats/{meeting.ThreadId}/installedApps"))["value"]!.AsArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(504)]
    public async Task An_installation_of_unknown_outcome_is_done_when_repeated(int status)
    {
        var (_, meeting) = await World.MeetingAsync();
        await World.FailAsync("POST", "/installedApps", status, after: true);

        await FailsAsync(() => App.InstallInChatAsync(meeting.ThreadId), EffectFailure.Unknown, status);
        Assert.Equal(Installation.AlreadyThere, await App.InstallInChatAsync(meeting.ThreadId));
    }

    [Fact]
    public async Task A_chat_that_is_not_there_yet_is_tried_again_later() =>
        await FailsAsync(() => App.InstallInChatAsync("19:meeting_none@thread.v2"), EffectFailure.SurelyNotDone, 404);

    [Fact]
    public async Task The_panel_is_pinned_once()
    {
        var (_, meeting) = await World.MeetingAsync();
        await App.InstallInChatAsync(meeting.ThreadId);

        Assert.Equal(Installation.Installed, await App.PinPanelAsync(meeting.ThreadId));
        Assert.Equal(Installation.AlreadyThere, await App.PinPanelAsync(meeting.ThreadId));
    }

    [Fact]
    public async Task An_app_that_was_installed_before_there_was_a_panel_is_brought_up_to_date_first()
    {
        var (_, meeting) = await World.MeetingAsync();
        await App.InstallInChatAsync(meeting.ThreadId);
        World.Have(World.InstalledIn(meeting.ThreadId) with { IsOld = true });

        Assert.Equal(Installation.Installed, await App.PinPanelAsync(meeting.ThreadId));
        Assert.Equal(Installation.AlreadyThere, await App.PinPanelAsync(meeting.ThreadId));
    }

    [Fact]
    public async Task A_panel_that_somebody_else_pinned_meanwhile_is_there()
    {
        var (_, meeting) = await World.MeetingAsync();
        await App.InstallInChatAsync(meeting.ThreadId);
        await World.FailAsync("POST", "/tabs", 409);

        Assert.Equal(Installation.AlreadyThere, await App.PinPanelAsync(meeting.ThreadId));
    }

    [Fact]
    public async Task Where_tabs_are_forbidden_it_is_a_refusal_and_the_app_stays()
    {
        var (_, meeting) = await World.MeetingAsync();
        await App.InstallInChatAsync(meeting.ThreadId);
        await World.FailAsync("POST", "/tabs", 403);

        await FailsAsync(() => App.PinPanelAsync(meeting.ThreadId), EffectFailure.Refused, 403);
        Assert.Equal(Installation.AlreadyThere, await App.InstallInChatAsync(meeting.ThreadId));
    }

    [Fact]
    public async Task A_person_gets_a_chat_with_the_bot()
    {
        var chat = await App.InstallForUserAsync(HeadOfService);

        Assert.Equal(ChatBook.PersonalId(SandboxPeople.HeadOfService), chat);
        Assert.Equal(chat, await App.InstallForUserAsync(HeadOfService));
    }

    [Fact]
    public async Task A_person_who_has_the_bot_already_keeps_their_chat() =>
        Assert.Equal(ChatBook.PersonalId(SandboxPeople.Chair), await App.InstallForUserAsync(SandboxPeople.Chair.AadObjectId));

    [Fact]
    public async Task A_personal_installation_of_unknown_outcome_is_done_when_repeated()
    {
        await World.FailAsync("POST", "/installedApps", 0, after: true);

        await FailsAsync(() => App.InstallForUserAsync(HeadOfService), EffectFailure.Unknown, 0);
        Assert.Equal(ChatBook.PersonalId(SandboxPeople.HeadOfService), await App.InstallForUserAsync(HeadOfService));
    }

    [Fact]
    public async Task Nobody_of_another_tenant_can_have_a_personal_chat() =>
        await FailsAsync(() => App.InstallForUserAsync(SandboxPeople.Police.AadObjectId), EffectFailure.Refused, 404);

    [Fact]
    public async Task A_policy_against_the_app_is_a_refusal()
    {
        var (_, meeting) = await World.MeetingAsync();
        await World.FailAsync("POST", "/installedApps", 403);

        await FailsAsync(() => App.InstallInChatAsync(meeting.ThreadId), EffectFailure.Refused, 403);
    }
}
