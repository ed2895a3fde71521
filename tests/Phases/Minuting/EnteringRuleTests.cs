using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;

namespace StrategyBot.Tests.Phases.Minuting;

public sealed class EnteringRuleTests
{
    private static readonly DateTimeOffset InTime = Dates.Local("2026-11-27 23:59");
    private static readonly DateTimeOffset TooLate = Dates.Local("2026-11-28 00:00");

    [Fact]
    public void A_reader_says_once_that_they_have_read_a_version()
    {
        var approved = ApprovalRuleTests.Approved().By(Given.Sam).Decided(@case => AcknowledgeMinutes.Decide(@case.Meeting, Given.Sam, 1));

        Assert.True(approved.Case.Meeting.Minutes.HasRead(Given.Sam.Id, 1));
        approved.When(@case => AcknowledgeMinutes.Decide(@case.Meeting, Given.Sam, 1)).ThenNothingNew();
    }

    [Fact]
    public void Who_has_read_version_1_has_not_read_version_2()
    {
        var amended = ApprovalRuleTests.AmendedTo2().By(Given.Sam).Decided(@case => AcknowledgeMinutes.Decide(@case.Meeting, Given.Sam, 1));

        Assert.False(amended.Case.Meeting.Minutes.HasRead(Given.Sam.Id, 2));
    }

    [Fact]
    public void A_version_that_there_is_not_cannot_be_read() =>
        Ended().When(@case => AcknowledgeMinutes.Decide(@case.Meeting, Given.Sam, 1)).Refused<NotApprovedYet>();

    [Fact]
    public void The_minutes_are_entered_for_each_child_by_itself()
    {
        var approved = ApprovalRuleTests.Approved(children: 2).By(Given.Jo);

        approved.When(@case => EnteringRule.Enter(@case, ["child-2"], "", InTime))
            .Then(In(new MinutesEntered(1)) with { Child = Given.Child2 });
        approved.Decided(@case => EnteringRule.Enter(@case, ["child-2"], "", InTime));
        Assert.False(MinutesClock.IsEntered(approved.Case, approved.Case.Meeting));
        approved.When(@case => EnteringRule.Enter(@case, ["child-2"], "", InTime)).ThenNothingNew();
        approved.Decided(@case => EnteringRule.Enter(@case, ["child-1", "child-2"], "", InTime));

        Assert.True(MinutesClock.IsEntered(approved.Case, approved.Case.Meeting));
    }

    [Fact]
    public void A_further_version_is_entered_again()
    {
        var entered = ApprovalRuleTests.Approved().Decided(@case => EnteringRule.Enter(@case, ["child-1"], "", InTime));
        Assert.True(MinutesClock.IsEntered(entered.Case, entered.Case.Meeting));

        entered.Fact(In(new MinutesApproved(2, "digest", "A slip.")));

        Assert.False(MinutesClock.IsEntered(entered.Case, entered.Case.Meeting));
    }

    [Fact]
    public void Entered_late_asks_why_once()
    {
        var approved = ApprovalRuleTests.Approved(children: 2);
        approved.When(@case => EnteringRule.Enter(@case, ["child-1"], "", TooLate)).Refused<LateWithoutReason>();

        approved.Decided(@case => EnteringRule.Enter(@case, ["child-1"], "The system was down.", TooLate));
        Assert.Contains(MinutesDraft.Of(approved.Case), paragraph => paragraph.Section == "Added after the meeting"
            && paragraph.Text.EndsWith("Entered on the child's record after the limit, because: The system was down.",
                StringComparison.Ordinal));

        approved.When(@case => EnteringRule.Enter(@case, ["child-2"], "", TooLate))
            .Then(In(new MinutesEntered(1)) with { Child = Given.Child2 });
    }

    [Fact]
    public void A_draft_is_entered_nowhere() =>
        Ended().When(@case => EnteringRule.Enter(@case, ["child-1"], "", InTime)).Refused<NotApprovedYet>();

    [Fact]
    public void No_tick_is_asked_for_in_words() =>
        Assert.Contains("Tick the child",
            ApprovalRuleTests.Approved().When(@case => EnteringRule.Enter(@case, [], "", InTime))
                .Refused<StrategyBot.Cases.CannotBe>().Sentence);
}
