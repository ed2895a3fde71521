using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Planning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

/// <summary>12.11: after <em>End</em> without <em>Agree</em> the plan and its authorisation are asked for until they are there; the minutes
/// say so and are held up by neither (P30).</summary>
public sealed class UnfinishedPlanTests
{
    [Fact]
    public void A_plan_that_nobody_agreed_and_nobody_authorised_is_asked_for_and_climbs_the_same_day() => Golden.Text(string.Concat(
        Timeline.Of(Ended(), "2026-12-02 21:00").Split('\n')
            .Where(line => line.Contains("planning/not-", StringComparison.Ordinal)).Select(line => line + "\n")));

    [Fact]
    public void Agreed_and_authorised_neither_is_asked_for()
    {
        var given = Ended().At("2026-12-02 15:20");
        Assert.Single(NotAgreedClock.Runs(given.Case));
        Assert.Single(NotAuthorisedClock.Runs(given.Case));

        given.Decided(AgreementRule.Agree).Fact(new AuthorisedToStart { Meeting = FirstMeeting });

        Assert.Empty(NotAgreedClock.Runs(given.Case));
        Assert.Empty(NotAuthorisedClock.Runs(given.Case));
    }

    [Fact]
    public void Where_there_is_nothing_to_tell_and_no_enquiry_nothing_is_asked_for()
    {
        var given = AConvenedCase().At("2026-12-02 14:00").Fact(
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
            new Section47Decided(Section47.NotStart, null, FollowOn.ChildInNeed, "Explained.") { Meeting = FirstMeeting, Child = Child1 },
            new MeetingEnded(Via.Form) { Meeting = FirstMeeting });

        Assert.Empty(NotAgreedClock.Runs(given.Case));
        Assert.Empty(NotAuthorisedClock.Runs(given.Case));
    }

    [Fact]
    public void The_minutes_say_that_it_is_not_yet_authorised_and_no_more_once_it_is()
    {
        var given = Ended();
        Assert.Contains(MinutesDraft.Of(given.Case), paragraph => paragraph.Text == "The section 47 enquiry is not yet authorised.");

        given.Fact(new AuthorisedToStart { Meeting = FirstMeeting });

        Assert.DoesNotContain(
            MinutesDraft.Of(given.Case), paragraph => paragraph.Text.Contains("not yet authorised", StringComparison.Ordinal));
    }

    /// <summary>Changed on Friday 4 December 2026 at 18:00: each of the ladder hears once, and nobody again before Monday.</summary>
    [Fact]
    public void A_plan_that_was_changed_is_authorised_anew_and_is_not_asked_for_again_at_the_weekend() => Golden.Text(string.Concat(
        Timeline.Of(Changed(PlanChangeKind.Event), "2026-12-07 12:00").Split('\n')
            .Where(line => line.Contains("planning/not-", StringComparison.Ordinal)).Select(line => line + "\n")));

    [Theory]
    [InlineData((int)PlanChangeKind.Event, true)]
    [InlineData((int)PlanChangeKind.Mistake, true)]
    [InlineData((int)PlanChangeKind.Wording, false)]
    public void It_is_asked_for_where_the_plan_is_another_and_not_where_only_its_words_are(int kind, bool isAsked)
    {
        var given = Changed((PlanChangeKind)kind);

        Assert.Equal(isAsked, NotAuthorisedClock.Runs(given.Case).Any());
        Assert.Equal(isAsked, MinutesDraft.Of(given.Case).Any(one => one.Text
            == "The plan was changed Fri 4 Dec 2026, 18:00, and is not yet authorised since the change."));
        Assert.Equal(!isAsked, AgreementRule.IsAuthorised(given.Case));
        Assert.Equal(isAsked ? 1 : 0, given.When(c => AgreementRule.Authorise(c, Priya)).Facts.Count);

        given.At("2026-12-04 18:20").Fact(new AuthorisedToStart { Meeting = FirstMeeting });

        Assert.Empty(NotAuthorisedClock.Runs(given.Case));
        given.When(c => AgreementRule.Authorise(c, Priya)).ThenNothingNew();
    }

    /// <summary>P30: the minutes are approved all the same.</summary>
    [Fact]
    public void What_nobody_authorised_since_holds_no_minutes_up() => Assert.DoesNotContain(
        Program.Phases.Gaps(Changed(PlanChangeKind.Event).Case), gap => gap.Id.Contains("authorised", StringComparison.Ordinal));

    private static Given Changed(PlanChangeKind kind)
    {
        var given = Ended().Fact(
            new NoSafetyPlanNeeded("Ward staff are there.") { Meeting = FirstMeeting }).Decided(AgreementRule.Agree)
            .Fact(new AuthorisedToStart { Meeting = FirstMeeting });
        Timeline.Of(given, "2026-12-04 18:00");
        return given.At("2026-12-04 18:00").By(Priya).Fact(
            new ActionAgreed(new("action-1"), ActionKind.Action, "Ring the ward each hour.", Tom.Id,
                Dates.Local("2026-12-05 12:00"), "", "")
            {
                Meeting = FirstMeeting,
                Change = new(kind, "The father came to the ward."),
            });
    }

    /// <summary>Held on Wed 2 Dec 2026 from 14:00 to 15:00: an enquiry, and an action of the social worker.</summary>
    private static Given Ended()
    {
        var given = AConvenedCase().At("2026-12-02 08:00").Fact(
            new MeetingMoved(Dates.Local("2026-12-02 14:00"), Dates.Local("2026-12-02 15:00"), "") { Meeting = FirstMeeting });
        Timeline.Of(given, "2026-12-02 09:10");
        return given.At("2026-12-02 14:00").By(Priya).Fact(
                new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
                new Section47Decided(Section47.Start, Conduct.Joint, null, "Unexplained.") { Meeting = FirstMeeting, Child = Child1 },
                new ActionAgreed(new("action-1"), ActionKind.Action, "Ring the ward.", Tom.Id, Dates.Local("2026-12-03 12:00"), "", "")
                { Meeting = FirstMeeting },
                new PositionRecorded("Ward 4", "Nurses", "", SafetyBasis.None, null, null, "") { Meeting = FirstMeeting, Child = Child1 })
            .At("2026-12-02 15:00").Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });
    }
}
