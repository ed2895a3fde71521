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
        await afterAsync();

        // On the next day she does not agree any more: a manager is asked, and says that the children are safe without it.
        await processes.MoveClockAsync(TimeSpan.FromHours(12));
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
        await SaveAsync(journey.SocialWorker, "Safety plan reviewed", ("withFamily", "yes"), ("works", "notFollowed"),
            ("what", "PLANTED-review"), ("next", (await processes.NowAsync()).AddDays(4).ToString("yyyy-MM-dd",
                System.Globalization.CultureInfo.InvariantCulture)));
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

        await SaveAsync(journey.SocialWorker, "Safety plan on file", "It stands on the file", ("iro", "yes"));
        said = await SaveAsync(journey.Chair, "End of the safety plan", "End the safety plan", ("how", "childsPlan"),
            ("understood", "yes"), ("why", "PLANTED-end"));
        Assert.Contains("the safety plan has ended", said, StringComparison.Ordinal);
        await afterAsync();
        var before = await PlanDutiesAsync(journey.Chair);
        await processes.MoveClockAsync(TimeSpan.FromDays(2));
        Assert.Equal(before, await PlanDutiesAsync(journey.Chair));
        Assert.All(["PLANTED-emergency", "PLANTED-unwilling", "PLANTED-oversight", "PLANTED-event", "PLANTED-review", "PLANTED-end"],
            word => Assert.DoesNotContain(word, processes.BotLog, StringComparison.Ordinal));
    }

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
