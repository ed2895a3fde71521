using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.FollowingUp;

public sealed class DutiesTests
{
    private static readonly ActionId Visit = new("action-1");

    [Fact]
    public void Reminders_come_the_working_day_before_when_due_and_five_mornings_after()
    {
        var owed = RemindOwnerDuty.Owes(Agreed("2026-11-30 12:00").Case).ToList();

        Assert.Equal(
            ["2026-11-27 08:45", "2026-11-30 08:45", "2026-12-01 08:45", "2026-12-02 08:45", "2026-12-03 08:45", "2026-12-04 08:45",
                "2026-12-07 08:45"],
            owed.Select(one => one.DueAt.ToString("yyyy-MM-dd HH:mm", null)));
        Assert.Equal(owed.Skip(1).Select(one => one.DueAt), owed.Take(6).Select(one => one.LapsesAt!.Value));
        Assert.All(owed, one => Assert.Equal(Tom.Id, one.To));
        Assert.Equal(7, owed.Select(one => one.Key).Distinct().Count());
    }

    [Fact]
    public void An_action_for_today_has_no_reminder_of_the_day_before() =>
        Assert.Equal(Dates.Local("2026-11-25 17:00"), RemindOwnerDuty.Owes(Agreed("2026-11-25 17:00").Case).First().DueAt);

    [Theory]
    [InlineData("2026-11-30 20:00")]
    [InlineData("2026-11-29 12:00")]
    public void What_is_due_tonight_or_on_a_day_that_is_not_worked_interrupts(string due) => Assert.Equal(
        Dates.Local(due), RemindOwnerDuty.Owes(Agreed(due).Case).Single(one => one.Key.EndsWith("/due", StringComparison.Ordinal)).DueAt);

    [Fact]
    public void A_row_of_the_safety_plan_interrupts_when_it_is_due() => Assert.Equal(
        Dates.Local("2026-11-30 12:00"),
        RemindOwnerDuty.Owes(AConvenedCase().At("2026-11-25 14:30")
            .Fact(Action("2026-11-30 12:00") with { Kind = ActionKind.SafetyPlan }, new ImmediatePlanAgreed()).Case)
            .Single(one => one.Key.EndsWith("/due", StringComparison.Ordinal)).DueAt);

    [Fact]
    public void Nothing_is_reminded_while_the_plan_is_only_talked_about() =>
        Assert.Empty(RemindOwnerDuty.Owes(AConvenedCase().Fact(Action("2026-11-30 12:00")).Case));

    [Theory]
    [InlineData(ActionProgress.Done)]
    [InlineData(ActionProgress.CannotDo)]
    [InlineData(ActionProgress.Declined)]
    public void Nobody_is_reminded_of_what_they_did_or_said_no_to(ActionProgress progress) =>
        Assert.Empty(RemindOwnerDuty.Owes(Agreed("2026-11-30 12:00").Fact(new ActionAnswered(Visit, progress, "x")).Case));

    [Fact]
    public void Another_time_for_an_action_makes_other_reminders()
    {
        var given = Agreed("2026-11-30 12:00");
        var before = RemindOwnerDuty.Owes(given.Case).Select(one => one.Key).ToList();

        Assert.Empty(RemindOwnerDuty.Owes(given.Fact(Action("2026-12-01 12:00")).Case).Select(one => one.Key).Intersect(before));
    }

    [Theory]
    [InlineData(ActionProgress.CannotDo)]
    [InlineData(ActionProgress.Declined)]
    public void The_chair_is_alerted_at_once(ActionProgress progress)
    {
        var given = Agreed("2026-11-30 12:00").At("2026-11-26 10:00").By(Tom).Fact(new ActionAnswered(Visit, progress, "x"));

        var owed = Assert.Single(AlertChairDuty.Owes(given.Case));
        Assert.Equal((Priya.Id, Dates.Local("2026-11-26 10:00"), null), (owed.To!.Value, owed.DueAt, owed.LapsesAt));
    }

    [Fact]
    public void An_action_accepted_or_the_chair_s_own_alerts_nobody()
    {
        Assert.Empty(AlertChairDuty.Owes(Agreed("2026-11-30 12:00").Fact(new ActionAnswered(Visit, ActionProgress.Accepted, "")).Case));
        Assert.Empty(AlertChairDuty
            .Owes(AConvenedCase().Fact(
            Action("2026-11-30 12:00") with { Owner = Priya.Id }, new ActionAnswered(Visit, ActionProgress.CannotDo, "x")).Case));
    }

    [Fact]
    public void What_is_marked_for_others_is_neither_in_the_reminder_nor_in_the_alert()
    {
        var given = AConvenedCase().By(Sam).Fact(
            Action("2026-11-30 12:00") with { What = "PLANTED search", Audience = Audience.Only(Agency.Police) }, new ImmediatePlanAgreed(),
            new ActionAnswered(Visit, ActionProgress.CannotDo, "PLANTED why") { Audience = Audience.Only(Agency.Police) });

        var reminder = CardJson.Write(RemindOwnerDuty.Card(given.Case, Tom, Visit, given.Now, Words));
        var alert = CardJson.Write(AlertChairDuty.Card(given.Case, Visit, given.Now, Words));

        Assert.All([reminder, alert], card => Assert.DoesNotContain("PLANTED", card));
        Assert.All([reminder, alert], card => Assert.Contains("kept from your agency by its marking", card));
    }

    private static Given Agreed(string due) => AConvenedCase().At("2026-11-25 14:30").Fact(Action(due), new ImmediatePlanAgreed());

    private static ActionAgreed Action(string due) => new(Visit, ActionKind.Action, "Visit the home", Tom.Id, Dates.Local(due), "", "");
}
