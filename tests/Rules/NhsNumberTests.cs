using StrategyBot.Rules;

namespace StrategyBot.Tests.Rules;

public sealed class NhsNumberTests
{
    [Theory]
    [InlineData("9434765919", true)]
    [InlineData("943 476 5919", true)]
    [InlineData("943-476-5919", true)]
    [InlineData("943\u2013476\u20135919", true)]
    [InlineData("943\u2011476\u20115919", true)]
    [InlineData("\u200B9434765919\u200E", true)]
    [InlineData("", true)]
    [InlineData("9434765918", false)]
    [InlineData("94347659190", false)]
    [InlineData("943476591a", false)]
    [InlineData("9999999999", false)]
    [InlineData("0000000000", false)]
    public void An_nhs_number_checks_itself(string typed, bool canBe) => Assert.Equal(!canBe, NhsNumber.IsWrong(typed));
}
