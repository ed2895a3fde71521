using StrategyBot.Rules;

namespace StrategyBot.Tests.Rules;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData("sam.whitlock@police.example", "sam.whitlock@police.example")]
    [InlineData(" o'brien@nhs.example ", "o'brien@nhs.example")]
    [InlineData("first+last@a-b.nhs.example", "first+last@a-b.nhs.example")]
    [InlineData("\u200Bzara@nhs.example", "zara@nhs.example")]
    [InlineData("x@nhs.\u200Bexample", "x@nhs.example")]
    [InlineData("x@nhs.example\u200E", "x@nhs.example")]
    [InlineData("\u00A0x@nhs.example\t", "x@nhs.example")]
    public void What_mail_systems_take_is_read_without_what_can_not_be_seen(string typed, string address) =>
        Assert.Equal(address, MailAddress.Read(typed)?.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nia.rowe")]
    [InlineData("nia rowe@nhs.example")]
    [InlineData("o\u2019brien@nhs.example")]
    [InlineData("first.last@nhs")]
    [InlineData("dot@nhs.example.")]
    [InlineData("dot.@nhs.example")]
    [InlineData("two..dots@nhs.example")]
    [InlineData("x@-nhs.example")]
    [InlineData("x@nhs.example, y@nhs.example")]
    [InlineData("Nia Rowe <nia.rowe@nhs.example>")]
    [InlineData("\"nia rowe\"@nhs.example")]
    [InlineData("x@m\u00FCller.example")]
    [InlineData("x@192.168.0.1")]
    public void What_no_mail_system_takes_is_no_address(string? typed) => Assert.Null(MailAddress.Read(typed));

    [Fact]
    public void What_is_longer_than_mail_systems_take_is_no_address()
    {
        Assert.NotNull(MailAddress.Read($"{new string('n', 64)}@nhs.example"));
        Assert.Null(MailAddress.Read($"{new string('n', 65)}@nhs.example"));
        Assert.Null(MailAddress.Read($"n@{string.Concat(Enumerable.Repeat("nhs.", 63))}example"));
    }

    [Fact]
    public void An_organisation_is_what_stands_behind_the_at()
    {
        Assert.True(MailAddress.Read("nia.rowe@NHS.example")!.IsOfSameDomain("grace.adeyemi@nhs.example"));
        Assert.False(MailAddress.Read("nia.rowe@nhs.example")!.IsOfSameDomain("x@other.nhs.example"));
        Assert.False(MailAddress.Read("nia.rowe@nhs.example")!.IsOfSameDomain(""));
    }
}
