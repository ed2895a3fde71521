using System.Text;
using StrategyBot.Tests.TestKit;

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

    private static string Played(string profile)
    {
        var heard = new StringBuilder();
        var given = AProtectionPlan.Played(profile, (played, at) => heard.Append(Timeline.Of(played, at, Phase)));
        heard.Append(Timeline.Of(given, "2028-01-31 12:00", Phase));
        return heard.ToString();
    }
}
