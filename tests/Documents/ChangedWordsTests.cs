using StrategyBot.Documents;

namespace StrategyBot.Tests.Documents;

/// <summary>What of the old words stands beside the new ones in a later version (issue 16).</summary>
public sealed class ChangedWordsTests
{
    [Theory]
    [InlineData("Isla is well. Her attendance is 97 per cent this term.", "Isla is well. Her attendance is 87 per cent this term.",
        "was 97 per cent.")]
    [InlineData("He was seen on Monday. He was well.", "He was seen on Tuesday. He was well.", "was Monday.")]
    [InlineData("He was seen at home and at school by nurses.", "He was seen at home by nurses.", "was and at school by nurses.")]
    [InlineData("He was not seen at all.", "He was seen at all.", "was not seen at.")]
    [InlineData("He was seen.", "He was never seen.", "added: never.")]
    [InlineData("He was seen.", "He was seen. His mother was there.", "added: His mother was there.")]
    [InlineData("One thing.", "Something else was said.", "was One thing.")]
    [InlineData("", "Something was said.", "was ")]
    [InlineData("97", "87", "was 97")]
    public void Only_what_differs_is_said_where_little_does(string was, string now, string said) =>
        Assert.Equal(said, ChangedWords.Say(was, now));
}
