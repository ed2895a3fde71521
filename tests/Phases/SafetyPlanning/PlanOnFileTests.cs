using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.SafetyPlanning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.SafetyPlanning.APlan;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.SafetyPlanning;

/// <summary>R80: each version of the plan is on the children's file within two working days, by business support.</summary>
public sealed class PlanOnFileTests
{
    [Fact]
    public void Business_support_is_asked_until_the_version_that_stands_is_on_file()
    {
        var given = Agreed().Fact(new ParticipantAdded(Jo));
        var running = Assert.Single(PlanOnFileClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2026-12-07 08:45"), Dates.Local("2026-12-04 08:45"), Jo.Id),
            (running.EndsAt, running.Before.Single(), running.Owners.Single()));

        given.At("2026-12-03 11:00").By(Jo).Decided(c => PlanOnFileRule.Put(c, 1, YesNo.Yes));

        Assert.Empty(PlanOnFileClock.Runs(given.Case));
        given.When(c => PlanOnFileRule.Put(c, 1, YesNo.Yes)).ThenNothingNew();
        Assert.DoesNotContain(CaseClocks.Of(given.Case), clock => clock.Id.EndsWith("/safety-plan", StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_plan_is_put_there_anew()
    {
        var given = Agreed().At("2026-12-03 11:00").By(Tom).Decided(c => PlanOnFileRule.Put(c, 1, null));
        given.At("2026-12-07 10:00").Fact(new SafetyReviewSet(new(2026, 12, 8))
        {
            Meeting = FirstMeeting,
            Change = new(PlanChangeKind.Event, "He is back."),
        });

        Assert.Equal(new DateOnly(2026, 12, 9), Words.LocalDate(Assert.Single(PlanOnFileClock.Runs(given.Case)).Before.Single()));
        given.Decided(c => PlanOnFileRule.Put(c, 2, null));
        Assert.Empty(PlanOnFileClock.Runs(given.Case));
    }

    [Fact]
    public void The_reviewing_officers_copy_is_asked_for_until_it_is_said_that_they_have_it()
    {
        var given = Agreed().Fact(new ParticipantAdded(Jo)).At("2026-12-03 11:00").By(Jo)
            .Decided(c => PlanOnFileRule.Put(c, 1, YesNo.No));

        var running = Assert.Single(PlanOnFileClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2026-12-07 08:45"), Jo.Id), (running.EndsAt, running.Owners.Single()));
        Assert.Equal("The independent reviewing officer has no copy yet of version 1 of the safety plan.",
            PlanOnFileClock.Tell(given.Case, running, default, given.Now, Words));

        given.Decided(c => PlanOnFileRule.Put(c, 1, YesNo.Yes));
        Assert.Empty(PlanOnFileClock.Runs(given.Case));
    }

    [Fact]
    public void Without_a_plan_nothing_is_put_on_file_nor_a_version_that_nobody_was_shown()
    {
        AConvenedCase().When(c => PlanOnFileRule.Put(c, 1, null)).Refused<CannotBe>();
        Agreed().When(c => PlanOnFileRule.Put(c, 2, null)).Refused<CannotBe>();
    }
}
