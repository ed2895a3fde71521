using StrategyBot.Forms;
using StrategyBot.Phases.Planning;
using StrategyBot.Rules.Wording;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

public sealed class ActionLineTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-11-25 14:40");

    [Theory]
    [InlineData("police by tomorrow 12:00: ring the ward", "person-3", "tomorrow 12:00", "ring the ward")]
    [InlineData("Police by tomorrow: ring at 12:00: twice", "person-3", "tomorrow", "ring at 12:00: twice")]
    [InlineData("sam by 26 Nov 2pm: stand by the door", "person-3", "26 Nov 2pm", "stand by the door")]
    [InlineData("Grace Adeyemi by Thu 26 Nov 2026 09:30: look", "person-4", "Thu 26 Nov 2026 09:30", "look")]
    [InlineData("social worker by today 17:00: see the child", "person-2", "today 17:00", "see the child")]
    [InlineData("me by today 17:00: tell the manager", "person-1", "today 17:00", "tell the manager")]
    public void Reads_who_by_when_and_what(string line, string owner, string when, string what) =>
        Assert.Equal((owner, when, what),
            Read(line).Match(form => (form.Owner!, form.At!, form.What!), sentence => throw new InvalidOperationException(sentence)));

    [Theory]
    [InlineData("police tomorrow: ring", "by when")]
    [InlineData("police by tomorrow 12:00", "What is to be done")]
    [InlineData("police by tomorrow 12:00:", "What is to be done")]
    [InlineData("police by 31 Feb: ring", "Type the date")]
    [InlineData("housing by tomorrow: ring", "Nobody on the case")]
    [InlineData("social care by tomorrow: ring", "more than one person")]
    [InlineData("", "by when")]
    public void Says_what_is_missing(string line, string why) =>
        Assert.Contains(why, Read(line).Match(_ => throw new InvalidOperationException("understood"), sentence => sentence));

    private static Typed<RowForm> Read(string line) => ActionLine.Read(AConvenedCase().Case, Priya, line, Now, Given.Words);
}
