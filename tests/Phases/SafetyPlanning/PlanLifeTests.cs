using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.SafetyPlanning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.SafetyPlanning.APlan;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.SafetyPlanning;

/// <summary>Who hears what of the plan's life, and when, word for word.</summary>
public sealed class PlanLifeTests
{
    /// <summary>The mother says no on Wednesday 2 December 2026 at 21:00, and nobody answers.</summary>
    [Fact]
    public void A_mother_who_does_not_agree_at_night_and_nobody_answers() => Golden.Text(Lines(
        Agreed().At("2026-12-02 21:00").By(Tom).Decided(c => PlanTalkRule.Say(
            c, Tom, "adult-1", null, PlanAnswer.Unwilling, null, "She says no.", Dates.Local("2026-12-02 21:00"), Words,
            APlan.By(Tom))),
        "2026-12-04 09:00", "safety-planning/oversight"));

    /// <summary>A manager is asked on Wednesday 2 December 2026 at 09:00, and doesn't answer.</summary>
    [Fact]
    public void Advice_that_nobody_gives() => Golden.Text(Lines(
        Rows().By(Tom).Decided(c => ConsideredRule.Say(c, PlanFit.AdviceFirst, "", "Can Gran do it?", null, "", APlan.By(Tom))),
        "2026-12-02 18:00", "safety-planning/advice"));

    /// <summary>Agreed on Wednesday 2 December 2026: neither on file nor put to the family.</summary>
    [Fact]
    public void A_plan_that_nobody_files_and_nobody_puts_to_the_family() => Golden.Text(
        Lines(Agreed().Fact(new ParticipantAdded(Jo)), "2026-12-11 09:00", "safety-planning/"));

    private static string Lines(Given given, string until, string kind) => string.Concat(
        Timeline.Of(given, until).Split('\n').Where(line => line.Contains(kind, StringComparison.Ordinal)).Select(line => line + "\n"));
}
