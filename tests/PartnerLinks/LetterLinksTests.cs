using StrategyBot.Conversations;
using StrategyBot.PartnerLinks;
using StrategyBot.Phases;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.PartnerLinks;

public sealed class LetterLinksTests
{
    [Fact]
    public async Task Who_is_on_the_case_gets_a_page_and_who_is_not_is_told_whom_to_ring()
    {
        using var cases = new RecordedCases();
        await cases.HaveAsync(Given.AConvenedCase());
        var @case = await cases.Clerk.LoadAsync(Given.Id, default);
        var links = new LetterLinks(cases.Clerk, new LinkKey(("", new byte[LinkKey.Bytes])),
            new(new(() => "https://bot.example"), IsSandbox: true),
            new TeamsSettings("bot", "council", "http://localhost", IsSandbox: true));

        var own = await links.ForAsync(@case, Given.Sam, "letter", default);
        Assert.StartsWith("https://bot.example/p#", own.Url, StringComparison.Ordinal);

        var desk = RoleHolders.Outside("desk", new("Police desk", null, "desk@police.example", "01632 960201"));
        var none = await links.ForAsync(@case, desk, "letter", default);
        Assert.Null(none.Url);
        Assert.Contains("Ring Priya Nair, 01632 960001.", none.Says, StringComparison.Ordinal);
        Assert.Single((await cases.Clerk.LoadAsync(Given.Id, default)).Links.Issued);
    }
}
