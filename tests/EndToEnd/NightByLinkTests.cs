using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>P36 over HTTP: the emergency duty team of another authority, which has no account here, writes a discussion down at night
/// behind a personal link, and hands it over to the day.</summary>
public sealed class NightByLinkTests
{
    private const string Kim = "Kim Doyle", KimsMail = "kim.doyle@nextcounty.example", Child = "Ash PLANTED-night";

    private static readonly (string, string)[] Said =
    [
        ("name", Child), ("where", "Ward 4, with PLANTED-nurses"), ("happened", "PLANTED-arm"), ("whatNow", "PLANTED-now"),
    ];

    [Fact]
    public async Task It_is_written_down_behind_the_link_and_the_day_takes_it_over_in_Teams()
    {
        await using var processes = await BotProcesses.StartAsync();
        var (priya, helen) = (new TeamsUser(processes.World, "chair"), new TeamsUser(processes.World, "head-of-service"));
        using var kim = new LinkUser(processes, "night");
        await AtAsync(processes, new(23, 40));
        await SendALinkAsync(processes, priya, Kim, KimsMail);

        var night = await (await kim.StartAsync()).PressAsync("Go on: write down what was said by telephone");
        Assert.Contains("Not saved", (await night.PressAsync("Save and go on", [.. Said.Take(3)])).Words, StringComparison.Ordinal);
        var check = await night.PressAsync("Save and go on", [.. Said, ("at", "23:10")]);
        Assert.Contains("23:10", check.Words, StringComparison.Ordinal);
        Assert.Contains(Kim, check.Words, StringComparison.Ordinal);
        Assert.Contains("the meeting is called", (await check.PressAsync("Call the meeting and invite")).Words, StringComparison.Ordinal);
        await processes.SettleAsync();

        // It happened at ten past eleven, was typed half an hour later, and stands under the name of who held it.
        var facts = string.Join('\n', await processes.FactsAsync());
        Assert.Contains("T23:10:00", facts, StringComparison.Ordinal);
        var over = await OpenAsync(kim, "Hand the case over");
        var given = await over.PressAsync("Hand over", ("to", over.Choice("to", "Helen Marsh")), ("what", "PLANTED-to-know"));
        Assert.Contains("09:00", given.Words, StringComparison.Ordinal);
        await processes.SettleAsync();

        var card = await helen.LastCardAsync(await helen.PersonalChatAsync());
        Assert.Contains("PLANTED-to-know", card.Words, StringComparison.Ordinal);
        var taken = await card.PressAsync("I take it on");
        Assert.Contains("Take over as chair", taken.Words, StringComparison.Ordinal);
        await taken.PressAsync("Take over", ("reason", "The chair handed over to me"));
        await processes.SettleAsync();
        Assert.Contains("A handover is accepted.", await LettersAsync(kim), StringComparison.Ordinal);
        // The night's own way in ends with the morning.
        await AtAsync(processes, new(9, 1), days: 1);
        Assert.Equal(200, await kim.StatusAsync());
        await AtAsync(processes, new(11, 1));
        Assert.Equal(401, await kim.StatusAsync());
        await NothingGotOutAsync(processes, kim);
    }

    [Fact]
    public async Task Whoever_holds_the_link_sees_that_case_alone_and_loses_it_when_it_is_revoked_or_was_sent_to_another()
    {
        await using var processes = await BotProcesses.StartAsync();
        var priya = new TeamsUser(processes.World, "chair");
        using var amy = new LinkUser(processes, "midwife");
        using var kim = new LinkUser(processes, "night");
        await AtAsync(processes, new(23, 40));
        await SendALinkAsync(processes, priya, "Amy Lund", "amy.lund@nhs.example");
        await amy.StartAsync();
        Assert.Equal(200, await amy.StatusAsync());

        // The wrong address: another takes the way in away from it.
        var desk = await (await (await priya.SayAsync("status")).PressAsync("Open my part"))
            .PartAsync("The out-of-hours team writes it down");
        Assert.Contains("on its way", (await desk.PressAsync("Send them a link", ("name", Kim), ("mail", KimsMail))).Words,
            StringComparison.Ordinal);
        await processes.SettleAsync();
        Assert.Equal(401, await amy.StatusAsync());
        await kim.StartAsync();
        var first = (await priya.SayAsync("status")).Words.Split('\n')[0].Trim('*');
        await SendALinkAsync(processes, priya, "Amy Lund", "amy.lund@nhs.example", another: true);
        Assert.DoesNotContain("SB-2026-002", (await kim.HubAsync()).Words, StringComparison.Ordinal);
        Assert.Equal(200, await kim.StatusAsync("SB-2026-001"));
        Assert.DoesNotContain("Part", await kim.AnswerAsync("SB-2026-002"), StringComparison.Ordinal);

        var list = await (await (await priya.SayAsync($"status {first}")).PressAsync("Open my part")).PartAsync("Partner links");
        await list.PressAsync("Revoke their links", ("who", list.Choice("who", Kim)));
        Assert.Equal(401, await kim.StatusAsync());
    }

    [Fact]
    public async Task A_case_handed_over_to_the_night_is_rung_after_half_an_hour_and_accepted_behind_the_link()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        await journey.ConveneAsync();
        await processes.SettleAsync();
        await AtAsync(processes, new(20, 0));
        using var kim = new LinkUser(processes, "night");
        var over = await (await journey.Chair.OpenHubAsync()).PartAsync("Hand the case over");
        Assert.Contains("not both", (await over.PressAsync("Hand over", ("to", over.Choice("to", "Tom Okafor")), ("name", Kim),
            ("mail", KimsMail))).Words, StringComparison.Ordinal);
        var given = await over.PressAsync("Hand over", ("name", Kim), ("mail", KimsMail), ("what", "PLANTED-to-know"));
        Assert.Contains("20:30", given.Words, StringComparison.Ordinal);
        await processes.SettleAsync();

        var page = await (await kim.StartAsync()).PressAsync("Go on: handed over to you");
        Assert.Contains("PLANTED-to-know", page.Words, StringComparison.Ordinal);
        await AtAsync(processes, new(20, 31));
        Assert.Contains("Ring now", (await journey.Chair.MessagesAsync(await journey.Chair.PersonalChatAsync())).ToJsonString(),
            StringComparison.Ordinal);
        Assert.Contains("you took it on", (await page.PressAsync("I take it on")).Words, StringComparison.Ordinal);
        await processes.SettleAsync();
        Assert.Contains("Kim Doyle", (await journey.Chair.LastCardAsync(await journey.Chair.PersonalChatAsync())).Words,
            StringComparison.Ordinal);
        // In the morning it goes back.
        Assert.Contains(await kim.TasksAsync(), task => task == "Hand the case over");
        await NothingGotOutAsync(processes, kim);
    }

    private static async Task<Shown> SendALinkAsync(
        BotProcesses processes, TeamsUser manager, string name, string mail, bool another = false)
    {
        var first = await manager.SayAsync("convene");
        var now = await (another ? await first.PressAsync("Convene another meeting") : first)
            .PressAsync("Save and go on", ("which", "serious-injury"));
        var desk = await now.PressAsync("The out-of-hours team writes it down");
        Assert.Contains($"is on its way to {name}", (await desk.PressAsync("Send them a link", ("name", name), ("mail", mail))).Words,
            StringComparison.Ordinal);
        await processes.SettleAsync();
        return desk;
    }

    private static async Task AtAsync(BotProcesses processes, TimeOnly time, int days = 0)
    {
        var now = await processes.NowAsync();
        await processes.MoveClockAsync(Given.Words.At(Given.Words.LocalDate(now).AddDays(days), time) - now);
    }

    private static async Task<Shown> OpenAsync(LinkUser user, string part) => await (await user.HubAsync()).PartAsync(part);

    private static async Task<string> LettersAsync(TeamsUser person) => (await person.MailAsync()).ToJsonString();

    private static async Task NothingGotOutAsync(BotProcesses processes, TeamsUser person)
    {
        Assert.DoesNotContain("PLANTED", await LettersAsync(person), StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED", processes.BotLog, StringComparison.Ordinal);
        Assert.DoesNotContain(Kim, processes.BotLog, StringComparison.Ordinal);
    }
}
