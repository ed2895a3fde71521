using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Convening;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>No limit is evaded by what is said or moved later; a time that isn't certain is kept and asked (R19–R24, P2, P30).</summary>
public sealed class LimitsTests
{
    private static readonly DateTimeOffset Tomorrow = Dates.Local("2026-11-26 10:00");

    [Fact]
    public void A_move_past_the_limit_is_judged_again_asked_about_and_told()
    {
        var given = Called();
        Assert.Null(MeetingDue.Unexplained(given.Case));

        given.At("2026-11-25 11:00").By(Given.Tom).Decided(@case => TimeRule.Move(@case, new(Given.Id.Value, Dates.Date("2026-12-04"),
            new TimeOnly(10, 0), 60, "The nurse is ill."), given.Now, Given.Words));

        Assert.NotNull(LatePart.Asked(given.Case));
        Assert.Contains(ConveningHub.Gaps(given.Case), gap => gap.Id == "convening/late");
        Assert.Contains(ConveningHub.Status(given.SeenBy(Given.Priya), given.Now),
            line => line.Text.Contains("nobody has said why", StringComparison.Ordinal));
        Assert.Equal(Given.Priya.Id, Assert.Single(TellLateDuty.Owes(given.Case)).To);

        given.Decided(@case => TimeRule.Explain(@case, null, "No earlier date for health."));
        Assert.Null(LatePart.Asked(given.Case));
        // Who said it was not the chair.
        Assert.Single(TellLateDuty.Owes(given.Case));
        given.By(Given.Priya).Decided(@case => TimeRule.Explain(@case, null, "Health could not come earlier."));
        Assert.Empty(TellLateDuty.Owes(given.Case));
    }

    [Fact]
    public void A_later_yes_to_the_first_question_is_judged_again()
    {
        var given = Called(Tomorrow);
        Assert.Null(MeetingDue.Unexplained(given.Case));

        given.By(Given.Tom).Decided(@case => UrgencyRule.Answer(@case, new(YesNo.Yes, [], "")));

        Assert.NotNull(MeetingDue.Unexplained(given.Case));
        Assert.Single(TellLateDuty.Owes(given.Case));
    }

    [Fact]
    public void A_no_after_the_limit_has_passed_does_not_lift_it()
    {
        var given = Called(Dates.Local("2026-11-27 10:00"), YesNo.Yes, "The ward can't release the baby.");
        Assert.Null(MeetingDue.Unexplained(given.Case));

        given.At("2026-11-26 09:00").Decided(@case => UrgencyRule.Answer(@case, new(YesNo.No, [], "Seen by the GP.")));

        Assert.Equal(Dates.Local("2026-11-25 23:59"), MeetingDue.Missed(given.Case)!.Value.Limit.At);
        // A reason that was given for it stands; one that wasn't is asked.
        Assert.Null(MeetingDue.Unexplained(given.Case));
        Assert.NotNull(MeetingDue.Unexplained(given.Decided(@case => TimeRule.Move(@case, new(Given.Id.Value, Dates.Date("2026-11-27"),
            new TimeOnly(15, 0), 60, "The room is taken."), given.Now, Given.Words)).Case));
    }

    [Fact]
    public void Complex_ticked_after_the_limit_has_passed_does_not_lift_it()
    {
        var complex = Begun.Circumstances with { Features = [Features.Complex, Features.ProtectionNotNeeded], LimitReason = "A ring." };
        var given = Begun.ACaseWithAChild().At("2026-12-01 09:00").Fact(complex);

        Assert.Equal(Dates.Local("2026-11-27 23:59"), MeetingDue.Missed(given.Case, given.Now)!.At);
        Assert.IsType<LaterThanLimit>(given.When(@case => Begun.Convene(@case, Begun.Two with { On = Dates.Date("2026-12-01") },
            given.Now)).Refused<LaterThanLimit>());
    }

    [Fact]
    public void A_no_has_its_own_author()
    {
        var given = Begun.ACase(null).By(Given.Tom).Decided(@case => UrgencyRule.Answer(@case, new(YesNo.No, [], "Seen by the GP.")));

        Assert.Equal(Given.Tom.Person, given.Case.Limit.UrgentBy);
        Assert.Equal(Given.Tom.Person, given.By(Given.Priya).Fact(Begun.Circumstances).Case.Limit.UrgentBy);
    }

    [Fact]
    public void Police_protection_without_its_time_is_kept_to_be_confirmed_and_runs_from_the_earliest_possible()
    {
        var given = Begun.ACaseWithAChild();
        given.Decided(@case => CircumstancesRule.Features(@case, new(Given.Id.Value, [], Features.PoliceProtection)))
            .Decided(@case => CircumstancesRule.Action(
                @case, new(Given.Id.Value, Dates.Date("2026-11-25")), given.Now, Given.Words));

        Assert.Equal((Dates.Local("2026-11-25 00:00"), true),
            (given.Case.Circumstances!.ImmediateActionAt, ProtectionClocks.IsToConfirm(given.Case)));
        var ends = Assert.Single(ProtectionClocks.Of(given.Case, given.Case.Clocks));
        Assert.Equal(Dates.Local("2026-11-28 00:00"), ends.Due.At);
        Assert.Contains("to be confirmed", ends.Label, StringComparison.Ordinal);
        Assert.Contains(ConveningHub.Gaps(given.Case), gap => gap.Id == "convening/since");

        given.Decided(@case => CircumstancesRule.Action(
            @case, new(Given.Id.Value, Dates.Date("2026-11-25"), new TimeOnly(8, 0)), given.Now, Given.Words));
        Assert.False(ProtectionClocks.IsToConfirm(given.Case));
    }

    [Fact]
    public void A_meeting_is_never_due_after_police_protection_ends()
    {
        var clocks = Clocks.For(ProcedureProfiles.Default, BankHolidays.Newest);
        var taken = Dates.Local("2026-11-27 08:00");
        var held = HoldBy.Decide(clocks, ProcedureProfiles.Default, new(taken.AddDays(-1), taken)
        {
            Urgent = StrategyBot.Rules.Deadlines.LimitAnswer.No("Priya Nair", "Seen."),
            ImmediateAction = new(ProtectiveAction.PoliceProtection, taken),
        }, taken);

        Assert.Equal(taken.AddHours(72), held.Due.At);
    }

    [Fact]
    public void A_childs_decide_by_is_never_after_police_protection_ends()
    {
        var given = Given.AConvenedCase().Fact(new PositionRecorded("Ward 4", "Nurses", "", SafetyBasis.PoliceProtection,
            Dates.Local("2026-11-25 08:00"), Dates.Local("2026-12-01 12:00"), "")
        { Meeting = Given.FirstMeeting, Child = Given.Child1 });

        Assert.Equal(Dates.Local("2026-11-28 08:00"), PositionRule.DecideBy(given.Case, given.Case.Children[0]));
    }

    [Fact]
    public async Task A_position_by_police_protection_takes_a_day_without_a_time_and_asks_for_it()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Given.AConvenedCase().Fact(new PositionRecorded("Ward 4", "Nurses", "", SafetyBasis.PoliceProtection,
            null, null, "")
        { Meeting = Given.FirstMeeting, Child = Given.Child1 }));
        var form = await host.PressAsync(Given.Priya, "safeguarding/limit", new() { ["case"] = Given.Id.Value, ["child"] = "child-1" });

        await form.PressAsync("Save", ("sinceDate", "2026-11-25"));
        var @case = await host.Clerk.LoadAsync(Given.Id, default);

        var position = @case.Meeting.Safety.Positions[Given.Child1].Fact;
        Assert.Equal((Dates.Local("2026-11-25 00:00"), true), (position.BasisFrom, position.SinceToConfirm));
        Assert.Equal(Dates.Local("2026-11-28 00:00"), PositionRule.DecideBy(@case, @case.Children[0]));
        Assert.Contains(SafeguardingHub.Gaps(@case), gap => gap.Id == "position/child-1");
    }

    [Fact]
    public void An_area_that_is_not_ours_is_kept_as_another_authoritys() => Assert.Contains("another authority's area",
        StrategyBot.Documents.MinutesDraft.Of(Begun.ACaseWithAChild().Decided(@case => CircumstancesRule.Setting(@case,
            new(Given.Id.Value, MeetingMode.Phone, "Luton", true, "A bruise."))).Case)[0].Text, StringComparison.Ordinal);

    [Fact]
    public void Which_authority_it_is_is_asked_after_it_is_anothers_and_shown() =>
        Assert.Contains("another authority's area (Luton Borough Council)",
            StrategyBot.Documents.MinutesDraft.Of(Begun.ACaseWithAChild().Decided(@case => CircumstancesRule.Setting(@case,
                new(Given.Id.Value, MeetingMode.Phone, "Luton", true, "A bruise.")))
                .Decided(@case => CircumstancesRule.Authority(@case, "Luton Borough Council")).Case)[0].Text,
            StringComparison.Ordinal);

    /// <summary>One of the usual reasons is enough; another is said in words (R132).</summary>
    [Theory]
    [InlineData(nameof(LateCause.PoliceNotAvailable), "", "Police not available")]
    [InlineData(nameof(LateCause.ProtectedFirst), "In hospital until nine.",
        "Received at night, protection came first: In hospital until nine.")]
    [InlineData(nameof(LateCause.Other), "A flood.", "A flood.")]
    [InlineData(null, "A flood.", "A flood.")]
    [InlineData(nameof(LateCause.Other), "", null)]
    [InlineData(null, "", null)]
    public void Why_it_is_late_is_one_of_the_usual_reasons_or_words(string? usual, string words, string? said)
    {
        var cause = usual is null ? (LateCause?)null : Enum.Parse<LateCause>(usual);
        var given = Begun.ACaseWithAChild();
        var typed = Begun.Two with { On = Dates.Date("2026-12-10"), LateCause = cause, LateReason = words };
        if (said is null)
        {
            given.When(@case => Begun.Convene(@case, typed)).Refused<LaterThanLimit>();
            return;
        }

        given.Decided(@case => Begun.Convene(@case, typed));
        Assert.Equal(said, given.Case.Meeting.Room.Late!.Said);
        Assert.Contains(ConveningHub.Reasons(given.SeenBy(Given.Priya)), reason => reason == $"Later than the limit, because: {said}");
        given.When(@case => TimeRule.Explain(@case, cause, words)).ThenNothingNew();
        given.Decided(@case => TimeRule.Explain(@case, LateCause.HandedOver, ""));
        Assert.Contains(ConveningHub.Reasons(given.SeenBy(Given.Priya)),
            reason => reason.EndsWith("because: Handed over between teams", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reason_for_being_late_delays_nothing_where_it_is_in_time_and_is_printed_as_no_lateness()
    {
        var called = Begun.ACaseWithAChild().Decided(@case => Begun.Convene(
            @case, Begun.Two with { LateReason = "Just in case." }));

        Assert.Null(called.Case.Meeting.Room.Late);
        var printed = MinutesDraft.Of(called.Case).Where(paragraph => paragraph.Text.Contains("Just in case.", StringComparison.Ordinal));
        Assert.Equal("Said of the time, which is within the limit: Just in case.", Assert.Single(printed).Text);
    }

    private static Given Called(DateTimeOffset? starts = null, YesNo urgent = YesNo.No, string late = "") =>
        Begun.ACase(urgent).Fact(Begun.Circumstances, new ChildNamed(new("Ash Lindley", "", null, false, "", "", ""))
        {
            Child = Given.Child1,
        }).Fact(new ParticipantAdded(Given.Tom)).Decided(@case => Begun.Convene(@case, Begun.Two with
        {
            On = starts is { } at ? Given.Words.LocalDate(at) : Begun.Two.On,
            LateReason = late,
        }));
}
