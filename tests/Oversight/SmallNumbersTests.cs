using FsCheck;
using FsCheck.Fluent;
using StrategyBot.Oversight;

namespace StrategyBot.Tests.Oversight;

/// <summary>Returns §5: 1 to 5 is hidden, and whatever would give one away.</summary>
public sealed class SmallNumbersTests
{
    // A table of two rows and two columns: the cells, the sums of the rows, of the columns, and of all.
    private static readonly IReadOnlyList<IReadOnlyList<int>> Sums = [[4, 0, 1], [5, 2, 3], [6, 0, 2], [7, 1, 3], [8, 4, 5], [8, 6, 7]];

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void From_1_to_5_is_small(int number, bool isSmall)
    {
        Assert.Equal(isSmall, SmallNumbers.IsSmall(number));
        Assert.Equal([!isSmall], SmallNumbers.Shown([number], []));
    }

    [Fact]
    public void A_second_is_hidden_where_the_sum_gives_the_first_away() =>
        // 3 of 12, and 9 that are not: the smallest beside it.
        Assert.Equal([true, false, false], SmallNumbers.Shown([12, 3, 9], [[0, 1, 2]]));

    [Fact]
    public void What_is_left_of_a_number_is_hidden_too_where_it_is_small() =>
        Assert.Equal([true, false, false], SmallNumbers.Shown([12, 9, 3], [[0, 1, 2]]));

    [Fact]
    public void Two_ones_are_given_away_by_their_sum_of_two()
    {
        var shown = SmallNumbers.Shown([8, 6, 1, 1], [[0, 1, 2, 3]]);
        Assert.Equal((false, false), (shown[2], shown[3]));
        Assert.False(shown[0] && shown[1]);
    }

    [Fact]
    public void Nothing_small_hides_nothing() =>
        Assert.All(SmallNumbers.Shown([12, 0, 6, 6, 12, 12, 6, 18, 24], Sums), Assert.True);

    /// <summary>Whoever reckons with all that is shown finds at least two numbers that each hidden small one can be.</summary>
    [Theory]
    [InlineData]
    // What is late of each, and what is not, which stands nowhere.
    [InlineData(1, 3, 7)]
    public void No_small_number_can_be_worked_out_from_what_is_shown(params int[] unseen) => Prop.ForAll(
        Gen.Choose(0, 9).ArrayOf(4).ToArbitrary(),
        cells => Unknown(cells, unseen)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static bool Unknown(int[] cells, int[] unseen)
    {
        int[] numbers = Whole(cells);
        var shown = SmallNumbers.Shown(numbers, Sums, unseen.ToHashSet());
        var found = numbers.Select(_ => new HashSet<int>()).ToArray();
        // Every table of which all that is shown is the same, and that has no 0 where something is hidden, but where one had to be.
        var most = numbers.Max() + 6;
        foreach (var a in Choices(0))
        {
            foreach (var b in Choices(1))
            {
                foreach (var c in Choices(2))
                {
                    foreach (var d in Choices(3))
                    {
                        var one = Whole([a, b, c, d]);
                        if (!one.Index().All(cell => shown[cell.Index] ? cell.Item == numbers[cell.Index]
                            : cell.Item > 0 || numbers[cell.Index] == 0 || unseen.Contains(cell.Index)))
                        {
                            continue;
                        }

                        foreach (var (at, number) in one.Index())
                        {
                            found[at].Add(number);
                        }
                    }
                }
            }
        }

        return numbers.Index().All(cell => !SmallNumbers.IsSmall(cell.Item) || (!shown[cell.Index] && found[cell.Index].Count > 1));

        IEnumerable<int> Choices(int at) => shown[at] ? [numbers[at]] : Enumerable.Range(0, most);
    }

    private static int[] Whole(int[] of) =>
        [.. of, of[0] + of[1], of[2] + of[3], of[0] + of[2], of[1] + of[3], of.Sum()];
}
