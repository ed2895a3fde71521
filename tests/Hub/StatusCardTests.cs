using StrategyBot.Cases.Facts;
using StrategyBot.Hub;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Cases;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Hub;

public sealed class StatusCardTests
{
    [Fact]
    public void The_status_of_a_case_with_an_enquiry() =>
        Golden.Json(Card(DatedCases.Enquired("2026-11-20").At("2026-11-26 10:00").Fact(new MinutesApproved(1, "digest", "") { Meeting = Given.FirstMeeting })));

    [Fact]
    public void A_posted_card_has_none_of_the_dates()
    {
        var given = DatedCases.Enquired("2026-11-20");

        Assert.Contains("Conference by", Card(given), StringComparison.Ordinal);
        Assert.DoesNotContain("Conference by", CardJson.Write(HubCard.For(given.Case, Given.Words)), StringComparison.Ordinal);
    }

    // Without the phases' own lines, which their own tests hold.
    private static string Card(Given given) => CardJson.Write(StatusCard.For(given.SeenBy(Given.Priya), new(), Given.Words, given.Now));
}
