using StrategyBot.Records;

namespace StrategyBot.Tests.Records;

public sealed class CheckWordsTests
{
    [Fact]
    public void Fifty_five_numbers_in_a_row_have_fifty_five_words() =>
        Assert.Equal(55, Enumerable.Range(1, 55).Select(number => CheckWords.For(2026, number)).Distinct().Count());

    [Fact]
    public void A_slip_of_one_digit_meets_another_word() =>
        Assert.All(Enumerable.Range(1, 900),
            number =>
                Assert.False(CheckWords.For(2026, number) == CheckWords.For(2026, number + 1)
                    || CheckWords.For(2026, number) == CheckWords.For(2026, number + 10)));
}
