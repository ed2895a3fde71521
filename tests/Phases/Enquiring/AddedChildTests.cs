using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Convening;
using StrategyBot.Phases.Planning;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>A child who comes onto the case after the meeting (15.2, R50, P9): the meeting was on Wed 2 Dec 2026.</summary>
public sealed class AddedChildTests
{
    /// <summary>Decided on Tue 8 Dec: the days count from there, and the first child's from the meeting.</summary>
    [Fact]
    public void Its_days_count_from_its_own_decision()
    {
        var given = Decided();
        Assert.Equal((new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 8)), (Of(given).StartedOn, Of(given, 2).StartedOn));
        var (first, second) = (Due(given, 1), Due(given, 2));
        Assert.Equal(4, given.Case.Clocks.Days.Between(first, second));
        Assert.Equal(1, Of(given, 2).Day(given.Case.Clocks, new(2026, 12, 8)));
    }

    [Fact]
    public void Nothing_runs_for_it_before_it_is_decided()
    {
        var given = Added();
        Assert.Equal(["child-1"], EnquiryPipeline.Of(given.Case).Select(one => one.Child.Id.Value));
        Assert.Equal(2, given.Case.Children.Count);
    }

    /// <summary>Named in time for the meeting, it counts from the meeting, also where it is decided on an hour after the end.</summary>
    [Fact]
    public void A_child_who_was_on_the_case_at_the_meeting_counts_from_it()
    {
        var given = Begun(children: 2);
        Assert.Equal(new DateOnly(2026, 12, 2), Of(given, 2).StartedOn);
        Assert.Equal(Due(given, 1), Due(given, 2));
    }

    private static DateOnly Due(Given given, int child) =>
        Of(given, child).Steps.First(step => step.Step.Id == Pipeline.ProgressCheck).Due!.On;

    private static Given Added() => Begun().At("2026-12-07 10:00").By(Priya).Decided(c => PersonRule.Child(c,
        new PersonPart.Form(Id.Value, New: PersonPart.Child, Name: "Bo Lindley", On: new DateOnly(2019, 5, 1)), false,
        Dates.Local("2026-12-07 10:00"), Words));

    private static Given Decided()
    {
        var given = Added().At("2026-12-08 10:00").By(Priya);
        return given.Decided(c => DecisionRule.Enquiry(
            c, [c.Children[1]], Section47.Start, Conduct.Single, null, "A sister's bruise."));
    }
}
