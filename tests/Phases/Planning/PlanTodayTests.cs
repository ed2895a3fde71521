using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.Phases.Minuting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

/// <summary>The plan is born in a meeting and lives on the case (design §3.1).</summary>
public sealed class PlanTodayTests
{
    private const string Row = "action-2", Changed = "Changed after the meeting";

    private static readonly MeetingId Second = new("meeting-2");

    [Fact]
    public void What_the_meeting_agreed_is_changed_afterwards_only_with_a_reason()
    {
        var given = AMeeting.Ended().At("2026-11-26 10:00");

        given.When(Change(given, "The child stays at the aunt's")).Then(new ClosedWithTheMeeting { Field = "change" });
        given.When(Change(given, "The child stays at the aunt's", PlanChangeKind.Event))
            .Then(new CannotBe("Say in a few words why it is changed.") { Field = "because" });
        given.When(Change(given, "The child stays at the aunt's", PlanChangeKind.Event, "Grandmother is ill."))
            .Then(Standing(given).Fact with
            {
                What = "The child stays at the aunt's",
                Change = new(PlanChangeKind.Event, "Grandmother is ill."),
            });
        given.When(Change(given, Standing(given).Fact.What)).ThenNothingNew();
        given.When(Change(given, Standing(given).Fact.What, PlanChangeKind.Event, "Grandmother is ill.")).Then(new ReasonForNothing());
    }

    [Fact]
    public void While_the_meeting_goes_on_nobody_is_asked_why()
    {
        var given = AMeeting.Spoken(AMeeting.Held());

        given.When(Change(given, "The child stays at the aunt's"))
            .Then(Standing(given).Fact with { What = "The child stays at the aunt's" });
    }

    [Fact]
    public void What_it_is_for_is_changed_in_the_second_half_of_the_form_and_leaves_the_first_as_it_is()
    {
        var given = AMeeting.Ended().At("2026-11-26 10:00");

        given.When(c => RowRules.Agree(c, ActionKind.SafetyPlan,
                new(Id.Value, Row, Purpose: "No contact.", IfThisFails: "Ring 999.", Change: PlanChangeKind.Review,
                    Because: "Day 1 review.",
                    Rest: true), given.Now, Words))
            .Then(Standing(given).Fact with
            {
                Purpose = "No contact.",
                IfThisFails = "Ring 999.",
                Change = new(PlanChangeKind.Review, "Day 1 review."),
            });
    }

    [Fact]
    public void Minutes_print_the_row_as_the_meeting_agreed_it_and_the_change_with_its_date_and_reason()
    {
        var given = AMeeting.Ended();
        var before = Printed(given);

        given.By(Priya).At("2026-11-26 10:00")
            .Decided(Change(given, "The child stays at the aunt's", PlanChangeKind.Event, "Grandmother is ill."));

        Assert.Equal(before, Printed(given));
        var change = Assert.Single(MinutesDraft.Of(given.Case), paragraph => paragraph.Section == Changed);
        Assert.Equal("Interim safety plan, a row changed: The child stays at the aunt's – Tom Okafor, Social Worker, Children's social "
            + "care, by Fri 27 Nov 2026, 17:00. Why it was changed: something happened: Grandmother is ill.", change.Text);
        Assert.Equal(Dates.Local("2026-11-26 10:00"), change.At);
        Assert.Equal("The child stays at the aunt's", Standing(given).Fact.What);
    }

    [Theory]
    [InlineData(nameof(PlanChangeKind.Wording))]
    [InlineData(nameof(PlanChangeKind.Mistake))]
    public void What_was_written_down_wrongly_is_put_right_in_plan_and_minutes(string said)
    {
        var kind = Enum.Parse<PlanChangeKind>(said);
        var given = AMeeting.Ended();

        given.By(Priya).At("2026-11-26 10:00").Decided(Change(given, "The child stays at the grandparents'", kind, "A slip."));

        Assert.StartsWith("The child stays at the grandparents'", Printed(given).Cells![0], StringComparison.Ordinal);
        Assert.DoesNotContain(MinutesDraft.Of(given.Case), paragraph => paragraph.Section == Changed);
    }

    [Fact]
    public void Other_words_for_a_change_are_that_change_and_not_what_the_meeting_agreed()
    {
        var given = AMeeting.Ended();
        var before = Printed(given);
        given.By(Priya).At("2026-11-26 10:00").Decided(Change(given, "Stays at the aunts", PlanChangeKind.Event, "Grandmother is ill."));
        given.At("2026-11-26 10:05").Decided(Change(given, "Stays at the aunt's", PlanChangeKind.Wording));

        Assert.Equal(before, Printed(given));
        Assert.Contains("changed: Stays at the aunt's –",
            Assert.Single(MinutesDraft.Of(given.Case), paragraph => paragraph.Section == Changed).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_words_are_told_to_nobody_and_ask_for_no_new_answer()
    {
        var given = AMeeting.Ended().Fact(AMeeting.In(new ImmediatePlanAgreed())).By(Tom)
            .Fact(AMeeting.In(new ActionAnswered(new(Row), ActionProgress.Accepted, "")));
        var (owed, row) = (Owed(given), Standing(given));

        given.By(Priya).At("2026-11-26 10:00").Decided(Change(given, "The child stays with the grandmother", PlanChangeKind.Wording));

        Assert.Equal(owed, Owed(given));
        Assert.Equal((ActionProgress.Accepted, row.Changed), (Standing(given).Progress, Standing(given).Changed));
        given.When(c => RowRules.Agree(c, ActionKind.SafetyPlan,
            Form(given, "The child stays with the grandmother", PlanChangeKind.Wording) with { At = "30 Nov 2026 12:00" },
            given.Now, Words))
            .Then(ChangeInputs.NotWordsAlone);
    }

    /// <summary>It would take the whole row back.</summary>
    [Fact]
    public async Task Other_words_are_not_undone_by_withdrawing_the_row()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        var given = AMeeting.Spoken(AMeeting.Held()).Fact(AMeeting.In(new ImmediatePlanAgreed())).At("2026-11-25 14:40");
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(given.Now - host.Clock.GetUtcNow());
        var form = await host.OpenAsync(Priya, new("", SafetyRowPart.Id.Open, new RowForm(Id.Value, Row)));

        var saved = await form.PressAsync("Save: only the words", ("what", "The child stays with the grandmother"));

        Assert.Contains("Saved", saved.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(saved.Buttons, button => button.Title == "Undo");
    }

    [Fact]
    public void A_row_that_is_changed_is_told_to_its_owner_at_once_and_to_everybody_else_who_was_invited_after_three_minutes()
    {
        var given = AMeeting.Ended().Fact(AMeeting.In(new ImmediatePlanAgreed()));
        var before = Owed(given);

        given.By(Priya).At("2026-11-28 10:00").Decided(Change(given, "Stays at the aunt's", PlanChangeKind.Event, "Grandmother is ill."));

        var seq = given.Case.Version;
        Assert.Equal(
            [
                ($"planning/tell-action/meeting-1/{Row}/{seq}", Dates.Local("2026-11-28 10:00")),
                ($"planning/tell-change/meeting-1/{seq}/person-3", Dates.Local("2026-11-28 10:03")),
                ($"planning/tell-change/meeting-1/{seq}/person-4", Dates.Local("2026-11-28 10:03")),
                ($"planning/tell-change/meeting-1/{seq}/person-5", Dates.Local("2026-11-28 10:03")),
            ],
            Owed(given).Except(before).Where(owed => owed.Key.StartsWith("planning/", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_action_that_is_changed_is_its_owners_and_waits_three_minutes()
    {
        var given = AMeeting.Ended().Fact(AMeeting.In(new ImmediatePlanAgreed()));
        var before = Owed(given);

        given.By(Priya).At("2026-11-28 10:00").Fact(given.Case.Meeting.Plan.Actions[0].Fact with
        {
            DueAt = Dates.Local("2026-11-30 12:00"),
            Change = new(PlanChangeKind.Agreed, "The family is away."),
        });

        Assert.Equal([($"planning/tell-action/meeting-1/action-1/{given.Case.Version}", Dates.Local("2026-11-28 10:03"))],
            Owed(given).Except(before).Where(owed => owed.Key.StartsWith("planning/", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_withdrawn_afterwards_only_with_a_reason_and_the_minutes_keep_it()
    {
        var given = AMeeting.Ended().By(Priya).At("2026-11-26 10:00");
        var before = Printed(given);

        given.When(Withdraw(given)).Then(new ClosedWithTheMeeting { Field = "change" });
        given.Decided(Withdraw(given, new(PlanChangeKind.Event, "A foster carer was found.")));

        Assert.Equal(before, Printed(given));
        Assert.EndsWith("withdrawn: The child stays at grandmother's. Why it was changed: something happened: A foster carer was found.",
            Assert.Single(MinutesDraft.Of(given.Case), paragraph => paragraph.Section == Changed).Text, StringComparison.Ordinal);
        Assert.Empty(RowRules.Of(given.Case, ActionKind.SafetyPlan));
    }

    [Fact]
    public void A_row_that_the_meeting_never_agreed_leaves_the_draft_and_says_so_in_what_was_issued()
    {
        var draft = AMeeting.Ended().By(Priya).At("2026-11-26 10:00");
        var issued = ApprovalRuleTests.Approved().By(Priya).At("2026-12-03 10:00");

        draft.Decided(Withdraw(draft, new(PlanChangeKind.Mistake, "It was another child's.")));
        issued.Decided(Withdraw(issued, new(PlanChangeKind.Mistake, "It was another child's.")));

        Assert.DoesNotContain(MinutesDraft.Of(draft.Case), paragraph => paragraph.Id.EndsWith(Row, StringComparison.Ordinal));
        Assert.StartsWith("Withdrawn: ", Printed(issued).Cells![0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_added_once_the_minutes_are_issued_is_a_change_with_its_purpose_as_the_reason_and_is_undone_at_once_without_one()
    {
        var given = ApprovalRuleTests.Approved().By(Priya).At("2026-12-03 10:00").Decided(c => RowRules.Agree(c, ActionKind.SafetyPlan,
            new(Id.Value, null, "The uncle moves out", Tom.Id.Value, null, "4 Dec 2026 12:00", "He was seen at the house."),
            Dates.Local("2026-12-03 10:00"), Words));

        Assert.EndsWith("added: The uncle moves out – Tom Okafor, Social Worker, Children's social care, by Fri 4 Dec 2026, 12:00. "
            + "Why it was changed: He was seen at the house.",
            Assert.Single(MinutesDraft.Of(given.Case), paragraph => paragraph.Section == Changed).Text, StringComparison.Ordinal);
        given.When(c => RowRules.Withdraw(c, ActionKind.SafetyPlan, new("action-3"), null, Dates.Local("2026-12-03 10:02")))
            .Then(new ActionWithdrawn(new("action-3"), "") { Meeting = FirstMeeting });
        given.When(c => RowRules.Withdraw(c, ActionKind.SafetyPlan, new("action-3"), null, Dates.Local("2026-12-03 10:04")))
            .Then(new ClosedWithTheMeeting { Field = "change" });
    }

    [Fact]
    public void What_an_earlier_release_changed_after_the_approval_is_a_change_without_a_reason()
    {
        var given = ApprovalRuleTests.Approved();
        var before = Printed(given);

        given.By(Priya).At("2026-12-03 10:00").Fact(Standing(given).Fact with { What = "Stays at the aunt's" });

        Assert.Equal(before, Printed(given));
        Assert.EndsWith("Why it was changed: no reason was recorded",
            Assert.Single(MinutesDraft.Of(given.Case), paragraph => paragraph.Section == Changed).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_contingency_and_the_date_of_the_review_close_with_the_meeting_too()
    {
        var given = AMeeting.Spoken(AMeeting.Held()).By(Priya).Fact(AMeeting.In(new SafetyReviewSet(new(2026, 12, 2))))
            .At("2026-11-25 14:45").Fact(AMeeting.In(new MeetingEnded(Via.TeamsEvent))).At("2026-11-26 10:00");
        var now = Dates.Local("2026-11-26 10:00");

        given.When(c => DecisionRule.Contingency(c, Priya, "Ring the aunt.", Audience.Professionals))
            .Then(new ClosedWithTheMeeting { Field = "change" });
        given.When(c => SafetyPlanRule.Review(c, new(2026, 12, 9), now, Words)).Then(new ClosedWithTheMeeting { Field = "change" });
        given.Decided(
            c => DecisionRule.Contingency(c, Priya, "Ring the aunt.", Audience.Professionals, PlanChangeKind.Agreed, "She offered."))
            .Decided(c => SafetyPlanRule.Review(c, new(2026, 12, 9), now, Words, PlanChangeKind.Review, "All is well."));

        var draft = MinutesDraft.Of(given.Case);
        Assert.Contains(draft, paragraph => paragraph.Text == "Ring the emergency duty team.");
        Assert.Contains(draft, paragraph => paragraph.Text == "The plan is reviewed on Wed 2 Dec 2026.");
        Assert.Equal(
            [
                "The contingency is now: Ring the aunt. Why it was changed: agreed since: She offered.",
                "The plan is reviewed on Wed 9 Dec 2026. Why it was changed: reviewed: All is well.",
            ],
            draft.Where(paragraph => paragraph.Section == Changed).Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Each_act_is_a_version_of_the_plan_and_a_decision_is_none()
    {
        var given = AMeeting.Ended().By(Priya).At("2026-11-26 10:00")
            .Decided(c => DecisionRule.Conference(c, c.Children, Conference.Yes, "", "It was left open."))
            .Decided(c => DecisionRule.ReasonableCause(c, c.Children, ReasonableCause.No, "It was a fall.", "The scan came."))
            .At("2026-11-26 10:10")
            .Decided(c => Change(given: null, "Stays at the aunt's", PlanChangeKind.Event, "Grandmother is ill.", c)(c));
        given.At("2026-11-27 10:00").Decided(Withdraw(given, new(PlanChangeKind.Event, "A foster carer was found.")));

        var changes = ChangeSince.Of(given.Case).ToList();

        Assert.Equal([1, 2, 3], changes.Select(change => ChangeSince.VersionOf(changes, change.Seq)));
    }

    [Fact]
    public void A_further_meeting_finds_the_plan_that_the_first_left_changes_it_and_prints_it_as_it_stood()
    {
        var given = ApprovalRuleTests.Approved().By(Helen).At("2026-12-01 09:00")
            .Fact(new MeetingOpened(Helen.Id, "A new injury.") { Meeting = Second });
        Case Further() => given.Case.About(Second)!;
        Assert.Equal(Row, Assert.Single(RowRules.Of(Further(), ActionKind.SafetyPlan)).Id.Value);

        var change = Assert.IsType<Decision.Accepted>(RowRules.Agree(Further(), ActionKind.SafetyPlan,
            Form(given, "Stays at the aunt's", PlanChangeKind.Review, "The second meeting."), Dates.Local("2026-12-01 10:00"), Words));
        Assert.Equal(FirstMeeting, Assert.Single(change.Facts).Meeting);
        given.At("2026-12-01 10:00").Fact(change.Facts[0])
            .Fact(new MeetingEnded(Via.Form) { Meeting = Second })
            .At("2026-12-02 10:00")
            .Fact(Standing(given).Fact with { What = "Stays at home", Change = new(PlanChangeKind.Event, "She left.") });

        Assert.Contains(MinutesDraft.Of(Further()),
            paragraph => paragraph.Cells is { } cells && cells[0] == "From an earlier meeting: Stays at the aunt's");
        Assert.DoesNotContain(MinutesDraft.Of(Further()), paragraph => paragraph.Text.Contains("Stays at home", StringComparison.Ordinal));
        Assert.Contains("Stays at home", RowRules.Of(Further(), ActionKind.SafetyPlan).Single().Fact.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_was_put_right_after_a_further_meeting_stays_in_that_meetings_minutes()
    {
        var given = ApprovalRuleTests.Approved().By(Helen).At("2026-12-01 09:00")
            .Fact(new MeetingOpened(Helen.Id, "A new injury.") { Meeting = Second })
            .At("2026-12-01 10:00").Fact(new MeetingEnded(Via.Form) { Meeting = Second });

        given.At("2026-12-02 10:00").Fact(Standing(given).Fact with { What = "With gran", Change = new(PlanChangeKind.Wording, "") });

        Assert.Contains(MinutesDraft.Of(given.Case.About(Second)!),
            paragraph => paragraph.Cells is { } cells && cells[0] == "From an earlier meeting: With gran");
    }

    [Fact]
    public async Task A_row_that_has_closed_is_asked_for_in_two_halves_and_withdrawn_with_its_reason()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        var given = AMeeting.Ended().At("2026-11-26 10:00");
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(given.Now - host.Clock.GetUtcNow());
        var open = new PartButton("", SafetyRowPart.Id.Open, new RowForm(Id.Value, Row));

        var form = await host.OpenAsync(Priya, open);
        Assert.Equal(["what", "owner", "due", "at", "change", "because"], form.Inputs.Select(input => input.Id));
        var refused = await form.PressAsync("Save", ("what", "Stays at the aunt's"));
        Assert.Contains("The meeting decided this, and it is over.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Stays at the aunt's", refused.Value("what"));
        var saved = await refused.PressAsync("Save", ("change", "event"), ("because", "Grandmother is ill."));
        Assert.Contains("Saved", saved.Text, StringComparison.Ordinal);

        var rest = await (await host.OpenAsync(Priya, open)).PressAsync("Purpose, if it fails, who may read it");
        Assert.Equal(["purpose", "known", "ifThisFails", "marking", "change", "because"], rest.Inputs.Select(input => input.Id));

        var list = await host.OpenAsync(Priya, SafetyPlanPage.Button(given.Case));
        Assert.Contains("Version 2 of the plan.", list.Text, StringComparison.Ordinal);
        var why = await list.PressAsync("Withdraw the chosen one");
        Assert.Contains("Stays at the aunt's", why.Text, StringComparison.Ordinal);
        Assert.Contains("Withdrawn",
            (await why.PressAsync("Withdraw", ("change", "event"), ("because", "A foster carer was found."))).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain((await host.Clerk.LoadAsync(Id, default)).Meeting.Plan.Open, row => row.Id.Value == Row);
    }

    private static PlannedAction Standing(Given given) => given.Case.Meetings[0].Plan.Actions.Single(row => row.Id.Value == Row);

    private static MinutesParagraph Printed(Given given) =>
        MinutesDraft.Of(given.Case).Single(paragraph => paragraph.Id == $"part-2/safety-plan/{Row}");

    private static Func<Case, Decision> Change(
        Given? given, string what, PlanChangeKind? kind = null, string? because = null, Case? @case = null) => c => RowRules.Agree(
            c, ActionKind.SafetyPlan, Form(given, what, kind, because, @case ?? c), given?.Now ?? Dates.Local("2026-11-26 10:10"), Words);

    private static RowForm Form(Given? given, string what, PlanChangeKind? kind = null, string? because = null, Case? @case = null)
    {
        var row = (@case ?? given!.Case).Meetings[0].Plan.Actions.Single(action => action.Id.Value == Row);
        return new(Id.Value, Row, what, row.Fact.Owner.Value, RowForm.AsItIs(row), null, null, null, kind, because);
    }

    private static Func<Case, Decision> Withdraw(Given given, PlanChange? change = null) =>
        c => RowRules.Withdraw(c, ActionKind.SafetyPlan, new(Row), change, given.Now);

    private static IReadOnlyList<(string Key, DateTimeOffset At)> Owed(Given given)
    {
        var duties = new Duties();
        Program.Phases.All.ToList().ForEach(phase => phase.Duties(duties));
        return [.. duties.OwedBy(given.Case).Select(owed => (owed.Key, owed.DueAt))];
    }
}
