using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Minuting;

/// <summary>The forms and buttons of the minutes, as people press them.</summary>
public sealed class MinutingPartsTests : IDisposable
{
    private const string Cause = "part-1/cause";

    private readonly PartHost host = new();

    [Fact]
    public async Task An_edit_leads_back_to_the_page_of_the_draft_where_it_stands_now()
    {
        await HaveAsync(Ended());

        var saved = await (await EditAsync(Cause)).PressAsync("Save", ("text", "A bruise."));

        Assert.Equal("Draft of the minutes", saved.Title);
        Assert.Contains("Saved 16:00 on SB-2026-014 Heron: Cause for concern", saved.Text);
        Assert.Contains("A bruise.", saved.Text);
    }

    [Fact]
    public async Task A_paragraph_that_changed_under_the_chairs_hands_is_shown_and_not_overwritten()
    {
        await HaveAsync(Ended());
        var form = await EditAsync(Cause);
        await WriteAsync(Tom, Answered("cause", AnswerKind.Known, "Two bruises."));

        var refused = await form.PressAsync("Save", ("text", "A bruise."));

        Assert.Contains("Tom Okafor saved something else under “The words of the minutes” at 16:00", refused.Text);
        Assert.Contains("Two bruises.", refused.Text);
        Assert.Equal("A bruise.", refused.Value("text"));
        Assert.Empty((await CaseAsync()).Meeting.Minutes.Edits);
        await refused.PressAsync("Save");
        Assert.Equal("A bruise.", (await CaseAsync()).Meeting.Minutes.Edits[Cause].Fact.Text);
    }

    [Fact]
    public async Task What_the_record_says_can_be_taken_back_and_stands_in_the_form_again()
    {
        await HaveAsync(Ended().By(Priya).Fact(In(new MinutesEdited(Cause, "A bruise."))));

        var restored = await (await EditAsync(Cause)).PressAsync("Use the record's words again");

        Assert.Contains("Restored 16:00 on SB-2026-014 Heron: Cause for concern", restored.Text);
        Assert.Equal("A bruise on the left arm, explained in two ways.", restored.Value("text"));
        Assert.DoesNotContain(restored.Buttons, button => button.Title == "Use the record's words again");
    }

    [Fact]
    public async Task Nobody_opens_a_row_of_the_plan_as_text_and_nobody_a_paragraph_for_others()
    {
        var given = Ended().By(Ruth)
            .Fact(In(
                new InformationGiven(Ruth.Id, Agency.School, "For the nurse.",
                    0)
                { Audience = Audience.Only(Agency.School, Agency.Health) }));
        await HaveAsync(given);
        var hidden = MinutesDraft.Of(given.Case).Single(paragraph => paragraph.Text == "School: For the nurse.").Id;

        Assert.Equal(new ChangedInThePlan().Say(Words), (await EditAsync("action/action-1")).Text);
        Assert.Equal(new ParagraphGone().Say(Words), (await EditAsync(hidden)).Text);
    }

    [Fact]
    public async Task What_the_chair_has_not_looked_at_is_not_approved_and_the_reason_stays()
    {
        await HaveAsync(ApprovalRuleTests.Approved().By(Priya).Fact(In(new MinutesEdited(Cause, "A bruise."))));
        var form = await (await OpenAsync(Priya, DraftPage.Button)).PressAsync("Approve …");
        await WriteAsync(Sam, In(new InformationGiven(Sam.Id, Agency.Police, "One thing more.", 0)));

        var refused = await form.PressAsync("Approve and send to 4 people", ("reason", "A slip."));

        Assert.Contains(new DraftChanged().Say(Words), refused.Text);
        Assert.Equal("A slip.", refused.Value("reason"));
        Assert.DoesNotContain(refused.Buttons, button => button.Title.StartsWith("Approve", StringComparison.Ordinal));
        var seen = await (await refused.PressAsync("Look at the draft")).PressAsync("Approve …");
        Assert.Contains("Approved 16:00 on SB-2026-014 Heron: version 2 goes to 4 people now",
            (await seen.PressAsync("Approve and send to 4 people", ("reason", "A slip."))).Text);
    }

    [Fact]
    public async Task A_draft_that_changed_before_the_approval_opened_is_looked_at_first()
    {
        await HaveAsync(Ended());
        var draft = await OpenAsync(Priya, DraftPage.Button);
        await WriteAsync(Sam, In(new InformationGiven(Sam.Id, Agency.Police, "One thing more.", 0)));

        var form = await draft.PressAsync("Approve …");

        Assert.Equal(["Look at the draft"], form.Buttons.Select(button => button.Title));
    }

    [Theory]
    [InlineData("2026-11-25 16:00", 0, "")]
    [InlineData("2026-11-28 09:00", 0, "late")]
    [InlineData("2026-11-25 16:00", 1, "reason")]
    public async Task A_second_press_on_approve_finds_that_it_stands_already(string now, int upon, string field)
    {
        await HaveAsync(upon == 0 ? Ended() : ApprovalRuleTests.Approved().By(Priya).Fact(In(new MinutesEdited(Cause, "A bruise."))));
        host.Clock.Advance(Dates.Local(now) - host.Clock.GetUtcNow());
        var form = await (await OpenAsync(Priya, DraftPage.Button)).PressAsync("Approve …");
        (string, object?)[] typed = field.Length == 0 ? [] : [(field, "I was ill.")];
        await form.PressAsync("Approve and send to 4 people", typed);

        var again = await form.PressAsync("Approve and send to 4 people", typed);

        Assert.Contains("Nothing was changed on SB-2026-014 Heron: it stood there already", again.Text);
        Assert.Equal(upon + 1, (await CaseAsync()).Meeting.Minutes.Version);
    }

    [Fact]
    public async Task The_reason_of_a_late_approval_is_asked_beside_its_field()
    {
        await HaveAsync(Ended());
        host.Clock.Advance(Dates.Local("2026-11-28 09:00") - host.Clock.GetUtcNow());

        var refused =
            await (await (await OpenAsync(Priya, DraftPage.Button)).PressAsync("Approve …")).PressAsync("Approve and send to 4 people");

        Assert.Contains("Say why they are late.", refused.Text);
        Assert.Equal(0, (await CaseAsync()).Meeting.Minutes.Version);
        Assert.Contains("Approved 09:00", (await refused.PressAsync("Approve and send to 4 people", ("late", "I was ill."))).Text);
        Assert.Equal("I was ill.", (await CaseAsync()).Meeting.Minutes.LateReason);
    }

    [Fact]
    public async Task A_late_entry_pressed_twice_stands_as_it_was_and_another_reason_comes_back()
    {
        await HaveAsync(ApprovalRuleTests.Approved(2));
        host.Clock.Advance(Dates.Local("2026-12-09 10:00") - host.Clock.GetUtcNow());
        var form = await OpenAsync(Priya, EnteringPart.Button);
        await form.PressAsync("They stand on the record", ("late", "I was ill."));
        var written = (await CaseAsync()).Version;

        var again = await form.PressAsync("They stand on the record", ("late", "I was ill."));
        var other = await form.PressAsync("They stand on the record", ("late", "The system was down."));

        Assert.Contains("Nothing was changed on SB-2026-014 Heron: it stood there already", again.Text);
        Assert.Contains("“Why is it late?” is not asked any more.", other.Text);
        Assert.Contains("The system was down.", other.Text);
        Assert.Equal((written, "I was ill."), ((await CaseAsync()).Version, (await CaseAsync()).Meeting.Minutes.LateReason));
    }

    [Fact]
    public async Task A_reader_says_once_that_they_have_read_them()
    {
        await HaveAsync(ApprovalRuleTests.Approved());
        var page = await OpenAsync(Ruth, @case => IssuedMinutesPage.Button(@case, @case.Meeting));
        while (page.Buttons.Any(button => button.Title == "Next page"))
        {
            page = await page.PressAsync("Next page");
        }

        Assert.Contains("Saved 16:00 on SB-2026-014 Heron: you have read version 1 of the minutes",
            (await page.PressAsync("I have read them")).Text);
        Assert.Contains("it stood there already", (await page.PressAsync("I have read them")).Text);
    }

    [Fact]
    public async Task Who_says_that_something_is_wrong_gets_their_words_back_when_a_further_version_came_between()
    {
        await HaveAsync(ApprovalRuleTests.Approved());
        var wrong = await WrongAsync(Sam, ObjectionRuleTests.Bruise);
        await WriteAsync(Priya, In(new MinutesEdited(Cause, "A bruise on the right arm.")));
        await WriteAsync(Priya,
            [.. ApprovalRuleTests.Approve(await CaseAsync(), upon: 1, reason: "A slip.").Match(facts => facts, _ => [])]);

        var refused = await wrong.PressAsync("Save", ("text", "It was the right arm."));

        Assert.Contains("Version 2 has replaced the one you read.", refused.Text);
        Assert.Equal("It was the right arm.", refused.Value("text"));
    }

    [Fact]
    public async Task Own_words_that_the_chair_edited_meanwhile_are_not_replaced_unseen()
    {
        await HaveAsync(ApprovalRuleTests.Approved());
        var mine = await WrongAsync(Grace, ObjectionRuleTests.Appointments);
        var id = mine.Sent("Save")["_form"]!["asked"]!["paragraph"]!.GetValue<string>();
        await WriteAsync(Priya, In(new MinutesEdited(id, "Health: Missed one appointment.")));

        var refused = await mine.PressAsync("Save", ("text", "Health: Both were moved."));

        Assert.Contains("Priya Nair saved something else under “Your words as they should read”", refused.Text);
        Assert.Contains("the chair is told", (await refused.PressAsync("Save")).Text);
        Assert.Contains("Both were moved.", (await CaseAsync()).Meeting.Minutes.Edits[id].Fact.Text);
    }

    [Fact]
    public async Task The_chair_answers_an_objection_on_a_draft_that_changed_meanwhile_only_after_a_look()
    {
        await HaveAsync(ObjectionRuleTests.Raised());
        var form = await (await OpenAsync(Priya, @case => ObjectionsPage.Button(@case, leads: true))).PressAsync("Answer the chosen one");
        await WriteAsync(Helen, new MinutesEdited(Cause, "Two bruises."));

        var refused =
            await form.PressAsync("Save", ("outcome", "amended"), ("text", "A bruise on the right arm."), ("reason", "He saw it."));

        Assert.Contains("Helen Marsh saved something else under “If you amend it: how it should read”", refused.Text);
        Assert.Equal(("amended", "A bruise on the right arm.", "He saw it."),
            (refused.Value("outcome"), refused.Value("text"), refused.Value("reason")));
        Assert.Contains("it goes out when you approve the next version", (await refused.PressAsync("Save")).Text);
        Assert.Equal((ObjectionOutcome.Amended, "He saw it."),
            (await CaseAsync()).Meeting.Minutes.Objections.Select(
                objection => (objection.Answer!.Fact.Outcome, objection.Answer.Fact.Reason)).Single());
    }

    [Fact]
    public async Task Ticks_and_all_stay_while_a_reason_is_asked_for()
    {
        await HaveAsync(ApprovalRuleTests.Approved(children: 2));
        host.Clock.Advance(Dates.Local("2026-11-28 09:00") - host.Clock.GetUtcNow());

        var refused = await (await OpenAsync(Jo, EnteringPart.Button)).PressAsync("They stand on the record", ("children", "child-2"));

        Assert.Contains("Say why they are late.", refused.Text);
        Assert.Equal("child-2", refused.Value("children"));
        Assert.Contains("Saved 09:00 on SB-2026-014 Heron: entered; 1 of 2 children still to do",
            (await refused.PressAsync("They stand on the record", ("late", "The system was down."))).Text);
        Assert.Equal([Child2], (await CaseAsync()).Meeting.Minutes.Entered.Keys);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task All_children_are_entered_as_they_are_ticked(int children)
    {
        await HaveAsync(ApprovalRuleTests.Approved(children));
        var unticked = await (await OpenAsync(Priya, EnteringPart.Button)).PressAsync("They stand on the record", ("children", ""));

        Assert.Contains("Tick the child", unticked.Text);
        Assert.Equal("", unticked.Value("children"));
        Assert.Contains("the minutes stand on every child's record",
            (await (await OpenAsync(Priya, EnteringPart.Button)).PressAsync("They stand on the record")).Text);
    }

    [Fact]
    public async Task One_child_entered_twice_is_entered_once()
    {
        await HaveAsync(ApprovalRuleTests.Approved(children: 2));
        var form = await OpenAsync(Jo, EnteringPart.Button);
        await form.PressAsync("They stand on the record", ("children", "child-1"));

        Assert.Contains("it stood there already", (await form.PressAsync("They stand on the record", ("children", "child-1"))).Text);
        Assert.Contains("the minutes stand on every child's record",
            (await form.PressAsync("They stand on the record", ("children", "child-1,child-2"))).Text);
    }

    [Fact]
    public async Task Cards_of_earlier_releases_still_save()
    {
        await HaveAsync(Ended());
        var digest = MinutesDigest.Of(MinutesDraft.Of(await CaseAsync()));
        await PressAsync(Priya, "minuting/approve", new() { ["upon"] = 0, ["seen"] = digest });
        Assert.Equal(1, (await CaseAsync()).Meeting.Minutes.Version);

        await PressAsync(Jo, "minuting/enter", new() { ["children"] = "child-1" });
        Assert.True((await CaseAsync()).Meeting.Minutes.IsEntered(Child1));

        await PressAsync(Sam, "minuting/object", new() { ["version"] = 1, ["paragraph"] = Cause, ["text"] = "It was the right arm." });
        var objection = (await CaseAsync()).Meeting.Minutes.Objections.Single();

        await PressAsync(Priya, "minuting/answer-objection", new()
        {
            ["objection"] = objection.Number,
            ["seen"] = "0000",
            ["outcome"] = "declined",
            ["reason"] = "No.",
            ["text"] = "A bruise on the left arm, explained in two ways.",
        });
        Assert.Equal("No.", (await CaseAsync()).Meeting.Minutes.Objections.Single().Answer!.Fact.Reason);

        // It doesn't say what it showed, so what stands is shown once before it is replaced.
        var edit =
            await PressAsync(Priya, "minuting/save-edit",
                new() { ["paragraph"] = Cause, ["part"] = 0, ["seen"] = "0000", ["text"] = "A bruise." });
        await edit.PressAsync("Save");
        Assert.Equal("A bruise.", (await CaseAsync()).Meeting.Minutes.Edits[Cause].Fact.Text);
    }

    public void Dispose() => host.Dispose();

    private async Task HaveAsync(Given given)
    {
        host.Clock.Advance(Dates.Local("2026-11-25 16:00") - host.Clock.GetUtcNow());
        await host.Cases.HaveAsync(given);
    }

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private Task WriteAsync(Participant by, params IReadOnlyList<Fact> facts) => host.Clerk.AskAsync(
        new Asker(by.Person!.Value, by.Name, by.Mail, by.ChannelId!), Id, Capability.SeeCase, $"{by.Id.Value}-{facts[0].GetType().Name}",
        (_, _) => Decision.Of(facts), default);

    private async Task<PartHost.Screen> OpenAsync(Participant by, Func<Case, PartButton> button) =>
        await host.OpenAsync(by, button(await CaseAsync()));

    private Task<PartHost.Screen> EditAsync(string paragraph) =>
        host.OpenAsync(Priya, ParagraphPart.Id.Button("", new ParagraphPart.Form(Id.Value, paragraph)));

    private async Task<PartHost.Screen> WrongAsync(Participant by, string words) =>
        await host.OpenAsync(by, ObjectionPart.Id.Button("", new ObjectionPart.Form(
            Id.Value, 1,
            (await CaseAsync()).Meeting.Minutes.Versions[1].First(
                paragraph => paragraph.Text.Contains(words, StringComparison.Ordinal)).Id)));

    private Task<PartHost.Screen> PressAsync(Participant by, string verb, JsonObject data)
    {
        data["case"] = Id.Value;
        return host.PressAsync(by, verb, data);
    }
}
