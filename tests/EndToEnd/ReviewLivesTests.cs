using System.Globalization;
using System.Text.Json.Nodes;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Wording;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.EndToEnd.Lives;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>Nine months over HTTP, from the strategy meeting through core groups and reviews to the closed case; in SQLite with a bot that
/// is killed after each step (issue 15).</summary>
public sealed class ReviewLivesTests
{
    private static readonly WorkingDays Days = WorkingDays.EnglandAndWales;

    [Fact]
    public async Task Nine_months_under_devons_procedure()
    {
        await using var processes = await BotProcesses.StartAsync("devon");
        await LivesAsync(processes, "Exeter", () => KilledAsync(processes));
    }

    /// <summary>Without the kills: a killed instance's leases run on by the wall clock there.</summary>
    [NodeFact]
    public async Task Nine_months_under_worcestershires_procedure_in_azure_tables()
    {
        var azurite = new Azurite();
        await azurite.InitializeAsync();
        await using var processes = await BotProcesses.StartAsync("worcestershire", azurite.ConnectionString);
        try
        {
            await LivesAsync(processes, null, processes.SettleAsync);
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }

    private static async Task LivesAsync(BotProcesses processes, string? area, Func<Task> breakAsync)
    {
        var start = Days.OnOrAfter(Words.English.LocalDate(await processes.NowAsync()));
        await ToAsync(processes, start, new(9, 0));
        var journey = new Journey(processes);
        foreach (var (_, takeAsync) in journey.Steps)
        {
            await takeAsync();
        }

        var (worker, chair) = (journey.SocialWorker, journey.Chair);
        await TidyAsync(journey, Days.After(start, 3));
        await ToAsync(processes, Days.DayNumber(start, 5), new(8, 50));
        await SaveAsync(worker, "Enquiry recorded", "Save", ("result", "continuingRisk"), ("because", "PLANTED-x"));
        await ToAsync(processes, Days.DayNumber(start, 6), new(8, 50));
        await SaveAsync(worker, "Convening form and family told", "Ask for it",
            [("family", "told"), ("advocacy", "notNeeded"), ("note", "PLANTED-told"),
                .. area is null ? [] : new[] { ("area", area) }]);
        await MeetAgainAsync(processes, journey, Days.DayNumber(start, 8));
        await breakAsync();
        var conference = Days.DayNumber(start, 14);
        await SaidAsync(worker, $"conference {Typed(conference)} 10:00 County Hall");
        await ToAsync(processes, conference, new(12, 30));
        var views = await (await PageAsync(worker)).PressAsync("What each thinks at the conference");
        Assert.Contains("what they think stands on the record",
            (await views.PressAsync("Save", ("threshold", "met"), ("words", "PLANTED-view"))).Words, StringComparison.Ordinal);
        await SaidAsync(chair, "conference held");
        await SaveAsync(worker, "Outcome of the conference", "Save", ("plan", "yes"), ("category", "neglect"),
            ("words", "PLANTED-outline"));
        await breakAsync();
        await OutlinedAsync(processes, journey);
        await breakAsync();

        // Its members first; then each core group as it comes.
        var members = await (await worker.OpenHubAsync()).PartAsync("Who is in the core group");
        var arrange = await members.PressAsync("Save", ("people", Everybody(members, "people")), ("childIs", "comes"));
        var first = Days.Before(Days.After(conference, 10), 1);
        Assert.Contains("Saved", (await arrange.PressAsync("Save", ("day", Iso(first)), ("where", "PLANTED-where"))).Words,
            StringComparison.Ordinal);
        await breakAsync();
        // Each of its professionals but who arranged it: in Teams or by a letter.
        Assert.Equal(Everybody(members, "people").Split(',').Length - 1,
            (await KeysAsync(processes, "reviewing")).Count(key => key.StartsWith("reviewing/tell-core-group/", StringComparison.Ordinal)));
        await ToAsync(processes, first, new(12, 30));
        var next = await GroupHeldAsync(worker, first);
        await breakAsync();
        await ToAsync(processes, next, new(12, 30));
        next = await GroupHeldAsync(worker, next);
        await breakAsync();

        // The first review moves within its limit, and two managers hear.
        var review = Days.OnOrBefore(conference.AddDays(75));
        await ArrangeReviewAsync(worker, review, null);
        await ArrangeReviewAsync(worker, Days.After(review, 1), "PLANTED-moved");
        await processes.SettleAsync();
        Assert.Contains(await KeysAsync(processes, "reviewing"), key => key.StartsWith("reviewing/tell-review/", StringComparison.Ordinal));
        await ToAsync(processes, Days.After(review, 1), new(12, 30));
        var limit = Days.After(review, 1).AddMonths(6);
        await ReviewHeldAsync(worker, ("outcome", "goesOn"), ("category", "neglect"));
        await breakAsync();

        for (; next < limit.AddDays(-40);)
        {
            await ToAsync(processes, next, new(12, 30));
            next = await GroupHeldAsync(worker, next);
        }

        // After its limit it can't be arranged unless two managers agree.
        await ToAsync(processes, Days.OnOrBefore(limit.AddDays(-20)), new(9, 0));
        var second = Days.After(limit, 8);
        var late = await (await PlanAsync(worker)).PressAsync("Arrange the review conference");
        Assert.Contains("Hold it on or before", (await late.PressAsync("Save", ("day", Iso(second)))).Words, StringComparison.Ordinal);
        await AgreedAsync(processes, journey, second);
        await breakAsync();
        await ArrangeReviewAsync(worker, second, null);
        for (; next < second;)
        {
            await ToAsync(processes, next, new(12, 30));
            next = await GroupHeldAsync(worker, next);
        }

        await ToAsync(processes, second, new(12, 30));
        await ReviewHeldAsync(worker, ("outcome", "ends"));
        await breakAsync();

        await ClosedAsync(processes, chair, breakAsync, second);
    }

    /// <summary>The outline plan reaches everybody who was there, each as they are reached; one of them reads it.</summary>
    private static async Task OutlinedAsync(BotProcesses processes, Journey journey)
    {
        var form = await (await journey.SocialWorker.OpenHubAsync()).PartAsync("Outline plan");
        var said = await form.PressAsync("Send it", ("change", "PLANTED-change"), ("does", "PLANTED-does"),
            ("otherwise", "PLANTED-else"), ("to", Everybody(form, "to")));
        Assert.True(said.Words.Contains("It is being sent to those who were there", StringComparison.Ordinal), said.Words);
        await processes.SettleAsync();
        Assert.Equal(Everybody(form, "to").Split(',').Length - 1, (await KeysAsync(processes, "reviewing"))
            .Count(key => key.StartsWith("reviewing/tell-outline-plan/", StringComparison.Ordinal)));
        Assert.Contains("PLANTED-does", (await PageAsync(journey.Police, "The outline plan")).Words, StringComparison.Ordinal);
    }

    /// <summary>The case is closed, and nothing more is told; when its time is over, no word of it is left (P16).</summary>
    private static async Task ClosedAsync(BotProcesses processes, TeamsUser chair, Func<Task> breakAsync, DateOnly on)
    {
        var said = (await (await (await chair.OpenHubAsync()).PartAsync("Close the case")).PressAsync(
            "Close the case", ("cause", "noLongerAtRisk"), ("words", "PLANTED-why"), ("goesOn", "PLANTED-school"), ("letter", "yes"),
            ("understood", "PLANTED-know"))).Words;
        Assert.True(said.Contains("the case is closed", StringComparison.Ordinal), said);
        await breakAsync();
        var told = await KeysAsync(processes, "reviewing");
        await ToAsync(processes, on.AddDays(80), new(9, 0));
        Assert.Equal(told, await KeysAsync(processes, "reviewing"));
        Assert.Equal(told.Distinct(), told);
        Assert.Contains(await processes.FactsAsync(), fact => fact.Contains("PLANTED", StringComparison.Ordinal));
        await ToAsync(processes, on.AddDays(91), new(9, 0));
        await breakAsync();
        Assert.DoesNotContain(await processes.FactsAsync(), fact => fact.Contains("PLANTED", StringComparison.Ordinal));
        Assert.DoesNotContain("PLANTED", processes.BotLog, StringComparison.Ordinal);
    }

    /// <summary>What the meeting left is done, so that nobody is reminded of it for months.</summary>
    /// <param name="by">When a further meeting would be.</param>
    private static async Task TidyAsync(Journey journey, DateOnly by)
    {
        var chair = journey.Chair;
        Assert.Contains("the safety plan has ended", (await (await PageAsync(chair, "End of the safety plan")).PressAsync(
            "End the safety plan", ("how", "childsPlan"), ("understood", "yes"), ("why", "PLANTED-end"))).Words, StringComparison.Ordinal);
        await SaveAsync(chair, "Entered on the child's record", "They stand on the record");
        // A nurse still stands chosen there.
        await SaveAsync(chair, "Who holds the child", "Nobody does");
        await SaveAsync(chair, "Child 1 seen", "Save", ("outcome", "seenAlone"), ("what", "PLANTED-seen"));
        await SaveAsync(chair, "Child is safe", "Save", ("how", "PLANTED-known"));
        foreach (var person in new[] { journey.SocialWorker, journey.Police })
        {
            await (await PageAsync(person, "My actions")).PressAsync("Done");
        }

        // The review meeting that was decided on is opened, and is not needed after all.
        await (await PageAsync(chair, "Another meeting on this case")).PressAsync("Open the meeting", ("purpose", "review"),
            ("reason", "PLANTED-again"), ("by", Iso(by)));
        var meeting = await (await chair.SayAsync("status")).PressAsync("Open my part");
        await (await meeting.PartAsync("This meeting is not needed")).PressAsync("It is not needed", ("reason", "PLANTED-not"));
    }

    /// <summary>A further meeting is opened, called with whom the first had, held, and written up: its minutes are its own.</summary>
    private static async Task MeetAgainAsync(BotProcesses processes, Journey journey, DateOnly on)
    {
        var chair = journey.Chair;
        var time = await (await PageAsync(chair, "Another meeting on this case")).PressAsync("Open the meeting", ("purpose", "further"),
            ("reason", "PLANTED-again"), ("by", Iso(on)));
        var check = await time.PressAsync("Save and go on", ("on", Iso(on)), ("time", "10:00"), ("minutes", "60"));
        await check.PressAsync("Call the meeting and invite");
        await journey.AnswerInvitationsAsync();
        await journey.MeetAsync();
        var place = await (await PageAsync(chair, "Where Child 1 is safe")).PressAsync("Save", ("where", "PLANTED-place"),
            ("withWhom", "PLANTED-grandmother"), ("basis", "parentsAgree"));
        await place.PressAsync("Save", ("ring", "01632 960900"));
        await journey.EndAsync();
        await journey.ApproveAsync();
        await SaveAsync(chair, "Child is safe", "Save", ("how", "PLANTED-known"));
        await SaveAsync(chair, "Entered on the child's record", "They stand on the record");
        Assert.Equal(2, (await processes.FactsAsync()).Select(content => JsonNode.Parse(content) as JsonObject)
            .Count(fact => fact?["digest"] is not null && fact["version"]?.GetValue<int>() == 1));
    }

    /// <summary>The next is arranged under what was saved, a day before its limit.</summary>
    private static async Task<DateOnly> GroupHeldAsync(TeamsUser worker, DateOnly on)
    {
        var held = await (await PlanAsync(worker)).PressAsync("Core group held");
        var arrange = await held.PressAsync("It was held", ("came", Everybody(held, "came")), ("going", "onTrack"),
            ("words", "PLANTED-agreed"));
        var day = Days.OnOrBefore(on.AddDays(41));
        Assert.Contains("Saved", (await arrange.PressAsync("Save", ("day", Iso(day)))).Words, StringComparison.Ordinal);
        return day;
    }

    private static async Task ArrangeReviewAsync(TeamsUser worker, DateOnly day, string? because) => Assert.Contains("Saved",
        (await (await (await PlanAsync(worker)).PressAsync(
            because is null ? "Arrange the review conference" : "Change the day: review")).PressAsync("Save",
            [("day", Iso(day)), .. because is null ? [] : new[] { ("because", because) }])).Words, StringComparison.Ordinal);

    /// <summary>The chair says that it will be late; one manager is asked after the other.</summary>
    private static async Task AgreedAsync(BotProcesses processes, Journey journey, DateOnly expected)
    {
        var form = await (await (await PlanAsync(journey.Chair)).PressAsync("Arrange the review conference"))
            .PressAsync("The review will be late");
        Assert.Contains("the operations manager is asked now", (await form.PressAsync("Ask the managers", ("cause", "familyUnavailable"),
            ("words", "PLANTED-late"), ("expected", Iso(expected)))).Words, StringComparison.Ordinal);
        for (var manager = 0; manager < 2; manager++)
        {
            await processes.SettleAsync();
            var part = await (await journey.HeadOfService.SayAsync("status")).PressAsync("Open my part");
            Assert.Contains("Saved", (await (await part.PartAsync("May the review be late?")).PressAsync("Save", ("agrees", "yes"),
                ("words", "PLANTED-agreed"))).Words, StringComparison.Ordinal);
        }
    }

    private static async Task ReviewHeldAsync(TeamsUser worker, params (string, string)[] typed) => Assert.Contains("Saved",
        (await (await (await PlanAsync(worker)).PressAsync("Review conference held")).PressAsync("It was held",
            [.. typed, ("words", "PLANTED-review")])).Words, StringComparison.Ordinal);

    private static Task<Shown> PlanAsync(TeamsUser person) => PageAsync(person, "Child protection plan");

    /// <summary>Everybody who is offered.</summary>
    private static string Everybody(Shown form, string input) => string.Join(',', form.Card!["body"]!.AsArray()
        .First(element => element?["id"]?.GetValue<string>() == input)!["choices"]!.AsArray()
        .Select(choice => choice!["value"]!.GetValue<string>()));

    private static string Typed(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
