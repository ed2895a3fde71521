using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Phases.Planning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Cases.DatedCases;

namespace StrategyBot.Tests.Cases;

public sealed class CaseClocksTests
{
    [Fact]
    public void Every_clock_of_a_meeting_that_started_an_enquiry() => Golden.Text(Said(Enquired("2026-11-20")
        .Fact(Row(ActionKind.SafetyPlan))
        .Fact(new ImmediatePlanAgreed { Meeting = Given.FirstMeeting })));

    // Requirements 1.10.
    [Theory]
    [InlineData("2026-11-20", "minutes-approved", "2026-11-24")]
    [InlineData("2026-11-20", "quality-assurance", "2026-11-26")]
    [InlineData("2026-11-20", "progress-check", "2026-11-26")]
    [InlineData("2026-11-20", "enquiry-authorised", "2026-12-01")]
    [InlineData("2026-11-20", "conference-first-slot", "2026-12-09")]
    [InlineData("2026-11-20", "conference-last-slot", "2026-12-10")]
    [InlineData("2026-11-20", "conference", "2026-12-11")]
    [InlineData("2026-12-24", "minutes-approved", "2026-12-30")]
    [InlineData("2026-12-24", "quality-assurance", "2027-01-04")]
    [InlineData("2026-12-24", "enquiry-authorised", "2027-01-07")]
    [InlineData("2026-12-24", "conference-last-slot", "2027-01-18")]
    [InlineData("2026-12-24", "conference", "2027-01-19")]
    public void The_table_of_requirements_1_10_holds_for_a_case(string held, string clock, string due) =>
        Assert.Equal(due, Dates.Iso(Find(Enquired(held), $"meeting-1/{clock}").Due.On));

    [Fact]
    public void A_case_that_is_not_called_yet_has_only_its_limit() => Assert.Equal(["hold"], Ids(Opened("2026-11-20")));

    [Fact]
    public void What_follows_a_meeting_is_counted_from_its_plan_until_it_is_held_and_then_from_when_it_was()
    {
        var given = Called("2026-11-20");
        Assert.Equal("2026-11-24", Dates.Iso(Find(given, "meeting-1/minutes-approved").Due.On));
        Assert.Contains("counted from Fri 20 Nov 2026, for which it is planned", Assert.Single(CaseClocks.Notes(given.Case, Given.Words)),
            StringComparison.Ordinal);

        given.At("2026-11-23 09:00").Fact(new MeetingStarted(Via.Chair) { Meeting = Given.FirstMeeting });
        Assert.Equal("2026-11-25", Dates.Iso(Find(given, "meeting-1/minutes-approved").Due.On));
        Assert.Empty(CaseClocks.Notes(given.Case, Given.Words));
    }

    [Fact]
    public void A_meeting_that_ends_past_midnight_is_counted_from_the_day_it_started()
    {
        var given = Called("2026-11-20").At("2026-11-20 23:30").Fact(new MeetingStarted(Via.Chair) { Meeting = Given.FirstMeeting })
            .At("2026-11-21 00:40").Fact(new MeetingEnded(Via.Chair) { Meeting = Given.FirstMeeting });

        Assert.Equal("2026-11-24", Dates.Iso(Find(given, "meeting-1/minutes-approved").Due.On));
    }

    [Fact]
    public void The_chairs_form_stands_only_where_the_procedure_wants_it_sooner()
    {
        Assert.DoesNotContain("meeting-1/chair-form", Ids(Held("2026-11-20")));
        Assert.Equal("2026-11-20", Dates.Iso(Find(Held("2026-11-20", "devon"), "meeting-1/chair-form").Due.On));
    }

    [Fact]
    public void What_was_done_says_when()
    {
        var given = Held("2026-11-20").At("2026-11-23 10:00").Fact(new MinutesApproved(1, "digest", "") { Meeting = Given.FirstMeeting })
            .At("2026-11-23 10:05").Fact([.. new[] { Given.Sam, Given.Grace, Given.Ruth }.Select(to => Sent(to, EffectOutcome.Delivered))])
            .At("2026-11-23 11:00").Fact(new MinutesEntered(1) { Meeting = Given.FirstMeeting, Child = Given.Child1 });

        Assert.Equal("Fri 20 Nov 2026, 14:00", When(given, "hold"));
        Assert.Equal("Mon 23 Nov 2026, 10:00", When(given, "meeting-1/minutes-approved"));
        Assert.Equal("Mon 23 Nov 2026, 10:05", When(given, "meeting-1/minutes-distributed"));
        Assert.Equal("Mon 23 Nov 2026, 11:00", When(given, "meeting-1/minutes-entered"));
    }

    [Fact]
    public void The_minutes_are_not_sent_while_one_of_those_invited_has_none()
    {
        var given = Held("2026-11-20").Fact(new MinutesApproved(1, "digest", "") { Meeting = Given.FirstMeeting })
            .Fact(Sent(Given.Sam, EffectOutcome.Delivered), Sent(Given.Grace, EffectOutcome.Delivered));
        Assert.Null(Find(given, "meeting-1/minutes-distributed").DoneAt);

        given.Fact(Sent(Given.Ruth, EffectOutcome.GivenUp));
        Assert.Null(Find(given, "meeting-1/minutes-distributed").DoneAt);
    }

    [Fact]
    public void Only_what_the_record_would_tell_is_called_overdue()
    {
        var given = Enquired("2026-11-20");
        var later = Dates.Local("2026-12-01 09:00");

        Assert.EndsWith("Overdue.", Find(given, "meeting-1/minutes-approved").Say(Given.Words, later), StringComparison.Ordinal);
        Assert.EndsWith("This date has passed.", Find(given, "meeting-1/quality-assurance").Say(Given.Words, later),
            StringComparison.Ordinal);
        Assert.False(Find(Called("2026-11-20"), "meeting-1/minutes-approved").IsOverdue(later));
    }

    [Fact]
    public void An_enquiry_on_one_child_of_two_names_whose_days_they_are()
    {
        var given = Held("2026-11-20", children: 2).Fact(Decided(Section47.Start, Given.Child2), Decided(Section47.NotStart, Given.Child1));

        Assert.Equal("Child 2: Conference by", Find(given, "meeting-1/conference").Label);
        Assert.Equal("Conference by", Find(given.Fact(Decided(Section47.Start, Given.Child1)), "meeting-1/conference").Label);
    }

    [Fact]
    public void No_conference_means_none_of_its_days()
    {
        var given = Enquired("2026-11-20")
            .Fact(new ConferenceDecided(Conference.No, "") { Meeting = Given.FirstMeeting, Child = Given.Child1 });

        Assert.Equal(["enquiry", "progress-check", "enquiry-authorised"],
            Ids(given).SkipWhile(id => id != "meeting-1/enquiry").Select(id => id[10..]));
    }

    [Fact]
    public void An_enquiry_that_only_continues_has_no_date_here_and_says_so()
    {
        var given = Held("2026-11-20").Fact(Decided(Section47.Continue, Given.Child1));

        Assert.DoesNotContain("meeting-1/conference", Ids(given));
        Assert.Contains("began before this case", Assert.Single(CaseClocks.Notes(given.Case, Given.Words)), StringComparison.Ordinal);
    }

    // R45: the original start is kept.
    [Fact]
    public void An_enquiry_that_continues_is_counted_from_the_day_that_it_began_before_this_case()
    {
        var given = Held("2026-11-20").Fact(Decided(Section47.Continue, Given.Child1));
        given.When(@case => DecisionRule.EnquiryStart(
            @case, @case.Children, Dates.Date("2026-11-21"), Dates.Date("2026-11-20"), Given.Words)).Refused<CannotBe>();

        given.Decided(@case => DecisionRule.EnquiryStart(
            @case, @case.Children, Dates.Date("2026-11-13"), Dates.Date("2026-11-20"), Given.Words));

        Assert.Equal("2026-12-04", Dates.Iso(Find(given, "meeting-1/conference").Due.On));
        Assert.Empty(CaseClocks.Notes(given.Case, Given.Words));
        var enquiry = Assert.Single(Enquiry.Of(given.Case));
        Assert.Equal((EnquiryBasis.Before, Dates.Date("2026-11-13")), (enquiry.Basis, enquiry.StartedOn!.Value));
        Assert.Contains(MinutesDraft.Of(given.Case), paragraph =>
            paragraph.Text.EndsWith("the enquiry runs since the strategy meeting on Fri 13 Nov 2026.", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_child_has_an_enquiry_of_its_own_with_what_it_began_with()
    {
        var given = Enquired("2026-11-20", children: 2)
            .At("2026-11-20 15:00").Fact(new MeetingEnded(Via.Chair) { Meeting = Given.FirstMeeting })
            .At("2026-11-24 10:00").Fact(Decided(Section47.Start, new("child-2")) with { ChangedBecause = "A disclosure." });

        Assert.Equal(
            [("child-1", EnquiryBasis.Meeting, "2026-11-20"), ("child-2", EnquiryBasis.Change, "2026-11-24")],
            Enquiry.Of(given.Case).Select(enquiry => (enquiry.Child.Id.Value, enquiry.Basis, Dates.Iso(enquiry.StartedOn!.Value))));
    }

    [Fact]
    public void Whose_start_is_not_known_is_asked_for_at_the_end()
    {
        var given = Held("2026-11-20").Fact(Decided(Section47.Continue, Given.Child1));
        Assert.Contains(PlanningHub.Gaps(given.Case), gap => gap.Id == "enquiry-start/child-1");

        given.Fact(new EnquiryStartGiven(Dates.Date("2026-11-13")) { Meeting = Given.FirstMeeting, Child = Given.Child1 });

        Assert.DoesNotContain(PlanningHub.Gaps(given.Case), gap => gap.Id == "enquiry-start/child-1");
    }

    [Fact]
    public void A_later_meeting_does_not_reset_the_conference()
    {
        var @case = Enquired("2026-11-20").Case;
        var later = Held("2026-12-02").Case.Meeting with { Id = new("meeting-2") };

        var clocks = CaseClocks.Of(@case with { Meetings = @case.Meetings.Add(later) });

        Assert.Equal("2026-12-11", Dates.Iso(clocks.Single(clock => clock.Id == "meeting-1/conference").Due.On));
        Assert.Equal("Meeting 2: Minutes approved by", clocks.Single(clock => clock.Id == "meeting-2/minutes-approved").Label);
    }

    [Fact]
    public void Past_the_known_bank_holidays_every_date_says_so() =>
        Assert.Contains("The bank holidays after 2028 are not known here yet: check this date.",
            Find(Enquired("2028-12-20"), "meeting-1/conference").Say(Given.Words, Dates.Local("2028-12-20 15:00")),
            StringComparison.Ordinal);

    private static ActionAgreed Row(ActionKind kind) =>
        new(new("action-1"), kind, "Visit", Given.Tom.Id, Dates.Local("2026-11-23 12:00"), "", "") { Meeting = Given.FirstMeeting };

    private static EffectSettled Sent(Participant to, EffectOutcome outcome) =>
        new(DistributeMinutesDuty.KeyOf(new(Given.FirstMeeting, Given.Priya.Id), 1, to.Id), outcome, "mail", "");

    private static string Said(Given given) =>
        string.Join('\n', CaseClocks.Of(given.Case).Select(clock => $"{clock.Id}: {clock.Label} {clock.Say(Given.Words, given.Now)}"));

    [Fact]
    public void An_enquiry_that_a_manager_starts_after_the_meeting_is_counted_from_that_day()
    {
        var given = Held("2026-11-20").Fact(Decided(Section47.NotStart, Given.Child1)).At("2026-11-20 17:00")
            .Fact(new MeetingEnded(Via.Form) { Meeting = Given.FirstMeeting })
            .At("2026-11-25 10:00").Fact(Decided(Section47.Start, Given.Child1) with { ChangedBecause = "A second injury." });

        Assert.Equal("2026-12-16", Dates.Iso(Find(given, "meeting-1/conference").Due.On));
    }

    [Fact]
    public void Saying_again_that_it_starts_or_with_whom_does_not_begin_its_clocks_anew()
    {
        var given = Enquired("2026-11-20").At("2026-11-20 17:00").Fact(new MeetingEnded(Via.Form) { Meeting = Given.FirstMeeting })
            .At("2026-12-01 10:00")
            .Fact(Decided(Section47.Start, Given.Child1) with { Conduct = Conduct.Joint, ChangedBecause = "Police." });

        Assert.Equal("2026-12-11", Dates.Iso(Find(given, "meeting-1/conference").Due.On));
    }

    [Fact]
    public void A_further_meeting_that_lets_an_enquiry_go_on_leaves_its_clocks_where_they_began()
    {
        var second = new MeetingId("meeting-2");
        var given = Enquired("2026-11-20").At("2026-11-27 09:00").Fact(
            new MeetingOpened(Given.Priya.Id, "A new injury.") { Meeting = second },
            new MeetingConvened(
                Dates.Local("2026-11-27 14:00"), Dates.Local("2026-11-27 15:00"), Dates.Local("2026-11-27 23:59"), "same day", "")
            {
                Meeting = second,
            },
            Decided(Section47.Continue, Given.Child1) with { Meeting = second });

        Assert.Equal("2026-12-11", Dates.Iso(Find(given, "meeting-1/conference").Due.On));
        Assert.DoesNotContain(Ids(given), id => id == "meeting-2/conference");
    }

    private static CaseClock Find(Given given, string id) => CaseClocks.Of(given.Case).Single(clock => clock.Id == id);

    private static IEnumerable<string> Ids(Given given) => CaseClocks.Of(given.Case).Select(clock => clock.Id);

    private static string When(Given given, string id) => Given.Words.When(Find(given, id).DoneAt!.Value);
}
