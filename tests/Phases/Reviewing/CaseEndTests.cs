using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Phases.Reviewing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Reviewing;

/// <summary>A child who moves away with a plan (R4), and the end of a case (paper 001).</summary>
public sealed class CaseEndTests
{
    [Fact]
    public void A_child_who_moves_away_stays_ours_until_the_other_authority_has_the_plan()
    {
        var given = AProtectionPlan.Made().At("2027-02-01 10:00").By(Tom);
        given.When(c => MoveOutRule.Moved(c, Tom, ChildChoice.All, "", null, " ", given.Now, Words)).Saying(
            "Say which authority.", "Say who there was told, and how to reach them.");
        given.Decided(c => MoveOutRule.Moved(c, Tom, ChildChoice.All, "Wealdshire", new(2027, 1, 30), "Duty desk", given.Now, Words));
        Assert.True(AProtectionPlan.Of(given).Runs);
        Assert.NotEmpty(CoreGroupClock.Runs(given.Case));
        var running = Assert.Single(MovedOutClock.Runs(given.Case));
        Assert.Equal(Dates.Local("2027-02-08 08:45"), running.EndsAt);

        given.When(c => MoveOutRule.Answered(c, Tom, ChildChoice.All, null, null, "", given.Now, Words)).Saying(
            "Say whether they take the plan over.", "Say who there said so.");
        given.When(c => MoveOutRule.Answered(c, Tom, ChildChoice.All, YesNo.Yes, new(2027, 1, 29), "Ann", given.Now, Words))
            .Then(new CannotBe("That is before the plan began.") { Field = "on" });
        given.At("2027-02-10 10:00").Decided(c => MoveOutRule.Answered(c, Tom, ChildChoice.All, YesNo.Yes, null, "Ann", given.Now, Words));
        Assert.Equal((false, new DateOnly(2027, 2, 10)), (AProtectionPlan.Of(given).Runs, AProtectionPlan.Of(given).EndedOn!.Value));
        Assert.Empty(MovedOutClock.Runs(given.Case));
        Assert.Empty(ReviewClock.Runs(given.Case));
    }

    [Fact]
    public void An_authority_that_does_not_take_it_leaves_it_ours_and_may_be_asked_again()
    {
        var given = AProtectionPlan.Made().At("2027-02-01 10:00").By(Tom);
        given.Decided(c => MoveOutRule.Moved(c, Tom, ChildChoice.All, "Wealdshire", null, "Duty desk", given.Now, Words));
        given.Decided(c => MoveOutRule.Answered(c, Tom, ChildChoice.All, YesNo.No, null, "Ann", given.Now, Words));
        Assert.True(AProtectionPlan.Of(given).Runs);
        Assert.Empty(MovedOutClock.Runs(given.Case));
        Assert.Equal("The other authority does not take the plan over: it stays ours.",
            Assert.Single(PlanLines.Stands(AProtectionPlan.Of(given), Words)));
        given.At("2027-02-02 10:00").Decided(c => MoveOutRule.Moved(
            c, Tom, ChildChoice.All, "Wealdshire", null, "Team manager there", given.Now, Words));
        Assert.Single(MovedOutClock.Runs(given.Case));
    }

    [Fact]
    public void A_case_closes_once_nothing_of_it_is_open()
    {
        var given = AProtectionPlan.Made().At("2027-01-04 10:00").By(Priya);
        Assert.Equal(["The minutes are not approved.", "A child protection plan runs."], CaseEndRule.Open(given.Case));
        given.When(c => CaseEndRule.Close(c, [], CaseEndCause.NoLongerAtRisk, "Why.", "School.", YesNo.Yes, "They know."))
            .Then(new CannotBe("It can't be closed yet. The minutes are not approved. A child protection plan runs."));

        Ready(given);
        Assert.Empty(CaseEndRule.Open(given.Case));
        given.When(c => CaseEndRule.Close(c, [], null, "", "", null, "")).Saying("Choose why it is closed.",
            "Say whether the family have the closure letter.", "Say why, in a line or two.",
            "Say what goes on with school, GP and others, and who of them was told.", "Say what the family understand of it.");
        given.Decided(c => CaseEndRule.Close(c, [], CaseEndCause.NoLongerAtRisk, "Why.", "School.", YesNo.Yes, "They know."));
        given.When(c => CaseEndRule.Close(c, [], CaseEndCause.NoLongerAtRisk, "Why.", "School.", YesNo.Yes, "They know.")).ThenNothingNew();
        Assert.Contains("The case is closed since Fri 12 Mar 2027: no longer at risk.",
            ReviewingHub.Status(given.SeenBy(Priya), given.Now).Select(line => line.Text));
    }

    [Fact]
    public void Everybody_who_works_on_it_hears_that_it_is_closed_and_it_can_be_opened_again()
    {
        var given = Ready(AProtectionPlan.Made().Members("2026-12-22 09:00", Tom, Grace));
        given.When(c => CaseEndRule.Reopen(c, "Why.")).Then(new CannotBe("The case is not closed."));
        given.Decided(c => CaseEndRule.Close(c, [], CaseEndCause.EarlyHelp, "Why.", "School.", YesNo.Yes, "They know."));
        Assert.Equal(["Tom Okafor", "Sam Whitlock", "Grace Adeyemi", "Ada Quill"],
            TellCaseEndDuty.Owes(given.Case).Select(owed => given.Case.Find(owed.To!.Value)!.Name));

        // No clock of any phase runs on.
        Assert.DoesNotContain(Timeline.OfProgram().OwedBy(given.Case), owed => owed is Owed<ClockMark>);
        given.When(c => CaseEndRule.Reopen(c, " ")).Then(new CannotBe("Say why it is opened again.") { Field = "words" });
        given.Decided(c => CaseEndRule.Reopen(c, "A new referral."));
        Assert.Null(given.Case.Ended);
        // They hear that it goes on.
        Assert.Equal(["Tom Okafor", "Sam Whitlock", "Grace Adeyemi", "Ada Quill"],
            TellCaseEndDuty.Owes(given.Case).Select(owed => given.Case.Find(owed.To!.Value)!.Name));
        Assert.Contains("open again", CardJson.Write(TellCaseEndDuty.Card(given.Case)), StringComparison.Ordinal);
    }

    /// <summary>With the case its clocks would stop: what they guard comes first.</summary>
    [Fact]
    public void A_clock_that_runs_keeps_it_open()
    {
        var given = Ready(AProtectionPlan.Made());
        given.Fact(new DangerRaised(DangerKind.Other, "He is on his way here.") { Meeting = FirstMeeting, Child = Child1 });
        var watched = Program.Phases.Watched(given.Case);
        Assert.Contains("each danger that somebody raised", watched);
        given.When(c => CaseEndRule.Close(c, watched, CaseEndCause.EarlyHelp, "Why.", "School.", YesNo.Yes, "They know."))
            .Then(new CannotBe("It can't be closed yet. "
                + string.Join(' ', watched.Select(what => $"Still open: {what.Split(',')[0]}."))));
    }

    [Fact]
    public void An_open_action_and_a_safety_plan_that_was_not_ended_keep_it_open()
    {
        var given = Ready(AProtectionPlan.Made()).Fact(
            new ActionAgreed(new("action-1"), ActionKind.Action, "Ring.", Tom.Id, Dates.Local("2027-03-20 12:00"), "", "")
            { Meeting = FirstMeeting },
            new ActionAgreed(new("action-2"), ActionKind.SafetyPlan, "Visit.", Tom.Id, Dates.Local("2027-03-20 12:00"), "", "")
            { Meeting = FirstMeeting });
        Assert.Equal(["The interim safety plan has not been ended.", "2 actions are open."], CaseEndRule.Open(given.Case));
    }

    /// <summary>The plan has ended, and the minutes are approved.</summary>
    private static Given Ready(Given given) => given.ReviewHeld("2027-03-12 13:00", ReviewOutcome.Ends).By(Priya)
        .Fact(new MinutesApproved(1, "digest", "") { Meeting = FirstMeeting });
}
