using System.Text.RegularExpressions;

namespace StrategyBot.Tests.Documents;

/// <summary>The Flesch–Kincaid grade of a text: years of school that it asks for (R79). Syllables are groups of vowels.</summary>
internal static partial class ReadingGrade
{
    public static double Of(string text)
    {
        var words = Word().Matches(text).Select(word => word.Value).ToList();
        var sentences = Math.Max(1, End().Count(text));
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
    }

    /// <summary>A silent e at the end is none; each figure is one.</summary>
    public static int Syllables(string word)
    {
        var small = word.ToLowerInvariant();
        if (char.IsDigit(small[0]))
        {
            return small.Count(char.IsDigit);
        }

        var groups = Vowels().Count(small);
        return Math.Max(1, Silent().IsMatch(small) ? groups - 1 : groups);
    }

    [GeneratedRegex(@"[\p{L}\d][\p{L}\d’'-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?](\s|$)")]
    private static partial Regex End();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    [GeneratedRegex("[^aeiouy](e|[^aeiouytdsxz]es|[^aeiouytd]ed)$(?<![^aeiouy]le)")]
    private static partial Regex Silent();
}

/// <summary>The measure itself.</summary>
public sealed class ReadingGradeTests
{
    [Theory]
    [InlineData("safe", 1)]
    [InlineData("choice", 1)]
    [InlineData("people", 2)]
    [InlineData("trouble", 2)]
    [InlineData("social", 2)]
    [InlineData("happens", 2)]
    [InlineData("agree", 2)]
    [InlineData("solicitor", 4)]
    [InlineData("999", 3)]
    public void Syllables_are_counted_as_they_are_said(string word, int syllables) => Assert.Equal(syllables, ReadingGrade.Syllables(word));

    [Fact]
    public void A_child_s_sentence_is_easy_and_a_procedure_s_is_not()
    {
        Assert.Equal(-1.45, ReadingGrade.Of("The cat sat on the mat."), 2);
        Assert.InRange(ReadingGrade.Of("We want you to be safe. Tell us if you are not."), -2, 2);
        Assert.InRange(ReadingGrade.Of("Safeguarding partners undertake multi-agency assessments in accordance with statutory procedures."),
            14, 40);
    }
}
