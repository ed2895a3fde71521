using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Answering;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

public sealed class AnsweringDutiesTests
{
    [Fact]
    public void Social_worker_and_chair_are_told_at_once_that_somebody_cannot_come()
    {
        var given = AConvenedCase().Fact(new InvitationAnswered(Grace.Id, Rsvp.CannotCome, false, false, "", false, false, Via.Form));

        Assert.Equal([Priya.Id, Tom.Id], AbsenceDuty.Owes(given.Case).Select(owed => owed.To!.Value));
        Assert.All(AbsenceDuty.Owes(given.Case), owed => Assert.True(owed.DueAt <= given.Now));
    }

    [Fact]
    public void After_a_move_it_is_told_again_and_what_was_told_of_the_new_time_is_not()
    {
        var given = AConvenedCase();
        var cannot = new InvitationAnswered(Grace.Id, Rsvp.CannotCome, false, false, "", false, false, Via.Form);
        var first = AbsenceDuty.Owes(given.Fact(cannot).Case).Select(owed => owed.Key).ToList();
        given.Fact([.. first.Select(key => new EffectSettled(key, EffectOutcome.Delivered, "mail", "1"))]);
        given.At("2026-11-25 10:30").Fact(new MeetingMoved(given.Now.AddHours(6), given.Now.AddHours(7), "") { Meeting = FirstMeeting });
        Assert.Empty(AbsenceDuty.Owes(given.Case));

        given.Fact(cannot);
        var second = AbsenceDuty.Owes(given.Case).Select(owed => owed.Key).ToList();
        Assert.Equal((2, 0), (second.Count, second.Intersect(first).Count()));
        given.Fact([.. second.Select(key => new EffectSettled(key, EffectOutcome.Delivered, "mail", "2"))]);

        Assert.Equal(second, AbsenceDuty.Owes(given.Case).Select(owed => owed.Key));
    }

    [Fact]
    public void Each_written_update_is_told_once()
    {
        var given = AConvenedCase().At("2026-11-25 11:00").Fact(new WrittenUpdateGiven(Grace.Id, "One"));
        var first = AbsenceDuty.Owes(given.Case).Select(owed => owed.Key).ToList();
        given.At("2026-11-25 12:00").Fact(new WrittenUpdateGiven(Grace.Id, "Two"));

        Assert.Empty(AbsenceDuty.Owes(given.Case).Select(owed => owed.Key).Intersect(first));
    }

    [Fact]
    public void Nobody_is_told_of_somebody_who_comes() =>
        Assert.Empty(AbsenceDuty.Owes(
            AConvenedCase().Fact(new InvitationAnswered(Grace.Id, Rsvp.Coming, false, false, "", false, false, Via.Form)).Case));

    [Fact]
    public void The_calendar_is_watched_from_the_invitation_until_the_start()
    {
        var given = AConvenedCase();
        Assert.Null(ResponsesWatch.Over(given.Case));

        given.Fact(new EventCreated("event-1"));
        Assert.Equal(TimeSpan.FromMinutes(5), ResponsesWatch.Over(given.Case)!.Every);
        Assert.Null(ResponsesWatch.Over(given.Fact(new MeetingStarted(Via.Form)).Case));
    }
}
