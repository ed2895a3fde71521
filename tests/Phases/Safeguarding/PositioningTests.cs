using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Safeguarding;

public sealed class PositioningTests
{
    [Fact]
    public void Rows_of_the_plan_and_none_needed_exclude_each_other_both_ways()
    {
        var given = AConvenedCase().Decided(@case => SafetyPlanRule.NoneNeeded(@case, "In hospital."));

        given.Decided(@case => RowRules.Agree(@case, ActionKind.SafetyPlan,
            new(Id.Value, null, "Stay at grandmother's", Tom.Id.Value, null, "tomorrow 12:00"), given.Now, Words));
        Assert.Null(given.Case.Meeting.Safety.NoneNeeded);
        given.When(@case => SafetyPlanRule.NoneNeeded(@case, "In hospital.")).Refused<CannotBe>();

        given.Decided(@case => RowRules.Withdraw(@case, ActionKind.SafetyPlan, new("action-1"), null, given.Now))
            .Decided(@case => SafetyPlanRule.NoneNeeded(@case, "In hospital."));
        Assert.Equal("In hospital.", given.Case.Meeting.Safety.NoneNeeded!.Fact.Because);
    }

    private static readonly DateTimeOffset Now = Dates.Local("2026-11-25 14:20");

    [Fact]
    public void The_first_half_is_saved_as_far_as_it_goes() =>
        AConvenedCase().When(c => PositionRule.Place(c, c.Children, " Ward 4 ", null, "", null))
            .Then(new PositionRecorded("Ward 4", "", "", SafetyBasis.NotSaidYet, null, null, "")
            {
                Meeting = FirstMeeting,
                Child = Child1,
            });

    [Fact]
    public void The_second_half_keeps_the_first()
    {
        var given = Protected("2026-11-25 10:00");

        given.Decided(
            c => PositionRule.Limit(c, c.Children, Dates.Local("2026-11-25 10:00"), Dates.Local("2026-11-26 12:00"), "999", Now, Words));

        Assert.Equal(
            new PositionRecorded("Ward 4", "Nurses", "Ward staff", SafetyBasis.PoliceProtection, Dates.Local("2026-11-25 10:00"),
                Dates.Local("2026-11-26 12:00"), "999")
            { Meeting = FirstMeeting, Child = Child1 },
            given.Case.Meeting.Safety.Positions[Child1].Fact);
    }

    [Fact]
    public void The_same_save_twice_is_one_fact_and_a_confirmation_stands()
    {
        var given = Protected("2026-11-25 10:00").Decided(c => PositionRule.Confirm(c, Priya, c.Children, Priya, "Seen."));

        given.When(c => PositionRule.Place(c, c.Children, "Ward 4", "Nurses", "Ward staff", SafetyBasis.PoliceProtection)).ThenNothingNew();
        Assert.NotEmpty(given.Case.Meeting.Safety.Confirmed);
    }

    [Fact]
    public void The_same_for_all_children_keeps_what_differs_in_the_other_half()
    {
        var given = AConvenedCase(children: 2).Fact(Position(Child2) with { IfTakenRing = "01632 960009" });

        given.Decided(c => PositionRule.Place(c, c.Children, "With the aunt", "Aunt", "Aunt", SafetyBasis.ParentsAgree));

        Assert.Equal(["", "01632 960009"],
            given.Case.Children.Select(child => given.Case.Meeting.Safety.Positions[child.Id].Fact.IfTakenRing));
        Assert.All(given.Case.Meeting.Safety.Positions.Values, position => Assert.Equal("With the aunt", position.Fact.Where));
    }

    [Fact]
    public void Police_protection_ends_seventy_two_clock_hours_later_also_over_a_weekend()
    {
        var given = Protected("2026-11-27 17:30");

        Assert.Equal(Dates.Local("2026-11-30 17:30"), PositionRule.ProtectionEnds(given.Case, given.Case.Children[0])!.At);
        Assert.Equal(Dates.Local("2026-11-30 17:30"), PositionRule.DecideBy(given.Case, given.Case.Children[0]));
    }

    [Fact]
    public void A_decision_is_due_before_police_protection_ends() =>
        Protected("2026-11-25 10:00")
            .When(c => PositionRule.Limit(c, c.Children, Dates.Local("2026-11-25 10:00"), Dates.Local("2026-11-28 10:01"), "", Now, Words))
            .Then(new CannotBe("Police protection ends Sat 28 Nov 2026, 10:00. Decide by then, or earlier.") { Field = "decideDate" });

    [Fact]
    public void A_footing_can_not_begin_in_the_future() =>
        Protected("2026-11-25 10:00").When(c => PositionRule.Limit(c, c.Children, Dates.Local("2026-11-25 14:21"), null, "", Now, Words))
            .Refused<CannotBe>();

    [Fact]
    public void A_line_beyond_the_limit_is_refused() =>
        AConvenedCase().When(c => PositionRule.Place(c, c.Children, new string('a', 201), null, null, null)).Then(new TooLong(200));

    [Fact]
    public void Who_confirms_may_be_another_than_who_types() =>
        Protected("2026-11-25 10:00").When(c => PositionRule.Confirm(c, Priya, c.Children, Grace, " Seen on the ward. "))
            .Then(new ChildConfirmedSafe("Seen on the ward.") { Meeting = FirstMeeting, Child = Child1, OnBehalfOf = Grace.Id });

    [Fact]
    public void A_new_position_has_to_be_confirmed_again()
    {
        var given = Protected("2026-11-25 10:00").Decided(c => PositionRule.Confirm(c, Priya, c.Children, Priya, "Seen."));
        Assert.Null(PositionRule.DecideBy(given.Case, given.Case.Children[0]));

        given.Decided(c => PositionRule.Place(c, c.Children, "Ward 5", "Nurses", "Ward staff", SafetyBasis.PoliceProtection));

        Assert.NotNull(PositionRule.DecideBy(given.Case, given.Case.Children[0]));
    }

    [Fact]
    public void Nobody_holds_the_child_is_an_answer_and_no_answer_is_none()
    {
        var given = AConvenedCase();
        given.When(c => PositionRule.Hold(c, c.Children, null, nobody: false)).Refused<CannotBe>();

        given.Decided(c => PositionRule.Hold(c, c.Children, null, nobody: true));

        Assert.True(given.Case.Meeting.Safety.Holders.ContainsKey(Child1));
        given.When(c => PositionRule.Hold(c, c.Children, null, nobody: true)).ThenNothingNew();
        given.When(c => PositionRule.Hold(c, c.Children, Grace, nobody: false))
            .Then(new HolderNamed(Grace.Id) { Meeting = FirstMeeting, Child = Child1 });
    }

    [Fact]
    public void The_chair_is_told_at_the_decide_by_until_the_child_is_confirmed_safe()
    {
        var given = Protected("2026-11-25 10:00")
            .Decided(
                c => PositionRule.Limit(c, c.Children, Dates.Local("2026-11-25 10:00"), Dates.Local("2026-11-26 12:00"), "", Now, Words));
        var owed = AtIt(given);
        Assert.Equal((Dates.Local("2026-11-26 12:00"), Priya.Id, (DateTimeOffset?)null), (owed.DueAt, owed.To!.Value, owed.LapsesAt));

        given.Decided(
            c => PositionRule.Limit(c, c.Children, Dates.Local("2026-11-25 10:00"), Dates.Local("2026-11-26 18:00"), "", Now, Words));
        Assert.NotEqual(owed.Key, AtIt(given).Key);

        given.Decided(c => PositionRule.Confirm(c, Priya, c.Children, Priya, ""));
        Assert.Empty(ClockDuty<DecideByClock>.Owes(given.Case));
    }

    /// <summary>Its key is that of the first release.</summary>
    private static Owed AtIt(Given given) => ClockDuty<DecideByClock>.Owes(given.Case)
        .Single(owed => owed.Key.Count(letter => letter == '/') == 4);

    [Fact]
    public void The_decide_by_stands_on_the_board_in_clock_hours_without_a_name()
    {
        var given = Protected("2026-11-25 10:00")
            .Decided(
                c => PositionRule.Limit(c, c.Children, Dates.Local("2026-11-25 10:00"), Dates.Local("2026-11-26 12:00"), "", Now, Words));

        var lines = SafeguardingPhase.List.Status(given.SeenBy(Priya), Now).ToList();

        Assert.Equal(["Child 1: decide by Thu 26 Nov 2026, 12:00, in 21 hours.",
            "Child 1: police protection ends Sat 28 Nov 2026, 10:00, in 67 hours."], lines.Select(line => line.Text));
        Assert.All(lines, line => Assert.Equal(0, line.Urgency));
        Assert.Empty(SafeguardingPhase.List.Status(given.SeenBy(Ruth), Now));
    }

    [Fact]
    public void Position_holder_plan_and_review_bind()
    {
        var given = AConvenedCase();
        Assert.Equal(["position/child-1", "holder/child-1", "safety-plan"], Gaps(given));

        given.Fact(Position(Child1), new HolderNamed(null) { Meeting = FirstMeeting, Child = Child1 },
            new ActionAgreed(new("action-1"), ActionKind.SafetyPlan, "Aunt stays.", Tom.Id, Dates.Local("2026-11-26 12:00"), "",
                "")
            { Meeting = FirstMeeting });
        Assert.Equal(["safety-review"], Gaps(given));

        given.Decided(c => SafetyPlanRule.Review(c, new DateOnly(2026, 12, 2), Now, Words));
        Assert.Empty(Gaps(given));
    }

    [Fact]
    public void Police_protection_binds_until_it_says_since_when()
    {
        var given = AConvenedCase().Fact(Position(Child1) with { Basis = SafetyBasis.PoliceProtection });

        Assert.Contains("position/child-1", Gaps(given));
    }

    [Fact]
    public void Going_without_a_plan_needs_its_reason_and_no_review()
    {
        var given = AConvenedCase();
        given.When(c => SafetyPlanRule.NoneNeeded(c, " ")).Refused<CannotBe>();

        given.Decided(c => SafetyPlanRule.NoneNeeded(c, "In hospital."));

        Assert.DoesNotContain("safety-plan", Gaps(given));
        Assert.DoesNotContain("safety-review", Gaps(given));
        given.When(c => SafetyPlanRule.NoneNeeded(c, "In hospital.")).ThenNothingNew();
    }

    [Fact]
    public void A_review_in_the_past_is_refused() =>
        AConvenedCase().When(c => SafetyPlanRule.Review(c, new DateOnly(2026, 11, 24), Now, Words))
            .Then(new CannotBe("Tue 24 Nov 2026 has passed. Choose a date that lies ahead."));

    [Fact]
    public void The_positions_come_first_and_only_to_whoever_fills_the_form()
    {
        Assert.Equal("safeguarding/position/child-1", SafeguardingPhase.List.Entries(AConvenedCase(2).SeenBy(Tom), Now).First().Id);
        // Anybody may say that a child is in danger.
        Assert.Equal([DangerPart.Id.Open], SafeguardingPhase.List.Entries(AConvenedCase().SeenBy(Grace), Now).Select(entry => entry.Id));
    }

    private static IReadOnlyList<string> Gaps(Given given) => [.. SafeguardingPhase.List.Gaps(given.Case).Select(gap => gap.Id)];

    private static Given Protected(string since) =>
        AConvenedCase().Fact(Position(Child1) with { Basis = SafetyBasis.PoliceProtection, BasisFrom = Dates.Local(since) });

    private static PositionRecorded Position(ChildId child) =>
        new("Ward 4", "Nurses", "Ward staff", SafetyBasis.ParentsAgree, null, null, "") { Meeting = FirstMeeting, Child = child };
}
