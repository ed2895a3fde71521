using System.Globalization;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Wording;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.EndToEnd.Lives;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>From the meeting to the conference, day by day over HTTP, with a bot that is killed after each step (issue 14).</summary>
public sealed class EnquiryLivesTests
{
    private static readonly WorkingDays Days = WorkingDays.EnglandAndWales;

    [Fact]
    public async Task Over_christmas_under_the_default_procedure() => await LivesAsync("default", now => new(now.Year, 12, 22), area: null);

    [Fact]
    public async Task Under_herefordshires_procedure() => await LivesAsync("herefordshire", now => now, area: null);

    [Fact]
    public async Task Over_easter_under_devons_procedure() => await LivesAsync("devon", EasterWeek, area: "Exeter");

    /// <summary>In Azure Tables, without the kills: a killed instance's leases run on by the wall clock there.</summary>
    [NodeFact]
    public async Task Two_children_end_differently_in_azure_tables()
    {
        var azurite = new Azurite();
        await azurite.InitializeAsync();
        await using var processes = await BotProcesses.StartAsync("default", azurite.ConnectionString);
        try
        {
            await TwoAsync(processes);
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }

    private static async Task TwoAsync(BotProcesses processes)
    {
        var start = Days.OnOrAfter(Words.English.LocalDate(await processes.NowAsync()));
        var journey = new Journey(processes) { Children = 2 };
        foreach (var (_, takeAsync) in journey.Steps.Where(step => step.Name is not ("missing" or "approve")))
        {
            await takeAsync();
        }

        await ToAsync(processes, Days.DayNumber(start, 5), new(8, 50));
        await SaveAsync(journey.SocialWorker, "Enquiry recorded", "Save", ("child", "child-1"), ("result", "continuingRisk"),
            ("planStays", "yes"), ("because", "PLANTED-outcome"));
        await SaveAsync(journey.SocialWorker, "Enquiry recorded", "Save", ("child", "child-2"), ("result", "notSubstantiated"),
            ("support", "earlyHelp"), ("because", "PLANTED-outcome"));
        await processes.SettleAsync();
        await ToAsync(processes, Days.DayNumber(start, 6), new(8, 50));
        await SaveAsync(journey.SocialWorker, "Convening form and family told", "Ask for it", ("family", "told"), ("advocacy", "notNeeded"),
            ("note", "PLANTED-told"));
        var day14 = Days.DayNumber(start, 14);
        await SaidAsync(journey.SocialWorker, $"conference {day14.ToString("d MMM yyyy", CultureInfo.InvariantCulture)} 10:00 County Hall");
        await InvitedAsync(processes, journey, isInCalendar: true);

        var status = (await journey.Chair.SayAsync("status")).Words;
        Assert.Contains("Child 1: Day 6 of 15. The conference is", status, StringComparison.Ordinal);
        Assert.Contains("Child 2: Day 6 of 15. No conference is held.", status, StringComparison.Ordinal);
        // Of one child nobody is nudged for the other.
        await ToAsync(processes, day14, new(12, 30));
        await SaidAsync(journey.Chair, "conference held");
        await processes.SettleAsync();
        Assert.DoesNotContain(await KeysAsync(processes), key => key.StartsWith("enquiring/", StringComparison.Ordinal)
            && key.Contains("/child-2/", StringComparison.Ordinal) && key.Contains("conference", StringComparison.Ordinal));
        Assert.DoesNotContain("PLANTED", processes.BotLog, StringComparison.Ordinal);
    }

    /// <summary>Professionals by calendar where the procedure says so; the family by hand.</summary>
    private static async Task InvitedAsync(BotProcesses processes, Journey journey, bool isInCalendar)
    {
        var before = (await journey.Police.CalendarAsync()).Count;
        var form = await (await PageAsync(journey.SocialWorker)).PressAsync(
            isInCalendar ? "Invite to the conference" : "Conference invitations sent");
        if (isInCalendar)
        {
            form = await form.PressAsync("Invite them");
            await processes.SettleAsync();
            Assert.Equal(before + 1, (await journey.Police.CalendarAsync()).Count);
            Assert.DoesNotContain("PLANTED", (await journey.Police.CalendarAsync()).ToJsonString(), StringComparison.Ordinal);
        }

        await form.PressAsync("It was done", ("how", "PLANTED-invited"));
    }

    private static async Task LivesAsync(string profile, Func<DateOnly, DateOnly> from, string? area)
    {
        await using var processes = await BotProcesses.StartAsync(profile);
        var start = Days.OnOrAfter(from(Words.English.LocalDate(await processes.NowAsync())));
        await ToAsync(processes, start, new(9, 0));
        var journey = new Journey(processes);
        foreach (var (_, takeAsync) in journey.Steps.Where(step => step.Name != "approve"))
        {
            await takeAsync();
        }

        var chat = (await journey.SocialWorker.MeetingChatAsync())["id"]!.GetValue<string>();
        async Task DayAsync(int day)
        {
            await ToAsync(processes, Days.DayNumber(start, day), new(8, 50));
            await KilledAsync(processes);
        }

        // The day before, who owes it hears; the unit that assures quality is told once it is decided, where that is by mail.
        await DayAsync(4);
        await HearsAsync(journey.SocialWorker, "Enquiry recorded: due by");
        await HearsAsync(journey.Chair, "Progress check: due by");
        await DayAsync(5);
        await SaidAsync(journey.Chair, "day5 in time, plan holds, conference yes: PLANTED-note");
        await SaveAsync(journey.SocialWorker, "Enquiry recorded", "Save", ("result", "continuingRisk"), ("planStays", "yes"),
            ("because", "PLANTED-outcome"));
        await processes.SettleAsync();
        Assert.Equal(profile != "devon", (await KeysAsync(processes)).Any(key =>
            key.StartsWith("enquiring/tell-quality-assurance/", StringComparison.Ordinal)));

        await DayAsync(6);
        await SaveAsync(journey.SocialWorker, "Convening form and family told", "Ask for it",
            [("family", "told"), ("advocacy", "notNeeded"), ("note", "PLANTED-told"), .. area is null ? [] : new[] { ("area", area) }]);
        await DayAsync(7);
        await (await (await PageAsync(journey.SocialWorker)).PressAsync("Assign the conference chair")).PressAsync("Assign",
            ("name", "Helen Marsh"));
        var day14 = Days.DayNumber(start, 14);
        await SaidAsync(journey.SocialWorker, $"conference {day14.ToString("d MMM yyyy", CultureInfo.InvariantCulture)} 10:00 County Hall");
        await DayAsync(8);
        await (await (await PageAsync(journey.Chair)).PressAsync("Enquiry authorised")).PressAsync("It was done");
        // Who chairs the conference is on the case, and has the step on the morning's card.
        var card = await journey.HeadOfService.LastCardAsync(await journey.HeadOfService.PersonalChatAsync());
        await (await card.PressAsync("Request screened")).PressAsync("It was done");
        await InvitedAsync(processes, journey, isInCalendar: profile != "devon");
        await DayAsync(11);
        await HearsAsync(journey.SocialWorker, "Report for the conference finished: due by");
        foreach (var line in new[] { "report finished", "report shared", "report sent" })
        {
            await SaidAsync(journey.SocialWorker, line);
        }

        await ToAsync(processes, day14, new(12, 30));
        Assert.Contains("Day 14 of 15. The conference is", (await journey.Chair.SayAsync("status")).Words, StringComparison.Ordinal);
        await SaidAsync(journey.Chair, "conference held");
        // The conference has a chat of its own, in which the bot is not.
        var outcome = await (await journey.SocialWorker.OpenHubInAsync(chat)).PartAsync("Outcome of the conference");
        Assert.Contains("Saved", (await outcome.PressAsync("Save", ("plan", "yes"), ("category", "neglect"), ("words", "PLANTED-outline")))
            .Words, StringComparison.Ordinal);
        await KilledAsync(processes);

        // Nothing of it is told any more, none was told twice, and nobody was told after what they owed was done.
        var told = await KeysAsync(processes);
        await ToAsync(processes, Days.After(day14, 8), new(9, 0));
        Assert.Equal(told, await KeysAsync(processes));
        Assert.Equal(told.Distinct(), told);
        Assert.DoesNotContain(told, key => key.StartsWith("enquiring/conference-day/", StringComparison.Ordinal)
            || key.StartsWith("enquiring/out-of-timescale/", StringComparison.Ordinal));
        Assert.DoesNotContain("PLANTED", processes.BotLog, StringComparison.Ordinal);
    }

    /// <summary>The Monday of the week in which Good Friday falls next.</summary>
    private static DateOnly EasterWeek(DateOnly now)
    {
        var friday = now;
        do
        {
            friday = friday.AddDays(1);
        }
        while (friday.Month is not (3 or 4) || friday.DayOfWeek != DayOfWeek.Friday || Days.IsWorkingDay(friday));
        return friday.AddDays(-4);
    }
}
