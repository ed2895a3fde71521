using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>What makes the conference of <see cref="AnEnquiry"/> late, and ends it.</summary>
internal static class ALateConference
{
    public static readonly DateOnly December = new(2026, 12, 1), January = new(2027, 1, 1), February = new(2027, 2, 1);

    public static Given Late(this Given given, string at, LatenessCause cause = LatenessCause.FamilyUnavailable) =>
        given.At(at).By(Priya).Decided(c => OutOfTimescaleRule.Say(
            c, Priya, ChildChoice.All, cause, "PLANTED, they are away.", new(2027, 1, 5), given.Now, Words));

    public static Given Answered(this Given given, string at, YesNo agrees)
    {
        var area = With(given, Role.AreaManager);
        return given.At(at).By(area).Decided(c => OutOfTimescaleRule.Answer(c, area, ChildChoice.All, agrees, "PLANTED rationale."));
    }

    public static Given Held(this Given given, string on) => given.At($"{on} 13:00").By(Priya)
        .Decided(c => EnquiryStepRule.Held(c, ChildChoice.All, null, given.Now, Words));
}
