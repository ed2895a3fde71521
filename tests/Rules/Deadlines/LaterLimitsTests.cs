using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Rules.Wording;
using static StrategyBot.Tests.TestKit.Dates;

namespace StrategyBot.Tests.Rules.Deadlines;

/// <summary>Every number of requirements 1.6 to 1.8.</summary>
public sealed class LaterLimitsTests
{
    private static readonly ProcedureProfile Default = ProcedureProfiles.Default;
    private static readonly ProcedureProfile Devon = ProcedureProfiles.Named("devon");
    private static readonly Clocks Clocks = Clocks.For(Default);

    [Theory]
    [InlineData("2026-11-20", "2026-11-24")]
    [InlineData("2026-04-02", "2026-04-08")]
    [InlineData("2026-12-24", "2026-12-30")]
    [InlineData("2027-12-24", "2027-12-30")]
    [InlineData("2028-02-28", "2028-03-01")]
    [InlineData("2026-03-27", "2026-03-31")]
    [InlineData("2026-10-23", "2026-10-27")]
    public void R88_minutes_are_approved_entered_and_distributed_within_two_working_days(string meeting, string due)
    {
        var limits = MinutesLimits.For(Clocks, Default.Minutes, Date(meeting));

        Assert.All([limits.Approve, limits.Enter, limits.Distribute], mark => Assert.Equal(Local($"{due} 23:59"), mark.At));
    }

    [Fact]
    public void R88_reminders_come_at_nine_and_at_two_and_the_manager_only_on_the_last_day() =>
        Assert.Equal(
            ["Mon 23 Nov 2026, 09:00 chair", "Tue 24 Nov 2026, 09:00 chair serviceManager", "Tue 24 Nov 2026, 14:00 chair serviceManager"],
            MinutesLimits.For(Clocks, Default.Minutes, Date("2026-11-20")).Reminders
                .Select(r => $"{Words.English.When(r.At)} {string.Join(' ', r.To)}"));

    [Theory]
    [InlineData("2026-03-27", "2026-03-30 09:00")]
    [InlineData("2026-10-23", "2026-10-26 09:00")]
    [InlineData("2026-12-24", "2026-12-29 09:00")]
    public void R88_nine_is_nine_on_the_wall_on_either_side_of_a_clock_change(string meeting, string first) =>
        Assert.Equal(Local(first), MinutesLimits.For(Clocks, Default.Minutes, Date(meeting)).Reminders[0].At);

    [Fact]
    public void R92_the_chairs_form_is_due_on_Day_1_in_Devon_and_with_the_minutes_elsewhere()
    {
        Assert.Equal(Date("2026-11-20"), MinutesLimits.For(Clocks, Devon.Minutes, Date("2026-11-20")).ChairForm.On);
        Assert.Equal(Date("2026-11-24"), MinutesLimits.For(Clocks, Default.Minutes, Date("2026-11-20")).ChairForm.On);
    }

    [Fact]
    public void P15_an_objection_is_answered_within_two_working_days() =>
        Assert.Equal(Date("2026-11-24"), MinutesLimits.ObjectionAnswered(Clocks, Default.Minutes, Local("2026-11-20 18:00")).On);

    [Fact]
    public void R80_the_plan_is_on_file_within_two_working_days() =>
        Assert.Equal("Wed 30 Dec 2026 (within 2 working days – Default procedure)",
            SafetyLimits.PlanOnFile(Clocks, Default, Local("2026-12-24 12:00")).Say(Words.English));

    [Fact]
    public void R73_an_emergency_plan_is_reviewed_on_the_next_working_day() =>
        Assert.Equal(Date("2026-11-23"), SafetyLimits.EmergencyReview(Clocks, Default, Local("2026-11-20 23:30")).On);

    [Theory]
    [InlineData("2026-11-20 03:15", "2026-11-23 03:15")]
    [InlineData("2026-03-28 12:00", "2026-03-31 13:00")]
    [InlineData("2026-10-24 12:00", "2026-10-27 11:00")]
    public void P4_police_protection_ends_after_72_hours_on_the_clock(string taken, string ends) =>
        Assert.Equal(Local(ends), SafetyLimits.PoliceProtectionEnds(Clocks, Default, Local(taken)).At);

    [Fact]
    public void P16_a_wrong_disclosure_has_72_hours() =>
        Assert.Equal("Mon 23 Nov 2026, 10:00", SafetyLimits.WronglyShared(Clocks, Default, Local("2026-11-20 10:00")).Date(Words.English));

    [Theory]
    [InlineData("2026-11-20", "2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01", "2026-12-09", "2026-12-10")]
    [InlineData("2026-12-24", "2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07", "2027-01-15", "2027-01-18")]
    [InlineData("2026-04-02", "2026-04-10", "2026-04-13", "2026-04-14", "2026-04-15", "2026-04-23", "2026-04-24")]
    [InlineData("2028-02-25", "2028-03-02", "2028-03-03", "2028-03-06", "2028-03-07", "2028-03-15", "2028-03-16")]
    [InlineData("2026-11-21", "2026-11-27", "2026-11-30", "2026-12-01", "2026-12-02", "2026-12-10",
        "2026-12-11")] // a Saturday: Day 1 is Monday
    public void R96_to_R108_the_days_of_the_enquiry(
        string meeting, string day5, string day6, string day7, string day8, string day14, string day15)
    {
        var days = EnquiryDays.For(Clocks, Default, Date(meeting));

        Assert.All([days.QualityAssuranceTold, days.Enquiry, days.ProgressCheck], due => Assert.Equal(Date(day5), due.On));
        Assert.Equal(Date(day6), days.ConveningForm.On);
        Assert.Equal(Date(day7), days.Assigned.On);
        Assert.All([days.Authorised, days.Screening, days.Invites, days.NoChairEscalation, days.OutOfTimescale],
            due => Assert.Equal(Date(day8), due.On));
        Assert.Equal((Date(day14), Date(day15)), (days.FirstSlot.On, days.LastSlot.On));
    }

    [Fact]
    public void R96_quality_assurance_is_told_on_Day_6_in_Devon_and_Day_5_in_Herefordshire()
    {
        Assert.Equal(Date("2026-11-27"), EnquiryDays.For(Clocks, Devon, Date("2026-11-20")).QualityAssuranceTold.On);
        Assert.Equal(Date("2026-11-26"),
            EnquiryDays.For(Clocks, ProcedureProfiles.Named("herefordshire"), Date("2026-11-20")).QualityAssuranceTold.On);
    }

    [Fact]
    public void R60_a_further_meeting_is_reviewed_every_two_working_days() =>
        Assert.Equal(Date("2026-11-24"), EnquiryDays.FurtherMeetingReview(Clocks, Default, Date("2026-11-20")).On);

    [Theory]
    [InlineData("2026-11-20", "2026-12-11")]
    [InlineData("2026-12-24", "2027-01-19")]
    [InlineData("2027-12-24", "2028-01-19")]
    [InlineData("2026-03-25", "2026-04-17")]
    [InlineData("2028-02-25", "2028-03-17")]
    public void R94_the_conference_is_held_within_15_working_days(string meeting, string due) =>
        Assert.Equal(Date(due), ConferenceLimits.Hold(Clocks, Default.Conference, Date(meeting)).On);

    [Fact]
    public void R94_Day_15_is_one_working_day_inside_the_limit() =>
        Assert.Equal(
            EnquiryDays.For(Clocks, Default, Date("2026-11-20")).LastSlot.On,
            Clocks.Days.Before(ConferenceLimits.Hold(Clocks, Default.Conference, Date("2026-11-20")).On, 1));

    [Fact]
    public void R95_the_clock_belongs_to_the_meeting_that_started_the_enquiry()
    {
        ConferenceLimits.MeetingHeld[] meetings =
            [new(Date("2026-11-27"), true), new(Date("2026-11-18"), false), new(Date("2026-11-20"), true), new(Date("2026-12-02"), false)];

        Assert.Equal(Date("2026-11-20"), ConferenceLimits.CountedFrom(Default.Conference, meetings));
        Assert.Equal(Date("2026-12-02"),
            ConferenceLimits.CountedFrom(
                Default.Conference with
                {
                    Starts = Default.Conference.Starts with { From = ProcedureProfile.ConferenceClock.Last },
                },
                meetings));
        Assert.Null(ConferenceLimits.CountedFrom(Default.Conference, [new(Date("2026-11-18"), false)]));
    }

    [Theory]
    [InlineData("2026-12-03", true)]
    [InlineData("2026-12-04", true)]
    [InlineData("2026-12-07", false)]
    public void R104_five_working_days_of_notice(string invited, bool enough)
    {
        Assert.Equal(enough, ConferenceLimits.GivesNotice(Clocks, Default.Conference, Date(invited), Date("2026-12-11")));
        Assert.Equal(Date("2026-12-04"), ConferenceLimits.LastInvites(Clocks, Default.Conference, Date("2026-12-11")).On);
    }

    [Fact]
    public void R104_invitations_on_Day_8_give_notice_of_either_slot()
    {
        var days = EnquiryDays.For(Clocks, Default, Date("2026-12-24"));

        Assert.True(ConferenceLimits.GivesNotice(Clocks, Default.Conference, days.Invites.On, days.FirstSlot.On));
    }

    [Theory]
    [InlineData("2026-12-11", "2026-12-09")]
    [InlineData("2026-04-08", "2026-04-02")]
    public void R107_the_report_is_there_two_working_days_before(string conference, string due) =>
        Assert.Equal(Date(due), ConferenceLimits.Report(Clocks, Default.Conference, Date(conference)).On);

    [Fact]
    public void R110_seven_working_days_from_the_complete_form() =>
        Assert.Equal(Date("2027-01-06"), ConferenceLimits.Facilitated(Clocks, Default.Conference, Local("2026-12-23 16:00")).On);

    [Fact]
    public void R114_the_first_core_group_within_ten_working_days() =>
        Assert.Equal(Date("2026-12-29"), ReviewLimits.FirstCoreGroup(Clocks, Default.Reviews, Date("2026-12-11")).On);

    [Fact]
    public void R115_the_next_core_group_within_42_days() =>
        Assert.Equal("Mon 8 Feb 2027 (within 42 days – Default procedure)",
            ReviewLimits.NextCoreGroup(Clocks, Default.Reviews, Date("2026-12-28")).Say(Words.English));

    [Fact]
    public void R116_of_three_months_and_90_days_the_earlier() // the vector of requirements 1.10
    {
        var due = ReviewLimits.FirstReview(Clocks, Devon.Reviews, Date("2027-02-01"));

        Assert.Equal("Sat 1 May 2027 (within 3 months – Default procedure). Hold on or before Fri 30 Apr 2027.", due.Say(Words.English));
    }

    [Theory]
    [InlineData("2026-12-11", "2027-03-11")]
    [InlineData("2026-11-30", "2027-02-28")]
    [InlineData("2027-11-30", "2028-02-29")]
    public void R116_three_calendar_months_by_default(string conference, string due) =>
        Assert.Equal(Date(due), ReviewLimits.FirstReview(Clocks, Default.Reviews, Date(conference)).On);

    [Theory]
    [InlineData("default", "2027-09-15")]
    [InlineData("devon", "2027-09-12")] // 181 days end before six months
    public void R117_later_reviews_within_six_months(string profile, string due) =>
        Assert.Equal(Date(due), ReviewLimits.LaterReview(Clocks, ProcedureProfiles.Named(profile).Reviews, Date("2027-03-15")).On);

    [Fact]
    public void R117_181_days_are_never_later_than_six_months() => Assert.All(
        Enumerable.Range(0, 1461).Select(Date("2024-01-01").AddDays),
        start => Assert.True(start.AddDays(181) <= start.AddMonths(6) || start.AddMonths(6).Day < start.Day));

    [Fact]
    public void A_review_past_the_known_calendar_says_so() =>
        Assert.Contains("check this date", ReviewLimits.LaterReview(Clocks, Default.Reviews, Date("2028-08-01")).Warning,
            StringComparison.Ordinal);
}
