using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Answering;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

/// <summary>The phase's forms as people press them, over a real record.</summary>
public sealed class AnsweringPartsTests : IDisposable
{
    private readonly PartHost host = new(PartHost.FakeOutside);

    [Fact]
    public async Task An_invitation_answered_on_the_card_in_the_own_chat_goes_on_to_the_deputy()
    {
        var form = await OpenAsync(Grace, InvitationPart.Button);
        // In a chat its buttons send themselves, with the card's inputs beside what stands in them.
        var save = form.Card.Inline().Actions.OfType<ExecuteAction>()
            .First(button => button.Title.StartsWith("Save", StringComparison.Ordinal));
        var sent = CardJson.Sent(save.Data);
        (sent["answer"], sent["ticks"], sent["decisionMaker"]) = ("sendingDeputy", "link,records", "Dr Ada Finch");

        var next = await host.PressAsync(Grace, save.Verb, sent);

        Assert.Equal("Your deputy", next.Title);
        Assert.Contains(
            "Saved 14:05 on SB-2026-014 Heron: Sending a deputy · records checked · Dr Ada Finch decides · link works", next.Text);
        var answer = (await CaseAsync()).Meeting.Attendance.Answers[Grace.Id];
        Assert.Equal(
            (Rsvp.SendingDeputy, true, false, "Dr Ada Finch", true),
            (answer.Answer, answer.RecordsChecked, answer.CanDecide, answer.DecisionMaker, answer.LinkWorks));
    }

    [Fact]
    public async Task A_refused_answer_comes_back_with_all_that_was_typed()
    {
        var form = await OpenAsync(Grace, InvitationPart.Button);
        var refused = await form.PressAsync("Save", ("ticks", "records,decide"), ("decisionMaker", "Dr Ada Finch"));

        Assert.Contains("Choose one of the four answers.", refused.Text);
        Assert.Equal(("records,decide", "Dr Ada Finch"), (refused.Value("ticks"), refused.Value("decisionMaker")));

        var contradicted = await refused.PressAsync("Save", ("answer", "coming"));
        Assert.Contains("You say that you can decide, and that somebody else has to.", contradicted.Text);
        Assert.Empty((await CaseAsync()).Meeting.Attendance.Answers);
    }

    [Fact]
    public async Task A_card_of_an_earlier_release_still_answers()
    {
        await CaseAsync();

        var saved = await host.PressAsync(
            Grace, "attending/answer", new() { ["case"] = Given.Id.Value, ["answer"] = "coming", ["ticks"] = "records" });

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: Coming · records checked", saved.Text);
    }

    [Fact]
    public async Task After_the_end_an_answer_is_not_taken_and_not_lost()
    {
        var form = await OpenAsync(Grace, InvitationPart.Button);
        await WriteAsync(new MeetingStarted(Via.Form), new MeetingEnded(Via.Form));

        var refused = await form.PressAsync("Save", ("answer", "coming"), ("decisionMaker", "Dr Ada Finch"));

        Assert.Contains("The meeting is over.", refused.Text);
        Assert.Contains("Dr Ada Finch", refused.Text);
        Assert.Contains("The meeting is over.", (await OpenAsync(Grace, DeputyPart.Button)).Text);
    }

    [Fact]
    public async Task Two_windows_make_no_deputy_of_one_person_and_anothers_role()
    {
        var first = await OpenAsync(Grace, DeputyPart.Button);
        await first.PressAsync("Save", ("name", "Nia Rowe"), ("mail", "nia.rowe@nhs.example"), ("role", "Named Doctor"));
        var (one, other) = (await OpenAsync(Grace, DeputyPart.Button), await OpenAsync(Grace, DeputyPart.Button));
        await one.PressAsync("Save", ("name", "Ola Finch"), ("mail", "ola.finch@nhs.example"));

        var refused = await other.PressAsync("Save", ("role", "Designated Doctor"));

        Assert.Contains("saved something else under “Name”", refused.Text);
        var deputy = InvitationRule.DeputyOf(await CaseAsync(), Grace)!;
        Assert.Equal(("Ola Finch", "Named Doctor"), (deputy.Name, deputy.JobTitle));
    }

    [Fact]
    public async Task The_marking_of_an_update_that_does_not_come_back_is_asked()
    {
        var form = await OpenAsync(Sam, UpdatePart.Button);

        var asked = await form.PressAsync("Save", ("text", "Two call-outs."), ("marking", null));

        Assert.Contains("Something stood under “Who may read this”, and it came back empty.", asked.Text);
        Assert.Empty((await CaseAsync()).Meeting.Attendance.WrittenUpdates);
        await asked.PressAsync("Leave as it was", ("marking", null));
        Assert.Equal("Two call-outs.", (await CaseAsync()).Meeting.Attendance.WrittenUpdates[Sam.Id].Text);
    }

    [Fact]
    public async Task An_update_that_comes_without_its_form_is_for_its_author_and_the_chair_until_they_say()
    {
        await CaseAsync();

        JsonObject sent = new() { ["case"] = Given.Id.Value, ["text"] = "Seen at clinic." };
        var saved = await host.PressAsync(Grace, "attending/give-update", sent);

        Assert.Contains("Nobody has said who may read this.", saved.Text);
        var kept = (await CaseAsync()).Meeting.Attendance.WrittenUpdates[Grace.Id];
        Assert.Equal(("Seen at clinic.", Audience.Only(Agency.Health, Agency.SocialCare)), (kept.Text, kept.Audience));
        var said = await (await saved.PressAsync("Say who may read it")).PressAsync("Save", ("marking", "professionals"));
        Assert.Contains("Saved", said.Text);
        Assert.Equal(Audience.Professionals, (await CaseAsync()).Meeting.Attendance.WrittenUpdates[Grace.Id].Audience);
    }

    [Fact]
    public async Task A_long_update_is_kept_whole_and_read_by_the_others()
    {
        var text = $"{new string('x', 3_000)} END";
        var form = await OpenAsync(Sam, UpdatePart.Button);

        await form.PressAsync("Save", ("text", text), ("view", "no"), ("rationale", "An accident."));

        Assert.Equal(text, (await CaseAsync()).Meeting.Attendance.WrittenUpdates[Sam.Id].Text);
        Assert.Contains(" END", (await host.OpenAsync(Ruth, ReadUpdatePage.Button(await CaseAsync(), Sam))).Text);
        Assert.Contains("Your longer update stands.", CardJson.Write((await OpenAsync(Sam, UpdatePart.Button)).Card));
    }

    [Fact]
    public async Task Nobody_elses_update_is_opened_where_there_is_none()
    {
        var opened = await host.OpenAsync(Ruth, ReadUpdatePage.Button(await CaseAsync(), Sam));

        Assert.Contains("There is no such written update", opened.Text);
    }

    [Fact]
    public async Task A_child_named_meanwhile_takes_nobodys_answer()
    {
        await WriteAsync(new AdultNamed(new("adult-1"), new("Kay Stone", "", null, "Mother", "")));
        var form = await OpenAsync(Sam, WhoToCheck.Button);
        await WriteAsync(new ChildNamed(new("Bo Lindley", "", null, false, "", "", "")) { Child = Child2 });

        await form.PressAsync("Save", ("result-adult-1", "needMoreDetail"));

        var searches = (await CaseAsync()).Meeting.Attendance.Searches;
        Assert.Equal([((Sam.Id, "adult-1"), RecordsFound.NeedMoreDetail)],
            searches.Select(search => (search.Key, search.Value.Fact.Result)));
    }

    [Fact]
    public async Task Saving_one_page_leads_to_the_next_and_one_tap_answers_for_all_on_it()
    {
        using var many = new PartHost();
        await many.Cases.HaveAsync(AConvenedCase(children: 6));
        var @case = await many.Clerk.LoadAsync(Given.Id, default);

        var second = await (await many.OpenAsync(Sam, WhoToCheck.Button(@case))).PressAsync("Save", ("result-child-2", "found"));
        Assert.Contains(second.Inputs, input => input.Id == "result-child-5");
        var refused = await second.PressAsync("No match: all", ("result-child-6", "found"));
        Assert.Contains("You chose “Found” for Child 6, and pressed “No match: all”.", refused.Text);
        await refused.PressAsync("No match: all", ("result-child-6", ""));

        var searches = (await many.Clerk.LoadAsync(Given.Id, default)).Meeting.Attendance.Searches;
        Assert.Equal([(Sam.Id, "child-2"), (Sam.Id, "child-5"), (Sam.Id, "child-6")], searches.Keys.OrderBy(key => key.Subject));
    }

    [Theory]
    [InlineData("attending/save-searches", "result0", "noMatch")]
    [InlineData("attending/save-searches", "all", "noMatch")]
    [InlineData("answering/save-who-to-check", "result-child-1", "NOMATCH")]
    public async Task Cards_of_earlier_releases_name_the_people_by_their_place(string verb, string field, string value)
    {
        await CaseAsync();

        await host.PressAsync(Sam, verb, new() { ["case"] = Given.Id.Value, ["from"] = 0, [field] = value });

        Assert.Equal(value == "NOMATCH" ? [] : [RecordsFound.NoMatch],
            (await CaseAsync()).Meeting.Attendance.Searches.Values.Select(said => said.Fact.Result));
    }

    [Fact]
    public async Task The_page_that_convening_had_opens_the_one_part()
    {
        using var many = new PartHost();
        await many.Cases.HaveAsync(AConvenedCase(children: 6));

        var page = await many.PressAsync(Helen, "convening/who-to-check", new() { ["case"] = Given.Id.Value, ["page"] = 1 });

        Assert.Contains("Child 5: Eli Lindley", page.Text);
        Assert.DoesNotContain("Child 4", page.Text);
        Assert.Empty(page.Inputs);
        Assert.DoesNotContain("Not saved yet", page.Text);
    }

    [Fact]
    public async Task A_manager_who_is_not_invited_reads_whom_to_check_and_answers_for_nobody()
    {
        var sent = (await OpenAsync(Sam, WhoToCheck.Button)).Sent("Save", ("result-child-1", "found"));

        await host.PressAsync(Helen, "answering/save-who-to-check", (JsonObject)sent.DeepClone());

        Assert.Empty((await CaseAsync()).Meeting.Attendance.Searches);
    }

    [Fact]
    public async Task Whoever_arranges_the_meeting_corrects_the_names_from_there()
    {
        Assert.Contains((await OpenAsync(Tom, WhoToCheck.Button)).Buttons, button => button.Title == "Add or correct");
        Assert.DoesNotContain((await OpenAsync(Sam, WhoToCheck.Button)).Buttons, button => button.Title == "Add or correct");
    }

    [Fact]
    public async Task A_call_is_saved_and_another_form_of_it_starts_empty()
    {
        var form = await OpenAsync(Priya, CallsPart.Button);

        var refused = await form.PressAsync("Save the call", ("outcome", "no-answer"));
        Assert.Contains("Choose whom you rang.", refused.Text);
        Assert.Equal("no-answer", refused.Value("outcome"));
        var saved = await refused.PressAsync("Save the call", ("rung", "desk-Police"));

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: the call – no answer", saved.Text);
        Assert.Equal("", (await OpenAsync(Priya, CallsPart.Button)).Value("rung"));
    }

    [Fact]
    public async Task Why_an_agency_is_missing_keeps_every_word_of_it()
    {
        var words = new string('w', 1_400);
        var form = await host.OpenAsync(Priya, MissingAgencyPart.Button(await CaseAsync(), Agency.Police));

        await form.PressAsync("Save", ("reason", "Cannot come"), ("more", words), ("information", "By telephone"));

        var again = await host.OpenAsync(Priya, MissingAgencyPart.Button(await CaseAsync(), Agency.Police));
        Assert.Equal(("Cannot come", words, "By telephone"), (again.Value("reason"), again.Value("more"), again.Value("information")));
    }

    [Theory]
    [InlineData("Housing")]
    [InlineData("Nonsense")]
    [InlineData(null)]
    public async Task Only_a_core_agency_is_explained(string? agency)
    {
        await CaseAsync();

        var opened = await host.PressAsync(Priya, "attending/missing-agency", new() { ["case"] = Given.Id.Value, ["agency"] = agency });

        Assert.Contains("nothing has to be explained", opened.Text);
    }

    public void Dispose() => host.Dispose();

    private async Task<PartHost.Screen> OpenAsync(Participant by, Func<Case, StrategyBot.Forms.PartButton> button) =>
        await host.OpenAsync(by, button(await CaseAsync()));

    private async Task<Case> CaseAsync()
    {
        var @case = await host.Clerk.LoadAsync(Given.Id, default);
        if (!@case.Exists)
        {
            await host.Cases.HaveAsync(AConvenedCase());
            @case = await host.Clerk.LoadAsync(Given.Id, default);
        }

        return @case;
    }

    private async Task WriteAsync(params StrategyBot.Cases.Fact[] facts)
    {
        await CaseAsync();
        await host.Clerk.RecordAsync(Given.Id, $"bot-{facts[0].GetType().Name}", _ => facts, default);
    }
}
