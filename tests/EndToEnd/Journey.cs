namespace StrategyBot.Tests.EndToEnd;

/// <summary>The whole journey as six people take it, step by step; every text that is typed holds a planted word.</summary>
/// <param name="processes">The bot and its world.</param>
/// <param name="person">Somebody by short id: in a browser's tab, or, where it is left out, over HTTP alone.</param>
internal sealed class Journey(BotProcesses processes, Func<string, TeamsUser>? person = null)
{
    public HttpClient World => processes.World;

    public TeamsUser Chair { get; } = Of("chair", processes, person);

    public TeamsUser SocialWorker { get; } = Of("social-worker", processes, person);

    public TeamsUser Police { get; } = Of("police", processes, person);

    public TeamsUser Nurse { get; } = Of("health", processes, person);

    public TeamsUser School { get; } = Of("school", processes, person);

    public TeamsUser HeadOfService { get; } = Of("head-of-service", processes, person);

    /// <summary>How many there are; what is decided is decided for all of them.</summary>
    public int Children { get; init; } = 1;

    public IReadOnlyList<TeamsUser> Attendees => [SocialWorker, Police, Nurse, School];

    public IReadOnlyList<TeamsUser> Everyone => [Chair, .. Attendees, HeadOfService];

    /// <summary>Step 1: the urgent question first, then why, how, whom to check, who is invited, when.</summary>
    public async Task<Shown> ConveneAsync() => await (await PrepareAsync()).PressAsync("Call the meeting and invite");

    /// <summary>Everything of step 1 but the last press.</summary>
    public async Task<Shown> PrepareAsync() => await FillAsync(await BeginAsync(), Children);

    /// <summary>The first form of step 1.</summary>
    public async Task<Shown> BeginAsync()
    {
        var first = await Chair.SayAsync("convene");
        for (var again = 0; again < 5 && first.Card is null; again++)
        {
            // A slow machine: the bot says that it can't check just now, and a person tries again.
            first = await Chair.SayAsync("convene");
        }

        return first;
    }

    /// <summary>The forms of step 1 from the first on.</summary>
    public static async Task<Shown> FillAsync(Shown first, int children = 1)
    {
        var form = await first.PressAsync("Save and go on", ("which", "baby-injury"), ("answer", "yes"));
        form = await form.PressAsync("Go on without it");
        form = await form.PressAsync("Save and go on", ("circumstances", "new-referral"), ("concernTime", "00:00"),
            ("referralTime", "00:01"));
        form = await form.PressAsync("Save and go on");
        form = await form.PressAsync("Save and go on", ("mode", "teams"), ("area", "North"), ("reason", "PLANTED-reason"));
        form = await (await form.PressAsync("Add a child")).PressAsync("Save", ("name", "Ash PLANTED-child"), ("on", "2026-07-20"),
            ("address", "PLANTED-address"));
        for (var child = 2; child <= children; child++)
        {
            form = await (await form.PressAsync("Add a child")).PressAsync("Save", ("name", $"Bo{child} PLANTED-child"),
                ("on", "2024-07-20"), ("address", "PLANTED-address"));
        }

        form = await (await form.PressAsync("Add an adult")).PressAsync("Save", ("name", "Dana PLANTED-adult"), ("born", "1998-02-01"),
            ("relation", "Mother"));
        form = await (await form.PressAsync("Next: the social worker")).PressAsync("Save and go on", ("name", "Tom Okafor"),
            ("mail", "tom.okafor@council.example"));
        form = await form.PressAsync("Save and go on", ("school", form.Choice("school", "Ruth Carver")));
        return await form.PressAsync("Save and go on");
    }

    /// <summary>Step 2: invitations go out, and everybody answers from the hub card.</summary>
    public async Task AnswerInvitationsAsync()
    {
        await processes.SettleAsync();
        foreach (var person in Attendees)
        {
            await (await (await person.OpenHubAsync()).PartAsync("Answer the invitation")).PressAsync("Save", ("answer", "coming"),
                ("ticks", "records,decide,link"));
        }
    }

    /// <summary>Step 3: the call begins, and the bot sees who is there.</summary>
    public async Task MeetAsync()
    {
        var starts = (await Chair.MeetingChatAsync())["startsAt"]!.GetValue<DateTimeOffset>();
        await processes.MoveClockAsync(starts - await processes.NowAsync());
        foreach (var person in Attendees.Prepend(Chair))
        {
            await person.MeetingAsync("join");
        }

        await processes.MoveClockAsync(TimeSpan.FromMinutes(3));
        await (await (await Chair.OpenHubAsync()).PartAsync("Who is here")).PressAsync("Confirm");
    }

    /// <summary>Step 4, each agency's own words; the police keep theirs to themselves and social care.</summary>
    public async Task ShareAsync()
    {
        foreach (var person in Attendees)
        {
            (string, string)[] typed =
                [("text", $"PLANTED-{person.Name} knows this"), .. person == Police ? new[] { ("marking", "police-and-social-care") } : []];
            await (await (await person.OpenHubAsync()).PartAsync("What your agency knows")).PressAsync("Save", typed);
        }

        foreach (var person in Attendees.Append(Chair))
        {
            await (await (await person.OpenHubAsync()).PartAsync("Your view")).PressAsync("Save", ("view", "yes"),
                ("line", $"PLANTED-view of {person.Name}"));
        }
    }

    /// <summary>Step 4, Part 1 and Part 2: every heading of the form.</summary>
    public async Task FillHeadingsAsync()
    {
        foreach (var part in (await (await Chair.OpenHubAsync()).PartsAsync()).Where(
            part => System.Text.RegularExpressions.Regex.IsMatch(part, "[0-9] of [0-9] answered")))
        {
            var form = await (await Chair.OpenHubAsync()).PartAsync(part);
            var typed =
                form.Inputs.Where(input => input["id"]!.GetValue<string>().StartsWith("text", StringComparison.Ordinal))
                    .Select(input => (input["id"]!.GetValue<string>(), "PLANTED-heading"))
                .Concat(form.Inputs.Where(input => input["id"]!.GetValue<string>().StartsWith("ticks", StringComparison.Ordinal))
                .Select(input => (input["id"]!.GetValue<string>(), input["choices"]![0]!["value"]!.GetValue<string>())));
            await form.PressAsync("Save", [.. typed]);
        }

        foreach (var part in (await (await Chair.OpenHubAsync()).PartsAsync()).Where(
            part => part.Contains("no row yet", StringComparison.Ordinal)
            && StrategyBot.Cases.RowLists.Known.Any(list => part.StartsWith(StrategyBot.Cases.Headings.Find(list.Heading)!.Title,
                StringComparison.Ordinal))))
        {
            // There are two parents.
            for (var rows = part.StartsWith("Both parents", StringComparison.Ordinal) ? 2 : 1; rows > 0; rows--)
            {
                var form = await (await Chair.OpenHubAsync()).PartAsync(part.Split('–')[0].Trim());
                form = form.Buttons.Contains("Add one") ? await form.PressAsync("Add one") : form;
                await form.PressAsync("Save", Row(form));
            }
        }
    }

    /// <summary>The first of each choice, and words in each text.</summary>
    private static (string, string)[] Row(Shown form) =>
    [
        .. from input in form.Inputs
           let id = input["id"]!.GetValue<string>()
           where id.StartsWith("said-", StringComparison.Ordinal) && input["type"]!.GetValue<string>() != "Input.Date"
           select (id, input["choices"] is { } choices ? choices[0]!["value"]!.GetValue<string>() : "PLANTED-heading"),
    ];

    /// <summary>Steps 4 and 5: where the child is safe, what is decided, who does what, and the plan agreed.</summary>
    public async Task PlanAsync()
    {
        var place =
            await (await PartAsync("Where Child 1 is safe")).PressAsync("Save", ("where", "PLANTED-place"),
                ("withWhom", "PLANTED-grandmother"), ("basis", "parentsAgree"));
        await place.PressAsync("Save", ("ring", "01632 960900"));
        var holder = await PartAsync("Who holds the child");
        await holder.PressAsync("Save", ("holder", holder.Choice("holder", "Grace")));
        await (await PartAsync("Is a safety plan right here?")).PressAsync("Save", ("fit", "safetyPlan"), ("purpose", "PLANTED-purpose"),
            ("family", "no"), ("familyRole", "PLANTED-family"));
        var row = await (await PartAsync("Interim safety plan")).PressAsync("Add one");
        await row.PressAsync("Save", ("what", "PLANTED-row"), ("owner", row.Choice("owner", "Tom")), ("due", "next-working-day"),
            ("purpose", "PLANTED-purpose"));
        await (await (await (await PartAsync("Interim safety plan")).PressAsync("Change the chosen one"))
            .PressAsync("How we will know, and if it fails …"))
            .PressAsync("Save", ("ifThisFails", "PLANTED-fallback"));
        var step = await (await PartAsync("How the enquiry is done")).PressAsync("Add one");
        await step.PressAsync("Save", ("what", "PLANTED-heading"), ("owner", step.Choice("owner", "Tom")), ("due", "next-working-day"));
        var review = (await processes.NowAsync()).AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await (await (await PartAsync("Interim safety plan")).PressAsync("Review date")).PressAsync("Save", ("on", review));
        await (await PartAsync("Reasonable cause and section 47")).PressAsync("Save", ("cause", "yes"), ("enquiry", "start"),
            ("conduct", "joint"), ("rationale", "PLANTED-why"));
        await (await PartAsync("Initial child protection conference")).PressAsync("Save", ("answer", "atEndOfEnquiry"),
            ("rationale", "PLANTED-why"));
        await (await PartAsync("Contingency")).PressAsync("Save", ("text", "PLANTED-contingency"));
        Assert.Contains("Saved", (await Chair.SayAsync("action police by tomorrow 12:00: PLANTED-action")).Words, StringComparison.Ordinal);
        var authorise = await PartAsync("Authorise the enquiry");
        await authorise.PressAsync(authorise.Buttons.First());
        await (await PartAsync("Agree immediate plan")).PressAsync("Agree immediate plan");
        await processes.SettleAsync();
    }

    /// <summary>Step 5: the chair asks what still binds.</summary>
    public async Task NothingIsMissingAsync() =>
        Assert.StartsWith("Nothing is missing", (await Chair.SayAsync("missing")).Words, StringComparison.Ordinal);

    /// <summary>Step 5: the end, and the record complete.</summary>
    public async Task<Shown> EndAsync()
    {
        await Chair.SayAsync("end");
        await Chair.SayAsync("end");
        // The news that the draft is ready may come between the answers.
        Assert.Contains("No meeting that you chair is running", (await Chair.MessagesAsync(await Chair.PersonalChatAsync())).ToJsonString(),
            StringComparison.Ordinal);
        await processes.SettleAsync();
        var form = await (await Chair.OpenHubAsync()).PartAsync("Complete the record");
        return form.Buttons.Any(button => button.StartsWith("Complete the record", StringComparison.Ordinal))
            ? await form.PressAsync("Complete the record")
            : await form.PressAsync("Complete without them", ("reason", "PLANTED-override"));
    }

    /// <summary>Step 6: the chair reads the draft and approves; the minutes go to every agency.</summary>
    public async Task ApproveAsync()
    {
        var draft = await (await Chair.OpenHubAsync()).PartAsync("Draft of the minutes");
        await (await draft.PressAsync("Approve")).PressAsync("Approve and send");
        await processes.SettleAsync();
    }

    /// <summary>Every page of the minutes as one person reads them.</summary>
    public static async Task<string> ReadMinutesAsync(TeamsUser person)
    {
        var page = await (await person.OpenHubAsync()).PartAsync("Read the minutes");
        var text = page.Words;
        while (page.Buttons.Contains("Next page"))
        {
            page = await page.PressAsync("Next page");
            text += page.Words;
        }

        return text;
    }

    private async Task<Shown> PartAsync(string title) => await (await Chair.OpenHubAsync()).PartAsync(title);

    /// <summary>The steps in their order, each under what a person would call it.</summary>
    public IReadOnlyList<(string Name, Func<Task> TakeAsync)> Steps =>
    [
        ("convene", ConveneAsync),
        ("answer", AnswerInvitationsAsync),
        ("meet", MeetAsync),
        ("share", ShareAsync),
        ("assess", FillHeadingsAsync),
        ("plan", PlanAsync),
        ("missing", NothingIsMissingAsync),
        ("end", EndAsync),
        ("approve", ApproveAsync),
    ];

    public async Task WholeAsync()
    {
        foreach (var (_, takeAsync) in Steps)
        {
            await takeAsync();
        }
    }

    private static TeamsUser Of(string name, BotProcesses processes, Func<string, TeamsUser>? person) =>
        person?.Invoke(name) ?? new(processes.World, name);
}
