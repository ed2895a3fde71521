using System.Text;
using StrategyBot.Documents;

namespace StrategyBot.Tests.Documents;

/// <summary>A file that a spreadsheet reads as it is meant, and that runs nothing in it.</summary>
public sealed class CsvTextTests
{
    [Theory]
    [InlineData("Mid & East", "Mid & East")]
    [InlineData("Child 1, Child 2", "\"Child 1, Child 2\"")]
    [InlineData("the \"long\" way", "\"the \"\"long\"\" way\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44", "'+44")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1,A2)", "\"'@SUM(A1,A2)\"")]
    [InlineData("\tx", "'\tx")]
    [InlineData("", "")]
    [InlineData("Ærø", "Ærø")]
    public void A_cell(string text, string written) => Assert.Equal($"{written}\r\n", Text([text]));

    [Fact]
    public void Rows_end_as_the_standard_says_and_the_file_begins_with_its_mark()
    {
        var bytes = CsvText.Write([["a", "b"], [CsvText.Of(new DateOnly(2026, 11, 30)), CsvText.Of((DateOnly?)null), CsvText.Of(3)]]);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("a,b\r\n2026-11-30,,3\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    private static string Text(IReadOnlyList<string> row) => Encoding.UTF8.GetString(CsvText.Write([row])[3..]);
}
