using StrategyBot.Cases;
using StrategyBot.Returns;
using StrategyBot.Rules.Deadlines;
using static StrategyBot.Tests.TestKit.Dates;

namespace StrategyBot.Tests.Returns;

/// <summary>The census's own checks (16.R140, returns §2): a right episode fails none, and for each rule there is one that fails it alone.
/// </summary>
public sealed class ReturnRulesTests
{
    private static readonly ReturnYear Year = new(Date("2026-04-01"), Date("2027-03-31"), WorkingDays.EnglandAndWales);

    private static readonly Episode.Section47Row Enquiry = new(Date("2026-11-30"), Date("2026-12-21"), Date("2026-12-18"), false);

    private static readonly Episode.PlanRow Plan = new(Date("2026-12-18"), null, "NEG", "NEG", 0, [Date("2027-03-10")]);

    /// <summary>Everything known, and nothing wrong.</summary>
    private static readonly Episode Right = new()
    {
        Child = "Child 1",
        AuthorityNumber = "LA1234567",
        Born = Date("2016-03-01"),
        Sex = "F",
        Ethnicity = "WBRI",
        Disabilities = ["NONE"],
        IsCaseSystemKnown = true,
        ReferredOn = Date("2026-11-27"),
        NoAction = false,
        AssessedOn = Date("2026-11-30"),
        IsDeathKnown = true,
        Died = Date("2027-03-30"),
        HasOpenNeedPlan = false,
        Enquiries = [Enquiry],
        Plans = [Plan],
    };

    private static readonly Dictionary<string, Episode> Wrong = new()
    {
        ["1570, 1580"] = Right with { AuthorityNumber = "LA 1234567" },
        ["8525"] = Right with { Expected = Date("2027-01-01") },
        ["2889"] = Right with { ReferredOn = Date("2026-12-01") },
        ["1104"] = Right with { Enquiries = [], ConferenceAlone = Date("2026-12-18"), ReferredOn = Date("2026-12-19"), Plans = [] },
        ["1105"] = Right with
        {
            Enquiries = [Enquiry with { Start = null, Conference = null, NotRequired = null }],
            ConferenceAlone = Date("2026-12-18"),
            ReferredOn = Date("2026-12-19"),
        },
        ["8615"] = Right with { Enquiries = [Enquiry with { Start = Date("2026-12-21") }] },
        ["8870"] = Right with { Enquiries = [Enquiry with { Target = Date("2026-12-20") }] },
        ["8875"] = Right with
        {
            Enquiries = [Enquiry with { Conference = Date("2026-12-19") }],
            Plans = [Plan with { Start = Date("2026-12-19") }],
        },
        ["8675"] = Right with { Enquiries = [Enquiry with { Start = Date("2027-03-08"), Conference = null }], Plans = [] },
        ["8740"] = Right with
        {
            Enquiries = [Enquiry with { Start = Date("2026-03-31"), Conference = null }],
            Plans = [],
            ReferredOn = Date("2026-03-30"),
        },
        ["8715"] = Right with
        {
            Enquiries = [Enquiry with { Start = Date("2026-03-10"), Conference = Date("2026-03-30") }],
            Plans = [],
            ReferredOn = Date("2026-03-09"),
        },
        ["8890"] = Right with { Enquiries = [Enquiry, Enquiry with { Start = Date("2026-12-01"), Conference = null, NotRequired = true }] },
        ["8839"] = Right with
        {
            Enquiries =
            [
                new(Date("2027-03-30"), null, null, null), new(Date("2027-03-29"), null, null, null), Enquiry,
            ],
        },
        ["8868"] = Right with
        {
            Enquiries = [new(Date("2027-03-29"), null, null, null)],
            Plans = [],
            ClosedOn = Date("2027-03-30"),
            Closure = "RC7",
        },
        ["8831"] = Right with { NoAction = true, Plans = [] },
        ["8832"] = Right with { NoAction = true },
        ["2884"] = Right with { ConferenceAlone = Date("2026-12-18") },
        ["2885"] = Right with { Plans = [Plan with { Start = Date("2026-12-17") }] },
        ["8841"] = Right with { Plans = [Plan with { Reviews = [Date("2026-12-18")] }] },
        ["8842"] = Right with { Plans = [Plan with { Reviews = [null] }] },
        ["2991"] = Right with { AssessedOn = null },
        ["8720"] = Right with { Plans = [Plan with { Start = null, Reviews = [] }] },
        ["8925"] = Right with { Plans = [Plan with { End = Date("2026-12-17") }] },
        ["8840"] = Right with { Plans = [Plan with { End = Date("2026-12-18") }] },
        ["8930"] = Right with { Plans = [Plan with { End = Date("2027-04-01") }], Died = Date("2027-04-02") },
        ["8935"] = Right with { Plans = [Plan, Plan with { Start = null }] },
        ["8940"] = Right with
        {
            Plans =
            [
                Plan with { End = Date("2027-01-10"), Reviews = [] },
                Plan with { Start = Date("2026-12-21"), End = Date("2027-02-10"), Reviews = [] },
            ],
        },
        ["8730"] = Right with { Plans = [Plan with { Before = null }] },
        ["8905"] = Right with { Plans = [Plan with { Initial = "ABC" }] },
        ["8910"] = Right with { Plans = [Plan with { Latest = null }] },
        ["8565"] = Right with { ClosedOn = Date("2026-12-01"), Closure = "RC7" },
        ["2990"] = Right with { ClosedOn = Date("2027-03-20"), Closure = "RC8" },
        ["4001"] = Right with { HasOpenNeedPlan = true },
        ["8915"] = Right with { Died = Date("2026-12-17") },
        ["8920"] = Right with { Plans = [Plan with { End = Date("2027-03-30") }], Died = Date("2027-03-29") },
    };

    // What can't be wrong alone, and what is wrong with it.
    private static readonly Dictionary<string, string[]> With = new()
    {
        ["1105"] = ["1104"],
        ["8832"] = ["8831"],
        ["8935"] = ["8720"],
        ["8940"] = ["2885"],
        ["8740"] = ["8675"],
        ["8839"] = ["8890"],
    };

    public static TheoryData<string> Codes => [.. ReturnRules.All.Select(rule => rule.Code)];

    [Fact]
    public void What_is_right_fails_no_rule_and_leaves_none_open() => Assert.Empty(ReturnRules.Check(Right, Year));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_wrong_episode_fails_the_rule_in_words_with_where_it_is_mended(string code)
    {
        var failed = ReturnRules.Check(Wrong[code], Year);

        Assert.All(failed, one => Assert.True(one.HasFailed));
        Assert.Equal(With.GetValueOrDefault(code, []).Append(code).Order(), failed.Select(one => one.Rule.Code).Order());
        Assert.All(failed, one => Assert.EndsWith(".", one.Rule.Says, StringComparison.Ordinal));
        Assert.All(failed, one => Assert.EndsWith(".", one.Rule.Do, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_record_does_not_know_is_left_open_and_never_called_right()
    {
        var blank = Right with { IsCaseSystemKnown = false, ReferredOn = null, NoAction = null, HasOpenNeedPlan = null } with
        {
            IsDeathKnown = false,
            Died = null,
        };

        var open = ReturnRules.Check(blank, Year);

        Assert.All(open, one => Assert.False(one.HasFailed));
        Assert.Equal(["1104", "1105", "2889", "2990", "2991", "4001", "8565", "8831", "8832", "8868", "8915", "8920"],
            open.Select(one => one.Rule.Code).Order());
    }

    /// <summary>Returns §2: with 31 March 2027 an enquiry of 8 March is queried on its 15th working day, one of the 9th isn't.</summary>
    [Theory]
    [InlineData("2027-03-08", true)]
    [InlineData("2027-03-09", false)]
    public void An_unanswered_enquiry_is_queried_after_fourteen_working_days(string start, bool isQueried)
    {
        var one = Right with { Enquiries = [Enquiry with { Start = Date(start), Conference = null }], Plans = [] };

        Assert.Equal(isQueried, ReturnRules.Check(one, Year).Any(check => check.Rule.Code == "8675"));
    }

    [Fact]
    public void More_plans_than_conferences_are_told_of_the_authority_alone()
    {
        Assert.False(ReturnRules.HasMorePlansThanConferences([Right, Right], Year));
        Assert.True(ReturnRules.HasMorePlansThanConferences([Right, Right with { Enquiries = [] }], Year));
    }

    /// <summary>The return of last year had what was answered or ended then.</summary>
    [Fact]
    public void A_return_has_what_its_own_year_has()
    {
        var next = new ReturnYear(Date("2027-04-01"), Date("2027-05-10"), WorkingDays.EnglandAndWales);
        var one = (Right with { Died = null, Plans = [Plan, Plan with { Start = Date("2025-05-06"), End = Date("2026-02-10") }] }).In(next);

        Assert.Empty(one.Enquiries);
        Assert.Equal([Plan], one.Plans);
        Assert.DoesNotContain(ReturnRules.Check(one, next), check => check.HasFailed);
        Assert.Equal(Date("2026-04-01"), ReturnYear.At(Date("2027-03-31"), Year.Days).From);
        Assert.Equal(Date("2027-04-01"), ReturnYear.At(Date("2027-04-01"), Year.Days).From);
    }
}
