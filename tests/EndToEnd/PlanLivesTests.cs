using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>The interim safety plan from the night after its meeting to its end, over HTTP; in SQLite with a bot that is killed after each
/// step (issue 13).</summary>
public sealed class PlanLivesTests
{
    [Fact]
    public async Task It_lives_under_herefordshires_procedure()
    {
        await using var processes = await BotProcesses.StartAsync("herefordshire");
        await LivesAsync(processes, () => KilledAsync(processes));
    }

    [NodeFact]
    public async Task It_lives_under_newcastles_procedure_in_azure_tables()
    {
        var azurite = new Azurite();
        await azurite.InitializeAsync();
        await using var processes = await BotProcesses.StartAsync("newcastle", azurite.ConnectionString);
        try
        {
            // A killed instance's leases run on by the wall clock there: what holds of kills is shown by TwoBotsTests.
            await LivesAsync(processes, processes.SettleAsync);
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }

    /// <summary>Too dangerous for a plan: the route to legal action, where the child is, and a row until the order (R68).</summary>
    [Fact]
    public async Task Legal_action_takes_its_place_under_herefordshires_procedure()
    {
        await using var processes = await BotProcesses.StartAsync("herefordshire");
        var journey = await MeetAsync(processes);
        var chair = journey.Chair;
        var said = await SaveAsync(chair, "Is a safety plan right here?", ("fit", "legalAction"), ("because", "PLANTED-legal"));
        Assert.Contains("add a row for the time until the order", said, StringComparison.Ordinal);
        await KilledAsync(processes);

        // That none is needed is not to be had: until the order something keeps the child safe.
        var none = await (await (await OpenAsync(chair, "Interim safety plan")).PressAsync("None is needed because"))
            .PressAsync("Save", ("because", "PLANTED-none"));
        Assert.Contains("Legal action is taken instead of a safety plan", none.Words, StringComparison.Ordinal);
        await StandsAsync(chair, "Interim safety plan", "no row yet");
        await StandsAsync(chair, "Where Child 1 is safe", "not recorded");
        await PlaceAsync(journey);
        await AddRowAsync(journey, "PLANTED-until-the-order");
        await KilledAsync(processes);
        await StandsAsync(chair, "Interim safety plan", "1 row");
        await StandsAsync(chair, "Where Child 1 is safe", "saved");

        // The procedure's own route is offered as an action, and its owner hears of it when the plan is agreed.
        var actions = await OpenAsync(chair, "Actions");
        Assert.Contains("Ask for legal advice: Legal team", actions.Words, StringComparison.Ordinal);
        Assert.Contains("in the plan", (await actions.PressAsync("Add th")).Words, StringComparison.Ordinal);
        await AgreeAsync(journey);
        await KilledAsync(processes);
        await HearsAsync(journey.SocialWorker, "Ask for legal advice: Legal team");
        await HearsAsync(journey.SocialWorker, "PLANTED-until-the-order");

        await journey.EndAsync();
        await KilledAsync(processes);
        var timeline = await OpenAsync(chair, "Timeline of the safety plan");
        Assert.Contains("legal action is taken instead", timeline.Words, StringComparison.Ordinal);
        NothingInTheLog(processes, "PLANTED-legal", "PLANTED-none", "PLANTED-until-the-order", "PLANTED-place");
    }

    /// <summary>P39: a plan stays without an enquiry, until a day, with the family's agreement, and somebody told them.</summary>
    [Fact]
    public async Task A_plan_without_an_enquiry_stays_until_its_day_under_newcastles_procedure()
    {
        await using var processes = await BotProcesses.StartAsync("newcastle");
        var journey = await MeetAsync(processes);
        await PlaceAsync(journey);
        await SaveAsync(journey.Chair, "Is a safety plan right here?", ("fit", "safetyPlan"), ("purpose", "PLANTED-purpose"),
            ("family", "no"), ("familyRole", "PLANTED-family"));
        await AddRowAsync(journey, "PLANTED-row");
        var review = (await processes.NowAsync()).AddDays(5);
        await (await (await OpenAsync(journey.Chair, "Interim safety plan")).PressAsync("Review date"))
            .PressAsync("Save", ("on", review.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        await SaveAsync(journey.Chair, "Reasonable cause and section 47", ("cause", "no"), ("enquiry", "notStart"),
            ("followOn", "childInNeed"), ("rationale", "PLANTED-why"));
        await KilledAsync(processes);

        // What stays, whether the family agrees, and who told them: missing until the social worker says it.
        await StandsAsync(journey.SocialWorker, "No section 47 enquiry: what stays", "0 of 3 answered");
        await SaveAsync(journey.SocialWorker, "No section 47 enquiry: what stays", ("text-plan-until", "PLANTED-until"),
            ("ticks-support-agreed", "yes"), ("text-no-enquiry-told", "PLANTED-told"));
        await KilledAsync(processes);
        await StandsAsync(journey.SocialWorker, "No section 47 enquiry: what stays", "3 of 3 answered");

        await AgreeAsync(journey);
        await journey.EndAsync();
        await KilledAsync(processes);
        var draft = await DraftAsync(journey.Chair);
        Assert.All(["PLANTED-until", "PLANTED-told", "PLANTED-row"], word => Assert.Contains(word, draft, StringComparison.Ordinal));

        // Nobody counts down to a conference; the plan's own day is asked for, and then it ends.
        await processes.MoveClockAsync(TimeSpan.FromDays(5));
        await processes.SettleAsync();
        await HearsAsync(journey.SocialWorker, "The interim safety plan is to be reviewed on");
        Assert.DoesNotContain("conference", (await journey.Chair.SayAsync("due")).Words, StringComparison.OrdinalIgnoreCase);
        var said = await SaveAsync(journey.Chair, "End of the safety plan", "End the safety plan", ("how", "earlyHelp"), ("letter", "yes"),
            ("understood", "yes"), ("why", "PLANTED-end"));
        Assert.Contains("Give early help the assessment and the plan", said, StringComparison.Ordinal);
        await KilledAsync(processes);
        // Who goes on is asked for until it is said.
        await StandsAsync(journey.SocialWorker, "After the safety plan", "not said yet");
        await processes.MoveClockAsync(TimeSpan.FromDays(8));
        await processes.SettleAsync();
        await HearsAsync(journey.SocialWorker, "Early help is to have the assessment and the plan");
        await SaveAsync(journey.SocialWorker, "After the safety plan", ("met", Day(await processes.NowAsync())), ("papers", "yes"),
            ("told", "PLANTED-told-school"));
        await StandsAsync(journey.SocialWorker, "After the safety plan", "said");
        NothingInTheLog(processes, "PLANTED-row", "PLANTED-until", "PLANTED-told", "PLANTED-end");
    }

    /// <summary>Convened, and everybody there.</summary>
    private static async Task<Journey> MeetAsync(BotProcesses processes)
    {
        var journey = new Journey(processes);
        await journey.ConveneAsync();
        await processes.SettleAsync();
        await journey.MeetAsync();
        return journey;
    }

    private static async Task<Shown> OpenAsync(TeamsUser person, string part) => await (await person.OpenHubAsync()).PartAsync(part);

    /// <summary>What a line of somebody's own part says.</summary>
    private static async Task StandsAsync(TeamsUser person, string part, string what) => Assert.Contains(what,
        string.Join('\n',
            (await (await person.OpenHubAsync()).PartsAsync()).Where(line => line.StartsWith(part, StringComparison.Ordinal))),
        StringComparison.Ordinal);

    private static async Task PlaceAsync(Journey journey)
    {
        var place = await (await OpenAsync(journey.Chair, "Where Child 1 is safe")).PressAsync("Save", ("where", "PLANTED-place"),
            ("withWhom", "PLANTED-grandmother"), ("basis", "parentsAgree"));
        Assert.Contains("Saved", (await place.PressAsync("Save", ("ring", "01632 960900"))).Words, StringComparison.Ordinal);
    }

    private static async Task AddRowAsync(Journey journey, string what)
    {
        var row = await (await OpenAsync(journey.Chair, "Interim safety plan")).PressAsync("Add one");
        await row.PressAsync("Save", ("what", what), ("owner", row.Choice("owner", "Tom")), ("due", "next-working-day"));
    }

    private static async Task AgreeAsync(Journey journey) =>
        await (await OpenAsync(journey.Chair, "Agree immediate plan")).PressAsync("Agree immediate plan");

    private static async Task<string> DraftAsync(TeamsUser chair)
    {
        var page = await OpenAsync(chair, "Draft of the minutes");
        var text = page.Words;
        while (page.Buttons.Contains("Next page"))
        {
            page = await page.PressAsync("Next page");
            text += page.Words;
        }

        return text;
    }

    private static void NothingInTheLog(BotProcesses processes, params string[] words) =>
        Assert.All(words, word => Assert.DoesNotContain(word, processes.BotLog, StringComparison.Ordinal));

    private static async Task LivesAsync(BotProcesses processes, Func<Task> afterAsync)
    {
        var journey = new Journey(processes);
        foreach (var (_, takeAsync) in journey.Steps.Where(step => step.Name != "approve"))
        {
            await takeAsync();
        }

        // Agreed in an emergency at night: it is reviewed on the next working day.
        await processes.MoveClockAsync(TimeSpan.FromHours(22) - (await processes.NowAsync()).TimeOfDay);
        var said = await SaveAsync(journey.SocialWorker, "The family and the safety plan", ("whom", "adult-1"),
            ("answer", "agreesInEmergency"), ("what", "PLANTED-emergency"));
        Assert.Contains("tell them the day of the review", said, StringComparison.Ordinal);
        await SaveAsync(journey.SocialWorker, "How they agreed – Adult 1", ("time", "no"), ("advice", "no"), ("free", "yes"),
            ("how", "inWords"));
        await afterAsync();

        // The mother has her copy on the next day, and the review that came forward is moved.
        await processes.MoveClockAsync(TimeSpan.FromHours(11));
        await CopyAsync(journey);
        var moved = (await processes.NowAsync()).AddDays(4);
        said = await SaveAsync(journey.SocialWorker, "Review of the safety plan", ("on", Day(moved)));
        Assert.Contains("reviewed on", said, StringComparison.Ordinal);
        Assert.Contains("copy of the safety plan is out of date, another day of review was set",
            (await journey.SocialWorker.SayAsync("status")).Words, StringComparison.Ordinal);
        await afterAsync();

        // An hour later she does not agree any more: a manager is asked, and says that the children are safe without it.
        await processes.MoveClockAsync(TimeSpan.FromHours(1));
        await SaveAsync(journey.SocialWorker, "The family and the safety plan", ("whom", "adult-1"), ("answer", "unwilling"),
            ("what", "PLANTED-unwilling"));
        await afterAsync();
        await HearsAsync(journey.HeadOfService, "Adult 1: does not agree. Are the children safe without it?");
        var asked = await (await journey.HeadOfService.LastCardAsync(await journey.HeadOfService.PersonalChatAsync()))
            .PressAsync("Oversight of the safety plan");
        Assert.Contains("the children are safe without it",
            (await asked.PressAsync("Save", ("safeWithout", "yes"), ("because", "PLANTED-oversight"))).Words, StringComparison.Ordinal);

        // A nurse says what happened: the chair is asked whether it changes the plan.
        await (await (await journey.Nurse.OpenHubAsync()).PartAsync("Something significant happened"))
            .PressAsync("Tell the chair now", ("kind", "newPerson"), ("what", "PLANTED-event"));
        await afterAsync();
        await processes.MoveClockAsync(TimeSpan.FromMinutes(5));
        await HearsAsync(journey.Chair, "Health said that something significant happened");

        // It is not followed: chair and social worker hear within a minute.
        await SaveAsync(journey.SocialWorker, "Safety plan reviewed", ("how", "familyFirst"), ("works", "notFollowed"),
            ("what", "PLANTED-review"), ("next", Day((await processes.NowAsync()).AddDays(4))));
        await afterAsync();
        await processes.MoveClockAsync(TimeSpan.FromMinutes(1));
        await HearsAsync(journey.Chair, "The children: the plan is not being followed.");

        // A row is changed twice, half an hour apart: the chair hears of each.
        foreach (var change in new[] { "first", "second" })
        {
            await ChangeRowAsync(journey, $"PLANTED-{change}");
            await afterAsync();
            await processes.MoveClockAsync(TimeSpan.FromMinutes(30));
            await HearsAsync(journey.Chair, $"PLANTED-{change}");
        }

        // Its last row ends before the conference, until which it has to stand: the social worker reads that, and confirms at the end of
        // the enquiry that it stays.
        Assert.Contains("The last row of the safety plan ends", (await journey.SocialWorker.SayAsync("status")).Words,
            StringComparison.Ordinal);
        await processes.MoveClockAsync(TimeSpan.FromDays(5));
        await SaveAsync(journey.SocialWorker, "Enquiry recorded", ("result", "continuingRisk"),
            ("planStays", "yes"), ("because", "PLANTED-outcome"));
        await afterAsync();

        await SaveAsync(journey.SocialWorker, "Safety plan on file", "It stands on the file", ("iro", "yes"));
        var holders = (await (await OpenAsync(journey.SocialWorker, "Timeline of the safety plan")).PressAsync("Who has the safety plan"))
            .Words;
        Assert.Contains("The children's file", holders, StringComparison.Ordinal);
        Assert.Contains("told what was changed, in their own chat", holders, StringComparison.Ordinal);
        said = await SaveAsync(journey.Chair, "End of the safety plan", "End the safety plan", ("how", "childsPlan"),
            ("understood", "yes"), ("why", "PLANTED-end"));
        Assert.Contains("the safety plan has ended", said, StringComparison.Ordinal);
        await afterAsync();
        var before = await PlanDutiesAsync(journey.Chair);
        await processes.MoveClockAsync(TimeSpan.FromDays(2));
        Assert.Equal(before, await PlanDutiesAsync(journey.Chair));
        Assert.All(["PLANTED-worry", "PLANTED-see-them", "PLANTED-emergency", "PLANTED-unwilling",
                "PLANTED-oversight", "PLANTED-event", "PLANTED-review", "PLANTED-end"],
            word => Assert.DoesNotContain(word, processes.BotLog, StringComparison.Ordinal));
    }

    /// <summary>Typed for the mother, and given by hand.</summary>
    private static async Task CopyAsync(Journey journey)
    {
        var reader = await (await OpenAsync(journey.SocialWorker, "Family copies"))
            .PressAsync("Open the chosen one", ("reader", "adult-1"));
        var words = await reader.PressAsync("Save", ("relation", "mother"), ("about", "the children"), ("kind", "parent"));
        var copy = await words.PressAsync("Save", ("worry", "PLANTED-worry"), ("with", "with you"));
        var row = await copy.PressAsync("Type the chosen row for them");
        copy = await row.PressAsync("Save", ("who", "You"), ("what", "PLANTED-see-them"), ("when", "Each day"));
        Assert.Contains("You: PLANTED-see-them (Each day)", copy.Words, StringComparison.Ordinal);
        var given = await (await copy.PressAsync("Given to them")).PressAsync("Save", ("how", "byHand"));
        Assert.Contains("Given by", given.Words, StringComparison.Ordinal);
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task ChangeRowAsync(Journey journey, string what)
    {
        var row = await (await (await journey.SocialWorker.OpenHubAsync()).PartAsync("Interim safety plan"))
            .PressAsync("Change the chosen one");
        Assert.Contains("Saved", (await row.PressAsync("Save", ("what", what), ("change", "event"), ("because", "PLANTED-why"))).Words,
            StringComparison.Ordinal);
    }

    private static Task<string> SaveAsync(TeamsUser person, string part, params (string, string)[] typed) =>
        SaveAsync(person, part, "Save", typed);

    private static async Task<string> SaveAsync(TeamsUser person, string part, string button, params (string, string)[] typed)
    {
        var saved = await (await (await person.OpenHubAsync()).PartAsync(part)).PressAsync(button, typed);
        Assert.Contains("Saved", saved.Words, StringComparison.Ordinal);
        return saved.Words;
    }

    private static async Task KilledAsync(BotProcesses processes)
    {
        await processes.KillBotAsync();
        await processes.StartBotAsync();
        await processes.SettleAsync();
    }

    private static async Task<string> ToldAsync(TeamsUser person) =>
        (await person.MessagesAsync(await person.PersonalChatAsync())).ToJsonString(Readable);

    private static async Task HearsAsync(TeamsUser person, string what) =>
        Assert.Contains(what, await ToldAsync(person), StringComparison.Ordinal);

    /// <summary>How often the chair was told of the plan's life.</summary>
    private static async Task<int> PlanDutiesAsync(TeamsUser chair) => (await ToldAsync(chair)).Split("safety plan").Length;

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
