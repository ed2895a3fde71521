using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.SafetyPlanning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.SafetyPlanning.APlan;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.SafetyPlanning;

/// <summary>13.8: what became of the plan stands on one page, in order, without a word of anybody's text.</summary>
public sealed class PlanTimelineTests
{
    [Fact]
    public async Task Each_thing_that_happened_to_it_is_a_line_with_who_and_when()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Lived());
        var page = await host.OpenAsync(Tom, PlanTimelinePage.Button(await host.Clerk.LoadAsync(Id, default)));

        Assert.DoesNotContain("PLANTED", page.Text, StringComparison.Ordinal);
        Golden.Text(page.Text);
    }

    [Fact]
    public void Nobody_has_one_without_a_plan_and_what_is_for_others_is_only_that_it_was()
    {
        Assert.Empty(PlanTimeline.Of(AConvenedCase().Case, Tom));
        Assert.Equal(10, PlanTimeline.Of(Lived().Case, Tom).Count);
        var given = Lived().By(Tom).Fact(new PlanDiscussed(Lee, PlanAnswer.CapacityInDoubt, null, "PLANTED doubt.")
        {
            Meeting = FirstMeeting,
            Audience = Audience.Only(Agency.SocialCare),
        });
        Assert.Equal("Adult 2: spoken with about it", PlanTimeline.Of(given.SeenBy(Ruth).Case, Ruth)[^1].What);
        Assert.Equal("Adult 2: it is in doubt whether they can decide this", PlanTimeline.Of(given.SeenBy(Tom).Case, Tom)[^1].What);
    }

    [Fact]
    public async Task Where_only_the_day_is_known_no_hour_is_said_neither_there_nor_in_the_document()
    {
        var given = Agreed().At("2026-12-04 10:00").By(Tom).Decided(c => PlanTalkRule.Say(
            c, Tom, "adult-2", new(2026, 12, 3), PlanAnswer.Agrees, YesNo.Yes, "", Dates.Local("2026-12-04 10:00"), Words, APlan.By(Tom)));
        using var host = new PartHost();
        await host.Cases.HaveAsync(given);
        var page = await host.OpenAsync(Tom, PlanTimelinePage.Button(await host.Clerk.LoadAsync(Id, default)));

        Assert.Contains("Thu 3 Dec 2026: Adult 2: agrees, not signed", page.Text, StringComparison.Ordinal);
        var printed = Assert.Single(PlanParagraphs.Of(given.Case, Words), one => one.Section == "What the family says");
        Assert.Contains("On: Thu 3 Dec 2026", printed.Text, StringComparison.Ordinal);
        Assert.Equal(Dates.Local("2026-12-04 10:00"), printed.At);
    }

    private static Given Lived() => Rows().By(Tom)
        .Fact(new SafetyPlanConsidered(PlanFit.SafetyPlan, "PLANTED purpose.", "", YesNo.No, "PLANTED role.") { Meeting = FirstMeeting })
        .By(Priya).At("2026-12-02 10:00").Fact(
            new ImmediatePlanAgreed() { Meeting = FirstMeeting }, new MeetingEnded(Via.Form) { Meeting = FirstMeeting },
            new AuthorisationHeldBack("PLANTED why.") { Meeting = FirstMeeting })
        .At("2026-12-03 09:00").By(Tom).Fact(
            new PlanDiscussed(Nadia, PlanAnswer.Unwilling, YesNo.Yes, "PLANTED talk.") { Meeting = FirstMeeting })
        .At("2026-12-03 11:00").By(Ruth).Fact(new SignificantEventSaid(PlanEvent.Moved, "PLANTED event.") { Meeting = FirstMeeting })
        .At("2026-12-04 09:00").By(Priya).Fact(
            new ActionAgreed(new("action-1"), ActionKind.SafetyPlan, "PLANTED row.", Tom.Id, Dates.Local("2026-12-20 12:00"), "", "")
            {
                Meeting = FirstMeeting,
                Change = new(PlanChangeKind.Event, "PLANTED change."),
            })
        .At("2026-12-04 10:00").By(Jo).Fact(new PlanPutOnFile(2, YesNo.Yes) { Meeting = FirstMeeting })
        .At("2026-12-09 10:00").By(Tom).Fact(new SafetyReviewHeld(YesNo.Yes, PlanWorks.Works, "PLANTED review.") { Meeting = FirstMeeting })
        .At("2026-12-18 10:00").By(Priya).Fact(
            new SafetyPlanEnded(PlanEnd.ChildsPlan, null, YesNo.Yes, "PLANTED end.") { Meeting = FirstMeeting },
            new ActionWithdrawn(new("action-1"), "") { Meeting = FirstMeeting, Change = new(PlanChangeKind.Agreed, "It has ended.") });
}
