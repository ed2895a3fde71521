using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

public sealed class MentionsTests
{
    private static readonly ChannelAccount Bot = new() { Id = "28:bot", Name = "StrategyBot" };

    [Fact]
    public void The_bots_mention_goes_and_a_persons_stays() =>
        Assert.Equal("missing for <at>Tom Okafor</at>", Recorded.Activity("message-with-mention").TextWithoutMention());

    [Theory]
    [InlineData("<at>StrategyBot</at> due", "due")]
    [InlineData("due <at>StrategyBot</at>", "due")]
    [InlineData("<at>StrategyBot</at>\u00a0due\r\n", "due")]
    [InlineData("<at>StrategyBot</at>", "")]
    [InlineData(null, "")]
    public void Only_what_was_typed_is_left(string? text, string left) =>
        Assert.Equal(left, Message(text, new() { Type = "mention", Mentioned = Bot, Text = "<at>StrategyBot</at>" }).TextWithoutMention());

    [Fact]
    public void A_mention_that_does_not_say_its_text_is_found_by_the_name() =>
        Assert.Equal("due", Message("<at>StrategyBot</at> due", new() { Type = "mention", Mentioned = Bot }).TextWithoutMention());

    [Fact]
    public void A_mention_with_an_empty_text_removes_nothing() =>
        Assert.Equal("due", Message("due", new() { Type = "mention", Mentioned = Bot, Text = "" }).TextWithoutMention());

    [Fact]
    public void Text_without_any_entity_is_only_trimmed() =>
        Assert.Equal("note health: <b>x</b>", new Activity { Text = " note health: <b>x</b> " }.TextWithoutMention());

    private static Activity Message(string? text, Entity entity) => new() { Text = text, Recipient = Bot, Entities = [entity] };
}
