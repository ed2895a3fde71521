using System.Reflection;
using System.Text.RegularExpressions;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Architecture;

/// <summary>Each number of what was asked for leads to the tests that show it: the table in <c>tests/README.md</c>.</summary>
public sealed partial class NumbersTests
{
    private static readonly ILookup<string, string> Tests = typeof(NumbersTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods().Where(IsTest).Select(method => (Class: type.Name, Method: method.Name)))
        .ToLookup(test => $"{test.Class}.{test.Method}", test => test.Method);

    [Fact]
    public void Every_test_in_the_table_exists()
    {
        var rows = RowsOf(File.ReadAllText(Path.Combine(NodeScript.TestsFolder(), "README.md")));

        Assert.NotEmpty(rows);
        Assert.Empty(Faults(rows));
    }

    [Theory]
    [InlineData("| 6.A5 | NumbersTests.Every_test_in_the_table_exists |", "")]
    [InlineData("| 6.A5 | NumbersTests.Every_test_in_the_table_exists, NumbersTests.No_such_test |", "6.A5: NumbersTests.No_such_test")]
    [InlineData("| 6.A5 | NumbersTests.IsTest |", "6.A5: NumbersTests.IsTest")]
    [InlineData("| 6.A5 | NoSuchTests.Every_test_in_the_table_exists |", "6.A5: NoSuchTests.Every_test_in_the_table_exists")]
    [InlineData("| 6.A5 | |", "6.A5: ")]
    public void A_name_that_is_no_test_is_found(string row, string fault) => Assert.Equal(fault, string.Join('\n', Faults(RowsOf(row))));

    [Fact]
    public void A_number_stands_in_one_row() => Assert.Equal(["6.A5: twice"], Faults(RowsOf("""
        | 6.A5 | NumbersTests.Every_test_in_the_table_exists |
        | 6.A5 | NumbersTests.Every_test_in_the_table_exists |
        """)));

    private static IReadOnlyList<(string Number, string Test)> RowsOf(string text) =>
        [.. from row in Row().Matches(text)
            from test in row.Groups["tests"].Value.Split(',')
            select (row.Groups["number"].Value, test.Trim())];

    private static IEnumerable<string> Faults(IReadOnlyList<(string Number, string Test)> rows) =>
    [
        .. rows.Where(row => !Tests.Contains(row.Test)).Select(row => $"{row.Number}: {row.Test}"),
        .. rows.GroupBy(row => row).Where(same => same.Count() > 1).Select(same => $"{same.Key.Number}: twice"),
    ];

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes<FactAttribute>().Any();

    [GeneratedRegex(@"^\| *(?<number>[0-9]+\.[A-Z]?[0-9.a-z]+) *\|(?<tests>[^|\n]*)\| *\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
