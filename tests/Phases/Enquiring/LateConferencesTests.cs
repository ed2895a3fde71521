using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Phases.Reviewing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.ALateConference;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>R111: which conferences are on a month's list, and what it says of each. The limit of an enquiry of Wed 2 Dec 2026 is
/// Wed 23 Dec.</summary>
public sealed class LateConferencesTests
{
    [Theory]
    [InlineData("2026-12-21")]
    [InlineData("2026-12-23")]
    public void One_that_was_held_by_its_limit_is_on_no_list(string held)
    {
        var given = Begun().Held(held);
        Assert.Empty(Rows(given, December, "2027-01-04"));
        Assert.Empty(LateConferences.Months(Of(given)));
    }

    [Theory]
    [InlineData("2026-12-23", null)]
    [InlineData("2026-12-24", 1)]
    [InlineData("2026-12-28", 1)]
    [InlineData("2026-12-29", 2)]
    [InlineData("2027-01-01", 4)]
    [InlineData("2027-01-04", 5)]
    public void One_still_to_be_held_is_late_from_the_day_after_its_limit_by_working_days_over_Christmas(string today, int? days)
    {
        Assert.Equal(days is { } late ? [late] : [], Rows(Begun(), December, today).Select(row => row.DaysLate));
        Assert.Empty(Rows(Begun(), January, today));
    }

    /// <summary>The first review has to be held by Sun 21 Mar 2027.</summary>
    [Fact]
    public void A_review_is_on_the_list_of_its_limit_with_its_number_its_calendar_days_and_what_both_managers_said()
    {
        var march = new DateOnly(2027, 3, 1);
        var given = AProtectionPlan.Made();
        Assert.Empty(Rows(given, march, "2027-03-21"));
        Assert.Equal("1 day late so far", Assert.Single(Rows(given, march, "2027-03-22")).SayDaysLate);

        given.ReviewLate("2027-03-10 10:00", "2027-03-24").ReviewAnswered("2027-03-10 11:00", Role.OperationsManager, YesNo.Yes);
        Assert.Equal("no answer yet", Assert.Single(Rows(given, march, "2027-03-23")).SayAgreed);
        given.ReviewAnswered("2027-03-10 12:00", Role.AreaManager, YesNo.Yes).Review("2027-03-10 13:00", "2027-03-24 10:00");
        given.ReviewHeld("2027-03-24 13:00");
        var row = Assert.Single(Rows(given, march, "2027-05-03"));
        Assert.Equal(("Review 1", "3 days late", "held Wed 24 Mar 2027", "yes"),
            (row.SayWhich, row.SayDaysLate, row.SayDay(Words), row.SayAgreed));
        Assert.Equal(new DateOnly(2026, 12, 21), row.StartedOn);
        Assert.Contains(march, LateConferences.Months(given.Case));
    }

    [Theory]
    [InlineData("2027-03-19")]
    [InlineData("2027-03-21")]
    public void A_review_held_by_its_limit_is_on_no_list(string held) =>
        Assert.DoesNotContain(new(2027, 3, 1), LateConferences.Months(AProtectionPlan.Made().ReviewHeld($"{held} 13:00").Case));

    [Fact]
    public void Held_after_its_limit_it_is_late_by_the_days_until_then_whenever_it_is_asked()
    {
        var row = Assert.Single(Rows(Begun().Held("2026-12-29"), December, "2027-03-01"));
        Assert.Equal(("2 working days late", "held Tue 29 Dec 2026"), (row.SayDaysLate, row.SayDay(Words)));
    }

    [Fact]
    public void Days_that_the_authority_is_closed_are_no_working_days_of_its_cases()
    {
        var closed = ProcedureProfiles.Default with
        {
            Calendar = ProcedureProfiles.Default.Calendar with { Closures = [new(2026, 12, 24), new(2026, 12, 29)] },
        };
        Assert.Equal("1 working day late",
            Assert.Single(Rows(Begun(profile: closed).Held("2026-12-30"), December, "2027-01-04")).SayDaysLate);
    }

    [Fact]
    public void Held_in_another_month_it_is_on_the_list_of_its_limit_and_on_that_of_its_day()
    {
        var given = Begun().Held("2027-02-03");
        Assert.All([December, February], month => Assert.Single(Rows(given, month, "2027-02-04")));
        Assert.All([January, December.AddMonths(-1)], month => Assert.Empty(Rows(given, month, "2027-02-04")));
    }

    [Fact]
    public void Where_none_is_decided_on_none_is_late()
    {
        Assert.Empty(Rows(Begun(conference: Conference.AtEndOfEnquiry), December, "2027-01-04"));
        Assert.Empty(Rows(Begun().Concluded("2026-12-15 10:00", EnquiryResult.NoContinuingRisk), December, "2027-01-04"));
    }

    [Fact]
    public void A_limit_of_before_anybody_could_say_that_it_was_held_counts_only_where_somebody_says_so()
    {
        var november = December.AddMonths(-1);
        Assert.Empty(Rows(Begun("2026-11-02"), november, "2026-12-10"));
        Assert.Single(Rows(Begun("2026-11-02").Held("2026-12-01"), november, "2026-12-10"));
    }

    [Fact]
    public void The_reason_is_the_one_that_was_chosen_and_nobody_who_was_not_asked_has_answered()
    {
        Assert.Equal(("No reason given", "not asked"), Says(Begun()));
        Assert.Equal(("No conference chair or room is free", "not asked"),
            Says(Begun().Late("2026-12-09 11:00", LatenessCause.NoChairFree)));

        var given = Begun().Late("2026-12-09 11:00");
        Assert.Equal(("The family can't come", "no answer yet"), Says(given));
        Assert.Equal(("The family can't come", "no"), Says(given.Answered("2026-12-09 12:00", YesNo.No)));
        Assert.Equal(("The family can't come", "yes"), Says(given.Answered("2026-12-09 13:00", YesNo.Yes)));

        // Another reason is another question.
        Assert.Equal(("There is no time left to give notice", "no answer yet"),
            Says(given.Late("2026-12-09 14:00", LatenessCause.NoticeTooShort)));
    }

    [Fact]
    public void How_far_it_has_come_is_held_arranged_expected_or_nothing()
    {
        static string Day(Given given) => Assert.Single(Rows(given, December, "2027-01-04")).SayDay(Words);

        Assert.Equal("no day yet", Day(Begun()));
        var given = Begun().Late("2026-12-09 11:00");
        Assert.Equal("expected Tue 5 Jan 2027", Day(given));
        given.Requested("2026-12-09 12:00").Arranged("2026-12-09 13:00", "2027-01-07 10:00", "Both are away.");
        Assert.Equal("arranged for Thu 7 Jan 2027", Day(given));
        Assert.Equal("held Tue 29 Dec 2026", Day(given.Held("2026-12-29")));

        var manager = With(Begun().Late("2026-12-09 11:00", LatenessCause.NoChairFree), Role.OperationsManager);
        var found = Begun().Late("2026-12-09 11:00", LatenessCause.NoChairFree).At("2026-12-09 12:00").By(manager);
        Assert.Equal("expected Fri 8 Jan 2027", Day(found.Decided(c => OutOfTimescaleRule.Review(
            c, manager, ChildChoice.All, "A locum chairs.", new(2027, 1, 8), found.Now, Words))));
    }

    [Fact]
    public void The_list_is_by_area_then_by_reference_and_counts_both_and_the_reasons()
    {
        var devon = ProcedureProfiles.Named("devon");
        var list = LateConferences.Of(
        [
            As("SB-2026-1002", Begun(profile: devon).Requested("2026-12-09 10:00", "North")),
            As("SB-2026-003", Begun(children: 2)),
            As("SB-2026-998", Begun(profile: devon).Requested("2026-12-09 10:00", "North").Late("2026-12-09 11:00")),
            As("SB-2026-999", Begun(profile: devon).Requested("2026-12-09 10:00", "Exeter")),
            As("SB-2026-004", Begun().Held("2026-12-23")),
        ], December, new(2027, 1, 4));

        Assert.Equal(
            [
                ("Exeter", "SB-2026-999", "Child 1"), ("North", "SB-2026-998", "Child 1"), ("North", "SB-2026-1002", "Child 1"),
                ("no area", "SB-2026-003", "Child 1"), ("no area", "SB-2026-003", "Child 2"),
            ],
            list.Rows.Select(row => (row.SayArea, row.Case.Value, row.Child)));
        Assert.Equal("Exeter 1; North 2; no area 2", list.ByArea());
        Assert.Equal("No reason given 4; The family can't come 1", list.ByCause());
    }

    [Fact]
    public void Nothing_on_it_was_typed_and_nobody_is_named()
    {
        var row = Assert.Single(Rows(Begun().Requested("2026-12-09 10:00").Late("2026-12-09 11:00")
            .Answered("2026-12-09 12:00", YesNo.Yes), December, "2027-01-04"));
        Assert.All(["Lindley", "PLANTED", "Both parents"], word => Assert.DoesNotContain(word, row.ToString(), StringComparison.Ordinal));
        Assert.Equal((new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 23), "Heron"), (row.StartedOn, row.Limit, row.Word));
    }

    private static (string Cause, string Agreed) Says(Given given) =>
        Assert.Single(Rows(given, December, "2027-01-04")) is var row ? (row.SayCause, row.SayAgreed) : default;

    private static IReadOnlyList<LateConferences.Row> Rows(Given given, DateOnly month, string today) =>
        LateConferences.Of([given.Case], month, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Rows;

    private static Case As(string reference, Given given) => Case.Fold(new(reference), given.Entries);
}
