using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Forms;

/// <summary>What every form does, the same for all (design §4), on forms of today over a real record.</summary>
public sealed class PartRuntimeTests : IDisposable
{
    private readonly PartHost host = new();

    [Fact]
    public async Task What_is_saved_is_echoed_with_the_time_the_reference_and_its_word()
    {
        var form = await OpenContingencyAsync(Priya);

        var saved = await form.PressAsync("Save", ("text", "The aunt takes them."));

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: contingency", saved.Text);
        Assert.Contains("The aunt takes them.", saved.Text);
        Assert.Equal("The aunt takes them.", (await CaseAsync()).Meeting.Plan.Contingency!.Fact.Text);
    }

    [Fact]
    public async Task Saved_is_not_said_of_what_stood_there_already()
    {
        await (await OpenContingencyAsync(Priya)).PressAsync("Save", ("text", "The aunt takes them."));

        var again = await (await OpenContingencyAsync(Priya)).PressAsync("Save");

        Assert.Contains("Nothing was changed on SB-2026-014 Heron: it stood there already", again.Text);
    }

    [Fact]
    public async Task A_redelivered_save_is_answered_as_the_first_and_writes_nothing()
    {
        var form = await OpenContingencyAsync(Priya);
        var sent = form.Sent("Save", ("text", "The aunt takes them."));
        var first = await host.PressAsync(Priya, form.Verb("Save"), (System.Text.Json.Nodes.JsonObject)sent.DeepClone(), "same");
        var version = (await CaseAsync()).Version;

        var second = await host.PressAsync(Priya, form.Verb("Save"), sent, "same");

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(version, (await CaseAsync()).Version);
    }

    [Fact]
    public async Task Somebody_elses_newer_words_are_shown_and_not_replaced()
    {
        var form = await OpenContingencyAsync(Priya);
        await (await OpenContingencyAsync(Tom)).PressAsync("Save", ("text", "The aunt takes them."));

        var refused = await form.PressAsync("Save", ("text", "Foster carers."));

        Assert.Contains("Tom Okafor saved something else under “What happens if the plan fails?” at 14:05", refused.Text);
        Assert.Contains("The aunt takes them.", refused.Text);
        Assert.Equal("Foster carers.", refused.Value("text"));
        Assert.Equal("The aunt takes them.", (await CaseAsync()).Meeting.Plan.Contingency!.Fact.Text);

        await refused.PressAsync("Save", ("text", "Foster carers, else the aunt."));
        Assert.Equal("Foster carers, else the aunt.", (await CaseAsync()).Meeting.Plan.Contingency!.Fact.Text);
    }

    [Fact]
    public async Task Two_windows_of_one_person_are_as_two_people()
    {
        var (one, other) = (await OpenContingencyAsync(Priya), await OpenContingencyAsync(Priya));
        await one.PressAsync("Save", ("text", "The aunt takes them."));

        var refused = await other.PressAsync("Save", ("text", "Foster carers."));

        Assert.Contains("Priya Nair saved something else", refused.Text);
    }

    [Fact]
    public async Task The_same_words_again_are_no_conflict()
    {
        var (one, other) = (await OpenContingencyAsync(Priya), await OpenContingencyAsync(Tom));
        await one.PressAsync("Save", ("text", "The aunt takes them."));

        var again = await other.PressAsync("Save", ("text", "The aunt takes them."));

        Assert.Contains("it stood there already", again.Text);
    }

    [Fact]
    public async Task Fields_that_nobody_changed_here_take_what_stands_now()
    {
        var form = await OpenPositionAsync(Priya, "child-1");
        await (await OpenPositionAsync(Tom, "child-1")).PressAsync("Save", ("where", "Ward 4"));

        await form.PressAsync("Save", ("withWhom", "Nurses"));

        var position = (await CaseAsync()).Meeting.Safety.Positions[Child1].Fact;
        Assert.Equal(("Ward 4", "Nurses"), (position.Where, position.WithWhom));
    }

    [Fact]
    public async Task What_did_not_come_back_is_asked_once_and_can_be_left()
    {
        await (await OpenPositionAsync(Priya, "child-1")).PressAsync("Save", ("where", "Ward 4"), ("withWhom", "Nurses"),
            ("basis", "parentsAgree"));
        var form = await OpenPositionAsync(Priya, "child-1");

        var asked = await form.PressAsync("Save", ("where", null), ("basis", null), ("supervision", "Ward staff"));

        Assert.Contains("Something stood under “Where is the child?” and “On what footing?”, and it came back empty.", asked.Text);
        Assert.Equal("Ward staff", asked.Value("supervision"));
        Assert.Equal("", (await CaseAsync()).Meeting.Safety.Positions[Child1].Fact.Supervision);
        await asked.PressAsync("Leave as it was", ("where", null), ("basis", null));
        var position = (await CaseAsync()).Meeting.Safety.Positions[Child1].Fact;
        Assert.Equal(("Ward 4", "Ward staff", SafetyBasis.ParentsAgree), (position.Where, position.Supervision, position.Basis));
    }

    [Fact]
    public async Task What_did_not_come_back_can_be_emptied()
    {
        await (await OpenPositionAsync(Priya, "child-1")).PressAsync("Save", ("where", "Ward 4"), ("withWhom", "Nurses"));

        var asked = await (await OpenPositionAsync(Priya, "child-1")).PressAsync("Save", ("withWhom", null));
        await asked.PressAsync("Empty it");

        var position = (await CaseAsync()).Meeting.Safety.Positions[Child1].Fact;
        Assert.Equal(("Ward 4", ""), (position.Where, position.WithWhom));
    }

    [Theory]
    [InlineData("30/11/2026", "08:00")]
    [InlineData("tomorrow", "8 in the morning")]
    public async Task What_can_not_be_read_comes_back_as_it_was_typed(string day, string time)
    {
        var form = await OpenLimitAsync(Priya, "child-1");

        var refused = await form.PressAsync("Save", ("decideDate", day), ("decideTime", time), ("ring", "01632 960009"));

        Assert.Contains("“Decide by which day?” holds no day that I can read. Write it like 2026-11-30.", refused.Text);
        Assert.Equal((day, time, "01632 960009"), (refused.Value("decideDate"), refused.Value("decideTime"), refused.Value("ring")));
        Assert.DoesNotContain(Child1, (await CaseAsync()).Meeting.Safety.Positions);

        await refused.PressAsync("Save", ("decideDate", "2026-11-30"), ("decideTime", "08:00"));
        Assert.Equal(Dates.Local("2026-11-30 08:00"), (await CaseAsync()).Meeting.Safety.Positions[Child1].Fact.DecideBy);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_beside_its_field()
    {
        var form = await OpenLimitAsync(Priya, "child-1");

        var refused = await form.PressAsync("Save", ("decideDate", "x"), ("decideTime", "y"));

        Assert.Equal(2,
            refused.Card.Body.OfType<TextBlock>()
                .Count(text => text.Text.Contains("that I can read") && text.Color == TextColor.Attention));
        Assert.Contains(refused.Card.Body,
            element => element is TextBlock { Text: "Not saved. Put right what is marked above, and save again." });
    }

    [Theory]
    [InlineData("2026-11-30T00:00:00Z", "9:00")]
    [InlineData(" 2026-11-30 ", "09:00:00")]
    public async Task Days_and_times_are_read_as_clients_write_them(string day, string time)
    {
        await (await OpenLimitAsync(Priya, "child-1")).PressAsync("Save", ("decideDate", day), ("decideTime", time));

        Assert.Equal(Dates.Local("2026-11-30 09:00"), (await CaseAsync()).Meeting.Safety.Positions[Child1].Fact.DecideBy);
    }

    [Fact]
    public async Task A_day_and_its_time_are_one()
    {
        await (await OpenLimitAsync(Priya, "child-1")).PressAsync("Save", ("decideDate", "2026-11-26"), ("decideTime", "12:00"));
        var form = await OpenLimitAsync(Priya, "child-1");
        await (await OpenLimitAsync(Tom, "child-1")).PressAsync("Save", ("decideDate", "2026-11-27"));

        var refused = await form.PressAsync("Save", ("decideTime", "18:00"));

        // 27 November, 18:00 is a moment that nobody meant.
        Assert.Contains("Tom Okafor saved something else under “Decide by which day?”", refused.Text);
        Assert.Equal(Dates.Local("2026-11-27 12:00"), (await CaseAsync()).Meeting.Safety.Positions[Child1].Fact.DecideBy);
    }

    [Fact]
    public async Task A_choice_that_is_not_offered_is_refused()
    {
        var form = await OpenPositionAsync(Priya, "child-1");

        var refused = await form.PressAsync("Save", ("where", "Ward 4"), ("basis", "because"));

        Assert.Contains("Choose again under “On what footing?”: what was chosen is not offered now.", refused.Text);
        Assert.Equal("Ward 4", refused.Value("where"));
    }

    [Fact]
    public async Task A_text_that_is_too_long_comes_back_whole()
    {
        var words = new string('x', 2_000);

        var refused = await (await OpenContingencyAsync(Priya)).PressAsync("Save", ("text", words));

        Assert.Contains("is longer than 1,500 characters. Shorten it, or save it in parts.", refused.Text);
        Assert.Equal(words, refused.Value("text"));
    }

    [Fact]
    public async Task Same_for_all_children_writes_the_step_shown_for_each()
    {
        await (await OpenPositionAsync(Priya, "child-1")).PressAsync("Same for all children", ("where", "Ward 4"), ("withWhom", "Nurses"));

        var positions = (await CaseAsync()).Meeting.Safety.Positions;
        Assert.Equal(("Ward 4", "Ward 4"), (positions[Child1].Fact.Where, positions[Child2].Fact.Where));
    }

    [Fact]
    public async Task The_next_form_opens_under_what_was_saved()
    {
        var next = await (await OpenPositionAsync(Priya, "child-1")).PressAsync("Save", ("where", "Ward 4"));

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: where Child 1 is, the first half. Not said yet: with whom, on what footing.",
            next.Text);
        Assert.DoesNotContain("is safe", next.Text.Split('\n').Single(line => line.StartsWith("Saved 14:05", StringComparison.Ordinal)));
        Assert.Contains(next.Inputs, input => input.Id == "ring");
    }

    [Fact]
    public async Task A_decision_for_a_child_chosen_on_the_form_is_that_childs()
    {
        var form = await host.OpenAsync(Priya, DecisionDrawing.OfItsOwn(await CaseAsync(), DecisionDrawing.Enquiry, null));

        await form.PressAsync("Save", ("child", "child-2"), ("answer", "start"), ("conduct", "joint"),
            ("rationale", "Unexplained bruise."));

        var decided = Assert.Single((await CaseAsync()).Meeting.Plan.Section47);
        Assert.Equal(Child2, decided.Key);
        Assert.Equal(Conduct.Joint, decided.Value.Fact.Conduct);
    }

    [Fact]
    public async Task What_is_withheld_from_the_reader_is_no_input_and_stays_withheld()
    {
        using var other = new PartHost();
        await other.Cases.HaveAsync(AConvenedCase().By(Sam).Fact(new ContingencyAgreed("PLANTED")
        {
            Meeting = FirstMeeting,
            Audience = Audience.Only(Agency.Police),
        }));

        var form = await other.OpenAsync(Priya, ContingencyPart.Button(await other.Clerk.LoadAsync(Id, default)));

        Assert.Empty(form.Inputs);
        Assert.DoesNotContain("PLANTED", CardJson.Write(form.Card));
        var sent = form.Sent("Save");
        sent["text"] = "The aunt takes them.";
        var posted = await other.PressAsync(Priya, form.Verb("Save"), sent);
        Assert.DoesNotContain("PLANTED", posted.Text);
        Assert.Equal("PLANTED", (await other.Clerk.LoadAsync(Id, default)).Meeting.Plan.Contingency!.Fact.Text);
    }

    [Fact]
    public async Task A_card_of_an_earlier_release_replaces_nothing_unseen()
    {
        await (await OpenContingencyAsync(Tom)).PressAsync("Save", ("text", "The aunt takes them."));

        var refused = await host.PressAsync(Priya, "planning/save-contingency", new() { ["case"] = Id.Value, ["text"] = "Foster carers." });

        Assert.Contains("The aunt takes them.", refused.Text);
        Assert.Equal("Foster carers.", refused.Value("text"));
        // That card knew no marking, so it is asked about.
        await refused.PressAsync("Leave as it was");
        Assert.Equal("Foster carers.", (await CaseAsync()).Meeting.Plan.Contingency!.Fact.Text);
    }

    [Theory]
    [InlineData("planning/decision", "section47", "Section 47 enquiry")]
    [InlineData("planning/decision", "reasonable-cause", "Reasonable cause")]
    [InlineData("safeguarding/position", "", "Position of safety")]
    public async Task Verbs_of_earlier_releases_open_todays_forms(string verb, string about, string title)
    {
        await CaseAsync();

        var form =
            await host.PressAsync(Priya, verb, new() { ["case"] = Id.Value, ["about"] = about, ["child"] = "child-1", ["half"] = "2" });

        Assert.Equal(title, form.Title);
    }

    [Fact]
    public async Task An_outsider_and_somebody_whose_part_it_is_not_get_a_sentence()
    {
        await CaseAsync();

        var nurse = await host.OpenAsync(Grace, ContingencyPart.Button(await CaseAsync()));
        var stranger = await host.OpenAsync(Priya, ContingencyPart.Id.Button("", new CaseForm("SB-2026-999")));

        Assert.Equal(new NotYourPart().Say(Words), nurse.Text);
        Assert.Equal(new NoSuchCase().Say(Words), stranger.Text);
    }

    [Fact]
    public async Task A_row_that_was_withdrawn_meanwhile_gives_back_what_was_typed()
    {
        var saved = await (await host.OpenAsync(Priya, ActionPart.Id.Button("", new CaseForm((await CaseAsync()).Id.Value))))
            .PressAsync("Save", ("what", "Ring the ward."), ("owner", Tom.Id.Value), ("due", "other"), ("at", "tomorrow 12:00"));
        var form = await host.OpenAsync(Priya, ActionPart.Id.Button("", new RowForm(Id.Value, "action-1")));
        await saved.PressAsync("Undo");

        var refused = await form.PressAsync("Save", ("what", "Ring the ward and the GP."));

        Assert.Contains("That row is no longer on the plan.", refused.Text);
        Assert.Contains("Ring the ward and the GP.", refused.Text);
    }

    [Fact]
    public async Task A_time_that_somebody_else_moved_is_not_put_back_by_as_it_is()
    {
        await (await host.OpenAsync(Priya, ActionPart.Id.Button("", new CaseForm((await CaseAsync()).Id.Value))))
            .PressAsync("Save", ("what", "Ring the ward."), ("owner", Tom.Id.Value), ("due", "other"), ("at", "tomorrow 12:00"));
        var button = ActionPart.Id.Button("", new RowForm(Id.Value, "action-1"));
        var form = await host.OpenAsync(Priya, button);
        await (await host.OpenAsync(Tom, button)).PressAsync("Save", ("due", "other"), ("at", "tomorrow 15:00"));

        await form.PressAsync("Save", ("purpose", "To know who is there."));

        var row = (await CaseAsync()).Meeting.Plan.Actions[0].Fact;
        Assert.Equal((Dates.Local("2026-11-26 15:00"), "To know who is there."), (row.DueAt, row.Purpose));
    }

    [Fact]
    public async Task A_form_that_takes_nothing_from_this_reader_warns_of_no_loss()
    {
        await CaseAsync();

        Assert.Contains("Not saved yet", (await host.OpenAsync(Sam, StrategyBot.Phases.WhoToCheck.Button(await CaseAsync()))).Text);
        Assert.DoesNotContain("Not saved yet", (await host.OpenAsync(Helen, StrategyBot.Phases.WhoToCheck.Button(await CaseAsync()))).Text);
    }

    [Fact]
    public async Task A_button_that_is_refused_shows_its_page_with_the_reason()
    {
        await CaseAsync();

        var refused = await host.PressAsync(Priya, AgreePlan.Verb, new() { ["case"] = Id.Value });

        Assert.Contains("There is nobody to tell yet", refused.Text);
        Assert.Contains(refused.Buttons, button => button.Verb == AgreePlan.Verb);
    }

    public void Dispose() => host.Dispose();

    private async Task<Case> CaseAsync()
    {
        var @case = await host.Clerk.LoadAsync(Id, default);
        if (!@case.Exists)
        {
            await host.Cases.HaveAsync(AConvenedCase(2));
            @case = await host.Clerk.LoadAsync(Id, default);
        }

        return @case;
    }

    private async Task<PartHost.Screen> OpenContingencyAsync(Participant by) =>
        await host.OpenAsync(by, ContingencyPart.Button(await CaseAsync()));

    private async Task<PartHost.Screen> OpenPositionAsync(Participant by, string child) =>
        await host.OpenAsync(by, PositionPart.Button(await CaseAsync(), (await CaseAsync()).Find(new ChildId(child))!));

    private async Task<PartHost.Screen> OpenLimitAsync(Participant by, string child) =>
        await host.OpenAsync(by, LimitPart.Button(await CaseAsync(), (await CaseAsync()).Find(new ChildId(child))!));
}
