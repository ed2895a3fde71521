using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Calling;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Calling;

public sealed class CallingPhaseTests
{
    [Fact]
    public void The_invitation()
    {
        var given = Begun.ACalledMeeting()
            .Fact(new ChatFound("online-1", "19:thread", "https://join.example/1") { Meeting = Given.FirstMeeting });

        Golden.Json(CardJson.Write(InvitationCard.For(given.Case, Given.Sam, Given.Words, Given.AConvenedCase().Now).Card.Inline()));
    }

    [Fact]
    public void The_invitation_of_a_delegate_or_a_lock_screen_says_the_time_only() =>
        Assert.Equal(
            "You are invited: Wed 25 Nov 2026, 14:00 to 15:00.", InvitationCard.For(
                Begun.ACalledMeeting().Case, Given.Sam, Given.Words, Given.AConvenedCase().Now).Sentence);

    [Fact]
    public void What_could_not_be_sent_stands_on_the_board_with_where_to_ring()
    {
        var given = Begun.ACalledMeeting().Fact(
            new EffectSettled("convening/create-event/meeting-1", EffectOutcome.GivenUp, "", "ErrorAccessDenied"),
            new EffectSettled("convening/invite/meeting-1/person-6", EffectOutcome.GivenUp, "", "ErrorAccessDenied"),
            new EffectSettled("convening/invite/meeting-1/person-7", EffectOutcome.Delivered, "mail", "1"));

        Assert.Equal(
            [
                "The meeting could not be put into the calendars. Ring everybody invited.",
                "The invitation could not be sent to Sam Whitlock: ring 01632 960003.",
            ],
            CallingHub.Status(given.SeenBy(given.Case.Chair), Begun.Now).Select(line => line.Text));
        Assert.Empty(CallingHub.Status(given.SeenBy(given.Case.Find(new ParticipantId("person-6"))!), Begun.Now));
    }
}
