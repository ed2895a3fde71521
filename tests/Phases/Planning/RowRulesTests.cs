using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

public sealed class RowRulesTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-11-25 14:40");

    private static readonly RowForm Typed =
        new(Id.Value, null, " Search the house. ", Sam.Id.Value, null, "tomorrow 12:00", "Find the belt.", "Ring the chair.");

    private static readonly ActionAgreed Agreed =
        new(new("action-1"), ActionKind.Action, "Search the house.", Sam.Id, Dates.Local("2026-11-26 12:00"), "Find the belt.",
            "Ring the chair.")
        { Meeting = FirstMeeting };

    [Fact]
    public void An_action_says_who_does_what_by_when() => AConvenedCase().When(Save(Typed)).Then(Agreed);

    [Fact]
    public void The_same_save_twice_is_one_action() => AConvenedCase().Fact(Agreed).When(Save(Typed)).ThenNothingNew();

    [Theory]
    [InlineData("")]
    [InlineData("person-99")]
    [InlineData("person-7")]
    public void Without_an_owner_who_can_act_there_is_no_action(string owner) =>
        AConvenedCase().When(Save(Typed with { Owner = owner })).Then(new CannotBe("Choose who does it: every action has an owner."));

    [Fact]
    public void Without_a_time_there_is_no_action() =>
        AConvenedCase().When(Save(Typed with { At = "  " })).Then(new CannotBe("Choose by when: every action has a time."));

    [Fact]
    public void A_time_that_has_passed_is_refused_with_the_time() =>
        AConvenedCase().When(Save(Typed with { At = "today 09:00" }))
            .Then(new CannotBe("Wed 25 Nov 2026, 09:00 has passed. Choose a time that lies ahead."));

    [Theory]
    [InlineData("31 Feb")]
    [InlineData("soon")]
    public void A_date_that_can_not_be_is_refused(string at) => AConvenedCase().When(Save(Typed with { At = at })).Refused<CannotBe>();

    [Theory]
    [InlineData("today", "2026-11-25 17:00")]
    [InlineData("next-working-day", "2026-11-26 12:00")]
    public void A_time_that_is_offered_needs_no_typing(string due, string at) =>
        AConvenedCase().When(Save(Typed with { Due = due, At = null })).Then(Agreed with { DueAt = Dates.Local(at) });

    [Fact]
    public void Before_the_conference_is_offered_once_an_enquiry_starts()
    {
        var given = AConvenedCase();
        Assert.DoesNotContain(RowRules.Times(given.Case, Now), time => time.Id == "before-conference");

        given.Fact(new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Meeting = FirstMeeting, Child = Child1 });

        // The last day is Wed 16 Dec, 15 working days after the meeting.
        Assert.Equal(Dates.Local("2026-12-15 17:00"),
            Assert.Single(RowRules.Times(given.Case, Now), time => time.Id == "before-conference").At);
    }

    [Fact]
    public void A_change_keeps_the_actions_number() =>
        AConvenedCase().Fact(Agreed)
            .When(Save(
                Typed with
                {
                    Action = "action-1",
                    Due = RowForm.AsItIs(AConvenedCase().Fact(Agreed).Case.Meeting.Plan.Actions[0]),
                    At = null,
                    What = "Search house and car.",
                }))
            .Then(Agreed with { What = "Search house and car." });

    [Fact]
    public void A_change_of_nothing_writes_nothing() =>
        AConvenedCase().Fact(Agreed).When(Save(Typed with { Action = "action-1" })).ThenNothingNew();

    [Fact]
    public void What_was_accepted_is_asked_again_once_it_says_something_else()
    {
        var given = AConvenedCase().Fact(Agreed).By(Sam)
            .Fact(new ActionAnswered(new("action-1"), ActionProgress.Accepted, "") { Meeting = FirstMeeting });

        given.By(Priya).Decided(Save(Typed with { Action = "action-1", At = "tomorrow 10:00" }));

        Assert.Null(given.Case.Meeting.Plan.Actions[0].Progress);
    }

    [Fact]
    public void Given_to_somebody_else_after_the_plan_was_agreed_it_ends_and_another_begins() =>
        AConvenedCase().Fact(Agreed, new ImmediatePlanAgreed { Meeting = FirstMeeting })
            .When(Save(Typed with { Action = "action-1", Owner = Tom.Id.Value }))
            .Then(new ActionWithdrawn(new("action-1"), "given to somebody else") { Meeting = FirstMeeting },
                Agreed with { Action = new("action-2"), Owner = Tom.Id });

    [Fact]
    public void A_withdrawn_action_can_not_be_changed_and_its_number_is_not_used_again()
    {
        var given = AConvenedCase().Fact(Agreed).Decided(c => RowRules.Withdraw(c, ActionKind.Action, new("action-1"), null, default));

        given.When(Save(Typed with { Action = "action-1" })).Then(new RowGone());
        given.When(Save(Typed)).Then(Agreed with { Action = new("action-2") });
        given.When(c => RowRules.Withdraw(c, ActionKind.Action, new("action-1"), null, default)).ThenNothingNew();
    }

    [Fact]
    public void A_row_of_the_safety_plan_is_no_action() =>
        AConvenedCase().Fact(Agreed with { Kind = ActionKind.SafetyPlan })
            .When(c => RowRules.Withdraw(c, ActionKind.Action, new("action-1"), null, default)).Then(new RowGone());

    [Fact]
    public void Texts_beyond_the_limit_are_refused_and_the_limit_named()
    {
        AConvenedCase().When(Save(Typed with { What = new string('a', 1_501) })).Then(new TooLong(1_500));
        AConvenedCase().When(Save(Typed with { Purpose = new string('a', 201) })).Then(new TooLong(200));
    }

    [Fact]
    public void An_action_without_what_is_asked_for_it() =>
        AConvenedCase().When(Save(Typed with { What = " " })).Then(new CannotBe("Say what is to be done."));

    private static Func<Case, Decision> Save(RowForm form) => c => RowRules.Agree(c, ActionKind.Action, form, Now, Words);
}
