using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Rules.Wording;
using static StrategyBot.Tests.TestKit.Dates;

namespace StrategyBot.Tests.Rules.Deadlines;

public sealed class HoldByTests
{
    private static readonly ProcedureProfile Bedford = ProcedureProfiles.Named("bedford");
    private static readonly Clocks Clocks = Clocks.For(Bedford);
    private static readonly DateTimeOffset Friday = Local("2026-11-20 10:00");
    private static readonly LimitAnswer NotUrgent = LimitAnswer.No("Priya Nair", "an old bruise, explained");

    /// <summary>No question open, nothing urgent: the general limit.</summary>
    private static readonly Referral Calm = new(Friday, Friday) { Urgent = NotUrgent };

    [Fact]
    public void R18_three_working_days_from_the_concern()
    {
        var hold = Decide(Calm);

        Assert.Equal("Hold by Wed 25 Nov 2026 (within 3 working days: general limit – Bedford guide)", hold.Say(Words.English));
        Assert.Equal("No other limit applies.", hold.Why);
        Assert.Equal(Local("2026-11-25 23:59"), hold.Due.At);
    }

    [Fact]
    public void R17_two_working_days_in_Herefordshire() =>
        Assert.Equal(
            "Hold by Tue 24 Nov 2026 (within 2 working days: general limit – Herefordshire note)",
            Decide(Calm, ProcedureProfiles.Named("herefordshire")).Say(Words.English));

    [Theory]
    [InlineData("2026-04-02 10:00", "2026-04-09")] // Maundy Thursday: over Easter
    [InlineData("2026-12-24 10:00", "2026-12-31")] // Christmas 2026
    [InlineData("2027-12-24 10:00", "2027-12-31")] // Christmas 2027, substitute days
    [InlineData("2028-02-28 10:00", "2028-03-02")] // over the leap day
    [InlineData("2026-03-27 23:30", "2026-04-01")] // over the clocks going forward
    [InlineData("2026-10-23 23:30", "2026-10-28")] // and back
    [InlineData("2026-11-21 10:00", "2026-11-25")] // from a Saturday
    public void R18_the_general_limit_counts_working_days(string concern, string expected) =>
        Assert.Equal(Date(expected),
            Decide(Calm with { ConcernIdentifiedAt = Local(concern), ReferralReceivedAt = Local(concern) }).Due.On);

    [Theory]
    [InlineData("2026-11-20 10:00")]
    [InlineData("2026-11-21 10:00")] // a Saturday counts
    [InlineData("2026-12-25 10:00")] // Christmas Day counts
    [InlineData("2026-03-29 00:30")] // the day the clocks go forward
    [InlineData("2026-10-25 23:58")] // and back
    public void R19_serious_harm_is_the_day_of_the_referral(string received)
    {
        var hold = Decide(new Referral(Local(received), Local(received)) { Urgent = LimitAnswer.Yes, UrgentParts = ["serious-injury"] });

        Assert.Equal(Local($"{received[..10]} 23:59"), hold.Due.At);
        Assert.Equal("same day: serious injury", hold.Due.Rule);
    }

    [Fact]
    public void R19_is_explained_in_one_line() =>
        Assert.Equal(
            "Hold by Fri 20 Nov 2026 (same day: serious injury – Bedford guide)",
            Decide(Calm with { Urgent = LimitAnswer.Yes, UrgentParts = ["serious-injury"] }).Say(Words.English));

    [Fact]
    public void P2_no_answer_to_the_first_question_means_the_same_day()
    {
        var hold = Decide(Calm with { Urgent = LimitAnswer.Unanswered });

        Assert.Equal(Date("2026-11-20"), hold.Due.On);
        Assert.Equal("same day: the first question is not answered", hold.Due.Rule);
        Assert.Equal("It is the earliest that applies; the next is Wed 25 Nov 2026.", hold.Why);
    }

    [Theory]
    [InlineData("", "a reason")]
    [InlineData("Priya Nair", " ")]
    public void P2_a_No_without_name_or_reason_means_the_same_day(string by, string reason) =>
        Assert.Equal("same day: a No needs a name and a reason", Decide(Calm with { Urgent = LimitAnswer.No(by, reason) }).Due.Rule);

    [Fact]
    public void P2_the_No_is_shown_among_what_was_considered() =>
        Assert.Equal(
            ["Fri 20 Nov 2026 (same day: serious risk of harm – Bedford guide): the first question was answered with No"],
            Decide(Calm).Considered.Select(limit => limit.Say(Words.English)));

    [Fact]
    public void R20_penetrative_abuse_is_the_same_day_for_forensic_evidence() =>
        Assert.Equal(
            "Hold by Fri 20 Nov 2026 (same day: forensic evidence – Bedford guide)",
            Decide(Calm with { PenetrativeSexualAbuse = true, ForensicEvidence = LimitAnswer.Yes }).Say(Words.English));

    [Fact]
    public void R20_unanswered_is_the_same_day() =>
        Assert.Equal(Date("2026-11-20"), Decide(Calm with { PenetrativeSexualAbuse = true }).Due.On);

    [Fact]
    public void R20_no_with_a_reason_leaves_the_general_limit()
    {
        var hold = Decide(
            Calm with { PenetrativeSexualAbuse = true, ForensicEvidence = LimitAnswer.No("Sam Whitlock", "three months ago") });

        Assert.Equal(Date("2026-11-25"), hold.Due.On);
        Assert.Contains(hold.Considered, limit => limit.WhyNot == "forensic evidence does not need it");
    }

    [Fact]
    public void R21_immediate_action_gives_one_working_day_from_the_action()
    {
        var hold = Decide(Calm with { ImmediateAction = new(ProtectiveAction.PoliceProtection, Local("2026-11-21 03:00")) });

        Assert.Equal("Hold by Mon 23 Nov 2026 (within 1 working day: police protection – Bedford guide)", hold.Say(Words.English));
    }

    [Fact]
    public void R21_without_a_time_counts_from_the_concern() =>
        Assert.Equal(Date("2026-11-23"), Decide(Calm with { ImmediateAction = new(ProtectiveAction.Removal, null) }).Due.On);

    [Fact]
    public void An_emergency_order_comes_first_and_does_not_wait_for_the_meeting()
    {
        var hold = Decide(Calm with { ImmediateAction = new(ProtectiveAction.EmergencyOrder, null) });

        Assert.Equal("Protect first: seek the order now. It does not wait for this meeting.", hold.ProtectFirst);
        Assert.Equal("within 1 working day: emergency order sought", hold.Due.Rule);
        Assert.Null(Decide(Calm with { ImmediateAction = new(ProtectiveAction.EmergencyOrder, Friday) }).ProtectFirst);
    }

    [Fact]
    public void R22_a_complex_case_has_five_working_days_and_a_head_of_service()
    {
        var hold = Decide(Calm with { Complex = true, ImmediateProtectionNeeded = false });

        Assert.Equal("Hold by Fri 27 Nov 2026 (within 5 working days: complex case – Bedford guide)", hold.Say(Words.English));
        Assert.Equal("It replaces the general limit, because no immediate protection is needed.", hold.Why);
        Assert.Equal("Head of Service", hold.MustChair?.Title);
        Assert.False(hold.SuggestDesignatedOfficer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(null)]
    public void R22_the_five_days_are_not_taken_while_protection_may_be_needed(bool? needed)
    {
        var hold = Decide(Calm with { Complex = true, ImmediateProtectionNeeded = needed });

        Assert.Equal(Date("2026-11-25"), hold.Due.On);
        Assert.Equal("Head of Service", hold.MustChair?.Title); // still a complex case (R6)
    }

    [Fact]
    public void R22_a_complex_case_that_is_urgent_is_the_same_day() =>
        Assert.Equal(Date("2026-11-20"),
            Decide(Calm with { Complex = true, ImmediateProtectionNeeded = false, Urgent = LimitAnswer.Yes }).Due.On);

    [Fact]
    public void R23_an_allegation_against_staff_has_five_working_days_and_suggests_the_designated_officer()
    {
        var hold = Decide(Calm with { Staff = true, ImmediateProtectionNeeded = false });

        Assert.Equal(Date("2026-11-27"), hold.Due.On);
        Assert.True(hold.SuggestDesignatedOfficer);
        Assert.Null(hold.MustChair); // not stated for this bullet
    }

    [Fact]
    public void An_authority_without_a_longer_limit_keeps_its_general_one() =>
        Assert.Equal(
            "within 2 working days: general limit",
            Decide(Calm with { Complex = true, ImmediateProtectionNeeded = false }, ProcedureProfiles.Named("herefordshire")).Due.Rule);

    [Fact]
    public void R24_the_earliest_wins_and_the_others_are_named()
    {
        var hold = Decide(Calm with
        {
            Urgent = LimitAnswer.Yes,
            UrgentParts = ["baby-injury"],
            PenetrativeSexualAbuse = true,
            ForensicEvidence = LimitAnswer.Yes,
            ImmediateAction = new(ProtectiveAction.PoliceProtection, Friday),
            Complex = true,
            ImmediateProtectionNeeded = true,
        });

        Assert.Equal("same day: injury to a baby", hold.Due.Rule);
        Assert.Equal(
            [
                "Fri 20 Nov 2026 (same day: forensic evidence – Bedford guide): applies too, and is not earlier",
                "Mon 23 Nov 2026, 10:00 (within 72 hours: police protection – practice, to be confirmed): applies too, and is not earlier",
                "Fri 27 Nov 2026 (within 5 working days: complex case – Bedford guide): immediate protection is needed",
                "Wed 25 Nov 2026 (within 3 working days: general limit – Bedford guide): applies too, and is not earlier",
            ],
            hold.Considered.Select(limit => limit.Say(Words.English)));
    }

    [Fact]
    public void R24_immediate_action_beats_the_longer_limit() =>
        Assert.Equal(Date("2026-11-23"),
            Decide(Calm with
            {
                Complex = true,
                ImmediateProtectionNeeded = false,
                ImmediateAction = new(ProtectiveAction.Removal, Friday),
            }).Due.On);

    [Theory]
    [InlineData("2026-11-20 15:59", null)]
    [InlineData("2026-11-20 16:00", "It is past 16:00. Out of hours: Emergency duty team, 01632 960900.")]
    [InlineData("2026-11-21 10:00", "Today is not a working day. Out of hours: Emergency duty team, 01632 960900.")]
    public void R19_after_the_cut_off_the_emergency_duty_team_is_offered(string now, string? offer) =>
        Assert.Equal(offer, HoldBy.Decide(Clocks, Bedford, Calm with { Urgent = LimitAnswer.Yes }, Local(now)).OutOfHoursOffer);

    [Fact]
    public void The_emergency_duty_team_is_not_offered_for_a_longer_limit() =>
        Assert.Null(HoldBy.Decide(Clocks, Bedford, Calm, Local("2026-11-21 22:00")).OutOfHoursOffer);

    [Fact]
    public void R4_a_transfer_that_the_other_authority_keeps_needs_no_meeting_here()
    {
        var kept = new TransferIn("Northshire", true, "Ann Lowe", Local("2026-11-20 09:30"));

        Assert.Equal(
            "Northshire keeps responsibility, as Ann Lowe confirmed on Fri 20 Nov 2026, 09:30: no meeting need be called here (Bedford "
                + "guide).", Decide(Calm with { TransferIn = kept }).NotNeeded);
        Assert.Null(Decide(Calm with { TransferIn = kept with { ConfirmedBy = "" } }).NotNeeded);
        Assert.Null(Decide(Calm with { TransferIn = kept with { OtherKeepsResponsibility = null } }).NotNeeded);
    }

    [Fact]
    public void Convening_later_than_the_limit_asks_for_a_reason()
    {
        Assert.False(Decide(Calm).AsksForReason(Local("2026-11-25 23:59")));
        Assert.True(Decide(Calm).AsksForReason(Local("2026-11-26 00:00")));
    }

    private static HoldBy Decide(Referral referral, ProcedureProfile? profile = null) =>
        HoldBy.Decide(profile is null ? Clocks : Clocks.For(profile), profile ?? Bedford, referral, Friday);
}
