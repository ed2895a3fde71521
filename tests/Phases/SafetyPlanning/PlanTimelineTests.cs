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
        host.Clock.Advance(Dates.Local("2026-12-21 09:00") - host.Clock.GetUtcNow());
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
            c, Tom, "adult-2", new(2026, 12, 3), PlanAnswer.Agrees, null, "", Dates.Local("2026-12-04 10:00"), Words, APlan.By(Tom)));
        using var host = new PartHost();
        await host.Cases.HaveAsync(given);
        var page = await host.OpenAsync(Tom, PlanTimelinePage.Button(await host.Clerk.LoadAsync(Id, default)));

        Assert.Contains("Thu 3 Dec 2026: Adult 2: agrees, not signed", page.Text, StringComparison.Ordinal);
        var printed = Assert.Single(PlanParagraphs.Of(given.Case, [], given.Now, Words), one => one.Section == "What the family says");
        Assert.Contains("On: Thu 3 Dec 2026", printed.Text, StringComparison.Ordinal);
        Assert.Equal(Dates.Local("2026-12-04 10:00"), printed.At);
    }

    [Fact]
    public async Task What_is_late_and_what_is_ahead_stand_on_either_side_of_today_by_a_word_and_a_hollow_mark()
    {
        var given = Agreed().By(Priya).Fact(
            new ActionAgreed(new("action-2"), ActionKind.SafetyPlan, "PLANTED row.", Sam.Id, Dates.Local("2026-12-03 12:00"), "", "")
            {
                Meeting = FirstMeeting,
            });
        using var host = new PartHost();
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(Dates.Local("2026-12-07 09:00") - host.Clock.GetUtcNow());
        var page = await host.OpenAsync(Tom, PlanTimelinePage.Button(await host.Clerk.LoadAsync(Id, default)));

        Assert.DoesNotContain("PLANTED", page.Text, StringComparison.Ordinal);
        Golden.Text(page.Text);
    }

    [NodeFact]
    public async Task Microsofts_renderer_draws_it()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Lived());
        var page = await host.OpenAsync(Tom, PlanTimelinePage.Button(await host.Clerk.LoadAsync(Id, default)));

        await CardChecks.AcceptedAsync([StrategyBot.Protocols.Cards.CardJson.Write(page.Card)]);
    }

    [Fact]
    public void Each_kind_has_a_mark_of_its_own_and_none_before_it_happened_is_full()
    {
        PlanStep Of(PlanStep.Kind kind, PlanStep.Time time) => new(default, 1, "", kind, "") { Stands = time };
        var kinds = Enum.GetValues<PlanStep.Kind>();

        Assert.Equal(kinds.Length, kinds.Select(kind => Of(kind, PlanStep.Time.Past).Mark).Distinct().Count());
        Assert.All(kinds, kind => Assert.Contains(Of(kind, PlanStep.Time.Past).Mark, PlanStep.Legend, StringComparison.Ordinal));
        Assert.All(new[] { PlanStep.Kind.Plan, PlanStep.Kind.Family, PlanStep.Kind.Review, PlanStep.Kind.Checked }, kind =>
            Assert.DoesNotContain(Of(kind, PlanStep.Time.Ahead).Mark, PlanStep.Legend, StringComparison.Ordinal));
        Assert.Equal(("□!", "□", "■"), (Of(default, PlanStep.Time.Late).Mark, Of(default, PlanStep.Time.Ahead).Mark,
            Of(default, PlanStep.Time.Past).Mark));
        Assert.Equal(("Late: ", "Ahead: ", ""), (Of(default, PlanStep.Time.Late).Word, Of(default, PlanStep.Time.Ahead).Word,
            Of(default, PlanStep.Time.Past).Word));
    }

    [Fact]
    public void The_document_has_the_same_marks_as_a_table_and_tells_its_reader_no_more()
    {
        var given = Agreed().At("2026-12-04 11:00").By(Sam).Fact(new SignificantEventSaid(PlanEvent.Arrest, "PLANTED arrest.")
        {
            Meeting = FirstMeeting,
            Audience = Audience.PoliceAndSocialCare,
        });
        var now = Dates.Local("2026-12-07 09:00");
        IReadOnlyList<PlanStep> Steps(Participant reader) => PlanTimeline.Whole(given.SeenBy(reader).Case, reader, now);
        IReadOnlyList<MinutesParagraph> Printed(Participant reader) =>
            [.. PlanParagraphs.Of(given.Case, Steps(reader), now, Words).Where(one => one.Section == "Timeline")];

        Assert.Contains(Printed(Tom), row => row.Cells is ["▲", _, "an arrest, a charge or a release", "Sam Whitlock"]);
        Assert.Contains(Printed(Tom), row => row.Cells is ["▶", "Mon 7 Dec 2026", "Today", ""]);
        Assert.Contains(Printed(Tom), row => row.Cells is ["◇", _, "Ahead: it is to be reviewed", ""]);
        Assert.DoesNotContain("arrest", string.Concat(Printed(Ruth).Select(row => row.Text)), StringComparison.Ordinal);
        Assert.Contains(Printed(Ruth), row => row.Cells is ["▲", ..]);
    }

    private static Given Lived() => Rows().By(Tom)
        .Fact(new SafetyPlanConsidered(PlanFit.SafetyPlan, "PLANTED purpose.", "", YesNo.No, "PLANTED role.") { Meeting = FirstMeeting })
        .By(Priya).At("2026-12-02 10:00").Fact(
            new ImmediatePlanAgreed() { Meeting = FirstMeeting }, new MeetingEnded(Via.Form) { Meeting = FirstMeeting },
            new AuthorisationHeldBack("PLANTED why.") { Meeting = FirstMeeting })
        .At("2026-12-03 09:00").By(Tom).Fact(
            new PlanDiscussed(Nadia, PlanAnswer.Unwilling, null, "PLANTED talk.") { Meeting = FirstMeeting })
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
