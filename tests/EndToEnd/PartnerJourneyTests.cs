using Microsoft.Playwright;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>A nurse and a school without Teams, on their phones, from the mail to the second version of the minutes;
/// the chair in Teams.</summary>
public sealed class PartnerJourneyTests(Browser browser) : IClassFixture<Browser>
{
    private const string Appointments = "NURSEALL missed two appointments";
    private const string Restricted = "NURSEONLY told in confidence";
    private const string SchoolsOwn = "SCHOOLONLY what the sister said";

    [BrowserFact]
    public async Task Two_partners_without_Teams_go_from_the_mail_to_the_issued_minutes()
    {
        await using var processes = await BotProcesses.StartAsync();
        var journey = new Journey(processes);
        await journey.ConveneAsync();
        await processes.SettleAsync();
        await using var nurse = await PartnerOnline.EnterAsync(browser, journey.Nurse);
        await using var school = await PartnerOnline.EnterAsync(browser, journey.School);

        await BeforeTheMeetingAsync(nurse, school, journey);
        await MeetingAsync(nurse, journey);
        await AfterTheMeetingAsync(nurse, processes, journey);
        await SecondVersionAsync(nurse, processes, journey);

        var (toNurse, toSchool) = (await nurse.EverythingReceivedAsync(), await school.EverythingReceivedAsync());
        Assert.Contains(Restricted, toNurse, StringComparison.Ordinal);
        Assert.Contains(SchoolsOwn, toSchool, StringComparison.Ordinal);
        Assert.DoesNotContain("SCHOOLONLY", toNurse, StringComparison.Ordinal);
        Assert.DoesNotContain("NURSEONLY", toSchool, StringComparison.Ordinal);
        Assert.DoesNotContain("NURSE", processes.BotLog, StringComparison.Ordinal);
    }

    private static async Task BeforeTheMeetingAsync(PartnerOnline nurse, PartnerOnline school, Journey journey)
    {
        await nurse.PressAsync("My part");
        await nurse.OpenAsync("Who to check");
        await Expect(nurse.Page.GetByText("Ash PLANTED-child")).ToBeVisibleAsync();
        await nurse.SavedAsync("Found: all");
        await nurse.OpenAsync("Answer the invitation");
        await nurse.TickAsync("I am coming");
        await nurse.SavedAsync();
        Assert.Contains("Grace Adeyemi, Named Nurse, Health: coming", await ReadAsync(journey.Chair, "Who is coming"),
            StringComparison.OrdinalIgnoreCase);

        // The school can't come: it names a deputy first, thinks better of it, and writes.
        await school.PressAsync("My part");
        await school.OpenAsync("Answer the invitation");
        await school.TickAsync("I am sending a deputy");
        await school.PressAsync("Save");
        await school.FillAsync("Name", "Noor Patel");
        await school.FillAsync("Work mail address", "noor.patel@school.example");
        await school.SavedAsync();
        await school.OpenAsync("Answer the invitation");
        await school.TickAsync("I will write an update instead");
        await school.PressAsync("Save");
        await school.FillAsync("What does your agency know", SchoolsOwn);
        await school.Page.GetByLabel("Who may read this")
            .SelectOptionAsync(new SelectOptionValue { Label = "Only Children's social care and us" });
        await school.SavedAsync();
        // What one wrote oneself is there to be read.
        await school.OpenAsync("Your written update");
    }

    private static async Task MeetingAsync(PartnerOnline nurse, Journey journey)
    {
        await nurse.PressAsync("My part");
        await journey.Chair.SayAsync("start");
        // By itself: the stage on her page follows the chair's word in Teams.
        await Expect(nurse.Page.GetByText("Meeting ·")).ToBeVisibleAsync();

        await nurse.OpenAsync("What your agency knows");
        await TypeThroughALostLineAsync(nurse);
        await nurse.OpenAsync("What your agency knows");
        await nurse.FillAsync("What you know", Restricted);
        await nurse.Page.GetByLabel("Who may read this")
            .SelectOptionAsync(new SelectOptionValue { Label = "Only Children's social care and us" });
        await nurse.SavedAsync();
        await nurse.OpenAsync("Your view");
        await nurse.TickAsync("Yes");
        await nurse.SavedAsync();

        var read = await ReadAsync(journey.Chair, "What everyone knows");
        Assert.Contains(Appointments, read, StringComparison.Ordinal);
        Assert.Contains("2 entries", string.Join('\n', await (await journey.Chair.OpenHubAsync()).PartsAsync()), StringComparison.Ordinal);
        await journey.PlanAsync();
        Assert.Contains("Saved", (await journey.Chair.SayAsync("action health by tomorrow 12:00: weigh the baby")).Words,
            StringComparison.Ordinal);

        await nurse.OpenAsync("Read-back");
        await nurse.SavedAsync("Agreed");
        await journey.EndAsync();
        await journey.ApproveAsync();
    }

    private static async Task TypeThroughALostLineAsync(PartnerOnline nurse)
    {
        var text = nurse.Page.GetByLabel("What you know");
        await text.PressSequentiallyAsync(Appointments[..12]);
        await nurse.Page.Context.SetOfflineAsync(true);
        await text.PressSequentiallyAsync(Appointments[12..]);
        await nurse.PressAsync("Save");
        await Expect(nurse.Page.GetByText("It is sent by itself when the line is back.")).ToBeVisibleAsync();
        await nurse.Page.Context.SetOfflineAsync(false);
        await Expect(nurse.Page.GetByText("Health, 1 entry")).ToBeVisibleAsync();
    }

    private static async Task AfterTheMeetingAsync(PartnerOnline nurse, BotProcesses processes, Journey journey)
    {
        await nurse.FollowLinkAsync();
        await nurse.PressAsync("My part");
        await nurse.OpenAsync("Read the minutes");
        await ToTheLastPageAsync(nurse);
        await nurse.SavedAsync("I have read them");

        await nurse.OpenAsync("My actions");
        await nurse.SavedAsync("Accept all of mine");
        await nurse.OpenAsync("My actions");
        await nurse.PressAsync("Can't");
        await nurse.FillAsync("Why? The chair is told at once.", "The scales are broken.");
        await nurse.SavedAsync();
        await processes.SettleAsync();
        Assert.Contains("The scales are broken.", (await journey.Chair.LastAsync(await journey.Chair.PersonalChatAsync())).Words,
            StringComparison.Ordinal);
    }

    private static async Task SecondVersionAsync(PartnerOnline nurse, BotProcesses processes, Journey journey)
    {
        await nurse.OpenAsync("Read the minutes");
        await ToThePageWithAsync(nurse, Appointments);
        await nurse.Page.GetByLabel("If something is wrong")
            .SelectOptionAsync(await OptionAsync(nurse, "If something is wrong", "NURSEALL"));
        await nurse.PressAsync("Something is wrong");
        await Expect(nurse.Page.GetByLabel("Your words as they should read")).ToHaveValueAsync($"Health: {Appointments}");
        await nurse.FillAsync("Your words as they should read", "Health: NURSECORRECTED both appointments were moved");
        await nurse.SavedAsync();

        await nurse.OpenAsync("Read the minutes");
        await Expect(nurse.Page.GetByText("DISPUTED – version 1")).ToBeVisibleAsync();
        await nurse.Page.GetByLabel("If something is wrong")
            .SelectOptionAsync(await OptionAsync(nurse, "If something is wrong", "Meeting:"));
        await nurse.PressAsync("Something is wrong");
        await nurse.FillAsync("What is wrong, and what would be right?", "It began ten minutes later.");
        await nurse.SavedAsync();
        await processes.SettleAsync();

        var list = await (await journey.Chair.OpenHubAsync()).PartAsync("What is said to be wrong");
        var answer = await list.PressAsync("Answer the chosen one");
        Assert.Contains("It began ten minutes later.", answer.Words, StringComparison.Ordinal);
        await answer.PressAsync("Save", ("outcome", "disagreementRecorded"), ("reason", "Teams says otherwise."));
        var approval = await (await (await journey.Chair.OpenHubAsync()).PartAsync("Amend the minutes")).PressAsync("Approve");
        Assert.Contains("put their own words right", approval.Words, StringComparison.Ordinal);
        await approval.PressAsync("Approve and send");
        await processes.SettleAsync();

        await nurse.FollowLinkAsync();
        await nurse.PressAsync("My part");
        await nurse.OpenAsync("Read the minutes");
        await Expect(nurse.Page.GetByText("Version 2, approved")).ToBeVisibleAsync();
        await ToThePageWithAsync(nurse, "NURSECORRECTED");
        await ToThePageWithAsync(nurse, "in version 1: It began ten minutes later.");
    }

    private static async Task<string> OptionAsync(PartnerOnline partner, string label, string text) =>
        await partner.Page.GetByLabel(label).Locator("option").Filter(new() { HasText = text }).First.GetAttributeAsync("value") ?? "";

    private static async Task ToTheLastPageAsync(PartnerOnline partner) => await ToThePageWithAsync(partner, "I have read them");

    /// <summary>Turns pages until the text stands on one.</summary>
    private static async Task ToThePageWithAsync(PartnerOnline partner, string text)
    {
        var wanted = partner.Page.GetByText(text).First;
        while (!await wanted.IsVisibleAsync())
        {
            var page = await partner.Page.GetByText("Page ").First.InnerTextAsync();
            await partner.PressAsync("Next page");
            await Expect(partner.Page.GetByText(page, new() { Exact = true })).ToBeHiddenAsync();
        }
    }

    private static async Task<string> ReadAsync(TeamsUser person, string part) =>
        (await (await person.OpenHubAsync()).PartAsync(part)).Words;
}
