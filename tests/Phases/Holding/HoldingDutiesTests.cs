using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Holding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Holding;

public sealed class HoldingDutiesTests
{
    [Fact]
    public void Everybody_invited_but_the_new_chair_is_told_who_chairs()
    {
        var given = AConvenedCase().By(Helen).Decided(@case => TakeoverRule.Take(@case, Helen, "x"));

        Assert.Equal([Priya.Id, Tom.Id, Sam.Id, Grace.Id, Ruth.Id], NewChairDuty.Owes(given.Case).Select(owed => owed.To!.Value));
    }

    [Fact]
    public void The_chair_is_asked_for_the_end_once_in_each_quarter_of_an_hour_in_which_nobody_wrote()
    {
        var given = AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Chair) { Meeting = FirstMeeting });
        var first = Assert.Single(IdleDuty.Owes(given.Case));
        given.At("2026-11-25 14:10").By(Sam).Fact(new ConfidentialityRead { Meeting = FirstMeeting });
        var second = Assert.Single(IdleDuty.Owes(given.Case));

        Assert.Equal((Dates.Local("2026-11-25 14:15"), Priya.Id), (first.DueAt, first.To));
        Assert.Equal(Dates.Local("2026-11-25 14:25"), second.DueAt);
        Assert.NotEqual(first.Key, second.Key);
    }

    [Fact]
    public void What_the_bot_writes_by_itself_is_nobodys_word()
    {
        var given = AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Chair) { Meeting = FirstMeeting });
        var before = Assert.Single(IdleDuty.Owes(given.Case));
        var later = given.Case with { };
        later = Case.Evolve(later, new(later.Version + 1, Dates.Local("2026-11-25 14:12"), PersonId.Bot, new EffectSending("x")));

        Assert.Equal(before, Assert.Single(IdleDuty.Owes(later)));
    }

    [Fact]
    public void Before_the_start_and_after_the_end_nobody_is_asked()
    {
        Assert.Empty(IdleDuty.Owes(AConvenedCase().Case));
        Assert.Empty(IdleDuty.Owes(Ended().Case));
    }

    [Fact]
    public void Open_parts_are_asked_of_the_chair_when_due_and_told_to_the_manager_the_next_working_day()
    {
        var owed = GapsDuty.Owes(Ended().Case).ToList();

        Assert.Equal([Dates.Local("2026-11-27 17:00"), Dates.Local("2026-11-30 09:00")], owed.Select(one => one.DueAt));
        Assert.Equal(owed[1].DueAt, owed[0].LapsesAt);
        Assert.Null(owed[1].LapsesAt);
    }

    [Fact]
    public void The_manager_who_is_told_is_the_profile_s_service_manager()
    {
        var deputy = Tom with { Id = new("person-8"), Name = "Martin Hale", Mail = "martin.hale@council.example", Roles = [Role.Manager] };

        var two = AConvenedCase().Fact(new ParticipantRemoved(Helen.Id, ""), new ParticipantAdded(deputy), new ParticipantAdded(Helen));
        Assert.Equal(Helen.Id, GapsDuty.Manager(two.Case).Id);
        var none = AConvenedCase().Fact(new ParticipantAdded(Helen with { Roles = [] }));
        Assert.Equal("helen.marsh@council.example", GapsDuty.Manager(none.Case).Mail);
    }

    [Fact]
    public void A_complete_record_owes_no_chasing() => Assert.Empty(GapsDuty.Owes(Ended().Fact(new RecordCompleted("")).Case));

    [Fact]
    public void A_meeting_that_goes_on_owes_no_chasing() => Assert.Empty(GapsDuty.Owes(Ended().Fact(new MeetingResumed(Via.Form)).Case));

    [Fact]
    public void The_call_is_watched_from_its_time_until_the_end()
    {
        var given = AConvenedCase();
        Assert.Null(AttendanceWatch.Over(given.Case));

        given.Fact(new ChatReachable("19:chat", "https://connector.example/", "meeting-id"));
        Assert.Equal(Dates.Local("2026-11-25 14:00"), AttendanceWatch.Over(given.Case)!.From);
        Assert.Null(AttendanceWatch.Over(given.Fact(new MeetingStarted(Via.Form), new MeetingEnded(Via.Form)).Case));
    }

    private static Given Ended() => AConvenedCase().At("2026-11-27 15:00").Fact(
        new MeetingStarted(Via.Form),
        new MeetingEnded(Via.Form),
        new GapsListed(["Who was there is not confirmed yet."], Dates.Local("2026-11-27 17:00")));
}
