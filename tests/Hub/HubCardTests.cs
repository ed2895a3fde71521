using StrategyBot.Hub;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Hub;

public sealed class HubCardTests
{
    [Fact]
    public void The_posted_hub_card() => Golden.Json(CardJson.Write(HubCard.For(Given.AConvenedCase().Case, Given.Words)));

    [Fact]
    public void The_posted_card_says_reference_word_time_stage_and_counts_and_nothing_else()
    {
        var face = HubFace.Of(Given.AConvenedCase().Case, Given.Words);

        Assert.Equal("SB-2026-014 Heron\nWed 25 Nov 2026, 14:00\nInviting\nCore agencies: 1 of 3", face.ToString());
    }
}
