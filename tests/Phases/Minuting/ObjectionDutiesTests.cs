using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Minuting;

public sealed class ObjectionDutiesTests
{
    [Fact]
    public void The_chair_is_told_at_once_of_what_is_said_and_of_what_an_author_put_right()
    {
        Assert.Equal([(Dates.Local("2026-11-25 16:10"), Given.Priya.Id)],
            TellChairOfObjectionDuty.Owes(ObjectionRuleTests.Raised().Case).Select(owed => (owed.DueAt, owed.To!.Value)));
        Assert.Single(TellChairOfObjectionDuty.Owes(ObjectionRuleTests.Corrected().Case));
        Assert.Empty(TellChairOfObjectionDuty.Owes(ObjectionAnswerTests.Answered(ObjectionOutcome.Declined, "No.").Case));
    }

    [Fact]
    public void Whoever_said_it_is_told_what_came_of_it()
    {
        Assert.Empty(TellAnswerToObjectionDuty.Owes(ObjectionRuleTests.Raised().Case));
        Assert.Empty(TellAnswerToObjectionDuty.Owes(ObjectionRuleTests.Corrected().Case));
        Assert.Equal([(Dates.Local("2026-11-25 16:30"), Given.Sam.Id)],
            TellAnswerToObjectionDuty.Owes(ObjectionAnswerTests.Answered(ObjectionOutcome.Declined, "No.").Case)
                .Select(owed => (owed.DueAt, owed.To!.Value)));
    }

    [Fact]
    public void The_chair_is_reminded_on_the_second_working_day_and_a_manager_the_morning_after() => Assert.Equal(
        [
            new Owed<string>("minuting/objections-due/meeting-1/20261127/day", Dates.Local("2026-11-27 08:45"), "chair")
            {
                To = Given.Priya.Id,
                LapsesAt = Dates.Local("2026-11-30 08:45"),
            },
            new Owed<string>("minuting/objections-due/meeting-1/20261127/late/chair",
                Dates.Local("2026-11-30 08:45"), "chair"),
            new Owed<string>("minuting/objections-due/meeting-1/20261127/late/serviceManager",
                Dates.Local("2026-11-30 08:45"), "serviceManager"),
        ],
        RemindOfObjectionsDuty.Owes(ObjectionRuleTests.Raised().Case));

    [Fact]
    public void Nobody_is_reminded_of_what_is_answered_or_of_what_an_author_put_right()
    {
        Assert.Empty(RemindOfObjectionsDuty.Owes(ObjectionRuleTests.Corrected().Case));
        Assert.Empty(RemindOfObjectionsDuty.Owes(ObjectionAnswerTests.Answered(ObjectionOutcome.DisagreementRecorded).Case));
    }
}
