using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases;

public sealed class FoundTests
{
    [Fact]
    public void Where_several_cases_could_be_meant_it_says_what_to_type() =>
        Assert.EndsWith("so nothing was done. Type it again with the reference and its word: `end SB-2026-014 Heron`",
            Said(new Found.Several([])), StringComparison.Ordinal);

    [Fact]
    public void Where_none_fits_it_says_why() =>
        Assert.StartsWith("You have no case that this fits", Said(new Found.None(new NothingFits())), StringComparison.Ordinal);

    private static string Said(Found found) => Assert.IsType<Reply.Say>(found.WhyNot("end SB-2026-014 Heron", Given.Words)).Text;
}
