using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;

namespace StrategyBot.Tests.Phases.Minuting;

public sealed class MinutingHubTests
{
    private static readonly DateTimeOffset Same = Dates.Local("2026-11-25 16:00");
    private static readonly DateTimeOffset LastDay = Dates.Local("2026-11-27 10:00");
    private static readonly DateTimeOffset Overdue = Dates.Local("2026-11-28 09:00");

    [Fact]
    public void Before_the_end_there_is_nothing_to_see()
    {
        var view = Held().SeenBy(Given.Priya);

        Assert.Empty(MinutingHub.Entries(view, Same));
        Assert.Empty(MinutingHub.Status(view, Same));
        Assert.Empty(MinutingHub.Dues(view, Same));
    }

    [Theory]
    [InlineData("2026-11-25 16:00", 2,
        "Minutes: drafted, not approved. Approve by Fri 27 Nov 2026 (within 2 working days – Default procedure).")]
    [InlineData("2026-11-27 10:00", 1,
        "Minutes: drafted, not approved. Approve by Fri 27 Nov 2026 (within 2 working days – Default procedure).")]
    [InlineData("2026-11-28 09:00", 0,
        "Minutes: drafted, not approved. Overdue: approve was due by Fri 27 Nov 2026 (within 2 working days – Default procedure).")]
    public void The_draft_stands_in_status_with_its_limit_and_the_rule(string now, int urgency, string text)
    {
        var line = Assert.Single(MinutingHub.Status(Ended().SeenBy(Given.Priya), Dates.Local(now)));
        Assert.Equal((urgency, text), (line.Urgency, line.Text));
        Assert.Equal(text.Replace(" – Default procedure", "", StringComparison.Ordinal), line.Brief(Given.Words));
    }

    [Fact]
    public void Who_was_not_reached_stands_first_with_their_number_for_those_who_can_ring()
    {
        var approved = ApprovalRuleTests.Approved();
        var failed =
            approved.Fact(
                new EffectSettled(DistributeMinutesDuty.KeyOf(approved.Case.Meeting, 1, Given.Ruth.Id), EffectOutcome.GivenUp, "",
                    "NoAddress"));

        Assert.Equal(new(0, "The minutes did not reach Ruth Carver, School. Ring 01632 960005."),
            MinutingHub.Status(failed.SeenBy(Given.Priya), Same).First());
        Assert.DoesNotContain(MinutingHub.Status(failed.SeenBy(Given.Sam), Same),
            line => line.Text.Contains("Ruth", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_written_after_the_approval_is_shown_to_the_chair()
    {
        var late = ApprovalRuleTests.Approved().By(Given.Sam)
            .Fact(In(new InformationGiven(Given.Sam.Id, StrategyBot.Cases.Agency.Police, "One thing more.", 0)));

        Assert.Contains(MinutingHub.Status(late.SeenBy(Given.Priya), Same),
            line => line.Text.StartsWith("The record changed after version 1", StringComparison.Ordinal));
        Assert.DoesNotContain(MinutingHub.Status(ApprovalRuleTests.Approved().SeenBy(Given.Priya), Same),
            line => line.Text.StartsWith("The record changed", StringComparison.Ordinal));
    }

    [Fact]
    public void The_chair_owes_the_approval_and_then_the_record_is_owed_by_those_who_may_enter_it()
    {
        Assert.Equal("Approve the minutes", Assert.Single(MinutingHub.Dues(Ended().SeenBy(Given.Priya), LastDay)).Text);
        Assert.Empty(MinutingHub.Dues(Ended().SeenBy(Given.Sam), LastDay));

        var approved = ApprovalRuleTests.Approved();
        Assert.Equal("Enter the minutes on the child's record", Assert.Single(MinutingHub.Dues(approved.SeenBy(Given.Jo), Overdue)).Text);
        Assert.Empty(MinutingHub.Dues(approved.Fact(In(new MinutesEntered(1)) with { Child = Given.Child1 }).SeenBy(Given.Jo), Overdue));
    }

    [Fact]
    public void Each_role_has_its_own_parts()
    {
        var approved = ApprovalRuleTests.Approved();

        Assert.Equal(["minuting/draft", "minuting/delegate", "minuting/read", "minuting/entering", "minuting/delivery"],
            MinutingHub.Entries(approved.SeenBy(Given.Priya), Same).Select(entry => entry.Id));
        Assert.Equal(["minuting/read"], MinutingHub.Entries(approved.SeenBy(Given.Ruth), Same).Select(entry => entry.Id));
        Assert.Equal(["minuting/entering"], MinutingHub.Entries(approved.SeenBy(Given.Jo), Same).Select(entry => entry.Id));
    }
}
