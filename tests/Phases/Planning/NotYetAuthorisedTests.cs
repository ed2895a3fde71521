using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Planning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

/// <summary>R66: the manager reads the rows and says <em>not yet, because</em>; nothing else waits for it (P30).</summary>
public sealed class NotYetAuthorisedTests
{
    [Fact]
    public void Chair_and_social_worker_hear_why_and_it_stands_until_it_is_authorised()
    {
        var given = Ended().By(Helen).Decided(c => AgreementRule.HoldBack(c, Helen, "No row says who sleeps there.", By(Helen)));

        Assert.Equal([Priya.Id, Tom.Id], TellHeldBackDuty.Owes(given.Case).Select(owed => owed.To!.Value));
        Assert.Contains(MinutesDraft.Of(given.Case), paragraph =>
            paragraph.Text == "Not authorised yet, because: No row says who sleeps there.");
        Assert.Single(NotAuthorisedClock.Runs(given.Case));
        given.When(c => AgreementRule.HoldBack(c, Helen, "No row says who sleeps there.", By(Helen))).ThenNothingNew();

        given.Decided(c => AgreementRule.Authorise(c, Helen));

        Assert.Empty(TellHeldBackDuty.Owes(given.Case));
        Assert.DoesNotContain(MinutesDraft.Of(given.Case), paragraph =>
            paragraph.Text.StartsWith("Not authorised yet", StringComparison.Ordinal));
        given.When(c => AgreementRule.HoldBack(c, Helen, "Later.", By(Helen))).Refused<CannotBe>();
    }

    [Fact]
    public void Without_a_reason_and_by_anybody_else_it_is_refused()
    {
        Assert.Equal("because", Ended().When(c => AgreementRule.HoldBack(c, Helen, " ", By(Helen))).Refused<CannotBe>().Field);
        Ended().When(c => AgreementRule.HoldBack(c, Tom, "Why.", By(Tom))).Refused<NotYourPart>();
    }

    [Fact]
    public void Whoever_may_not_read_why_hears_that_it_is_so()
    {
        var police = new Readers(Audience.Only(Agency.Police), Sam);
        var given = Ended().By(Helen).Decided(c => AgreementRule.HoldBack(c, Helen, "PLANTEDPOLICE why.", police));
        var card = StrategyBot.Protocols.Cards.CardJson.Write(TellHeldBackDuty.Card(given.Case, Tom, Words));

        Assert.DoesNotContain("PLANTED", card, StringComparison.Ordinal);
        Assert.Contains("The section 47 enquiry is not authorised yet.", card, StringComparison.Ordinal);
    }

    private static Readers By(Participant person) => new(Audience.Professionals, person);

    private static Given Ended() => AConvenedCase().At("2026-12-02 14:00").By(Priya).Fact(
        new ParticipantAdded(Helen), new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
        new ActionAgreed(new("action-1"), ActionKind.SafetyPlan, "Gran stays with them.", Tom.Id, Dates.Local("2026-12-04 12:00"), "", "")
        {
            Meeting = FirstMeeting,
        },
        new Section47Decided(Section47.Start, Conduct.Single, null, "Unexplained.") { Meeting = FirstMeeting, Child = Child1 },
        new MeetingEnded(Via.Form) { Meeting = FirstMeeting });
}
