using StrategyBot.Cases.Facts;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Hub;

/// <summary>Where <em>next</em> leads the chair of a running meeting (requirements 4.3).</summary>
public sealed class OrderTests
{
    private static readonly List<string> Parts = [.. Running()];

    [Fact]
    public void The_confidentiality_line_and_who_is_here_come_before_anything_is_typed() =>
        Assert.Equal(["holding/confidentiality", "holding/attendance", "safeguarding/position/child-1"], Parts.Take(3));

    [Fact]
    public void The_plan_is_agreed_before_the_end_is_offered() =>
        Assert.Equal(["planning/agree", "holding/end", "holding/complete"],
            Parts.Where(part => part is "planning/agree" or "holding/end" or "holding/complete"));

    [Fact]
    public void A_missing_agency_is_explained_where_the_agencies_speak() =>
        Assert.True(Parts.IndexOf("answering/missing/Police") > Parts.IndexOf("safeguarding/safety-plan")
            && Parts.IndexOf("answering/missing/Police") < Parts.IndexOf("assessing/block/the-concern"));

    [Fact]
    public void No_part_is_listed_twice_for_anybody()
    {
        foreach (var given in new[] { Given.AConvenedCase(), Started(), Started()
            .Fact(new MeetingEnded(Via.Form) { Meeting = Given.FirstMeeting }) })
        {
            foreach (var reader in new[] { Given.Priya, Given.Tom, Given.Sam, Given.Helen, Given.Jo })
            {
                var ids = Program.Phases.Entries(given.SeenBy(reader), given.Now).Select(entry => entry.Id).ToList();
                Assert.Equal(ids.Distinct(), ids);
            }
        }
    }

    private static IEnumerable<string> Running()
    {
        var given = Started();
        return Program.Phases.Entries(given.SeenBy(Given.Priya), given.Now).Select(entry => entry.Id);
    }

    private static Given Started() =>
        Given.AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = Given.FirstMeeting });
}
