using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Hub;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Cases;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Hub;

public sealed class StatusCardTests
{
    [Fact]
    public void The_status_of_a_case_with_an_enquiry() =>
        Golden.Json(
            Card(DatedCases.Enquired("2026-11-20").At("2026-11-26 10:00")
                .Fact(new MinutesApproved(1, "digest", "") { Meeting = Given.FirstMeeting })));

    [Fact]
    public void A_posted_card_has_none_of_the_dates()
    {
        var given = DatedCases.Enquired("2026-11-20");

        Assert.Contains("Conference by", Card(given), StringComparison.Ordinal);
        Assert.DoesNotContain("Conference by", CardJson.Write(HubCard.For(given.Case, Given.Words)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-20 14:30", "Next date: Minutes approved by ")]
    [InlineData("2026-12-11 09:00", "Next date: Conference by Fri 11 Dec 2026 (within 15 working days)")]
    public void A_persons_own_part_says_the_soonest_date(string at, string line)
    {
        var given = DatedCases.Enquired("2026-11-20").At(at);

        Assert.Contains(line, CardJson.Write(FormCard.Of(MyPartDrawing.Of(given.SeenBy(Given.Priya), new(), Given.Words, given.Now))),
            StringComparison.Ordinal);
    }

    // Without the phases' own lines, which their own tests hold.
    private static string Card(Given given) => CardJson.Write(StatusCard.For(given.SeenBy(Given.Priya), new(), Given.Words, given.Now));
}
