using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;

namespace StrategyBot.Tests.Phases.Minuting;

public sealed class MinutingDutiesTests
{
    [Fact]
    public void The_chair_is_told_of_the_draft_at_the_moment_the_meeting_ends()
    {
        var owed = Assert.Single(TellDraftReadyDuty.Owes(Ended().Case));

        Assert.Equal((Dates.Local("2026-11-25 14:45"), Given.Priya.Id), (owed.DueAt, owed.To!.Value));
        Assert.Null(owed.LapsesAt);
        Assert.Empty(TellDraftReadyDuty.Owes(Held().Case));
        Assert.Empty(TellDraftReadyDuty.Owes(ApprovalRuleTests.Approved().Case));
    }

    [Fact]
    public void A_meeting_that_went_on_after_an_end_has_its_draft_told_of_again()
    {
        var resumed = Ended().At("2026-11-25 14:50").Fact(In(new MeetingResumed(Via.Form))).At("2026-11-25 15:10")
            .Fact(In(new MeetingEnded(Via.Form)));

        Assert.NotEqual(Assert.Single(TellDraftReadyDuty.Owes(Ended().Case)).Key, Assert.Single(TellDraftReadyDuty.Owes(resumed.Case)).Key);
    }

    [Fact]
    public void The_minutes_are_owed_to_everybody_invited_absent_ones_too_and_never_lapse()
    {
        var owed = DistributeMinutesDuty.Owes(ApprovalRuleTests.Approved().Case).ToList();

        Assert.Equal([Given.Tom.Id, Given.Sam.Id, Given.Grace.Id, Given.Ruth.Id], owed.Select(item => item.To!.Value));
        Assert.All(owed, item => Assert.Equal((Dates.Local("2026-11-25 15:20"), null), (item.DueAt, item.LapsesAt)));
        Assert.Equal("minuting/distribute/meeting-1/1/person-5", owed[^1].Key);
        Assert.Empty(DistributeMinutesDuty.Owes(Ended().Case));
    }

    [Fact]
    public void Version_2_is_owed_to_them_all_again_and_to_a_manager_who_read_version_1()
    {
        var amended = ApprovalRuleTests.AmendedTo2().By(Given.Helen).Fact(In(new MinutesAcknowledged(Given.Helen.Id, 1)));

        var owed = DistributeMinutesDuty.Owes(amended.Case).ToList();

        Assert.All(owed, item => Assert.StartsWith("minuting/distribute/meeting-1/2/", item.Key));
        Assert.Equal([Given.Tom.Id, Given.Sam.Id, Given.Grace.Id, Given.Ruth.Id, Given.Helen.Id], owed.Select(item => item.To!.Value));
    }

    [Fact]
    public void Reminders_go_to_the_chair_first_and_to_the_service_manager_on_the_second_working_day()
    {
        var owed = RemindOfMinutesDuty.Owes(Ended().Case).ToList();

        Assert.Equal(
            [
                new Owed<string>("minuting/remind/meeting-1/1/chair", Dates.Local("2026-11-26 09:00"), "chair")
                {
                    LapsesAt = Dates.Local("2026-11-27 09:00"),
                },
                new Owed<string>("minuting/remind/meeting-1/2/chair", Dates.Local("2026-11-27 09:00"), "chair")
                {
                    LapsesAt = Dates.Local("2026-11-27 14:00"),
                },
                new Owed<string>("minuting/remind/meeting-1/2/serviceManager",
                    Dates.Local("2026-11-27 09:00"), "serviceManager") { LapsesAt = Dates.Local("2026-11-27 14:00") },
                new Owed<string>("minuting/remind/meeting-1/3/chair", Dates.Local("2026-11-27 14:00"), "chair"),
                new Owed<string>("minuting/remind/meeting-1/3/serviceManager",
                    Dates.Local("2026-11-27 14:00"), "serviceManager"),
            ],
            owed);
    }

    [Fact]
    public void Nobody_is_reminded_once_they_are_approved_and_entered()
    {
        var approved = ApprovalRuleTests.Approved();
        Assert.NotEmpty(RemindOfMinutesDuty.Owes(approved.Case));

        Assert.Empty(RemindOfMinutesDuty.Owes(approved.Fact(In(new MinutesEntered(1)) with { Child = Given.Child1 }).Case));
        Assert.Empty(RemindOfMinutesDuty.Owes(Held().Case));
    }

    [Fact]
    public void A_chair_who_is_the_service_manager_is_reminded_once()
    {
        var chaired = Ended().By(Given.Helen).Fact(In(new ChairTaken(Given.Helen.Id, "Priya Nair is ill.")));

        Assert.DoesNotContain(RemindOfMinutesDuty.Owes(chaired.Case),
            owed => owed.Key.EndsWith("serviceManager", StringComparison.Ordinal));
    }
}
