using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.Phases.Reviewing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Cases.TimelineCases;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Cases;

/// <summary>A case from the concern to the plan's end, as one reader may know it (issue 15.8).</summary>
public sealed class CaseTimelineTests
{
    [Fact]
    public void Two_children_with_different_endings_are_read_by_date() => Golden.Text(Text(Of(Curlew())));

    [Fact]
    public void A_protection_plans_case_is_read_from_its_concern_to_its_end() =>
        Golden.Text(Text(Of(AProtectionPlan.Played(), "2027-12-01 09:10")));

    [Fact]
    public void A_case_on_time_says_so_of_all_that_has_a_limit()
    {
        var timeline = Of(Met(children: 1), "2026-06-05 13:00");

        Assert.DoesNotContain(timeline.Events, one => one.IsLate);
        Assert.Equal(["", "in time", "in time"], timeline.Events.Where(one => one.Of is null).Select(one => one.Went));
        Assert.EndsWith("nothing late.", Assert.Single(timeline.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void Minutes_that_come_late_are_late_by_working_days()
    {
        // Due on a Friday, approved on the Tuesday after it.
        var minutes = One(Of(Met(minutes: "2026-06-09 12:00")), "Minutes");

        Assert.Equal((Day("2026-06-05"), "2 days late"), (minutes.HoldBy!.Value, minutes.Went));
        Assert.Equal("▲", minutes.Sign);
    }

    [Fact]
    public void Minutes_that_nobody_approved_are_late_from_the_day_after_their_limit()
    {
        var given = AnEnquiry.Begun("2026-12-02", children: 1);

        Assert.Equal(("no day yet", false), Minutes("2026-12-04 23:58"));
        Assert.Equal(("1 day late, not done", true), Minutes("2026-12-07 09:00"));

        (string, bool) Minutes(string now) => One(Of(given, now), "Minutes") is var one ? (one.Went, one.IsLate) : default;
    }

    [Fact]
    public void A_first_core_group_is_late_by_working_days_and_a_later_one_by_calendar_days()
    {
        // By Thu 7 Jan 2027, held on the Monday after it; the next by Mon 22 Feb, held on the Monday after that.
        var given = AProtectionPlan.Made().CoreGroup("2026-12-22 09:05", "2027-01-11 10:00", "The school is closed.")
            .CoreGroupHeld("2027-01-11 12:00");
        given.CoreGroup("2027-01-11 12:05", "2027-03-01 10:00", "The school is closed.").CoreGroupHeld("2027-03-01 12:00");
        var timeline = Of(given, "2027-03-02 09:00");

        Assert.Equal("2 days late", One(timeline, "Core group 1").Late);
        Assert.Equal("7 days late", One(timeline, "Core group 2").Late);
    }

    [Fact]
    public void A_core_group_without_a_day_stands_at_its_limit_and_is_late_once_that_has_passed()
    {
        var given = AProtectionPlan.Made();

        Assert.Equal("no day yet", One(Of(given, "2027-01-07 09:00"), "Core group 1").Went);
        var late = One(Of(given, "2027-01-08 09:00"), "Core group 1");
        Assert.Equal((TimelineState.Open, Day("2027-01-07"), "1 day late, not done"), (late.State, late.On, late.Went));
    }

    [Fact]
    public void A_core_group_that_was_not_held_on_its_day_says_so()
    {
        var given = AProtectionPlan.Made().CoreGroup("2026-12-22 09:05", "2027-01-05 10:00").CoreGroupNotHeld("2027-01-05 12:00");
        given.CoreGroup("2027-01-05 12:05", "2027-01-07 10:00");

        Assert.Equal("booked, not held Tue 5 Jan", One(Of(given, "2027-01-06 09:00"), "Core group 1").Went);
    }

    [Fact]
    public void A_booked_day_that_has_passed_without_a_word_becomes_late_with_its_limit()
    {
        var given = AProtectionPlan.Made().CoreGroup("2026-12-22 09:05", "2027-01-06 10:00");

        Assert.Equal("booked", One(Of(given, "2027-01-07 09:00"), "Core group 1").Went);
        Assert.Equal("2 days late, not done", One(Of(given, "2027-01-11 09:00"), "Core group 1").Went);
    }

    /// <summary>A day that is to come after the limit is booked; one that is past is not done, and is nothing that comes next.</summary>
    [Fact]
    public void What_is_late_and_not_done_says_so_and_is_not_called_next()
    {
        var given = AProtectionPlan.Made().CoreGroup("2026-12-22 09:05", "2027-01-11 10:00", "The school is shut.");
        var booked = One(Of(given, "2027-01-08 09:00"), "Core group 1");
        Assert.Equal(("2 days late, booked", "", "hold by"), (booked.Went, booked.Lead, booked.ByWhen));
        Assert.Contains("core group 1 on Mon 11 Jan 2027", Assert.Single(Of(given, "2027-01-08 09:00").Sentences),
            StringComparison.Ordinal);

        var (timeline, open) = (Of(given, "2027-01-12 09:00"), Of(AProtectionPlan.Made(), "2027-01-12 09:00"));
        Assert.Equal(("3 days late, not done", "", "was due by"),
            One(timeline, "Core group 1") is var past ? (past.Went, past.Lead, past.ByWhen) : default);
        Assert.Contains("core group 1 (3 days, not done)", Assert.Single(timeline.Sentences), StringComparison.Ordinal);
        Assert.DoesNotContain("core group 1 on", Assert.Single(timeline.Sentences), StringComparison.Ordinal);
        Assert.Equal("was due ", One(open, "Core group 1").Lead);
        Assert.DoesNotContain("core group 1, by", Assert.Single(open.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_that_was_moved_says_from_where_and_one_after_its_limit_how_late()
    {
        var given = AProtectionPlan.Made().Review("2026-12-22 09:10", "2027-03-10 10:00");
        given.Review("2027-03-01 10:00", "2027-03-12 10:00", "A trip. Ada Quill and Priya Nair.");
        Assert.Equal((Day("2027-03-12"), "booked, moved from Wed 10 Mar"),
            One(Of(given, "2027-03-02 09:00"), "Review 1") is var moved ? (moved.On, moved.Went) : default);

        given.ReviewHeld("2027-03-24 13:00");
        Assert.Equal("3 days late, moved from Wed 10 Mar",
            One(Of(given, "2027-03-25 09:00"), "Review 1, the plan goes on").Went);
    }

    [Fact]
    public void The_review_that_ends_the_plan_ends_its_line_and_what_was_to_come_is_gone()
    {
        var given = AProtectionPlan.Made().Review("2026-12-22 09:10", "2027-03-10 10:00");
        given.ReviewHeld("2027-03-10 13:00", ReviewOutcome.Ends);
        var timeline = Of(given, "2027-03-11 09:00");

        Assert.Equal(TimelineMark.Closed, One(timeline, "Review 1, the plan ends").Mark);
        Assert.DoesNotContain(timeline.Events, one => one.Number is not null && one.State != TimelineState.Done);
    }

    [Fact]
    public void A_child_who_moves_away_is_ours_until_the_other_authority_has_the_plan()
    {
        var given = AProtectionPlan.Made();
        given.At("2027-02-01 10:00").By(Tom).Fact(new MovedOut("Northfolk", Day("2027-01-30"), "") { Child = Child1 });
        Assert.Equal(TimelineState.Open, One(Of(given, "2027-02-02 09:00"), "Core group 1").State);

        given.At("2027-02-10 10:00").Fact(new MoveAnswered(YesNo.Yes, Day("2027-02-09"), "") { Child = Child1 });
        var timeline = Of(given, "2027-02-11 09:00");
        Assert.Equal((Day("2027-02-09"), TimelineMark.Closed),
            One(timeline, "Plan taken over there") is var over ? (over.On, over.Mark) : default);
        Assert.Equal(Day("2027-01-30"), One(timeline, "Moved to another authority").On);
        Assert.DoesNotContain("Northfolk", Text(timeline), StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_case_is_closed_on_each_childs_line_and_owes_nothing_until_it_goes_on()
    {
        var given = Curlew();
        given.At("2026-11-10 10:00").By(Priya).Fact(new CaseEnded(CaseEndCause.Other, "", "", YesNo.Yes, ""));
        var closed = Of(given).Events.Where(one => one.What == "Closed").ToList();

        Assert.Equal([(Child1, Day("2026-11-10")), (Child2, Day("2026-11-10"))], closed.Select(one => (one.Of!.Id, one.On)));
        Assert.DoesNotContain(Of(given).Events, one => one.State != TimelineState.Done);

        given.At("2026-11-20 10:00").Fact(new CaseReopened("Again."));
        Assert.Contains(Of(given).Rows, row => row is { Who: "Both", One.What: "Opened again" });
        Assert.Contains(Of(given).Events, one => one.State == TimelineState.Booked);
    }

    [Fact]
    public void A_case_that_was_closed_before_any_meeting_has_no_meeting_to_come()
    {
        var given = DatedCases.Opened("2026-11-25").At("2026-11-25 11:00").By(Priya).Fact(new CaseCancelled("By mistake."));

        Assert.Equal(["Case opened", "Closed without a meeting"], Of(given).Events.Select(one => one.What));
    }

    [Fact]
    public void A_meeting_that_nobody_has_called_stands_at_its_limit()
    {
        var meeting = One(Of(DatedCases.Opened("2026-11-25"), "2026-11-25 12:00"), "Meeting");

        Assert.Equal((TimelineState.Open, "┃"), (meeting.State, meeting.Sign));
        Assert.Equal(meeting.On, meeting.HoldBy);
    }

    [Fact]
    public void The_enquirys_days_are_the_procedures_and_count_from_the_meeting()
    {
        var timeline = Of(Curlew());

        Assert.Equal(Day("2026-06-03"), timeline.Start);
        Assert.Equal([("Day 5", Day("2026-06-09")), ("Day 8", Day("2026-06-12")), ("Day 15", Day("2026-06-23"))],
            timeline.Guides.Select(guide => (guide.Label, guide.On)));
    }

    [Fact]
    public void A_conference_that_the_meeting_said_no_to_ends_there()
    {
        var given = AnEnquiry.Begun("2026-12-02", conference: Conference.No);

        Assert.Equal(Day("2026-12-02"), One(Of(given, "2026-12-03 09:00"), "No conference").On);
        Assert.DoesNotContain(Of(given, "2026-12-03 09:00").Events, one => one.Mark == TimelineMark.Conference);
    }

    [Fact]
    public void A_limit_of_the_timeline_is_the_clocks()
    {
        var @case = Curlew().Case;
        var clocks = CaseClocks.Of(@case).Select(clock => clock.Due.On).ToHashSet();

        Assert.All(Of(Curlew()).Events.Where(one => one.HoldBy is not null), one => Assert.Contains(one.HoldBy!.Value, clocks));
    }

    [Fact]
    public void The_enquiry_is_read_by_whoever_keeps_it_and_the_plan_by_social_care()
    {
        string[] shared = ["Concern", "Meeting", "Minutes"];

        Assert.Equal(shared, Of(Curlew(), reader: Sam).Events.Select(one => one.What));
        Assert.Empty(Of(Curlew(), reader: Sam).Guides);
        Assert.Contains(Of(Curlew(), reader: Tom).Events, one => one.Line == TimelineLine.CoreGroups);
        // Of another agency, and chairs the conference.
        var outside = Grace with { Roles = [Role.ConferenceChair] };
        Assert.Contains(Of(Curlew(), reader: outside).Events, one => one.Mark == TimelineMark.Conference);
        Assert.DoesNotContain(Of(Curlew(), reader: outside).Events, one => one.Number is not null);
    }

    [Fact]
    public void Nobodys_name_and_nobodys_words_are_in_it()
    {
        var text = Text(Of(AProtectionPlan.Played(), "2027-12-01 09:10"));

        Assert.All(["Lindley", "Okafor", "Nair", "Quill", "County Hall", "Mill Lane", "neglect", "A trip", "By hand", "It holds",
            "Seen at school", "Away until Monday"],
            word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    private static TimelineEvent One(CaseTimeline timeline, string what) => Assert.Single(timeline.Events, one => one.What == what);

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);
}
