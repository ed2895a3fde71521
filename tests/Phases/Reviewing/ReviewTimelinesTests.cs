using System.Text;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Reviewing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Reviewing;

/// <summary>Who hears what of a child protection plan and when, over its months: each at its hour, none twice, none once it was done.
/// </summary>
public sealed class ReviewTimelinesTests
{
    private const string Phase = "reviewing";

    [Fact]
    public void Nobody_does_anything() => Golden.Text(Timeline.Of(AProtectionPlan.Made(), "2027-01-29 12:00", Phase));

    [Theory]
    [InlineData("devon")]
    [InlineData("worcestershire")]
    public void Nine_months_with_three_core_groups_and_two_reviews(string profile) =>
        Golden.Text(Played(profile), name: $"Nine_months_in_{profile}");

    /// <summary>The first review moves within its limit, the second after it: both managers agree.</summary>
    private static string Played(string profile)
    {
        var (given, heard) = (AProtectionPlan.Made(profile), new StringBuilder());
        void Until(string at) => heard.Append(Timeline.Of(given, at, Phase));

        given.Members("2026-12-22 09:00", Tom, Sam, Grace);
        given.CoreGroup("2026-12-22 09:05", "2027-01-06 10:00");
        given.Review("2026-12-22 09:10", "2027-03-10 10:00");
        Until("2027-01-06 12:00");
        given.CoreGroupHeld("2027-01-06 12:00");
        Until("2027-02-11 09:00");
        given.CoreGroup("2027-02-11 09:00", "2027-02-16 10:00");
        Until("2027-02-16 12:00");
        given.CoreGroupNotHeld("2027-02-16 12:00");
        given.CoreGroup("2027-02-16 12:05", "2027-02-17 10:00");
        Until("2027-02-17 12:00");
        given.CoreGroupHeld("2027-02-17 12:00", PlanGoing.Behind);
        given.Review("2027-03-01 10:00", "2027-03-12 10:00", "A trip. Ada Quill and Priya Nair.");
        Until("2027-03-12 13:00");
        given.ReviewHeld("2027-03-12 13:00");
        Until("2027-03-24 10:00");
        given.CoreGroup("2027-03-24 10:00", "2027-03-30 10:00");
        Until("2027-03-30 12:00");
        given.CoreGroupHeld("2027-03-30 12:00");
        given.CoreGroup("2027-03-30 12:05", "2027-05-10 10:00");
        Until("2027-05-10 12:00");
        given.CoreGroupHeld("2027-05-10 12:00");
        Until("2027-06-21 10:00");
        given.CoreGroup("2027-06-21 10:00", "2027-06-21 14:00");
        given.CoreGroupHeld("2027-06-21 15:00");
        given.CoreGroup("2027-06-21 15:05", "2027-08-02 10:00");
        Until("2027-08-02 12:00");
        given.CoreGroupHeld("2027-08-02 12:00");
        given.CoreGroup("2027-08-02 12:05", "2027-09-13 10:00");
        Until("2027-08-27 10:00");
        given.ReviewLate("2027-08-27 10:00", "2027-09-20");
        Until("2027-08-27 11:00");
        given.ReviewAnswered("2027-08-27 11:00", Role.OperationsManager, YesNo.Yes);
        Until("2027-08-27 12:00");
        given.ReviewAnswered("2027-08-27 12:00", Role.AreaManager, YesNo.Yes);
        given.Review("2027-08-27 13:00", "2027-09-20 10:00");
        Until("2027-09-13 12:00");
        given.CoreGroupHeld("2027-09-13 12:00");
        Until("2027-09-20 13:00");
        given.ReviewHeld("2027-09-20 13:00", ReviewOutcome.Ends);
        given.By(Priya).Fact(new MinutesApproved(1, "digest", "") { Meeting = FirstMeeting });
        given.At("2027-09-20 14:00").Decided(c => CaseEndRule.Close(
            c, [], CaseEndCause.NoLongerAtRisk, "The review ended the plan.", "School and GP know.", YesNo.Yes, "They know whom to ring."));
        Until("2028-01-31 12:00");
        return heard.ToString();
    }
}
