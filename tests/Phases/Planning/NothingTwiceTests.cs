using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using StrategyBot.Phases.Planning;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

/// <summary>What somebody said already stands where it is needed, with its source, and nobody types it again (10.5).</summary>
public sealed class NothingTwiceTests : IDisposable
{
    private readonly PartHost host = new();

    [Theory]
    [InlineData("reasonable-cause")]
    [InlineData("section47")]
    public async Task Each_agencys_view_stands_beside_the_decision_once_the_views_are_shown(string about)
    {
        await HaveAsync(Viewed());
        var before = await DecideAsync(about);
        Assert.DoesNotContain("Two calls in a month.", before.Text, StringComparison.Ordinal);
        Assert.Equal("all", before.Value("child"));

        await host.PostAsync(Priya, RevealViews.Verb);
        var form = await DecideAsync(about);

        Assert.Contains("Agency\nAsh\nBo\nPolice\n✓ Yes\n✗ No\n", form.Text, StringComparison.Ordinal);
        Assert.Contains("“Two calls in a month.” – Sam Whitlock", form.Text, StringComparison.Ordinal);
        Assert.Equal("", form.Value("rationale"));
        // Where somebody sees it differently for one of them, each is asked about apart.
        Assert.Equal(["answer-child-1", "answer-child-2"], form.Inputs.Select(input => input.Id).Take(2));
    }

    [Fact]
    public async Task An_agencys_reasons_are_never_the_chairs()
    {
        await HaveAsync(Viewed());

        var refused = await (await DecideAsync("section47")).PressAsync(
            "Save", ("answer", "start"), ("conduct", "single"), ("rationale", "two calls in a month"));
        Assert.Contains("Those are the words of Police.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("two calls in a month", refused.Value("rationale"));
        Assert.Empty((await CaseAsync()).Meeting.Plan.Section47);

        await refused.PressAsync("Save", ("rationale", "Two calls, and no explanation."));
        Assert.Equal(2, (await CaseAsync()).Meeting.Plan.Section47.Count);
    }

    [Fact]
    public async Task Who_leads_a_joint_enquiry_is_proposed_from_who_is_here_and_stands_once_it_is_saved()
    {
        await HaveAsync(AConvenedCase().By(Priya).Fact(
            In(new MeetingStarted(Via.Form)), In(new ArrivalNoted(Sam.Id, Via.Roster)), In(new ArrivalNoted(Tom.Id, Via.Roster)),
            In(new ArrivalNoted(Priya.Id, Via.Roster))));

        var leads = await (await DecideAsync("section47")).PressAsync(
            "Save", ("answer", "start"), ("conduct", "joint"), ("rationale", "Both are needed."));
        Assert.Contains("from who is here", leads.Text, StringComparison.Ordinal);
        Assert.Equal((Sam.Id.Value, Tom.Id.Value), (leads.Value("police"), leads.Value("socialCare")));
        Assert.False((await CaseAsync()).Meeting.Assessment.Of("leads").IsAnswered);

        await leads.PressAsync("Save");
        Assert.Equal("Police: Sam Whitlock, Detective Sergeant, Police. Social care: Tom Okafor, Social Worker, Children's social care.",
            MinutesDraft.Of(await CaseAsync()).Single(one => one.Id == "part-2/leads").Text);
    }

    [Fact]
    public async Task Who_leads_is_marked_for_whom_its_author_says_and_stays_chosen_when_it_is_opened_again()
    {
        await HaveAsync(AConvenedCase().By(Priya).Fact(
            In(new MeetingStarted(Via.Form)), In(new ArrivalNoted(Sam.Id, Via.Roster)), In(new ArrivalNoted(Tom.Id, Via.Roster)),
            In(new ArrivalNoted(Priya.Id, Via.Roster))));
        var button = new PartButton("", PartIds.Leads, CaseForm.Of(await CaseAsync()));
        var form = await host.OpenAsync(Priya, button);
        Assert.Equal("professionals", form.Value(MarkingInput.Id));

        await form.PressAsync("Save", ("socialCare", Priya.Id.Value), (MarkingInput.Id, "police-and-social-care"));

        Assert.Equal(Audience.PoliceAndSocialCare, (await CaseAsync()).Meeting.Assessment.Of("leads").Standing.Single().Audience);
        var again = await host.OpenAsync(Priya, button);
        Assert.Equal((Sam.Id.Value, Priya.Id.Value, "police-and-social-care"),
            (again.Value("police"), again.Value("socialCare"), again.Value(MarkingInput.Id)));
        await again.PressAsync("Save", ("socialCare", Tom.Id.Value));
        Assert.Equal(Audience.PoliceAndSocialCare, (await CaseAsync()).Meeting.Assessment.Of("leads").Standing.Single().Audience);
    }

    [Fact]
    public async Task Somebody_else_who_leads_is_written_and_stands_when_it_is_opened_again()
    {
        await HaveAsync(AConvenedCase().By(Priya).Fact(In(new MeetingStarted(Via.Form)), In(new ArrivalNoted(Sam.Id, Via.Roster))));
        var button = new PartButton("", PartIds.Leads, CaseForm.Of(await CaseAsync()));
        var form = await host.OpenAsync(Priya, button);

        var unsaid = await form.PressAsync("Save", ("police", "other"), ("socialCare", Tom.Id.Value));
        Assert.Contains("Write who it is", unsaid.Text, StringComparison.Ordinal);
        Assert.Equal("other", unsaid.Value("police"));
        await unsaid.PressAsync("Save", ("policeOther", "DI Moss, Child Abuse Investigation"));

        Assert.Equal("Police: DI Moss, Child Abuse Investigation. Social care: Tom Okafor, Social Worker, Children's social care.",
            (await CaseAsync()).Meeting.Assessment.Of("leads").Standing.Single().Answer.Text);
        var again = await host.OpenAsync(Priya, button);
        Assert.Equal(("other", "DI Moss, Child Abuse Investigation", Tom.Id.Value, ""), (again.Value("police"), again.Value("policeOther"),
            again.Value("socialCare"), again.Value("socialCareOther")));
        await again.PressAsync("Save", ("police", Sam.Id.Value));
        Assert.StartsWith("Police: Sam Whitlock",
            (await CaseAsync()).Meeting.Assessment.Of("leads").Standing.Single().Answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_said_to_lead_in_words_is_read_above_the_choice()
    {
        await HaveAsync(AConvenedCase().By(Priya).Fact(In(new HeadingAnswered(
            "leads", new(AnswerKind.Known, [], "Social care; the police name theirs today.")))));

        var form = await host.OpenAsync(Priya, new PartButton("", PartIds.Leads, CaseForm.Of(await CaseAsync())));

        Assert.Contains("Said so far: Social care; the police name theirs today.", form.Text, StringComparison.Ordinal);
        Assert.Equal(("", ""), (form.Value("police"), form.Value("socialCare")));
    }

    [Fact]
    public async Task The_usual_contingency_is_proposed_and_is_the_plans_only_once_somebody_saves_it()
    {
        await HaveAsync();

        var form = await host.OpenAsync(Priya, ContingencyPart.Button(await CaseAsync()));
        Assert.StartsWith("If contact is not made by the due time, tell the chair and the emergency duty team", form.Value("text"),
            StringComparison.Ordinal);
        Assert.Contains("It is yours once you save it.", form.Text, StringComparison.Ordinal);
        Assert.Null((await CaseAsync()).Meeting.Plan.Contingency);
        Assert.Contains(Program.Phases.Gaps(await CaseAsync()), gap => gap.Id == "contingency");

        await form.PressAsync("Save");
        Assert.Equal(Priya.Person, (await CaseAsync()).Meeting.Plan.Contingency!.By);
    }

    [Fact]
    public async Task What_the_ward_said_stands_in_the_form_of_the_discharge_with_its_source()
    {
        await HaveAsync(AConvenedCase().By(Grace)
            .Fact(In(new InformationGiven(Grace.Id, Agency.Health, "Kept on ward 4 until the scan.", 0)))
            .By(Priya).Fact(In(new PositionRecorded("Ward 4", "Nurses", "", SafetyBasis.ParentsAgree, null, null, "") { Child = Child1 })));

        var form = await host.OpenAsync(
            Grace, HeadingsPart.Button(await CaseAsync(), Headings.FindBlock(Headings.Find("discharge")!.Block)!));

        Assert.Contains("“Kept on ward 4 until the scan.” – Grace Adeyemi", form.Text, StringComparison.Ordinal);
        Assert.Contains("“Ash Lindley: Ward 4” – where the child is safe", form.Text, StringComparison.Ordinal);
        Assert.Equal("", form.Value("text-discharge"));
    }

    [Fact]
    public async Task A_usual_action_is_offered_in_one_tap_and_is_of_the_plan_once_it_has_an_owner_and_a_time()
    {
        await HaveAsync();
        var offered = await (await host.OpenAsync(Priya, ActionsPage.Button(await CaseAsync()))).PressAsync("Usual actions");
        var neglect = await offered.PressAsync("Neglect");
        Assert.Contains("None is in the plan before somebody adds it.", neglect.Text, StringComparison.Ordinal);

        var form = await neglect.PressAsync("Change it first");
        Assert.StartsWith("Visit the home today", form.Value("what"), StringComparison.Ordinal);
        Assert.Equal(Tom.Id.Value, form.Value("owner"));
        Assert.Empty((await CaseAsync()).Meeting.Plan.Actions);

        await form.PressAsync("Save", ("what", "Visit the home at six."), ("owner", Helen.Id.Value), ("at", ""),
            ("due", "next-working-day"));
        var row = Assert.Single((await CaseAsync()).Meeting.Plan.Open);
        Assert.Equal((Priya.Person, "Know how the children live now"), (row.By, row.Fact.Purpose));
        Assert.Contains("In the plan already.", (await offered.PressAsync("Neglect")).Text, StringComparison.Ordinal);
    }

    /// <summary>R141: a whole set in one tap, each with an owner and a time that were shown.</summary>
    [Fact]
    public async Task A_whole_set_is_in_the_plan_in_one_tap_with_the_owners_and_times_that_were_shown()
    {
        await HaveAsync();
        var offered = await (await host.OpenAsync(Priya, ActionsPage.Button(await CaseAsync()))).PressAsync("Usual actions");
        var neglect = await offered.PressAsync("Neglect");
        Assert.Contains("Grace Adeyemi (Health), by", neglect.Text, StringComparison.Ordinal);
        var added = await neglect.PressAsync("Add these 4");

        Assert.Contains("4 actions are in the plan", added.Text, StringComparison.Ordinal);
        var rows = (await CaseAsync()).Meeting.Plan.Open.ToList();
        Assert.Equal([Tom.Id, Grace.Id, Ruth.Id, Tom.Id], rows.Select(row => row.Fact.Owner));
        Assert.All(rows, row => Assert.Contains($", by {Words.When(row.Fact.DueAt)}", neglect.Text, StringComparison.Ordinal));
        Assert.Equal("usual/neglect/1", rows[1].Fact.Follows);
        Assert.DoesNotContain((await offered.PressAsync("Neglect")).Buttons,
            button => button.Title.StartsWith("Add", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_taken_back_of_a_set_can_be_added_again()
    {
        await HaveAsync();
        var offered = await (await host.OpenAsync(Priya, ActionsPage.Button(await CaseAsync()))).PressAsync("Usual actions");
        await (await offered.PressAsync("Neglect")).PressAsync("Add these 4");
        var list = await host.OpenAsync(Priya, ActionsPage.Button(await CaseAsync()));
        await list.PressAsync("Withdraw the chosen one", ("action", "action-2"));
        await (await offered.PressAsync("Neglect")).PressAsync("Add this one");

        Assert.Equal(4, (await CaseAsync()).Meeting.Plan.Open.Count());
    }

    [Fact]
    public void A_case_of_before_keeps_its_procedure_which_offered_none()
    {
        var before = System.Text.Json.Nodes.JsonNode.Parse(ProcedureProfiles.Default.ToJson())!.AsObject();
        before.Remove("usualActions");

        Assert.Null(ProcedureProfile.FromJson(before.ToJsonString()).UsualActions);
        Assert.NotEmpty(ProcedureProfile.FromJson(ProcedureProfiles.Default.ToJson()).UsualActions!);
    }

    public void Dispose() => host.Dispose();

    private static Given Viewed() => AConvenedCase(2).By(Sam).Fact(
        In(new ViewGiven(Sam.Id, ReasonableCause.Yes, "Two calls in a month.") { Child = Child1 }),
        In(new ViewGiven(Sam.Id, ReasonableCause.No, "") { Child = Child2 }));

    private Task HaveAsync(Given? given = null) => host.Cases.HaveAsync(given ?? AConvenedCase());

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> DecideAsync(string about) =>
        await host.OpenAsync(Priya, DecisionDrawing.OfItsOwn(await CaseAsync(), about, null));
}
