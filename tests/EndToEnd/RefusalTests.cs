using System.Net.Http.Json;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>One refusal by Graph or Teams, at each thing that a called meeting needs, is not for ever.</summary>
public sealed class RefusalTests
{
    private const string NotAllowed = "I am not allowed to do it";

    [Theory]
    [InlineData("graph", "POST", "/events")]
    [InlineData("graph", "GET", "/onlineMeetings?")]
    [InlineData("graph", "POST", "/installedApps")]
    [InlineData("graph", "POST", "/messages")]
    [InlineData("connector", "POST", "19:meeting")]
    public async Task What_was_refused_once_stands_a_quarter_of_an_hour_later(string service, string method, string path)
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        var last = await journey.PrepareAsync();
        await FailAsync(processes, new { service, method, path, status = 403 });
        await last.PressAsync("Call the meeting and invite");
        await processes.SettleAsync();
        Assert.Empty(await Faults(processes));

        await processes.MoveClockAsync(TimeSpan.FromMinutes(15));

        await EverybodyIsInAsync(journey);
        Assert.DoesNotContain("Waits:", (await journey.Chair.SayAsync("status")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_were_refused_once_close_the_meeting_a_quarter_of_an_hour_later()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        var last = await journey.PrepareAsync();
        await FailAsync(processes, new { service = "graph", method = "PATCH", path = "/onlineMeetings/", status = 403, times = 6 });
        await last.PressAsync("Call the meeting and invite");
        await processes.SettleAsync();
        Assert.Contains("strangers need not wait", (await journey.Chair.SayAsync("status")).Words, StringComparison.Ordinal);

        await processes.MoveClockAsync(TimeSpan.FromMinutes(15));

        Assert.Contains(await processes.FactsAsync(), fact => fact.Contains("lobby-Invited, recording-off", StringComparison.Ordinal));
        Assert.DoesNotContain("strangers need not wait", (await journey.Chair.SayAsync("status")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chair_reads_what_waits_and_why_and_has_it_tried_again_at_once()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        var last = await journey.PrepareAsync();
        await FailAsync(processes, new { service = "graph", method = "POST", path = "/events", status = 403, times = 1 });
        await last.PressAsync("Call the meeting and invite");
        await processes.SettleAsync();

        var status = await journey.Chair.SayAsync("status");
        Assert.Contains("Waits: the meeting in the calendars", status.Words, StringComparison.Ordinal);
        Assert.Contains(NotAllowed, status.Words, StringComparison.Ordinal);
        await status.PressAsync("Try again");
        await processes.SettleAsync();

        await EverybodyIsInAsync(journey);
    }

    [Fact]
    public async Task After_a_repair_the_administrators_command_has_everything_tried_at_once()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        var last = await journey.PrepareAsync();
        await FailAsync(processes, new { service = "graph", method = "POST", path = "/events", status = 403, times = 1 });
        await last.PressAsync("Call the meeting and invite");
        await processes.SettleAsync();

        Assert.Contains("1 that were refused", await processes.RunBotAsync("try-again"), StringComparison.Ordinal);
        await processes.SettleAsync();

        await EverybodyIsInAsync(journey);
    }

    [Fact]
    public async Task A_hub_card_that_can_not_be_changed_is_posted_anew()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        await journey.ConveneAsync();
        await processes.SettleAsync();
        // However often: an earlier card that is changed later would hide that none came anew.
        await FailAsync(processes, new { service = "connector", method = "PUT", path = "19:meeting", status = 403, times = 99 });

        await journey.AnswerInvitationsAsync();
        await processes.SettleAsync();

        var chat = (await journey.Chair.MeetingChatAsync())["id"]!.GetValue<string>();
        Assert.Contains("3 of 3", (await journey.Chair.LastCardAsync(chat)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_refused_address_does_not_cost_the_others_the_meeting()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        var last = await journey.PrepareAsync();
        foreach (var method in new[] { "POST", "PATCH" })
        {
            const string code = "ErrorInvalidRecipients";
            await FailAsync(processes,
                new { service = "graph", method, path = "/events", body = "ruth.carver", status = 400, code, times = 9 });
        }

        await last.PressAsync("Call the meeting and invite");
        await processes.SettleAsync();

        Assert.NotEmpty(await journey.Police.CalendarAsync());
        Assert.NotEmpty(await journey.Nurse.CalendarAsync());
        Assert.Empty(await journey.School.CalendarAsync());
        var status = (await journey.Chair.SayAsync("status")).Words;
        Assert.Contains("could not be sent to Ruth Carver", status, StringComparison.Ordinal);
        Assert.Contains("the mail address was refused", status, StringComparison.Ordinal);

        // Another list: tried again at once, also where nothing but the list has changed.
        (await processes.World.DeleteAsync("sandbox/faults")).EnsureSuccessStatusCode();
        var list = await (await journey.Chair.OpenHubAsync()).PartAsync("Who is invited");
        var byHand = await list.PressAsync("Add somebody by hand");
        await byHand.PressAsync("Save", ("agency", "housing"), ("name", "Lee Park"), ("mail", "lee.park@council.example"));
        await processes.SettleAsync();

        Assert.NotEmpty(await journey.School.CalendarAsync());
    }

    private static async Task EverybodyIsInAsync(Journey journey)
    {
        foreach (var person in new[] { journey.Police, journey.Nurse, journey.School })
        {
            Assert.NotEmpty(await person.CalendarAsync());
            Assert.NotEmpty(await person.MailAsync());
            Assert.Contains("Core agencies", (await person.LastCardAsync(
                (await person.MeetingChatAsync())["id"]!.GetValue<string>())).Words, StringComparison.Ordinal);
        }
    }

    private static async Task FailAsync(BotProcesses processes, object fault) =>
        (await processes.World.PostAsJsonAsync("sandbox/faults", fault)).EnsureSuccessStatusCode();

    private static async Task<object[]> Faults(BotProcesses processes) =>
        (await processes.World.GetFromJsonAsync<object[]>("sandbox/faults"))!;
}
