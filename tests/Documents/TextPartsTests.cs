using FsCheck;
using FsCheck.Fluent;
using StrategyBot.Documents;

namespace StrategyBot.Tests.Documents;

public sealed class TextPartsTests
{
    [Fact]
    public void A_text_is_cut_at_the_end_of_a_line_or_a_word() =>
        Assert.Equal([new("aaaa bbb", " "), new("cccccc", "\n"), new("dddd", "")], TextParts.Of("aaaa bbb cccccc\ndddd", 9));

    [Fact]
    public void Parts_and_joints_are_the_text_letter_for_letter_and_no_part_is_too_long() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text => TextParts.Join(TextParts.Of(text ?? "", 7)) == (text ?? "") && TextParts.Of(text ?? "", 7)
            .All(part => part.Text.Length <= 7)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_character_is_cut_in_two() =>
        Assert.All(TextParts.Of(string.Concat(Enumerable.Repeat("😀", 20)), 7), part => Assert.Equal(0, part.Text.Length % 2));
}
