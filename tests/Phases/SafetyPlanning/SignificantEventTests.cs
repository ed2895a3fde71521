using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using StrategyBot.Phases.SafetyPlanning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.SafetyPlanning.APlan;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.SafetyPlanning;

/// <summary>R86: what happens after the meeting may make the plan another; any attendee says so.</summary>
public sealed class SignificantEventTests
{
    [Fact]
    public void The_chair_is_asked_whether_it_changes_the_plan_and_the_review_comes_forward()
    {
        var given = Agreed().At("2026-12-04 16:00").By(Ruth).Decided(c => Say(c, PlanEvent.NewPerson, "He collects them now."));

        var news = Assert.Single(given.Case.Meeting.News.Open);
        Assert.Equal(LateKind.Event, news.Kind);
        Assert.Equal("School said that something significant happened, Fri 4 Dec 2026, 16:00", LateNewsRule.Say(given.Case, news, Words));
        Assert.Equal(new DateOnly(2026, 12, 7), given.Case.Meeting.Safety.ReviewOn);
        given.When(c => Say(c, PlanEvent.NewPerson, "He collects them now.")).ThenNothingNew();
    }

    [Fact]
    public void A_review_that_comes_as_soon_stays_where_it_is()
    {
        var given = Agreed().At("2026-12-08 16:00").By(Ruth);
        given.When(c => Say(c, PlanEvent.Moved, "Gran is away.", "2026-12-08 16:00")).Then(
            new SignificantEventSaid(PlanEvent.Moved, "Gran is away.") { Meeting = FirstMeeting });
    }

    [Fact]
    public void One_that_passed_by_is_set_anew()
    {
        var given = Agreed().At("2026-12-10 16:00").By(Ruth).Decided(c => Say(c, PlanEvent.Moved, "Gran is away.", "2026-12-10 16:00"));
        Assert.Equal(new DateOnly(2026, 12, 11), given.Case.Meeting.Safety.ReviewOn);
    }

    [Fact]
    public void Half_an_event_and_one_before_there_is_a_plan_are_refused()
    {
        var missing = Agreed().When(c => Say(c, null, " ")).Refused<Several>();
        Assert.Equal(["kind", "what"], missing.All.Select(why => why.Field));
        Rows().When(c => Say(c, PlanEvent.Moved, "Gran is away.")).Refused<CannotBe>();
    }

    [Fact]
    public void Of_which_kind_it_is_is_for_those_who_may_read_it()
    {
        var police = new Readers(Audience.Only(Agency.Police), Sam);
        var given = Agreed().At("2026-12-04 16:00").By(Sam).Decided(c => SignificantEventRule.Say(
            c, Sam, PlanEvent.Arrest, null, "PLANTED arrest.", Dates.Local("2026-12-04 16:00"), Words, police));

        Assert.Contains(PlanTimeline.Of(given.SeenBy(Sam).Case, Sam), step => step.What == "an arrest, a charge or a release");
        Assert.DoesNotContain(
            PlanTimeline.Of(given.SeenBy(Ruth).Case, Ruth), step => step.What.Contains("arrest", StringComparison.Ordinal));
        Assert.Contains(PlanTimeline.Of(given.SeenBy(Ruth).Case, Ruth), step => step.What == "something happened that matters");
    }

    private static Decision Say(Case @case, PlanEvent? kind, string what, string now = "2026-12-04 16:00") =>
        SignificantEventRule.Say(@case, Ruth, kind, null, what, Dates.Local(now), Words, APlan.By(Ruth));
}
