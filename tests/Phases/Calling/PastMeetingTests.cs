using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Calling;
using StrategyBot.Phases.Holding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Calling;

/// <summary>What a moved meeting, one that was held already, and a chair who came after it say.</summary>
public sealed class PastMeetingTests
{
    [Fact]
    public void Whoever_was_told_of_a_time_is_told_of_the_next_and_of_the_latest_only()
    {
        var given = Begun.ACalledMeeting();
        var sam = given.Case.Participants.Single(person => person.Name == Given.Sam.Name);
        given.Fact(new EffectSettled(InviteDuty.KeyOf(given.Case, sam), EffectOutcome.Delivered, "mail", ""));
        Assert.Empty(TellMovedDuty.Owes(given.Case));

        given.At("2026-11-25 10:00").Fact(Moved("2026-11-25 15:00", "2026-11-25 16:00"));
        given.At("2026-11-25 11:00").Fact(Moved("2026-11-25 17:00", "2026-11-25 18:00"));

        var owed = Assert.Single(TellMovedDuty.Owes(given.Case));
        Assert.Equal(($"convening/tell-moved/meeting-1/2/{sam.Id.Value}", sam.Id), (owed.Key, owed.To));
        Assert.Equal("The meeting is moved. It is now: Wed 25 Nov 2026, 17:00 to 18:00.",
            InvitationCard.Moved(given.Case, Given.Sam, Given.Words, given.Now).Sentence);
    }

    [Fact]
    public void A_meeting_that_was_held_already_invites_nobody()
    {
        var given = Begun.ACalledMeeting().Fact(Begun.Circumstances with { Mode = MeetingMode.AlreadyHappened });
        var sam = given.Case.Participants.Single(person => person.Name == Given.Sam.Name);
        var told = InvitationCard.For(given.Case, Given.Sam, Given.Words, given.Now);

        Assert.DoesNotContain("invit", CardJson.Write(told.Card) + told.Sentence, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(AnsweringHub.Entries(given.SeenBy(sam)), entry => entry.Id == "answering/invitation");
        Assert.Empty(AnsweringHub.Dues(given.SeenBy(sam)));
        given.Fact(new MeetingStarted(Via.Form) { Meeting = Given.FirstMeeting },
            new MeetingEnded(Via.Form) { Meeting = Given.FirstMeeting });
        Assert.DoesNotContain("invit", Attendance(given), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Who_takes_the_chair_after_the_end_did_not_chair_it_was_not_absent_and_is_not_invited()
    {
        var given = Given.AConvenedCase().At("2026-11-25 14:00")
            .Fact(new EventCreated("event-1") { Meeting = Given.FirstMeeting, Invitees = [Given.Priya.Id, Given.Sam.Id] })
            .Fact(new MeetingStarted(Via.Form) { Meeting = Given.FirstMeeting })
            .Fact(new ArrivalNoted(Given.Priya.Id, Via.Chair) { Meeting = Given.FirstMeeting })
            .At("2026-11-25 15:00").Fact(new MeetingEnded(Via.Form) { Meeting = Given.FirstMeeting })
            .At("2026-11-25 16:00").By(Given.Helen).Decided(@case => TakeoverRule.Take(@case, Given.Helen, "The chair is unwell"));

        Assert.Equal(Given.Helen.Id, given.Case.Meeting.Chair);
        Assert.Contains("Chair: Priya Nair", MinutesDraft.Of(given.Case)[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Helen Marsh", Attendance(given), StringComparison.Ordinal);
        Assert.Contains(MinutesDraft.Of(given.Case),
            one => one.Text.Contains("took the chair after the meeting", StringComparison.Ordinal));
        Assert.Empty(InviteAlsoDuty.Owes(given.Case));
        Assert.Empty(InviteDuty.Owes(given.Case));
    }

    [Fact]
    public void Who_takes_the_chair_while_it_runs_chairs_it()
    {
        var given = Given.AConvenedCase().At("2026-11-25 14:10").Fact(new MeetingStarted(Via.Form) { Meeting = Given.FirstMeeting })
            .By(Given.Helen).Decided(@case => TakeoverRule.Take(@case, Given.Helen, "The chair is unwell"));

        Assert.Contains("Chair: Helen Marsh", MinutesDraft.Of(given.Case)[0].Text, StringComparison.Ordinal);
    }

    private static string Attendance(Given given) =>
        string.Join('\n', MinutesDraft.Of(given.Case).Where(one => one.Section == "Attendance").Select(one => one.Text));

    private static MeetingMoved Moved(string starts, string ends) =>
        new(Dates.Local(starts), Dates.Local(ends), "Police come then.") { Meeting = Given.FirstMeeting };
}
