using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Tests.Protocols.Cards;

public sealed partial class PlainTextTests
{
    [Fact]
    public void Any_text_is_written_and_read_back_verbatim() =>
        // But for what keeps right-to-left letters apart.
        Prop.ForAll(CardTexts.Any, text => Runs(text) is var runs && string.Concat(runs).Replace("\u2068", "").Replace("\u2069", "") == text
                && !runs.Any(DateFunction().IsMatch))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_date_function_is_cut_so_that_no_client_works_it_out() =>
        Assert.Equal(["born {", "{DATE(2019-01-02T00:00:00Z, SHORT)}} at {", "{TIME(2019-01-02T00:00:00Z)}}"],
            Runs("born {{DATE(2019-01-02T00:00:00Z, SHORT)}} at {{TIME(2019-01-02T00:00:00Z)}}"));

    [Theory]
    [InlineData("{{{{{{{{{{")]
    [InlineData("**bold** _it_ [a](b) <at>Sam</at>\n1. one\n\n- two")]
    public void Other_text_stays_in_one_run(string text) => Assert.Equal([text], Runs(text));

    [Fact]
    public void Half_an_emoji_is_replaced_and_stops_nothing() => Assert.Equal(["cut \ufffd"], Runs("cut \ud83d"));

    [Fact]
    public void The_longest_text_full_of_date_functions_stays_small()
    {
        var worst = string.Concat(Enumerable.Repeat("{{DATE(2026-", 125));

        Assert.InRange(CardSize.Utf16Bytes(new AdaptiveCard(new PlainText(worst))), 0, 14 * 1024);
    }

    private static string[] Runs(string text) =>
        [.. CardJson.ToNode(new AdaptiveCard(new PlainText(text)))["body"]![0]!["inlines"]!.AsArray()
            .Select(run => run!["text"]!.GetValue<string>())];

    [GeneratedRegex(@"\{\{(DATE|TIME)\(\d{4}-")]
    private static partial Regex DateFunction();
}

/// <summary>Texts as people and their clipboards make them: Markdown, markup, date functions, several alphabets;
/// no half characters, which JSON can't carry.</summary>
internal static class CardTexts
{
    private static readonly string[] Pieces =
    [
        "Zoë", "it's", " ", "\n", "\r\n", "\t", "**", "*", "_", "__", "~~", "`", "```", "[", "](https://example.org)", "](", ")", "<b>",
        "</b>", "<at>Sam</at>", "<!--", "&amp;", "&#42;", "&",
        "1. ", "2) ", "- ", "+ ", "---", "===", "# ", "> ", "    ", "|", "\\", "\\*", "!", "{{DATE(2026-11-26T09:00:00Z)}}",
        "{{TIME(2026-11-26T09:00:00Z)}}", "{{", "}}", "${x}", "\"", "زينب", "😀", "https://example.org",
    ];

    public static Arbitrary<string> Any { get; } = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null && !text.Any(char.IsSurrogate))).ToArbitrary();
}
